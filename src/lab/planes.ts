// The plane of weight space that a picture of a network shows: what is chosen, and what serves where that does not exist.
// It belongs to the view: nothing of it changes a run.

import type { PlaneRequest } from '../training/run/planes.ts';
import type { RunConfig, StepDetail } from '../training/run/run.ts';
import { firstTwo, formatStartPlane, type StartPlane } from '../training/run/startPlane.ts';
import type { Started } from '../training/run/trainer.ts';
import type { Point, Vector } from '../training/vector.ts';
import type { History } from './history.ts';
import type { PlaneAnchor, PlaneKind, PlaneWish, ShownPlane } from './planeChoice.ts';
import type { LabState } from './store.ts';

/** How planes of a kind are anchored unless it is said. */
export const usualAnchor = (kind: PlaneKind): PlaneAnchor =>
  kind === 'weights' || kind === 'random' ? 'start' : 'along';

type Chosen = Pick<LabState, 'planeChoice' | 'phase' | 'watched'>;

/** @param kind another kind than the one that is chosen */
export function wishOf({ planeChoice, phase, watched }: Chosen, kind = kindOf({ planeChoice, phase })): PlaneWish {
  const { anchor, seed } = planeChoice;
  return { kind, anchor: anchor ?? usualAnchor(kind), seed, weights: pairOfWatched(watched) };
}

const kindOf = ({ planeChoice, phase }: Pick<LabState, 'planeChoice' | 'phase'>): PlaneKind =>
  planeChoice.kind ?? (phase === null ? 'weights' : 'step');

/** Whether the plane changes with every step. */
export const isGoingAlong = (state: Chosen): boolean => {
  const { kind, anchor } = wishOf(state);
  return anchor === 'along' || kind === 'step';
};

/** The first two that are watched; where there are fewer, the first of all weights make up for them. */
export function pairOfWatched(watched: readonly number[]): readonly [number, number] {
  const [first, second] = [...watched, ...[0, 1].filter((index) => !watched.includes(index))];
  return [first, second];
}

/** Whether fewer than two weights are watched. */
export const lacksWatched = ({ watched }: Pick<LabState, 'watched'>): boolean => watched.length < 2;

/** The plane of the start that a view's plane is, were it anchored at the start. */
export const startPlaneOf = ({ kind, weights, seed }: PlaneWish): StartPlane | null =>
  kind === 'weights' ? { weights } : kind === 'random' ? { random: seed } : null;

/** Whether the start of the run is an offset along this plane, or none at all. */
export function isStartedIn({ start, startPlane = firstTwo }: RunConfig, plane: StartPlane): boolean {
  const isThere = start[0] === 0 && start[1] === 0;
  return isThere || formatStartPlane(startPlane) === formatStartPlane(plane);
}

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

/** Where the start is seen, known at once while it is moved; null where this plane does not tell. */
export function startIn({
  config,
  shownPlane,
  plane,
}: Pick<LabState, 'config' | 'shownPlane' | 'plane'>): Point | null {
  if (plane === null) return shownPlane === null ? config.start : null;
  const own = shownPlane === null ? null : startPlaneOf(shownPlane);
  if (shownPlane === null || own === null || shownPlane.base === null || !isStartedIn(config, own)) return null;
  return [shownPlane.base[0] + config.start[0], shownPlane.base[1] + config.start[1]];
}

/** Whether the start can be moved in what is shown. */
export const canPlaceStart = ({ shownPlane }: Pick<LabState, 'shownPlane'>): boolean =>
  shownPlane === null || shownPlane.base !== null;
