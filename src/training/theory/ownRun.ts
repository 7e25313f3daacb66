// Examples that are the reader's own, or arranged in another way: which problem they make, and where its weights are worth
// looking at. Nothing is assumed of them; minimum, spread, and view follow from the numbers.

import { dataStream } from '../batches.ts';
import type { Examples } from '../examples.ts';
import type { NetworkData } from '../network/networkData.ts';
import { arranged, arrangementsFor, type ExampleKind } from '../ownData/arrangement.ts';
import type { Arrangement } from '../ownData/arrangements.ts';
import { classesOf, columnsOf, featuresOf, type OwnData } from '../ownData/ownData.ts';
import { type ScaleDegree, type Scaling, scaledExamples, scalingOf } from '../ownData/scaling.ts';
import type { NetworkProblem, PairProblem, Problem, Resolved } from '../problem.ts';
import { type ProblemId, problems } from '../problems/index.ts';
import { networkProblem } from '../problems/networkProblem.ts';
import { Random } from '../random.ts';
import type { Data, ExampleChoice, HeldOutOrNot, OwnRuns } from '../run/ownRuns.ts';
import type { RunConfig } from '../run/run.ts';
import { domainAround } from './ownDomain.ts';

/** Arrangements under which the usual view still holds what there is to see. */
const harmless: readonly Arrangement[] = ['as-drawn', 'sorted', 'duplicates'];

/** What the examples of a problem are made of, its own or others in their place. */
export function kindOf(problem: Problem): ExampleKind {
  if (problem.network !== undefined) {
    const { features, classes } = problem.data;
    return { features, classes, hasTarget: true };
  }
  const { features = 1, target = 'number' } = problem.takes ?? {};
  return { features, classes: target === 'classes' ? 2 : 0, hasTarget: target !== null };
}

/** Why a problem cannot be one of learning these data; null where it can. */
export function misfit(problem: Problem, data: OwnData): string | null {
  const features = featuresOf(data);
  const classes = classesOf(data);
  if (problem.network === undefined && problem.takes === undefined)
    return `${problem.title} is a problem of its own examples only.`;
  const kind = kindOf(problem);
  // A network learns from as many as there are.
  if (features !== kind.features && problem.network === undefined)
    return `${problem.title} takes ${kind.features === 1 ? 'one feature' : 'two features'}, not ${features}.`;
  if (kind.classes === 2 && classes !== 2) return `${problem.title} takes targets of two classes, 0 and 1.`;
  if (kind.classes > 2 && classes < 3)
    return `${problem.title} takes targets of three to six classes, 0, 1, 2, and so on.`;
  return null;
}

/** The problems of learning these data. */
export const problemsFor = (data: OwnData): readonly ProblemId[] =>
  (Object.keys(problems) as ProblemId[]).filter((each) => misfit(problems[each], data) === null);

const made = new WeakMap<OwnData, Map<Problem, Problem>>();

function problemWith(problem: Problem, data: OwnData): Problem {
  const known = made.get(data)?.get(problem);
  if (known !== undefined) return known;
  const refusal = misfit(problem, data);
  if (refusal !== null) throw new RangeError(refusal);
  const own = problem.network === undefined ? problem : networkWith(problem, data);
  made.set(data, (made.get(data) ?? new Map()).set(problem, own));
  return own;
}

/** The same problem with as many features, and classes, as the data have. */
function networkWith({ data: base, defaults, fields }: NetworkProblem, data: OwnData): NetworkProblem {
  const loss = fields.find(({ name }) => name === 'loss')?.default;
  const own: NetworkData = {
    ...base,
    features: featuresOf(data),
    classes: base.classes === 0 ? 0 : classesOf(data),
    defaults: { examples: data.y.length, noise: base.defaults.noise },
  };
  return networkProblem(own, { loss: loss as never, learningRate: defaults.learningRate });
}

function degreeOf(problem: Problem, { standardise }: ExampleChoice): ScaleDegree {
  if (standardise !== false) return 'standardised';
  return problem.network === undefined && problem.takes?.isCentred ? 'centred' : 'none';
}

function checkArrangement(problem: Problem, arrangement: Arrangement): void {
  if (!arrangementsFor(kindOf(problem)).includes(arrangement))
    throw new RangeError('One class can be rare only where the targets are classes.');
}

function examplesOf({ problem, settings }: Resolved, config: RunConfig): Examples {
  const { data, arrangement = 'as-drawn', examples, noise, seed } = config;
  const kind = kindOf(problem);
  checkArrangement(problem, arrangement);
  const all =
    data === undefined ? problem.generate(examples, noise, settings, new Random(seed, dataStream)) : columnsOf(data);
  return arranged(all, kind, arrangement);
}

/** The domain is found when it is first asked for. */
function placed(resolved: Resolved, config: ExampleChoice): Resolved {
  const { problem, settings } = resolved;
  const isUsual = config.data === undefined && harmless.includes(config.arrangement ?? 'as-drawn');
  if (problem.network !== undefined || isUsual) return resolved;
  let domain: ReturnType<PairProblem['domain']> | null = null;
  const found: PairProblem = {
    ...problem,
    domain() {
      domain ??= domainAround(found, settings, trainedOn(resolved, config), config.start ?? problem.start(settings));
      return domain;
    },
  };
  return { problem: found, settings };
}

/** The examples of a pair as they are trained on; what a configuration leaves unsaid is as usual. */
function trainedOn(resolved: Resolved, config: ExampleChoice): Examples {
  const { examples, noise } = resolved.problem.defaults;
  const whole = { examples: config.data?.y.length ?? examples, noise, seed: 1, ...config } as RunConfig;
  const all = examplesOf(resolved, whole);
  return config.data === undefined ? all : scaledExamples(all, scalingFor(resolved, config, all));
}

const scalingFor = ({ problem }: Resolved, config: ExampleChoice, training: Examples): Scaling =>
  scalingOf(training, kindOf(problem), degreeOf(problem, config));

/** Own data on a scale of their own; a problem's examples are on the one they were drawn on. */
function scaled(resolved: Resolved, config: RunConfig, { examples, test }: HeldOutOrNot): Data {
  if (config.data === undefined) return { examples, test, scaling: null };
  const scaling = scalingFor(resolved, config, examples);
  return {
    examples: scaledExamples(examples, scaling),
    test: test === null ? null : scaledExamples(test, scaling),
    scaling,
  };
}

export const ownRun: OwnRuns = { problemWith, misfit, examples: examplesOf, scaled, placed, checkArrangement };
