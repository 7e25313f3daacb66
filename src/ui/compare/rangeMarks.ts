// A range test as marks: the loss of every rate, its running mean, and the rate that it suggests.

import { logarithmicScale } from '../../drawing/logarithmicScale.ts';
import { lossRange } from '../../drawing/lossCurve.ts';
import type { LossCurve, LossScales } from '../../drawing/lossPicture.ts';
import type { Mark } from '../../drawing/marks.ts';
import { linearScale, niceLinear } from '../../drawing/scale.ts';
import type { Frame } from '../../drawing/scene.ts';
import { lossMarks } from '../../drawing/sceneLoss.ts';
import { lineShape } from '../../drawing/shape.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import type { RateRange } from '../../training/studies/rateRange.ts';
import type { Formats } from '../text/format.ts';

/** Rates from left to right by their logarithm; losses up to twice the first, since beyond that they run away. */
export function rangeScales({ rates, fullLosses }: RateRange, plot: Rectangle): LossScales {
  const finite = fullLosses.filter(Number.isFinite);
  const [low, high] = niceLinear([0, lossRange([finite.map((loss) => Math.min(loss, 2 * finite[0]))], false).high]);
  const last = rates[rates.length - 1];
  return {
    ...{ plot, domain: { span: last, low, high } },
    x: logarithmicScale([rates[0], last], [plot.left, plot.right]),
    y: linearScale([low, high], [plot.bottom, plot.top]),
  };
}

export function rangeMarks(
  measure: Frame['measure'],
  scales: LossScales,
  { rates, fullLosses, smoothLosses }: RateRange,
  suggested: number | null,
  format: Formats,
): readonly Mark[] {
  const curve = (loss: Float64Array, strength: number, width: number): LossCurve => ({
    ...{ name: '', colour: 'loss-full', width, strength, points: { clock: rates, loss }, past: loss.length },
    end: { clock: rates[0], loss: Number.NaN },
  });
  // Only the mean says how far it runs away; both would say it twice.
  const raw = {
    curves: [
      curve(
        fullLosses.map((loss) => Math.min(loss, scales.domain.high)),
        0.35,
        1,
      ),
    ],
    bands: [],
    epochs: [],
  };
  const mean = { curves: [curve(smoothLosses, 1, 2)], bands: [], epochs: [] };
  const write = (loss: number): string => (loss === Number.POSITIVE_INFINITY ? '∞' : format.number(loss));
  return [
    ...lossMarks(measure, scales, { ...raw, write }),
    ...lossMarks(measure, scales, { ...mean, write }),
    ...suggestionMarks(scales, rates, suggested, format),
  ];
}

function suggestionMarks(
  { plot, x }: LossScales,
  rates: Float64Array,
  suggested: number | null,
  format: Formats,
): readonly Mark[] {
  if (suggested === null || !(suggested >= rates[0] && suggested <= rates[rates.length - 1])) return [];
  const at = x(suggested);
  return [
    { kind: 'shape', shape: lineShape([at, plot.top, at, plot.bottom]), stroke: 'control', width: 2 },
    {
      ...{ kind: 'text', text: format.number(suggested), x: at, y: plot.top - 9, anchor: 'middle' },
      ...{ isBold: true, colour: 'control' },
    },
  ];
}
