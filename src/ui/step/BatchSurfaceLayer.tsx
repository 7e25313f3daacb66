// The loss of the pending mini-batch alone: its isolines over the full surface, or a picture of its own in its place.

import { batchSurfaceMarks } from '../../drawing/sceneBatch.ts';
import { StateCanvas } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';
import { sampleBatchSurface } from './batchSurface.ts';

const shownHere = ['detail', 'examples', 'layers', 'status'] as const;

export const batchSurfaceLayer: LayerOf = (frame, { state }) => {
  const surface = sampleBatchSurface(state, frame.viewport.view);
  if (surface === null) return [];
  return batchSurfaceMarks(frame, surface, state.layers.batchSurface === 'instead' ? frame.palette : null);
};

export const BatchSurfaceLayer = () => (
  <StateCanvas part="batchSurface" shown={shownHere} marksOf={batchSurfaceLayer} />
);
