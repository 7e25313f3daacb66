// The gradient of each example of the pending step, on a canvas under the arrows of their mean.

import { exampleVectors } from '../../drawing/exampleVectors.ts';
import { gradientMarks, litGradientMarks } from '../../drawing/sceneGradients.ts';
import type { LabState } from '../../lab/store.ts';
import { StateCanvas } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';

const shownHere = ['detail', 'litExample', 'layers', 'phase'] as const;

/** Whether the arrows of all examples are drawn, not only of the one that is lit. */
const showsGradients = ({ phase, layers }: LabState): boolean => phase === 'backward' || layers.gradients;

export const gradientLayer: LayerOf = ({ viewport }, { state, scale }) => {
  const { detail, layers, litExample } = state;
  if (detail === null) return [];
  const { batch, seen, microBatches } = detail;
  const { weights, alongX, alongY } = seen;
  const vectors = exampleVectors(viewport, { x: alongX, y: alongY }, scale, microBatches);
  const row = litExample === null ? -1 : batch.indexOf(litExample);
  const isChain = layers.gradientView === 'chain' && showsGradients(state);
  return [
    ...(showsGradients(state) ? gradientMarks(viewport, weights, vectors, layers.gradientView) : []),
    ...(row < 0 ? [] : litGradientMarks(viewport, weights, vectors, row, isChain)),
  ];
};

export const GradientLayer = () => <StateCanvas part="gradients" shown={shownHere} marksOf={gradientLayer} />;
