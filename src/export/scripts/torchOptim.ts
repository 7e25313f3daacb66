// The optimizer and its schedule as PyTorch has them: the class of torch.optim with its arguments, and the scheduler where
// that says the same. Where torch.optim has no such rule, or could not change over on the way as the run did, it says so.

import { type FieldValue, type FieldValues, withDefaults } from '../../training/field.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { present } from '../../training/present.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { type CodeLine, line, shown } from './listing.ts';
import { pythonValue, snakeCase } from './python.ts';
import type { PythonStyle } from './pythonScript.ts';
import { type RuleProgram, readsStep } from './ruleProgram.ts';

/** Names of torch's arguments that are not the field's name in snake case. */
const renamed: Readonly<Record<string, string>> = { learningRate: 'lr', learningRateDecay: 'lr_decay' };
const tuples: readonly (readonly [string, string, string])[] = [
  ['betas', 'beta1', 'beta2'],
  ['etas', 'etaMinus', 'etaPlus'],
  ['step_sizes', 'stepMin', 'stepMax'],
];

/** Whether torch.optim has the rule and can follow it: what it sets up once must not change on the way. */
export function hasClass(program: RuleProgram): boolean {
  const { torch }: Optimizer = optimizers[program.optimizer];
  if (torch === undefined || lacked(program) !== null) return false;
  return (torch.fixed ?? []).every((name) => program.use.every(name) || !program.use.some(name));
}

/** The sentence about a switch that is on and that torch has no argument for, or null. */
function lacked({ optimizer, use }: RuleProgram): string | null {
  const { torch }: Optimizer = optimizers[optimizer];
  return torch?.lacks !== undefined && use.some(torch.lacks.field) ? torch.lacks.sentence : null;
}

/** torch refuses whole numbers in a tuple of betas. */
const asFloat = (text: string): string => (/^\d+$/.test(text) ? `${text}.0` : text);

/** torch's arguments: the name, its value as text, and the fields behind it. */
interface TorchArgument {
  readonly name: string;
  readonly text: (valueText: (field: string) => string) => string;
  readonly fields: readonly string[];
}

function torchArguments(program: RuleProgram): TorchArgument[] {
  const optimizer: Optimizer = optimizers[program.optimizer];
  const fields = optimizer.fields.map(({ name }) => name);
  const paired = tuples.filter(([, first]) => fields.includes(first));
  const inTuples = new Set(paired.flatMap(([, first, second]) => [first, second]));
  const single = ['learningRate', ...fields.filter((name) => !inTuples.has(name))].filter(
    // A switch to another class, or one that torch does not have, is no argument.
    (name) => name !== optimizer.torch?.other?.field && name !== optimizer.torch?.lacks?.field,
  );
  return [
    ...single.map((name) => ({
      name: renamed[name] ?? snakeCase(name),
      text: (valueText: (field: string) => string) => valueText(name),
      fields: [name],
    })),
    ...paired.map(([name, first, second]) => ({
      name,
      text: (valueText: (field: string) => string) => `(${asFloat(valueText(first))}, ${asFloat(valueText(second))})`,
      fields: [first, second],
    })),
  ];
}

/** The class of torch.optim, which a switch may replace by another. */
function torchName({ optimizer: id, arguments: table }: RuleProgram): string {
  const { torch }: Optimizer = optimizers[id];
  if (torch?.other !== undefined && table.get(torch.other.field)?.first === true) return torch.other.name;
  return torch?.name ?? '';
}

/**
 * @param parameters what it moves, as Python
 * @param isScheduled whether a scheduler makes the first rate out of the base rate
 */
