// The loss of the pending mini-batch alone: its isolines over the full surface, or a picture of its own in its place.

import { batchSurfaceMarks } from '../../drawing/sceneBatch.ts';
import { StateCanvas } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';

const shownHere = ['batchSurface', 'layers'] as const;

export const batchSurfaceLayer: LayerOf = (frame, { state }) => {
  if (state.batchSurface === null) return [];
  return batchSurfaceMarks(frame, state.batchSurface, state.layers.batchSurface === 'instead' ? frame.palette : null);
};

export const BatchSurfaceLayer = () => (
  <StateCanvas part="batchSurface" shown={shownHere} marksOf={batchSurfaceLayer} />
);
