// The weights in weight space.

import { handleMarks } from '../../drawing/sceneHandle.ts';
import { presentWeights } from './presentWeights.ts';
import type { LayerOf } from './sceneSource.ts';

export const handleParts = ['detail', 'cursor', 'config', 'stepCount', 'shownPlane'] as const;

export const handleLayer: LayerOf = (frame, { state, history, text, format }) => {
  const [w1, w2] = presentWeights(state, history);
  const written = text.plots.weightsOutside({ w1: format.number(w1), w2: format.number(w2) });
  return handleMarks(frame, [w1, w2], written);
};
