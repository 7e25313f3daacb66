// The loop of a JavaScript script over steps and their micro-batches, what becomes of the gradient between them, and the
// arguments of the rule.

import { type CodeLine, indent, line, shown, shownFirst } from './listing.ts';
import { type LoopBody, placeZero, type ZeroLines } from './pythonLoop.ts';
import { isOfGradient, isSummed, type RuleProgram, readsStep, ruleArguments } from './ruleProgram.ts';

/** `for (const batch of batches) {`, or a loop over micro-batches within one over steps. */
export function javascriptLoop(program: RuleProgram, { before, ofBatch, after }: LoopBody): CodeLine[] {
  const ofStep = program.isAccumulated ? 'microBatches' : 'batch';
  const head = readsStep(program)
    ? `for (const [step, ${ofStep}] of batches.entries()) {`
    : `for (const ${ofStep} of batches) {`;
  const batch = [shown('batch', 'batch')];
  const inner = program.isAccumulated
    ? [line('for (const batch of microBatches) {', 'sample', batch), ...indent(ofBatch, '  '), line('}')]
    : ofBatch;
  return [
    line(head, 'sample', program.isAccumulated ? [] : batch),
    ...indent([...before, ...inner, ...after], '  '),
    line('}'),
  ];
}

/** `text`, which sets the sum of gradients back to 0 where there is one; see `placeZero`. */
export const javascriptZero = (program: RuleProgram, text: string): ZeroLines =>
  isSummed(program)
    ? placeZero(program, text, '//', [`if (!forgetZeroGradOfStep[step]) ${text}`])
    : { ofStep: [], ofBatch: [], last: [] };

/** What an argument is called where the gradient is clipped. */
export const javascriptClipNorm = ({ use }: RuleProgram): string =>
  use.isConstant('clipNorm') ? 'clipNorm' : 'clipNormOfStep[step]';

/** `const a = aOfStep[step];`: the rule's arguments that change from step to step. */
export const javascriptVarying = (program: RuleProgram): CodeLine[] =>
  ruleArguments(program)
    .filter(({ name, isVarying }) => isVarying && !isOfGradient(name))
    .map(({ name }) => line(`const ${name} = ${name}OfStep[step];`, 'update', [shown(name, name)]));

/** `const a = 1, b = 2;`: the arguments that stay the same. */
export function javascriptConstants(program: RuleProgram): CodeLine[] {
  const constants = ruleArguments(program).filter(({ isVarying }) => !isVarying);
  if (constants.length === 0) return [];
  return [
    line(
      `const ${constants.map(({ name, first }) => `${name} = ${String(first)}`).join(', ')};`,
      null,
      constants.map(({ name }) => shownFirst(name, name)),
    ),
  ];
}

/** What a column of the data is called. */
export const dataName = (column: string): string => `data${column.toUpperCase()}`;
