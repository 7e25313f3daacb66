// What the trainer is asked for so that a plane that is wished for can be shown.

import type { PlaneRequest } from '../training/run/planes.ts';
import type { RunConfig, StepDetail } from '../training/run/run.ts';
import type { Started } from '../training/run/trainer.ts';
import type { Point, Vector } from '../training/vector.ts';
import type { History } from './history.ts';
import type { PlaneKind, PlaneWish, ShownPlane } from './planeChoice.ts';
import { isStartedIn, startPlaneOf } from './planes.ts';
import type { LabState } from './store.ts';

/** What a plane is made of: changes where the plane does. */
export function wishKey(wish: PlaneWish, { config, cursor, stepCount, status, detail }: LabState): string {
  const { kind, anchor } = wish;
  const isMoved = anchor === 'along' || kind === 'step';
  // The path's plane turns but slowly: while a run goes on it is taken again whenever there is a tenth more of it.
  const grown = status === 'running' ? `~${Math.floor(Math.log(cursor + 1) / Math.log(1.1))}` : cursor;
  const at = kind === 'principal' ? grown : isMoved ? cursor : null;
  const own = startPlaneOf(wish);
  const isOwn = own !== null && isStartedIn(config, own);
  const start = anchor === 'start' && !isOwn ? [config.start, config.startPlane] : null;
  // The weights of a step are known once it was taken.
  const isKnown = [typeof anchor === 'number' && anchor <= stepCount, kind === 'step' && detail !== null];
  return JSON.stringify([wish, at, isOwn, start, ...isKnown]);
}

/** The weights that a run begins with, of which planes are made. */
export type Beginning = Pick<Started, 'first' | 'start'>;

export interface PlaneQuestion {
  readonly request: PlaneRequest;
  readonly shown: ShownPlane;
}

/** What of the step at the cursor may be known while a lesson asks about it. */
type SeenStep = Pick<StepDetail, 'step' | 'weights'>;

/** What to ask the trainer for; null where that is not to be known yet. @param seen the step at the cursor */
export function questionOf(
  wish: PlaneWish,
  { config, detail }: LabState,
  seen: SeenStep,
  history: History,
  beginning: Beginning,
): PlaneQuestion | null {
  const { kind, seed, weights } = wish;
  const { origin, step } = originOf(wish, config, seen, history, beginning);
  const shown: ShownPlane = { ...wish, step, share: null, missing: null, base: baseOf(wish, beginning) };
  const request = requestOf(kind, origin, { seed, weights, detail, path: () => pathOf(history, seen) });
  return request === null ? null : { shown, request };
}

/** The axes of two weights tell these wherever their plane lies; a random plane's directions are those at its origin. */
function baseOf({ kind, anchor, weights: [i, j] }: PlaneWish, { first }: Beginning): Point | null {
  if (kind === 'weights') return [first[i], first[j]];
  return kind === 'random' && anchor === 'start' ? [0, 0] : null;
}

function originOf(
  wish: PlaneWish,
  config: RunConfig,
  seen: SeenStep,
  history: History,
  { first, start }: Beginning,
): { readonly origin: Vector; readonly step: number } {
  const { anchor } = wish;
  if (anchor === 'along') return { origin: seen.weights, step: seen.step };
  if (anchor !== 'start' && anchor > 0) {
    const known = anchor === seen.step ? seen.weights : history.weightsNear(Math.min(anchor, history.count));
    if (known !== null) return { origin: known, step: Math.min(anchor, Math.max(history.count, seen.step)) };
  }
  const own = startPlaneOf(wish);
  return { origin: own !== null && isStartedIn(config, own) ? first : start, step: 0 };
}

interface Made {
  readonly seed: number;
  readonly weights: readonly [number, number];
  readonly detail: StepDetail | null;
  readonly path: () => Vector;
}

function requestOf(kind: PlaneKind, origin: Vector, { seed, weights, detail, path }: Made): PlaneRequest | null {
  switch (kind) {
    case 'weights': {
      // Where these two are 0, so that the axes of the picture tell the weights themselves.
      const zeroed = origin.slice();
      for (const index of weights) zeroed[index] = 0;
      return { kind, origin: zeroed, weights };
    }
    case 'step':
      return detail && { kind, origin, gradient: detail.gradient, fullGradient: detail.fullGradient };
    case 'random':
      return { kind, origin, seed };
    case 'principal':
      return { kind, origin, path: path() };
  }
}

/** Points of the path that make its plane, at most. */
const mostPoints = 256;

/** The weights along the path up to the present ones, spread evenly, D numbers each. */
function pathOf(history: History, { step, weights }: SeenStep): Vector {
  const rows = history.path.rowsUpTo(step);
  const count = Math.min(rows, mostPoints - 1);
  const points = Array.from({ length: count }, (_, index) => {
    const row = count === 1 ? 0 : Math.round((index * (rows - 1)) / (count - 1));
    return history.weightsNear(row * history.path.stride) ?? weights;
  });
  const all = new Float64Array((count + 1) * weights.length);
  for (const [index, point] of [...points, weights].entries()) all.set(point, index * weights.length);
  return all;
}
