// Which surfaces the page shows: how fine, and what each depends on.

import type { RunConfig } from '../training/run/run.ts';
import { idOf } from './own/ownSlot.ts';
import type { LabState } from './store.ts';

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

const square = (samples: number): Grid => ({ columns: samples, rows: samples });

/** The loss of all examples over two weights. */
const wholeGrids: readonly Grid[] = [square(128)];
/** The same in a plane of more weights, where each sample takes many times as long: coarse at once, then fine. */
const planeGrids: readonly Grid[] = [square(20), square(64)];

/** @param isPlane whether it is a plane of more than two weights */
export const surfaceGrids = (isPlane: boolean): readonly Grid[] => (isPlane ? planeGrids : wholeGrids);

/** The batch's own while a run plays: coarse enough to be sampled and traced between two frames. */
const liveGrid: Grid = { columns: 48, rows: 36 };
/** Batches up to this size take all of it, larger ones less; in a plane of more weights smaller ones. */
const liveBatch = 64;
const livePlaneBatch = 8;
/** How much finer each side of the grid is when nothing moves. */
const restFactor = 2;

/** How much of the grid is left of each side where detail is shed. */
const shedFactor = 0.5;

/** Of a batch of `size` examples. */
export function batchGrids(
  size: number,
  at: { readonly isRunning: boolean; readonly isPlane: boolean; readonly isShed: boolean },
): readonly Grid[] {
  const most = at.isPlane ? livePlaneBatch : liveBatch;
  const live = Math.min(1, Math.sqrt(most / size)) * (at.isShed ? shedFactor : 1);
  const finest = planeGrids[planeGrids.length - 1];
  if (at.isPlane) return [scaled(live), finest];
  return [scaled(at.isRunning ? live : restFactor)];
}

const scaled = (factor: number): Grid => ({
  columns: Math.max(8, Math.round(liveGrid.columns * factor)),
  rows: Math.max(6, Math.round(liveGrid.rows * factor)),
});

/** What the examples and the drawn weights depend on. */
export function examplesKey(config: RunConfig): string {
  const { problem, settings, examples, noise, seed, data, arrangement, standardise } = config;
  return JSON.stringify([problem, settings, examples, noise, seed, idOf(data), arrangement, standardise]);
}

export const dataKey = ({ config }: LabState): string => examplesKey(config);

/** What the loss surface depends on. */
export const surfaceKey = (state: LabState): string => JSON.stringify([dataKey(state), state.view, state.aspect]);
