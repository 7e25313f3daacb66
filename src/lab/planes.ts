// The plane of weight space that a picture of a network shows: what is chosen, and what serves where that does not exist.
// It belongs to the view: nothing of it changes a run.

import type { RunConfig } from '../training/run/run.ts';
import { firstTwo, formatStartPlane, type StartPlane } from '../training/run/startPlane.ts';
import type { Point } from '../training/vector.ts';
import type { PlaneAnchor, PlaneKind, PlaneWish } from './planeChoice.ts';
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
