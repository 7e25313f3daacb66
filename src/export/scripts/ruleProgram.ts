// What a script has to compute of a step once the gradient of its examples is there, the same for every language: how the
// gradient is summed and clipped, and the rule of the run in the notation of expression.ts, with each argument one number
// or one per step.

import { type FieldValue, type FieldValues, withDefaults } from '../../training/field.ts';
import { type RuleFormula, RuleUse, type StateVariable } from '../../training/notation.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { nextStretch } from '../../training/run/replay.ts';
import { Rule } from '../../training/run/rule.ts';
import type { Hyperparameters, RunConfig, ScheduleConfig } from '../../training/run/run.ts';
import { schedules } from '../../training/schedules/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { type Assignment, type Expression, namesIn, parseAssignment, parseExpression } from './expression.ts';

/** What a name stands for: one number, one number per example of the batch, or one per weight. */
export type Kind = 'scalar' | 'batch' | 'vector';

/** A variable of the rule and where the optimizer's state holds its first number. */
export interface PlacedVariable extends StateVariable {
  readonly place: number;
}

export interface Argument {
  readonly name: string;
  /** The value at the first step. */
  readonly first: FieldValue;
  /** The different values it takes. */
  readonly values: readonly FieldValue[];
  readonly isVarying: boolean;
}

export interface RuleProgram {
  readonly optimizer: OptimizerId;
  readonly state: readonly PlacedVariable[];
  readonly scalars: readonly Assignment[];
  readonly vectors: readonly Assignment[];
  /** Every argument of the optimizer, `learningRate`, `clipNorm` (infinite where nothing is clipped), `forgetZeroGrad`. */
  readonly arguments: ReadonlyMap<string, Argument>;
  /** The one schedule of the run, or null when the hyperparameters were edited on the way. */
  readonly schedule: ScheduleConfig | null;
  /** Learning rate before the schedule. */
  readonly baseRate: number;
  /** Whether steps are made of micro-batches, whose gradients are added up. */
  readonly isAccumulated: boolean;
  /** What the names of the rule stand for. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** How its arguments are used in the steps at hand. */
  readonly use: RuleUse;
}

/** What becomes of the gradient before the rule sees it, by name: where it is clipped, and whether the last one stays. */
const gradientArguments = {
  clipNorm: ({ clipNorm }: Hyperparameters) => clipNorm ?? Number.POSITIVE_INFINITY,
  forgetZeroGrad: ({ forgetZeroGrad }: Hyperparameters) => forgetZeroGrad ?? false,
} as const;

const isSeveral = ({ accumulate = 1 }: Hyperparameters): boolean => accumulate > 1;

/** Whether an argument acts on the gradient before the rule sees it. */
export const isOfGradient = (name: string): boolean => Object.hasOwn(gradientArguments, name);

/** The rule of a recorded run. */
export function ruleOfRecord(record: RunRecord): RuleProgram {
  const { config, edits, layout } = record;
  const first = edits[0].hyperparameters;
  const rates = record.count === 0 ? [first.learningRate] : [...new Set(record.columns.learningRate)];
  const seen = record.count === 0 ? [new Rule(config.optimizer, first).values] : record.optimizerValues;
  const table = new Map<string, Argument>();
  for (const name of Object.keys(seen[0])) set(table, name, ...seen.map((values) => values[name]));
  set(table, 'learningRate', ...rates);
  for (const [name, read] of Object.entries(gradientArguments))
    set(table, name, ...edits.map(({ hyperparameters }) => read(hyperparameters)));
  const isAccumulated = edits.some(({ hyperparameters }) => isSeveral(hyperparameters));
  const schedule = edits.length === 1 ? first.schedule : null;
  return buildRule(config, layout.dimension, first, table, schedule, isAccumulated);
}

