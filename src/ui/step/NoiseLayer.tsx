// Where the arrow of each mini-batch drawn anew would end: a cloud around the tip of the full one, and two ellipses.

import { noiseMarks } from '../../drawing/sceneNoise.ts';
import { ellipse } from '../../training/objective/noise.ts';
import { StateCanvas } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';

const shownHere = ['draws', 'detail'] as const;

/** Standard deviations to the edge of the ellipses: 95 % of a normal cloud is inside. */
const ellipseDeviations = 2.45;

export const noiseLayer: LayerOf = ({ viewport }, { state: { draws, detail }, scale }) => {
  if (draws === null || detail === null) return [];
  const { gradients, measured, predicted, fullGradient } = draws.sample;
  const noise = {
    gradients,
    measured: { mean: measured.mean, ellipse: ellipse(measured.covariance, ellipseDeviations) },
    predicted: { mean: fullGradient, ellipse: ellipse(predicted, ellipseDeviations) },
  };
  return noiseMarks(viewport, draws.weights, noise, scale);
};

export const NoiseLayer = () => <StateCanvas part="noise" shown={shownHere} marksOf={noiseLayer} />;
