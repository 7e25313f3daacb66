// A toy problem: a model, a loss, and examples, on a part of weight space worth looking at.

import type { Examples } from './examples.ts';
import type { Field, FieldValue, NumberField } from './field.ts';
import type { LossId } from './losses/index.ts';
import type { ModelId } from './models/index.ts';
import type { Random } from './random.ts';
import type { Domain, Weights } from './vector.ts';

/** All of a problem's own settings, defaults filled in. */
export type ProblemSettings = Readonly<Record<string, FieldValue>>;

export interface Problem {
  readonly title: string;
  /** The loss of one example as text, of the loss that the settings choose. */
  formula(settings: ProblemSettings): string;
  /** One sentence: what it teaches, true of what the page shows. */
  readonly lesson: string;
  /** Model and loss, which a setting may switch. */
  model(settings: ProblemSettings): ModelId;
  loss(settings: ProblemSettings): LossId;
  /** Settings beside the ones every problem has (number of examples, noise, seed). */
  readonly fields: readonly Field[];
  readonly defaults: {
    readonly examples: number;
    readonly noise: number;
    readonly learningRate: number;
    readonly batchSize: number;
  };
  /** What `noise` scales here, e.g. `standard deviation of the target`. */
  readonly noiseMeaning: string;
  domain(settings: ProblemSettings): Domain;
  start(settings: ProblemSettings): Weights;
  /** Draws the examples. `noise` is at least 0. The same generator state gives the same examples. */
  generate(count: number, noise: number, settings: ProblemSettings, random: Random): Examples;
}

/** What every problem has besides its own fields. A problem's `defaults` replace the defaults here. */
export const commonFields = [
  {
    kind: 'number',
    name: 'examples',
    label: 'Number of examples',
    default: 100,
    min: 10,
    max: 1000,
    integer: true,
    logarithmic: true,
  },
  { kind: 'number', name: 'noise', label: 'Noise', default: 0.3, min: 0, max: 2 },
  {
    kind: 'number',
    name: 'seed',
    label: 'Seed',
    default: 1,
    min: Number.MIN_SAFE_INTEGER,
    max: Number.MAX_SAFE_INTEGER,
    integer: true,
  },
] as const satisfies readonly NumberField[];
