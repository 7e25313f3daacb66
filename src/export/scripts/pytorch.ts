// A run as PyTorch: autograd, the class of torch.optim with its arguments, and its scheduler where that says the same.
// Where torch.optim has no such rule, or could not change over on the way as the run did, the rule is written out.

import { type FieldValue, type FieldValues, withDefaults } from '../../training/field.ts';
import type { Loss } from '../../training/loss.ts';
import { losses } from '../../training/losses/index.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { parseExpression } from './expression.ts';
import { type CodeLine, indent, type Listing, line, shown, shownFirst } from './listing.ts';
import { type Program, programOf, readsStep } from './program.ts';
import {
  mathImport,
  nameInPython,
  printPython,
  pythonAssignment,
  pythonConstants,
  pythonFloat,
  pythonLoopHead,
  pythonSample,
  pythonValue,
  pythonVarying,
  snakeCase,
} from './python.ts';
import { pythonScript } from './pythonScript.ts';

/** Names of torch's arguments that are not the field's name in snake case. */
const renamed: Readonly<Record<string, string>> = { learningRate: 'lr', learningRateDecay: 'lr_decay' };
const tuples: readonly (readonly [string, string, string])[] = [
  ['betas', 'beta1', 'beta2'],
  ['etas', 'etaMinus', 'etaPlus'],
  ['step_sizes', 'stepMin', 'stepMax'],
];

/** Whether torch.optim has the rule and can follow it: what it sets up once must not change on the way. */
function hasClass(program: Program): boolean {
  const { torch }: Optimizer = optimizers[program.optimizer];
  return torch !== undefined && (torch.fixed ?? []).every((name) => program.use.every(name) || !program.use.some(name));
}

/** torch refuses whole numbers in a tuple of betas. */
const asFloat = (text: string): string => (/^\d+$/.test(text) ? `${text}.0` : text);

/** torch's arguments: the name, its value as text, and the fields behind it. */
interface TorchArgument {
  readonly name: string;
  readonly text: (valueText: (field: string) => string) => string;
  readonly fields: readonly string[];
}

