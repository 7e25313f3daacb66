// Where the arrow of each mini-batch drawn anew would end: a cloud around the tip of the full one, and two ellipses.

import { noiseMarks } from '../../drawing/sceneNoise.ts';
import { ellipse } from '../../training/objective/noise.ts';
import { StateCanvas } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';
import { ellipseDeviations, noiseSample } from './noiseSample.ts';

const shownHere = ['detail', 'examples', 'layers', 'hyperparameters', 'config'] as const;

export const noiseLayer: LayerOf = ({ viewport }, { state, scale }) => {
  const sample = noiseSample(state);
  if (sample === null || state.detail === null) return [];
  const { gradients, measured, predicted, fullGradient } = sample;
  const noise = {
    gradients,
    measured: { mean: measured.mean, ellipse: ellipse(measured.covariance, ellipseDeviations) },
    predicted: { mean: fullGradient, ellipse: ellipse(predicted, ellipseDeviations) },
  };
  return noiseMarks(viewport, state.detail.seen.weights, noise, scale);
};

export const NoiseLayer = () => <StateCanvas part="noise" shown={shownHere} marksOf={noiseLayer} />;
