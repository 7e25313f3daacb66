// The rates of a sweep across its map.

import type { CellGrid } from '../../drawing/heatMap.ts';
import { logarithmicScale } from '../../drawing/logarithmicScale.ts';
import type { Scale } from '../../drawing/scale.ts';
import type { Sweep } from '../../lab/compare/studies.ts';

/** Pixels of a rate: column c is as wide as the factor between two rates, its own rate in the middle. */
export function rateScale({ request }: Sweep, { plot }: CellGrid): Scale {
  const rates = request.learningRates;
  const half = Math.sqrt(rates[1] / rates[0]);
  return logarithmicScale([rates[0] / half, rates[rates.length - 1] * half], [plot.left, plot.right]);
}