export function torchOptimizer(program: RuleProgram, parameters: string, isScheduled: boolean): string {
  const { optimizer: id, arguments: table } = program;
  const optimizer: Optimizer = optimizers[id];
  const className = torchName(program);
  const defaults = withDefaults(optimizer.fields, {});
  // torch's SGD has no learning rate of its own in every version, and a schedule may begin with a rate of 0.
  const isNeeded = (name: string): boolean =>
    name === 'learningRate' ||
    present(table.get(name)).first !== (name === 'momentum' || name === 'weightDecay' ? 0 : defaults[name]);
  const first = (name: string): string =>
    pythonValue(name === 'learningRate' && isScheduled ? program.baseRate : present(table.get(name)).first);
  const given = torchArguments(program)
    .filter(({ fields }) => fields.some(isNeeded))
    .map(({ name, text }) => `${name}=${text(first)}`);
  // AdamW decays by 0.01 unless told not to.
  if (className === 'AdamW' && present(table.get('weightDecay')).first === 0) given.push('weight_decay=0');
  given.push(...(optimizer.torch?.extra ?? []));
  return `optimizer = torch.optim.${className}(${parameters}, ${given.join(', ')})`;
}

const schedulerArguments: Readonly<Record<string, string>> = { tMax: 'T_max', t0: 'T_0', tMult: 'T_mult' };

/** The line that makes the scheduler, or null where a list of rates by step takes its place. */
export function torchScheduler(program: RuleProgram, counts: number): string | null {
  const { schedule, baseRate } = program;
  if (schedule === null || schedule.warmup > 0 || !present(program.arguments.get('learningRate')).isVarying)
    return null;
  const { fields, torch, torchFactor }: Schedule = schedules[schedule.kind];
  const values = withDefaults(fields, schedule.values);
  if (torch === undefined) {
    const factor = torchFactor?.((name) => schedulerValue(values[name])) ?? null;
    return factor === null ? null : `scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: ${factor})`;
  }
  if (schedule.kind === 'one-cycle' && !hasTorchCycle(values, counts)) return null;
  // ConstantLR comes back to the base rate by dividing by its factor.
  if (schedule.kind === 'constant' && values.factor === 0) return null;
  const optimizer: Optimizer = optimizers[program.optimizer];
  const given = fields
    .map(({ name }) => name)
    .filter((name) => name !== 'cycleMomentum')
    .map((name) => `${schedulerArguments[name] ?? snakeCase(name)}=${schedulerValue(values[name])}`);
  if (schedule.kind === 'one-cycle') {
    given.unshift(`max_lr=${baseRate}`);
    // torch refuses to cycle the momentum of a rule that has none.
    if (optimizer.momentumField === undefined || !values.cycleMomentum) given.push('cycle_momentum=False');
  }
  return `scheduler = torch.optim.lr_scheduler.${torch}(optimizer, ${given.join(', ')})`;
}

/** torch's cycle divides by the length of each phase and ends with an error after its last count. */
function hasTorchCycle({ totalSteps, pctStart, threePhase }: FieldValues, counts: number): boolean {
  const total = totalSteps as number;
  const up = (pctStart as number) * total - 1;
  const down = threePhase ? 2 * (pctStart as number) * total - 2 : up;
  return counts <= total && up > 0 && (!threePhase || down > up) && down < total - 1;
}

const schedulerValue = (value: FieldValue): string => (typeof value === 'string' ? `"${value}"` : pythonValue(value));

/** The fields that change from step to step and that no scheduler moves. */
function torchVarying(program: RuleProgram, scheduler: string | null): string[] {
  const moved = new Set<string>();
  if (scheduler !== null) {
    moved.add('learningRate');
    const optimizer: Optimizer = optimizers[program.optimizer];
    if (present(program.schedule).kind === 'one-cycle' && optimizer.momentumField !== undefined)
      moved.add(optimizer.momentumField);
  }
  return [...program.arguments.values()]
    .filter(({ name, isVarying }) => isVarying && !moved.has(name))
    .map(({ name }) => name);
}