/** The rule of a configuration of D weights whose hyperparameters stay as they are. */
export function ruleOfConfiguration(
  config: RunConfig,
  dimension: number,
  hyperparameters: Hyperparameters,
): RuleProgram {
  const { schedule } = hyperparameters;
  const optimizer: Optimizer = optimizers[config.optimizer];
  const values = withDefaults(optimizer.fields, hyperparameters.optimizer);
  const table = new Map<string, Argument>();
  for (const [name, value] of Object.entries(values)) set(table, name, value);
  const rule = new Rule(config.optimizer, hyperparameters);
  const rate = rule.rateAt(0, 0);
  const isScheduled = schedule.kind !== 'constant' || schedule.warmup > 0 || rate !== hyperparameters.learningRate;
  table.set('learningRate', { name: 'learningRate', first: rate, values: [rate], isVarying: isScheduled });
  for (const [name, read] of Object.entries(gradientArguments)) set(table, name, read(hyperparameters));
  setMovedMomentum(table, optimizer, schedule);
  return buildRule(config, dimension, hyperparameters, table, schedule, isSeveral(hyperparameters));
}

/** The momentum or beta 1 that the schedule moves, between its two ends. */
function setMovedMomentum(table: Map<string, Argument>, optimizer: Optimizer, { kind, values }: ScheduleConfig): void {
  const name = optimizer.momentumField;
  const { cycleMomentum, baseMomentum, maxMomentum } = withDefaults(schedules[kind].fields, values);
  if (name !== undefined && cycleMomentum === true) set(table, name, maxMomentum, baseMomentum);
}

function set(table: Map<string, Argument>, name: string, ...taken: readonly FieldValue[]): void {
  const values = [...new Set(taken)];
  table.set(name, { name, first: values[0], values, isVarying: values.length > 1 });
}

/** Arguments that act at the first step alone: torch, too, reads them when it makes its state. */
const readOnce: readonly string[] = ['initialAccumulatorValue'];

function buildRule(
  config: RunConfig,
  dimension: number,
  first: Hyperparameters,
  table: Map<string, Argument>,
  schedule: ScheduleConfig | null,
  isAccumulated: boolean,
): RuleProgram {
  const optimizer: Optimizer = optimizers[config.optimizer];
  for (const name of readOnce) {
    const found = table.get(name);
    if (found !== undefined) set(table, name, found.first);
  }
  if (optimizer.readsRateOnce) set(table, 'learningRate', new Rule(config.optimizer, first).rateAt(0, 0));
  const use = new RuleUse(new Map([...table].map(([name, { values }]) => [name, values])));
  const formula = formulaOf(optimizer, use);
  const kinds = new Map<string, Kind>([
    ['w', 'vector'],
    ['gradient', 'vector'],
  ]);
  const vectors = formula.vectors.map(parseAssignment);
  for (const { name, isVector } of formula.state) kinds.set(name, isVector ? 'vector' : 'scalar');
  for (const { name } of vectors) kinds.set(name, 'vector');
  return {
    optimizer: config.optimizer,
    state: formula.state.map((variable) => ({ ...variable, place: placeOf(variable, optimizer, dimension) })),
    scalars: formula.scalars.map(parseAssignment),
    vectors,
    arguments: table,
    schedule,
    baseRate: first.learningRate,
    isAccumulated,
    kinds,
    use,
  };
}

/** The rule of one step as its arguments are used, sign and weight decay included. */
function formulaOf(optimizer: Optimizer, use: RuleUse): RuleFormula {
  const decays = use.some('weightDecay');
  const always = optimizer.isDecayDecoupled === true;
  const decoupled = !decays ? none : always ? 'weightDecay' : use.choose('decoupledWeightDecay', 'weightDecay', none);
  const coupled = !decays || always ? none : use.choose('decoupledWeightDecay', none, 'weightDecay');
  const gradient = gradientOf(use, coupled);
  const rule = optimizer.formula(use, gradient.name);
  const shrink = decoupled === none ? [] : [`w = w * (1 - learningRate * ${decoupled})`];
  return { ...rule, vectors: [...gradient.lines, ...shrink, ...rule.vectors] };
}

const none = '0';

