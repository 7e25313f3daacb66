// A run as PyTorch: autograd, the class of torch.optim with its arguments, and its scheduler where that says the same.
// Where torch.optim has no such rule, or could not change over on the way as the run did, the rule is written out.

import type { Loss } from '../../training/loss.ts';
import { losses } from '../../training/losses/index.ts';
import type { RunRecord } from '../runRecord.ts';
import { parseExpression } from './expression.ts';
import { type CodeLine, indent, type Listing, line, shown, shownFirst } from './listing.ts';
import { type Program, programOf } from './program.ts';
import {
  mathImport,
  nameInPython,
  printPython,
  pythonAssignment,
  pythonConstants,
  pythonFloat,
  pythonSample,
  pythonVarying,
} from './python.ts';
import { clipConstant, clipNormText, pythonLoop, zeroLines } from './pythonLoop.ts';
import { pairOutput, pythonScript } from './pythonScript.ts';
import { isClipped } from './ruleProgram.ts';
import { pairSubject } from './scriptText.ts';
import {
  hasClass,
  torchCountsSteps,
  torchOptimizer,
  torchPlan,
  torchScheduler,
  torchStep,
  torchStyle,
} from './torchOptim.ts';

/** Tensors alone: autograd, and the rule written out though torch.optim may have it. */
export const pytorchTensorsListing = (program: Program): Listing => pytorchListing(program, 0, false);

/**
 * @param counts how often the schedule is asked for a rate in these steps
 * @param isBuiltIn whether the class of torch.optim takes the step
 */
export function pytorchListing(program: Program, counts = 0, isBuiltIn = hasClass(program)): Listing {
  const scheduler = isBuiltIn ? torchScheduler(program, counts) : null;
  const loss =
    (losses[program.loss] as Loss).torch ?? `torch.mean(${printPython(program.lossValue, 'torch', program.kinds)})`;
  const zero = zeroLines(program, isBuiltIn ? 'optimizer.zero_grad()' : 'w.grad = None');
  const ofBatch = [
    pythonSample(program, (column) => `data_${column}[batch]`),
    ...program.forward.map((one) => pythonAssignment(one, 'torch', program, 'forward')),
    line(`loss = ${loss}`, 'loss', [shown('loss', 'loss')]),
    ...zero.ofBatch,
    line(program.isAccumulated ? '(loss / len(micro_batches)).backward()' : 'loss.backward()', 'backward', [
      shown('w.grad', 'gradient'),
    ]),
  ];
  const clip = `torch.nn.utils.clip_grad_norm_([w], max_norm=${clipNormText(program)})`;
  const after = [
    ...(isClipped(program) ? [line(clip, 'update', [shown('w.grad', 'clippedGradient')])] : []),
    ...(isBuiltIn ? torchStep(program, scheduler, 'w') : writtenOut(program)),
    ...zero.last,
  ];
  const start = `w = torch.tensor([${program.start.map(pythonFloat).join(', ')}], requires_grad=True)`;
  return {
    imports: [...(isBuiltIn ? [] : mathImport(program)), 'import torch', '', 'torch.set_default_dtype(torch.float64)'],
    definitions: [],
    setup: [
      ...(isBuiltIn ? clipConstant(program) : pythonConstants(program)),
      line(start, null, [shownFirst('w', 'weights')]),
      ...(isBuiltIn
        ? [
            line(torchOptimizer(program, '[w]', scheduler !== null), null, [
              shownFirst('lr', scheduler === null ? 'learningRate' : 'baseRate'),
            ]),
          ]
        : torchState(program)),
      ...(scheduler === null ? [] : [line(scheduler)]),
    ],
    loop: pythonLoop(torchCountsSteps(program, isBuiltIn, scheduler), program, { before: zero.ofStep, ofBatch, after }),
  };
}

const writtenOut = (program: Program): CodeLine[] => [
  ...pythonVarying(program),
  line('with torch.no_grad():', 'update'),
  line('    gradient = w.grad', 'update', [shown('gradient', 'clippedGradient')]),
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
  const { counts, style } = torchPlan(record, program);
  return pythonScript(record, program, pairSubject(record, program), pytorchListing(program, counts), {
    ...torchStyle,
    ...style,
    output: pairOutput((place) => `w[${place}].item()`),
  });
}

/** The same with nothing but tensors. */
export function pytorchTensorsScript(record: RunRecord): string {
  const program = programOf(record);
  return pythonScript(record, program, pairSubject(record, program), pytorchTensorsListing(program), {
    ...torchStyle,
    remarks: ['Autograd finds the gradient; the optimizer is written out as its equations.'],
    output: pairOutput((place) => `w[${place}].item()`),
  });
}
