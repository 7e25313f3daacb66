// What a script has to compute, the same for every language: model, loss, and rule of a run in the notation of
// expression.ts, its data, and for each argument whether it is one number or one per step.

import { type FieldValue, type FieldValues, withDefaults } from '../../training/field.ts';
import { type LossId, losses } from '../../training/losses/index.ts';
import { type ModelId, models } from '../../training/models/index.ts';
import { type RuleFormula, RuleUse, type StateVariable } from '../../training/notation.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../../training/optimizers/index.ts';
import { resolvePair } from '../../training/run/configuration.ts';
import { Rule } from '../../training/run/rule.ts';
import type { Hyperparameters, RunConfig, ScheduleConfig } from '../../training/run/run.ts';
import { schedules } from '../../training/schedules/index.ts';
import type { Weights } from '../../training/vector.ts';
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

export interface Program {
  readonly model: ModelId;
  readonly loss: LossId;
  readonly optimizer: OptimizerId;
  readonly start: Weights;
  /** The columns of the examples that are used: x or x1 and x2, and y where the loss has a target. */
  readonly columns: readonly ('x' | 'x1' | 'x2' | 'y')[];
  readonly forward: readonly Assignment[];
  readonly lossValue: Expression;
  readonly byPrediction: Expression;
  readonly backward: readonly Assignment[];
  readonly byWeights: readonly [Expression, Expression];
  readonly state: readonly PlacedVariable[];
  readonly scalars: readonly Assignment[];
  readonly vectors: readonly Assignment[];
  /** Every argument of the optimizer, and `learningRate`. */
  readonly arguments: ReadonlyMap<string, Argument>;
  /** The one schedule of the run, or null when the hyperparameters were edited on the way. */
  readonly schedule: ScheduleConfig | null;
  /** Learning rate before the schedule. */
  readonly baseRate: number;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** How its arguments are used in the steps at hand. */
  readonly use: RuleUse;
}

/** The lines of the rule, in order. */
export const ruleOf = ({ scalars, vectors }: Program): readonly Assignment[] => [...scalars, ...vectors];

/**
 * The key of what an assignment computes: its name, and `nextWeights` for the last one to the weights. One whose name a
 * later line of the rule takes again has its place in the rule with it.
 */
export function keyOfResult(program: Program, assignment: Assignment): string {
  const lines = ruleOf(program);
  const place = lines.indexOf(assignment);
  const { name } = assignment;
  if (place >= 0 && lines.slice(place + 1).some((later) => later.name === name)) return `${name}:${place}`;
  return name === 'w' ? 'nextWeights' : name;
}

/** The program of a recorded run. */
export function programOf(record: RunRecord): Program {
  const first = record.edits[0].hyperparameters;
  const rates = record.count === 0 ? [first.learningRate] : [...new Set(record.columns.learningRate)];
  const seen = record.count === 0 ? [new Rule(record.config.optimizer, first).values] : record.optimizerValues;
  const table = new Map<string, Argument>();
  for (const name of Object.keys(seen[0]))
    table.set(name, argument(name, [...new Set(seen.map((values) => values[name]))]));
  table.set('learningRate', argument('learningRate', rates));
  const schedule = record.edits.length === 1 ? first.schedule : null;
  return buildProgram(record.config, first, table, schedule);
}

/** The program of a configuration whose hyperparameters stay as they are. */
export function programOfConfiguration(config: RunConfig, hyperparameters: Hyperparameters): Program {
  const { schedule } = hyperparameters;
  const optimizer: Optimizer = optimizers[config.optimizer];
  const values = withDefaults(optimizer.fields, hyperparameters.optimizer);
  const table = new Map<string, Argument>();
  for (const [name, value] of Object.entries(values)) table.set(name, argument(name, [value]));
  const rule = new Rule(config.optimizer, hyperparameters);
  const rate = rule.rateAt(0, 0);
  const isScheduled = schedule.kind !== 'constant' || schedule.warmup > 0 || rate !== hyperparameters.learningRate;
  table.set('learningRate', { ...argument('learningRate', [rate]), isVarying: isScheduled });
  const moved = movedMomentum(optimizer, schedule);
  if (moved !== null) table.set(moved.name, moved);
  return buildProgram(config, hyperparameters, table, schedule);
}

/** The momentum or beta 1 that the schedule moves, between its two ends. */
function movedMomentum(optimizer: Optimizer, { kind, values }: ScheduleConfig): Argument | null {
  const name = optimizer.momentumField;
  const { cycleMomentum, baseMomentum, maxMomentum } = withDefaults(schedules[kind].fields, values);
  return name !== undefined && cycleMomentum === true ? argument(name, [maxMomentum, baseMomentum]) : null;
}

