// The rate falls as one over time: rate = base / (1 + γ t). Added up, such rates grow without end, so that a run can reach any
// place, while their squares do not, so that the noise of the batches dies out (Robbins and Monro 1951).
// Sources: Robbins and Monro 1951; keras.optimizers.schedules.InverseTimeDecay with decay_steps = 1; torch has no class of it.

import type { Schedule } from '../schedule.ts';

type InverseTimeValues = { readonly decayRate: number };

export const inverseTime: Schedule = {
  title: '1/t (inverse time)',
  equation: 'rate = base / (1 + decay × t)',
  source: 'keras.optimizers.schedules.InverseTimeDecay (Robbins and Monro 1951)',
  torchFactor: (value) => `1 / (1 + ${value('decayRate')} * t)`,
  keras: (value) => ['InverseTimeDecay', 'decay_steps=1', `decay_rate=${value('decayRate')}`],
  dampsNoise: ({ decayRate }) => (decayRate as number) > 0,
  fields: [
    {
      kind: 'number',
      name: 'decayRate',
      label: 'Decay (of the rate, per count)',
      default: 0.1,
      min: 0,
      max: 100,
      logarithmic: true,
      smallest: 1e-4,
      why: 'below 0 the rate would grow beyond all bounds and then turn negative',
    },
  ],
  rate: (t, base, { decayRate }: InverseTimeValues) => base / (1 + decayRate * t),
};
