// A problem: what is trained (a model of two weights, or a network), a loss, and examples, on a part of weight space
// worth looking at.

import type { Examples } from './examples.ts';
import type { Field, FieldValue, NumberField } from './field.ts';
import type { LossId } from './losses/index.ts';
import type { ModelId } from './models/index.ts';
import type { Initial } from './network/initialFields.ts';
import type { NetworkSpec } from './network/network.ts';
import type { NetworkData } from './network/networkData.ts';
import type { Random } from './random.ts';
import type { Domain, Weights } from './vector.ts';

/** All of a problem's own settings, defaults filled in. */
export type ProblemSettings = Readonly<Record<string, FieldValue>>;

export type Problem = PairProblem | NetworkProblem;

/** A model of two weights. */
export interface PairProblem extends AnyProblem {
  readonly network?: undefined;
  /** Absent where no other examples can be learned. */
  readonly takes?: Takes;
  /** Model and loss, which a setting may switch. */
  model(settings: ProblemSettings): ModelId;
  loss(settings: ProblemSettings): LossId;
}

/** A network, of as many weights as its layers have. */
export interface NetworkProblem extends AnyProblem {
  network(settings: ProblemSettings): NetworkSpec;
  /** How the first weights are drawn. */
  initial(settings: ProblemSettings): Initial;
  /** The share of the examples that is held out as a test, 0 to 0.5. */
  testShare(settings: ProblemSettings): number;
  readonly data: NetworkData;
}

/** A problem under its settings, defaults filled in. */
export interface Resolved<Kind extends Problem = Problem> {
  readonly problem: Kind;
  readonly settings: ProblemSettings;
}

/** What the loss looks like over two weights: one bowl, a valley, many minima; or what is trained where that says more. */
export const families = ['bowl', 'valley', 'minima', 'neuron', 'network'] as const;
export type Family = (typeof families)[number];

/** What of the reader's own can take the place of a problem's examples. */
export interface Takes {
  readonly features: 1 | 2;
  /** Numbers, two classes, or nothing to predict. */
  readonly target: 'number' | 'classes' | null;
  /** Set where the model has no bias, so that features, and targets that are numbers, must lie around 0. */
  readonly isCentred?: true;
}

interface AnyProblem {
  readonly title: string;
  readonly family: Family;
  /** The loss of one example as text, of the loss that the settings choose. */
  formula(settings: ProblemSettings): string;
  /** One sentence: what it teaches, true of what the page shows. */
  readonly lesson: string;
  /** Settings beside the ones every problem has (number of examples, noise, seed). */
  readonly fields: readonly Field[];
  readonly defaults: {
    readonly examples: number;
    readonly noise: number;
    readonly learningRate: number;
    readonly batchSize: number;
  };
  /** What `noise` scales here, e.g. `standard deviation of the target`. */
  noiseMeaning(settings: ProblemSettings): string;
  /** The part of weight space, or of a plane around a network's first weights, that is shown at first. */
  domain(settings: ProblemSettings): Domain;
  /** Weights, or how far from its drawn first weights a network starts in the start plane. */
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