const argument = (name: string, values: readonly FieldValue[]): Argument => ({
  name,
  first: values[0],
  values,
  isVarying: values.length > 1,
});

/** Arguments that act at the first step alone: torch, too, reads them when it makes its state. */
const readOnce: readonly string[] = ['initialAccumulatorValue'];

function buildProgram(
  config: RunConfig,
  first: Hyperparameters,
  table: Map<string, Argument>,
  schedule: ScheduleConfig | null,
): Program {
  const setting = resolvePair(config);
  const optimizer: Optimizer = optimizers[config.optimizer];
  const model = keyOf(models, setting.model) as ModelId;
  const loss = keyOf(losses, setting.loss) as LossId;
  for (const name of readOnce) {
    const found = table.get(name);
    if (found !== undefined) table.set(name, argument(name, [found.first]));
  }
  if (optimizer.readsRateOnce)
    table.set('learningRate', argument('learningRate', [new Rule(config.optimizer, first).rateAt(0, 0)]));
  const use = new RuleUse(new Map([...table].map(([name, { values }]) => [name, values])));
  const formula = formulaOf(optimizer, use);
  const features = setting.model.features === 1 ? (['x'] as const) : (['x1', 'x2'] as const);
  const { forward, backward, byW1, byW2 } = setting.model.notation;
  const { value, byPrediction, usesTarget } = setting.loss.notation;
  const program = {
    model,
    loss,
    optimizer: config.optimizer,
    start: config.start,
    columns: usesTarget ? ([...features, 'y'] as const) : features,
    forward: forward.map(parseAssignment),
    lossValue: parseExpression(value),
    byPrediction: parseExpression(byPrediction),
    backward: backward.map(parseAssignment),
    byWeights: [parseExpression(byW1), parseExpression(byW2)] as const,
    state: formula.state.map((variable) => ({ ...variable, place: placeOf(variable, optimizer, config.start.length) })),
    scalars: formula.scalars.map(parseAssignment),
    vectors: formula.vectors.map(parseAssignment),
    arguments: table,
    schedule,
    baseRate: first.learningRate,
    use,
  };
  return { ...program, kinds: kindsOf(program) };
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

const keyOf = (registry: Readonly<Record<string, unknown>>, value: unknown): string =>
  Object.keys(registry).find((key) => registry[key] === value)!;

function kindsOf(program: Omit<Program, 'kinds'>): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>([
    ['w', 'vector'],
    ['gradient', 'vector'],
    ['byPrediction', 'batch'],
  ]);
  for (const name of program.columns) kinds.set(name, 'batch');
  for (const { name } of [...program.forward, ...program.backward]) kinds.set(name, 'batch');
  for (const { name, isVector } of program.state) kinds.set(name, isVector ? 'vector' : 'scalar');
  for (const { name } of program.vectors) kinds.set(name, 'vector');
  return kinds;
}

/** Whether an expression is one number, or one per example or weight. */
export function kindOf(expression: Expression, kinds: ReadonlyMap<string, Kind>): Kind {
  return (
    namesIn(expression)
      .map((name) => kinds.get(name) ?? 'scalar')
      .find((kind) => kind !== 'scalar') ?? 'scalar'
  );
}

/** The arguments that the rule reads, the learning rate first. */
export function ruleArguments(program: Program): readonly Argument[] {
  const read = new Set([...program.scalars, ...program.vectors].flatMap(({ value }) => namesIn(value)));
  for (const { initial } of program.state) for (const name of namesIn(parseExpression(initial))) read.add(name);
  return ['learningRate', ...[...program.arguments.keys()].filter((name) => name !== 'learningRate')]
    .filter((name) => read.has(name))
    .map((name) => program.arguments.get(name)!);
}

/** Whether the rule reads the number of the step. */
export const readsStep = (program: Program): boolean =>
  ruleArguments(program).some(({ isVarying }) => isVarying) ||
  [...program.scalars, ...program.vectors].some(({ value }) => namesIn(value).includes('step'));

/** The value of every argument at each recorded step: what a script writes as a list where it varies. */
export function valuesByStep(record: RunRecord, name: string): readonly FieldValue[] {
  if (name === 'learningRate') return [...record.columns.learningRate];
  return record.optimizerValues.map((values: FieldValues) => values[name]);
}

/** The numbers of one of the program's columns; `x` is the only feature there is. */
export const columnOf = ({ examples }: RunRecord, column: Program['columns'][number]): Float64Array =>
  examples[column === 'x' ? 'x1' : column].subarray(0, examples.count);
