// What the comparison draws over weight space while its section is open, or as long as the reader wants it.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Covariance } from '../../training/objective/noise.ts';
import type { Weights } from '../../training/vector.ts';

export const averages = ['none', 'exponential', 'polyak'] as const;
export type Average = (typeof averages)[number];

export interface DrawnCloud {
  readonly mean: Weights;
  readonly covariance: Covariance;
}

export interface Overlays {
  readonly measured: DrawnCloud | null;
  readonly predicted: DrawnCloud | null;
  readonly average: Average;
  /** The averaged path begins at this step. */
  readonly averageFrom: number;
  /** Whether the fan of many seeds stands back while a section shows something else in its place. */
  readonly hidesFan: boolean;
}

export const createOverlays = (): StoreApi<Overlays> =>
  createStore<Overlays>(() => ({
    measured: null,
    predicted: null,
    average: 'none',
    averageFrom: 0,
    hidesFan: false,
  }));
