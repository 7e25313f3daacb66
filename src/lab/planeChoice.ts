// The planes that weight space may be seen in: how one is chosen, and what is said of the one that is shown.

import type { Point } from '../training/vector.ts';

export const planeKinds = ['weights', 'step', 'random', 'principal'] as const;
export type PlaneKind = (typeof planeKinds)[number];

/** Through the weights of step 0, through those of another step, or through the present ones, along with which it goes. */
export type PlaneAnchor = 'start' | 'along' | number;

export interface PlaneChoice {
  /** Null for the plane of the step in slow motion and else that of the watched weights. */
  readonly kind: PlaneKind | null;
  /** Null as is usual for planes of the kind. */
  readonly anchor: PlaneAnchor | null;
  /** Of random directions. */
  readonly seed: number;
}

export const planeAtFirst: PlaneChoice = { kind: null, anchor: null, seed: 1 };

/** The plane that is wanted now. */
export interface PlaneWish {
  readonly kind: PlaneKind;
  readonly anchor: PlaneAnchor;
  readonly seed: number;
  /** The two watched weights, which serve where the plane does not exist. */
  readonly weights: readonly [number, number];
}

/** What is shown, and why it is not what was chosen. */
export interface ShownPlane extends PlaneWish {
  /** The step whose weights the plane goes through. */
  readonly step: number;
  /** Of a principal plane: its share of the path's variance. */
  readonly share: number | null;
  /** The kind that was chosen and does not exist here; null where it is what is shown. */
  readonly missing: PlaneKind | null;
  /** Where the drawn first weights are seen, if the start can be moved in this plane; else null. */
  readonly base: Point | null;
}
