// The loop of a Python script over steps and their micro-batches, and what becomes of the gradient between them.

import { present } from '../../training/present.ts';
import { type CodeLine, indent, line, shown, shownFirst } from './listing.ts';
import { pythonValue, snakeCase } from './python.ts';
import { forgets, forgotten, isSummed, type RuleProgram } from './ruleProgram.ts';

export interface LoopBody {
  /** Before the first micro-batch of a step. */
  readonly before: readonly CodeLine[];
  readonly ofBatch: readonly CodeLine[];
  readonly after: readonly CodeLine[];
}

/** `for batch in batches:`, or a loop over micro-batches within one over steps. */
export function pythonLoop(countsSteps: boolean, program: RuleProgram, body: LoopBody): CodeLine[] {
  const ofStep = program.isAccumulated ? 'micro_batches' : 'batch';
  const head = countsSteps ? `for step, ${ofStep} in enumerate(batches):` : `for ${ofStep} in batches:`;
  const batch = [shown('batch', 'batch')];
  const inner = program.isAccumulated
    ? [line('for batch in micro_batches:', 'sample', batch), ...indent(body.ofBatch, '    ')]
    : body.ofBatch;
  return [
    line(head, 'sample', program.isAccumulated ? [] : batch),
    ...indent([...body.before, ...inner, ...body.after], '    '),
  ];
}

/** Whether the loop must count its steps for what becomes of the gradient. */
export const gradientReadsStep = ({ use }: RuleProgram): boolean => !use.isConstant('clipNorm', 'forgetZeroGrad');

/** Where the sum of gradients is set back to 0: as a step begins, in its midst where it has no micro-batches, or at its end. */
export interface ZeroLines {
  readonly ofStep: readonly CodeLine[];
  readonly ofBatch: readonly CodeLine[];
  readonly last: readonly CodeLine[];
}

/**
 * `text`, which sets the sum of gradients back to 0, where that is not forgotten; a comment says where it is. Where it is
 * forgotten in some steps alone, each clears the sum after itself, so that forgetting begins with an empty one.
 */
export function placeZero(program: RuleProgram, text: string, comment: string, ifKept: readonly string[]): ZeroLines {
  const none = { ofStep: [], ofBatch: [], last: [] };
  const kind = forgets(program);
  if (kind === 'sometimes') return { ...none, last: ifKept.map((each) => line(each, 'update')) };
  const only = kind === 'never' ? text : `${comment} ${forgotten}`;
  return program.isAccumulated
    ? { ...none, ofStep: [line(only, 'sample')] }
    : { ...none, ofBatch: [line(only, 'backward')] };
}

export const zeroLines = (program: RuleProgram, text: string): ZeroLines =>
  placeZero(program, text, '#', ['if not forget_zero_grad_of_step[step]:', `    ${text}`]);

/** `gradient = part`, or what adds the part to the sum so far. */
export const sumText = (program: RuleProgram, part: string): string =>
  `gradient = ${isSummed(program) ? 'gradient + ' : ''}${part}${program.isAccumulated ? ' / len(micro_batches)' : ''}`;

/** What an argument is called where the gradient is clipped. */
export const clipNormText = ({ use }: RuleProgram): string => inStep(use.isConstant('clipNorm'), 'clipNorm');

const inStep = (isConstant: boolean, name: string): string =>
  isConstant ? snakeCase(name) : `${snakeCase(name)}_of_step[step]`;

/** `norm` as text, and the factor that makes the gradient no longer than `clip_norm`. */
export const clipLines = (program: RuleProgram, norm: string, least: (factor: string) => string): CodeLine[] => [
  line(`norm = ${norm}`, 'update', [shown('norm', 'norm')]),
  line(`gradient = gradient * ${least(`${clipNormText(program)} / (norm + 1e-6)`)}`, 'update', [
    shown('gradient', 'clippedGradient'),
  ]),
];

/** `clip_norm = 1.0`, which the optimizer is not given. */
export const clipConstant = ({ use, arguments: table }: RuleProgram): CodeLine[] =>
  use.isConstant('clipNorm') && Number.isFinite(table.get('clipNorm')?.first)
    ? [
        line(`clip_norm = ${pythonValue(present(table.get('clipNorm')).first)}`, null, [
          shownFirst('clip_norm', 'clipNorm'),
        ]),
      ]
    : [];
