// Four times the batch: the scatter of the next point falls with the root of the batch size.

import type { RunConfig } from '../../training/run/run.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import type { Point } from '../../training/vector.ts';
import { defineLesson, type Ellipse, type LessonRun } from './lesson.ts';

const count = 500;
const shownPoints = 200;

interface Truth {
  readonly known: Ellipse;
  readonly asked: Ellipse;
  /** Share that the mean square of the distance to the middle keeps of that of one example, as the law has it. */
  readonly lawful: number;
}

/** The cloud of next points of `count` batches from the start: its ellipse of one standard deviation, and its points. */
function cloud(experiments: Experiments, { config, hyperparameters }: LessonRun, batchSize: number) {
  const trainer = experiments.begin(config);
  const { weights } = trainer.preview(0, hyperparameters);
  const { seed, sampling } = config;
  const { learningRate } = hyperparameters;
  const { gradients, measured } = trainer.noise({ weights, batchSize, count, seed, sampling });
  const { semiAxes, angle } = experiments.ellipse(measured.covariance, learningRate);
  const next = (g1: number, g2: number): Point => [weights[0] - learningRate * g1, weights[1] - learningRate * g2];
  const ellipse: Ellipse = {
    center: next(...measured.mean),
    radii: semiAxes,
    angle: angle < 0 ? angle + Math.PI : angle,
  };
  const points = Array.from({ length: shownPoints }, (_, at) => next(gradients[2 * at], gradients[2 * at + 1]));
  return { ellipse, points };
}

/** How many times as wide `wide` is, in the mean of both directions. */
const timesAsWide = (wide: Ellipse, narrow: Ellipse): number =>
  Math.sqrt((wide.radii[0] * wide.radii[1]) / (narrow.radii[0] * narrow.radii[1]));

/** How many times narrower a cloud of batches of 16 is by the law than one of 4, without and with what was drawn counted. */
const lawful = ({ examples }: RunConfig): number => Math.sqrt((16 * (examples - 4)) / (4 * (examples - 16)));

/** The angle between two lines, 0 to half of pi. */
function between(a: number, b: number): number {
  const turned = Math.abs(a - b) % Math.PI;
  return Math.min(turned, Math.PI - turned);
}

export const lesson = defineLesson<'spread', Truth>({
  key: 'four-times-the-batch',
  settings: 'problem=line-fit&batchSize=4',
  form: { kind: 'spread' },
  shown: (experiments, run) => cloud(experiments, run, 4),
  truth: (experiments, run) => ({
    known: cloud(experiments, run, 4).ellipse,
    asked: cloud(experiments, run, 16).ellipse,
    lawful: lawful(run.config),
  }),
  outcome: ({ asked }) => asked,
  features: (drawn, { known, asked }) => ({
    narrower: timesAsWide(known, drawn) > 1.15 === timesAsWide(known, asked) > 1.15,
    half: Math.abs(timesAsWide(known, drawn) / timesAsWide(known, asked) - 1) <= 0.25,
    direction: between(drawn.angle, asked.angle) <= Math.PI / 9,
  }),
  figures: ({ known, asked, lawful: byLaw }, drawn) => ({
    known: known.radii,
    asked: asked.radii,
    times: timesAsWide(known, asked),
    law: byLaw,
    ...(drawn !== null && { own: timesAsWide(known, drawn) }),
  }),
  observations: ({ known, asked }) => {
    const times = timesAsWide(known, asked);
    return { half: times > 1.5 && times < 3, quarter: times >= 3, same: times <= 1.5 };
  },
  reasons: { root: null, quarter: 'the scatter falls as the batch grows', same: 'the scatter lies in the data alone' },
  change: 'batchSize=100',
  claim: { holds: ({ known, asked }) => timesAsWide(known, asked) > 1.8 && timesAsWide(known, asked) < 2.5 },
});
