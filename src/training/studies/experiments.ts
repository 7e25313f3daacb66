// What somebody who asks a question about runs may do to find its answer: begin runs, take their steps, look at them.
// Everything is computed when it is asked for and nothing is kept.

import { type Covariance, type Ellipse, ellipse } from '../objective/noise.ts';
import { type StepColumn, stepColumn } from '../run/log.ts';
import type { Hyperparameters, RunConfig, RunEnd } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import type { Vector } from '../vector.ts';

/** A run and how far it is to go. */
export interface RunAsked {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
  readonly steps: number;
  /** From these steps on, above 0 and in order, these hyperparameters hold. */
  readonly edits?: readonly { readonly step: number; readonly hyperparameters: Hyperparameters }[];
}

/** A run that was gone through. */
export interface Course {
  /** Weights before each step and after the last: one more than the steps that were taken. */
  readonly weights: readonly Vector[];
  /** The mean loss of all training examples at each of them. */
  readonly fullLoss: readonly number[];
  /** Why it stopped before its last step; null where it did not. Its weights may not be finite then. */
  readonly end: RunEnd | null;
  /** A column of the log, one number for each step taken. @throws RangeError where the log has no such column */
  column(name: StepColumn): readonly number[];
}

export interface Experiments {
  /** A trainer that has begun this run, for whatever `course` does not tell: previews, noise, curvature, planes. */
  begin(config: RunConfig): Trainer;
  /** Goes through a run from its start. It does not stop where it has converged. */
  course(asked: RunAsked): Course;
  /** Where a cloud of this covariance is so many standard deviations from its mean. */
  ellipse(covariance: Covariance, standardDeviations: number): Ellipse;
}

/** With the trainer itself. Networks want their arithmetic given before (`giveNetworks`). */
export const experiments: Experiments = { begin, course, ellipse };

function begin(config: RunConfig): Trainer {
  const trainer = new Trainer();
  trainer.start(config);
  return trainer;
}

function course({ config, hyperparameters, steps, edits = [] }: RunAsked): Course {
  const trainer = begin(config);
  const stretches = [{ step: 0, hyperparameters }, ...edits];
  const columns = new Map<StepColumn, number[]>();
  const parts: ReturnType<Trainer['advance']>[] = [];
  let end: RunEnd | null = null;
  let taken = 0;
  for (const [index, stretch] of stretches.entries()) {
    const until = Math.min(steps, stretches[index + 1]?.step ?? steps);
    while (taken < until && end !== 'diverged') {
      const reply = trainer.advance({
        steps: until - taken,
        milliseconds: Number.POSITIVE_INFINITY,
        stepLimit: Number.POSITIVE_INFINITY,
        hyperparameters: stretch.hyperparameters,
        beyondConvergence: true,
        curvature: false,
      });
      parts.push(reply);
      taken += reply.steps.count;
      end = reply.end === 'diverged' ? 'diverged' : null;
    }
  }
  const last = parts.at(-1)?.detail ?? trainer.preview(0, hyperparameters, null, false);
  const dimension = last.weights.length;
  const all = new Float64Array((taken + 1) * dimension);
  const read = (name: StepColumn): readonly number[] => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const column = parts.flatMap((part) => Array.from(stepColumn(part.steps, name)));
    columns.set(name, column);
    return column;
  };
  for (let i = 0; i < dimension; i++) {
    const column = parts.length === 0 ? [] : read(`w${i + 1}`);
    for (let step = 0; step < taken; step++) all[step * dimension + i] = column[step];
  }
  all.set(last.weights, taken * dimension);
  return {
    weights: Array.from({ length: taken + 1 }, (_, step) => all.slice(step * dimension, (step + 1) * dimension)),
    fullLoss: Array.from(trainer.losses(all)),
    end,
    column: read,
  };
}