function torchArguments(program: Program): TorchArgument[] {
  const optimizer: Optimizer = optimizers[program.optimizer];
  const fields = optimizer.fields.map(({ name }) => name);
  const paired = tuples.filter(([, first]) => fields.includes(first));
  const inTuples = new Set(paired.flatMap(([, first, second]) => [first, second]));
  const single = ['learningRate', ...fields.filter((name) => !inTuples.has(name))].filter(
    // A switch to another class is no argument of either.
    (name) => name !== optimizer.torch?.other?.field,
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
function torchName({ optimizer: id, arguments: table }: Program): string {
  const { torch }: Optimizer = optimizers[id];
  if (torch?.other !== undefined && table.get(torch.other.field)?.first === true) return torch.other.name;
  return torch?.name ?? '';
}

/** @param isScheduled whether a scheduler makes the first rate out of the base rate */
function torchOptimizer(program: Program, isScheduled: boolean): string {
  const { optimizer: id, arguments: table } = program;
  const optimizer: Optimizer = optimizers[id];
  const className = torchName(program);
  const defaults = withDefaults(optimizer.fields, {});
  // torch's SGD has no learning rate of its own in every version, and a schedule may begin with a rate of 0.
  const isNeeded = (name: string): boolean =>
    name === 'learningRate' ||
    table.get(name)!.first !== (name === 'momentum' || name === 'weightDecay' ? 0 : defaults[name]);
  const first = (name: string): string =>
    pythonValue(name === 'learningRate' && isScheduled ? program.baseRate : table.get(name)!.first);
  const given = torchArguments(program)
    .filter(({ fields }) => fields.some(isNeeded))
    .map(({ name, text }) => `${name}=${text(first)}`);
  // AdamW decays by 0.01 unless told not to.
  if (className === 'AdamW' && table.get('weightDecay')!.first === 0) given.push('weight_decay=0');
  given.push(...(optimizer.torch?.extra ?? []));
  return `optimizer = torch.optim.${className}([w], ${given.join(', ')})`;
}

const schedulerArguments: Readonly<Record<string, string>> = { tMax: 'T_max', t0: 'T_0', tMult: 'T_mult' };

/** The line that makes the scheduler, or null where a list of rates by step takes its place. */
function torchScheduler(program: Program, counts: number): string | null {
  const { schedule, baseRate } = program;
  if (schedule === null || schedule.warmup > 0 || !program.arguments.get('learningRate')!.isVarying) return null;
  const { fields, torch }: Schedule = schedules[schedule.kind];
  if (torch === undefined) return null;
  const values = withDefaults(fields, schedule.values);
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

/** @param counts how often the schedule is asked for a rate in these steps */
export function pytorchListing(program: Program, counts = 0): Listing {
  const isBuiltIn = hasClass(program);
  const scheduler = isBuiltIn ? torchScheduler(program, counts) : null;
  const loss =
    (losses[program.loss] as Loss).torch ?? `torch.mean(${printPython(program.lossValue, 'torch', program.kinds)})`;
  const body = [
    pythonSample(program, (column) => `data_${column}[batch]`),
    ...program.forward.map((one) => pythonAssignment(one, 'torch', program, 'forward')),
    line(`loss = ${loss}`, 'loss', [shown('loss', 'loss')]),
    line(isBuiltIn ? 'optimizer.zero_grad()' : 'w.grad = None', 'backward'),
    line('loss.backward()', 'backward', [shown('w.grad', 'gradient')]),
    ...(isBuiltIn ? torchStep(program, scheduler) : writtenOut(program)),
  ];
  const countsSteps = isBuiltIn
    ? torchVarying(program, scheduler).length > 0 || (scheduler !== null && program.schedule!.unit === 'epoch')
    : readsStep(program);
  const start = `w = torch.tensor([${program.start.map(pythonFloat).join(', ')}], requires_grad=True)`;
  return {
    imports: [...(isBuiltIn ? [] : mathImport(program)), 'import torch', '', 'torch.set_default_dtype(torch.float64)'],
    definitions: [],
    setup: [
      ...(isBuiltIn ? [] : pythonConstants(program)),
      line(start, null, [shownFirst('w', 'weights')]),
      ...(isBuiltIn
        ? [
            line(torchOptimizer(program, scheduler !== null), null, [
              shownFirst('lr', scheduler === null ? 'learningRate' : 'baseRate'),
            ]),
          ]
        : torchState(program)),
      ...(scheduler === null ? [] : [line(scheduler)]),
    ],
    loop: [pythonLoopHead(countsSteps), ...indent(body, '    ')],
  };
}

/** The fields that change from step to step and that no scheduler moves. */
function torchVarying(program: Program, scheduler: string | null): string[] {
  const moved = new Set<string>();
  if (scheduler !== null) {
    moved.add('learningRate');
    const optimizer: Optimizer = optimizers[program.optimizer];
    if (program.schedule!.kind === 'one-cycle' && optimizer.momentumField !== undefined)
      moved.add(optimizer.momentumField);
  }
  return [...program.arguments.values()]
    .filter(({ name, isVarying }) => isVarying && !moved.has(name))
    .map(({ name }) => name);
}

function torchStep(program: Program, scheduler: string | null): CodeLine[] {
  const varying = new Set(torchVarying(program, scheduler));
  const current = (field: string): string =>
    varying.has(field) ? `${snakeCase(field)}_of_step[step]` : pythonValue(program.arguments.get(field)!.first);
  const settings = torchArguments(program)
    .filter(({ fields }) => fields.some((field) => varying.has(field)))
    .map(({ name, text, fields }) =>
      line(`optimizer.param_groups[0]["${name}"] = ${text(current)}`, 'update', [
        shown(`"${name}"`, fields.find((field) => varying.has(field))!),
      ]),
    );
  const advance =
    scheduler === null
      ? []
      : program.schedule!.unit === 'step'
        ? [line('scheduler.step()', 'update')]
        : [line('if step + 1 in epoch_starts:', 'update'), line('    scheduler.step()', 'update')];
  return [...settings, line('optimizer.step()', 'update', [shown('w', 'nextWeights')]), ...advance];
}

const writtenOut = (program: Program): CodeLine[] => [
  ...pythonVarying(program),
  line('with torch.no_grad():', 'update'),
  line('    gradient = w.grad', 'update', [shown('gradient', 'gradient')]),
  ...indent(
    [...program.scalars, ...program.vectors].map((one) =>
      pythonAssignment(one, 'torch', program, 'update', (target, text) =>
        target === 'w' ? `w.copy_(${text})` : `${target} = ${text}`,
      ),
    ),
    '    ',
  ),
];

const torchState = (program: Program): CodeLine[] =>
  program.state.map(({ name, initial, isVector }) => {
    const value = nameInPython(name);
    const first = printPython(parseExpression(initial), 'torch', program.kinds);
    const pair = first === '0' ? 'torch.zeros(2)' : `torch.full((2,), float(${first}))`;
    return line(`${value} = ${isVector ? pair : first}`, null, [shownFirst(value, name)]);
  });

/** A Python script that repeats the recorded steps with PyTorch in float64. */
export function pytorchScript(record: RunRecord): string {
  const program = programOf(record);
  const isBuiltIn = hasClass(program);
  const isByEpoch = program.schedule?.unit === 'epoch';
  const counts = isByEpoch ? (record.columns.epoch.at(-1) ?? 0) + 1 : record.count;
  const scheduler = isBuiltIn ? torchScheduler(program, counts) : null;
  const varying = isBuiltIn ? torchVarying(program, scheduler) : undefined;
  return pythonScript(record, program, pytorchListing(program, counts), {
    library: 'PyTorch',
    install: 'torch',
    remarks: remarks(program, isBuiltIn, scheduler, varying ?? []),
    data: (numbers) => `torch.tensor([\n${numbers}\n])`,
    batches: (rows) => `[\n${rows}\n]`,
    weight: (place) => `w[${place}].item()`,
    ...(varying === undefined ? {} : { varying }),
    more: scheduler !== null && isByEpoch ? [epochStarts(record)] : [],
  });
}

function epochStarts({ columns, count }: RunRecord): string {
  const starts: number[] = [];
  for (let step = 1; step < count; step++) if (columns.epoch[step] > columns.epoch[step - 1]) starts.push(step);
  return `# The steps with which an epoch begins, but for the first.\nepoch_starts = {${starts.length > 0 ? starts.join(', ') : '-1'}}`;
}

function remarks(program: Program, isBuiltIn: boolean, scheduler: string | null, varying: readonly string[]): string[] {
  const all: string[] = [];
  const { title, torch, readsRateOnce }: Optimizer = optimizers[program.optimizer];
  if (torch === undefined) all.push(`torch.optim has no ${title}, so its rule is written out.`);
  else if (!isBuiltIn)
    all.push(`torch.optim.${torch.name} cannot change over on the way as this run did, so its rule is written out.`);
  if (isBuiltIn && scheduler === null && varying.includes('learningRate'))
    all.push('The learning rate of each step is written in: no scheduler of PyTorch says the same.');
  if (readsRateOnce)
    all.push(`${title} takes the learning rate for its first step size only, so no schedule acts on it.`);
  const caveat = torch?.caveat;
  if (caveat !== undefined && (caveat.field === undefined || program.use.some(caveat.field))) all.push(caveat.sentence);
  return all;
}
