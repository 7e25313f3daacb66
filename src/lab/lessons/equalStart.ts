// Equal start: units that begin alike are given the same gradient, and stay alike to the last bit.

import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import { distance, take } from './asked.ts';
import { defineLesson } from './lesson.ts';

const [steps, units] = [1000, 8];

interface End {
  /** The largest difference between weights of two hidden units that stand at the same place. */
  readonly apart: number;
  /** How far all weights moved. */
  readonly moved: number;
  readonly loss: number;
  /** Share of the examples decided rightly. */
  readonly right: number;
}

interface Truth {
  readonly equal: End;
  readonly drawn: End;
}

function endOf(experiments: Experiments, config: RunConfig, hyperparameters: Hyperparameters): End {
  const trainer = experiments.begin(config);
  const first = trainer.preview(0, hyperparameters).weights.slice();
  const { weights, fullLoss, decisions } = take(trainer, hyperparameters, steps).detail;
  // Two weights into each unit, then the biases, then the weight that leads out of each.
  const unitAt = (unit: number): readonly number[] => [
    weights[2 * unit],
    weights[2 * unit + 1],
    weights[2 * units + unit],
    weights[3 * units + unit],
  ];
  const differences = Array.from({ length: units }, (_, unit) =>
    unitAt(unit).map((weight, place) => Math.abs(weight - unitAt(0)[place])),
  );
  const wrong = decisions?.wrong ?? [];
  return {
    apart: Math.max(...differences.flat()),
    moved: distance(weights, first),
    loss: fullLoss,
    right: 1 - wrong.filter((isWrong) => isWrong === 1).length / wrong.length,
  };
}

function what({ equal }: Truth): string {
  if (equal.moved === 0) return 'stuck';
  return equal.apart === 0 ? 'alike' : 'apart';
}

export const lesson = defineLesson<'choose', Truth>({
  key: 'equal-start',
  settings: `problem=circles&layers=${units}&initial=equal`,
  steps,
  form: { kind: 'choose', options: ['alike', 'apart', 'stuck'] },
  truth: (experiments, { config, hyperparameters }) => ({
    equal: endOf(experiments, config, hyperparameters),
    drawn: endOf(experiments, { ...config, settings: { ...config.settings, initial: 'torch' } }, hyperparameters),
  }),
  outcome: what,
  features: (option, truth) => ({
    alike: (option === 'alike') === (what(truth) === 'alike'),
    moves: (option === 'stuck') === (what(truth) === 'stuck'),
  }),
  figures: ({ equal, drawn }) => ({
    apart: [equal.apart, drawn.apart],
    moved: [equal.moved, drawn.moved],
    loss: [equal.loss, drawn.loss],
    right: [equal.right, drawn.right],
  }),
  observations: (truth) => {
    const happened = what(truth);
    return { alike: happened === 'alike', apart: happened === 'apart', stuck: happened === 'stuck' };
  },
  reasons: {
    symmetry: null,
    noise: 'mini-batches make units different',
    gradient: 'equal weights have no gradient',
  },
  change: 'initial=torch',
  claim: {
    holds: ({ equal, drawn }) =>
      equal.apart === 0 && equal.moved > 0.1 && drawn.apart > 0.1 && drawn.loss < equal.loss / 2,
  },
});
