// One cycle of the learning rate, up to base and down to almost nothing, while momentum goes the other way:
//   base / div → base until count pct × total − 1, then base → base / div / final div until total − 1, along half cosines or lines.
//   In three phases the way up is mirrored first (until 2 × pct × total − 2), and the last phase falls from base / div.
// Counts past the last one keep its rate and momentum, where torch raises an error.
// Sources: torch.optim.lr_scheduler.OneCycleLR; Smith, Topin 2018, arXiv 1708.07120.

import type { Schedule } from '../schedule.ts';
import { cosineBetween } from './cosine.ts';
import { lengthField } from './fields.ts';

type OneCycleValues = {
  readonly totalSteps: number;
  readonly pctStart: number;
  readonly annealStrategy: 'cos' | 'linear';
  readonly cycleMomentum: boolean;
  readonly baseMomentum: number;
  readonly maxMomentum: number;
  readonly divFactor: number;
  readonly finalDivFactor: number;
  readonly threePhase: boolean;
};

/** Value at count t of a quantity that goes from `first` to `peak`, in three phases to `middle`, and ends at `last`. */
function cycle(t: number, values: OneCycleValues, first: number, peak: number, middle: number, last: number): number {
  const { totalSteps, pctStart, threePhase } = values;
  const end = totalSteps - 1;
  const count = Math.min(t, end);
  const up = pctStart * totalSteps - 1;
  if (count <= up) return between(values, first, peak, 0, up, count);
  if (!threePhase) return between(values, peak, last, up, end, count);
  const down = 2 * pctStart * totalSteps - 2;
  if (count <= down) return between(values, peak, middle, up, down, count);
  return between(values, middle, last, down, end, count);
}

function between(
  { annealStrategy }: OneCycleValues,
  start: number,
  end: number,
  from: number,
  to: number,
  count: number,
): number {
  // A phase without length is its end; torch divides by zero there.
  const part = to > from ? (count - from) / (to - from) : 1;
  return annealStrategy === 'cos' ? cosineBetween(start, end, part) : start + (end - start) * part;
}

const momentumEnd = { kind: 'number', min: 0, max: 1, maxOpen: true } as const;

export const oneCycle: Schedule = {
  title: 'One cycle',
  equation:
    'rate rises from base / div to base, then falls to base / div / final div; a momentum that is cycled goes the other way',
  source: 'torch.optim.lr_scheduler.OneCycleLR (Smith, Topin 2018)',
  torch: 'OneCycleLR',
  fields: [
    lengthField('totalSteps', 'Length of the cycle', 100, 'it is the length of the whole cycle'),
    {
      kind: 'number',
      name: 'pctStart',
      label: 'Share of the cycle spent rising',
      default: 0.3,
      min: 0,
      max: 1,
      why: 'it is a share of the cycle',
    },
    {
      kind: 'choice',
      name: 'annealStrategy',
      label: 'Shape',
      default: 'cos',
      choices: [
        { value: 'cos', label: 'cosine' },
        { value: 'linear', label: 'straight lines' },
      ],
    },
    { kind: 'switch', name: 'cycleMomentum', label: 'Cycle the momentum too', default: true },
    {
      ...momentumEnd,
      name: 'baseMomentum',
      label: 'Lowest momentum',
      default: 0.85,
      why: 'it becomes the momentum (or beta 1) where the rate is highest',
    },
    {
      ...momentumEnd,
      name: 'maxMomentum',
      label: 'Highest momentum',
      default: 0.95,
      why: 'it becomes the momentum (or beta 1) where the rate is lowest',
    },
    {
      kind: 'number',
      name: 'divFactor',
      label: 'Divisor at the start',
      default: 25,
      min: 0,
      minOpen: true,
      max: 1e6,
      logarithmic: true,
      smallest: 1,
      why: 'the highest rate is divided by it',
    },
    {
      kind: 'number',
      name: 'finalDivFactor',
      label: 'Further divisor at the end',
      default: 1e4,
      min: 0,
      minOpen: true,
      max: 1e9,
      logarithmic: true,
      smallest: 1,
      why: 'the first rate is divided by it',
    },
    {
      kind: 'switch',
      name: 'threePhase',
      label: 'Three phases (fall as long as it rose, then fade out)',
      default: false,
    },
  ],
  check({ threePhase, pctStart }) {
    if (threePhase && (pctStart as number) > 0.5)
      throw new RangeError(
        'With three phases the rise may take at most half of the cycle: the fall takes as long again, and both must fit.',
      );
  },
  rate(t, base, values: OneCycleValues) {
    const first = base / values.divFactor;
    return cycle(t, values, first, base, first, first / values.finalDivFactor);
  },
  momentum(t, values: OneCycleValues) {
    const { cycleMomentum, baseMomentum, maxMomentum } = values;
    return cycleMomentum ? cycle(t, values, maxMomentum, baseMomentum, maxMomentum, maxMomentum) : null;
  },
};
