// What the comparison draws over weight space while its section is open, or as long as the reader wants it.

import { createStore, type StoreApi, useStore } from 'zustand';
import type { Lab } from '../../lab/lab.ts';
import type { Covariance } from '../../training/theory/noise.ts';
import type { Weights } from '../../training/vector.ts';
import { useLab } from '../LabContext.tsx';

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

const stores = new WeakMap<Lab, StoreApi<Overlays>>();

export function useOverlayStore(): StoreApi<Overlays> {
  const lab = useLab();
  const store =
    stores.get(lab) ??
    createStore<Overlays>(() => ({
      measured: null,
      predicted: null,
      average: 'none',
      averageFrom: 0,
      hidesFan: false,
    }));
  stores.set(lab, store);
  return store;
}

export const useOverlay = <Part>(select: (overlays: Overlays) => Part): Part => useStore(useOverlayStore(), select);
