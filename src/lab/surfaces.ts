// Which surfaces the page shows: how fine, and what each depends on.

import type { LabState } from './store.ts';

/** Samples of the loss surface along each weight. */
export const surfaceResolution = 128;

/** The same in a plane of more weights, where each sample takes many times as long: coarse at once, then fine. */
export const planeResolutions = [20, 64] as const;

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The batch's own while a run plays: coarse enough to be sampled and traced between two frames. */
const liveGrid: Grid = { columns: 48, rows: 36 };
/** Batches up to this size take all of it, larger ones less; in a plane of more weights smaller ones. */
const liveBatch = 64;
const livePlaneBatch = 8;
/** How much finer each side of the grid is when nothing moves. */
const restFactor = 2;

/** @param isPlane whether it is a plane of more than two weights */
export function batchGrid(size: number, isRunning: boolean, isPlane: boolean): Grid {
  const most = isPlane ? livePlaneBatch : liveBatch;
  const factor = isRunning || isPlane ? Math.min(1, Math.sqrt(most / size)) : restFactor;
  const { columns, rows } = liveGrid;
  return { columns: Math.max(8, Math.round(columns * factor)), rows: Math.max(6, Math.round(rows * factor)) };
}

/** What the examples and the drawn weights depend on. */
export function dataKey({ config }: LabState): string {
  return JSON.stringify([config.problem, config.settings, config.examples, config.noise, config.seed]);
}

/** What the loss surface depends on. */
export const surfaceKey = (state: LabState): string => JSON.stringify([dataKey(state), state.view, state.aspect]);

/** What the surface of a batch depends on beside its step. */
export const batchSurfaceKey = (state: LabState): string => `${surfaceKey(state)}${state.status === 'running'}`;