/** The gradient the rule works with: negated to climb, and with the pull of weight decay where it is coupled. */
function gradientOf(use: RuleUse, decay: string): { readonly name: string; readonly lines: readonly string[] } {
  const signed = use.choose('maximize', '-gradient', 'gradient');
  if (decay === none && signed === 'gradient') return { name: 'gradient', lines: [] };
  return { name: 'g', lines: [`g = ${signed}${decay === none ? '' : ` + ${decay} * w`}`] };
}

/** Where in the state of D weights a variable stands, or begins. */
const placeOf = ({ slot, isVector }: StateVariable, { slots }: Optimizer, dimension: number): number =>
  isVector ? 1 + slot * dimension : 1 + slots.length * dimension + slot;

/** Whether an expression is one number, or one per example or weight. */
export function kindOf(expression: Expression, kinds: ReadonlyMap<string, Kind>): Kind {
  return (
    namesIn(expression)
      .map((name) => kinds.get(name) ?? 'scalar')
      .find((kind) => kind !== 'scalar') ?? 'scalar'
  );
}

/** Whether the gradient is clipped in some step. */
export const isClipped = ({ arguments: table }: RuleProgram): boolean =>
  table.get('clipNorm')?.values.some((value) => Number.isFinite(value)) ?? false;

/** Whether zero_grad is forgotten in every step, in some, or never. */
export const forgets = ({ use }: RuleProgram): 'always' | 'sometimes' | 'never' =>
  use.every('forgetZeroGrad') ? 'always' : use.some('forgetZeroGrad') ? 'sometimes' : 'never';

/** What a comment says where it is. */
export const forgotten = 'zero_grad is forgotten: this gradient joins the sum of all before it.';

/** Whether the gradient of a step is a sum of several. */
export const isSummed = (program: RuleProgram): boolean => program.isAccumulated || forgets(program) !== 'never';

/** The arguments that the step reads, the learning rate first. */
export function ruleArguments(program: RuleProgram): readonly Argument[] {
  const read = new Set([...program.scalars, ...program.vectors].flatMap(({ value }) => namesIn(value)));
  for (const { initial } of program.state) for (const name of namesIn(parseExpression(initial))) read.add(name);
  if (isClipped(program)) read.add('clipNorm');
  if (forgets(program) === 'sometimes') read.add('forgetZeroGrad');
  return [...program.arguments.values()]
    .filter(({ name }) => read.has(name))
    .sort((a, b) => Number(b.name === 'learningRate') - Number(a.name === 'learningRate'));
}

/** Whether the rule reads the number of the step. */
export const readsStep = (program: RuleProgram): boolean =>
  ruleArguments(program).some(({ isVarying }) => isVarying) ||
  [...program.scalars, ...program.vectors].some(({ value }) => namesIn(value).includes('step'));

/** The value of every argument at each recorded step: what a script writes as a list where it varies. */
export function valuesByStep(record: RunRecord, name: string): readonly FieldValue[] {
  if (name === 'learningRate') return [...record.columns.learningRate];
  if (!Object.hasOwn(gradientArguments, name)) return record.optimizerValues.map((values: FieldValues) => values[name]);
  const read = gradientArguments[name as keyof typeof gradientArguments];
  return Array.from({ length: record.count }, (_, step) => read(nextStretch(record.edits, step).hyperparameters));
}

/** The lines of the rule, in order. */
export const ruleOf = ({ scalars, vectors }: RuleProgram): readonly Assignment[] => [...scalars, ...vectors];

/**
 * The key of what an assignment computes: its name, and `nextWeights` for the last one to the weights. One whose name a
 * later line of the rule takes again has its place in the rule with it.
 */
export function keyOfResult(program: RuleProgram, assignment: Assignment): string {
  const lines = ruleOf(program);
  const place = lines.indexOf(assignment);
  const { name } = assignment;
  if (place >= 0 && lines.slice(place + 1).some((later) => later.name === name)) return `${name}:${place}`;
  return name === 'w' ? 'nextWeights' : name;
}