/** `weights` is what the step changes. */
export function torchStep(program: RuleProgram, scheduler: string | null, weights: string): CodeLine[] {
  const varying = new Set(torchVarying(program, scheduler));
  const current = (field: string): string =>
    varying.has(field) ? `${snakeCase(field)}_of_step[step]` : pythonValue(present(program.arguments.get(field)).first);
  const settings = torchArguments(program)
    .filter(({ fields }) => fields.some((field) => varying.has(field)))
    .map(({ name, text, fields }) =>
      line(`optimizer.param_groups[0]["${name}"] = ${text(current)}`, 'update', [
        shown(`"${name}"`, present(fields.find((field) => varying.has(field)))),
      ]),
    );
  const advance =
    scheduler === null
      ? []
      : present(program.schedule).unit === 'step'
        ? [line('scheduler.step()', 'update')]
        : [line('if step + 1 in epoch_starts:', 'update'), line('    scheduler.step()', 'update')];
  return [...settings, line('optimizer.step()', 'update', [shown(weights, 'nextWeights')]), ...advance];
}

function epochStarts({ columns, count }: RunRecord): string {
  const starts: number[] = [];
  for (let step = 1; step < count; step++) if (columns.epoch[step] > columns.epoch[step - 1]) starts.push(step);
  return `# The steps with which an epoch begins, but for the first.\nepoch_starts = {${starts.length > 0 ? starts.join(', ') : '-1'}}`;
}

function torchRemarks(
  program: RuleProgram,
  isBuiltIn: boolean,
  scheduler: string | null,
  varying: readonly string[],
): string[] {
  const all: string[] = [];
  const { title, torch, readsRateOnce }: Optimizer = optimizers[program.optimizer];
  if (torch === undefined) all.push(`torch.optim has no ${title}, so its rule is written out.`);
  else if (!isBuiltIn)
    all.push(
      lacked(program) ??
        `torch.optim.${torch.name} cannot change over on the way as this run did, so its rule is written out.`,
    );
  if (isBuiltIn && scheduler === null && varying.includes('learningRate'))
    all.push('The learning rate of each step is written in: no scheduler of PyTorch says the same.');
  if (readsRateOnce)
    all.push(`${title} takes the learning rate for its first step size only, so no schedule acts on it.`);
  const caveat = torch?.caveat;
  if (caveat !== undefined && (caveat.field === undefined || program.use.some(caveat.field))) all.push(caveat.sentence);
  return all;
}

/** What a script says and holds besides its listing, and how often its schedule is asked for a rate. */
export function torchPlan(record: RunRecord, program: RuleProgram): TorchPlan {
  const isBuiltIn = hasClass(program);
  const isByEpoch = program.schedule?.unit === 'epoch';
  const counts = isByEpoch ? (record.columns.epoch.at(-1) ?? 0) + 1 : record.count;
  const scheduler = isBuiltIn ? torchScheduler(program, counts) : null;
  const varying = isBuiltIn ? torchVarying(program, scheduler) : undefined;
  return {
    counts,
    style: {
      remarks: torchRemarks(program, isBuiltIn, scheduler, varying ?? []),
      ...(varying === undefined ? {} : { varying }),
      more: scheduler !== null && isByEpoch ? [epochStarts(record)] : [],
    },
  };
}

export interface TorchPlan {
  readonly counts: number;
  readonly style: Pick<PythonStyle, 'remarks' | 'varying' | 'more'>;
}

/** How PyTorch holds the data of a script. */
export const torchStyle = {
  library: 'PyTorch',
  install: 'torch',
  data: (numbers: string) => `torch.tensor([\n${numbers}\n])`,
  batches: (rows: string) => `[\n${rows}\n]`,
};

export const torchImports = ['import torch', '', 'torch.set_default_dtype(torch.float64)'];

/** Whether the loop must count its steps for the optimizer, its schedule, or what becomes of the gradient. */
export const torchCountsSteps = (program: RuleProgram, isBuiltIn: boolean, scheduler: string | null): boolean =>
  isBuiltIn
    ? torchVarying(program, scheduler).length > 0 || (scheduler !== null && program.schedule?.unit === 'epoch')
    : readsStep(program);
