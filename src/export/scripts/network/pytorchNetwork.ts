// A network as PyTorch, in two ways: torch.nn.Sequential with a class of torch.optim, and nothing but tensors, where autograd
// finds the gradient and the rule is written out.

import type { RunRecord } from '../../runRecord.ts';
import { type CodeLine, indent, type Listing, line, shown, shownFirst } from '../listing.ts';
import { mathImport, printPython, pythonConstants, pythonVarying } from '../python.ts';
import { clipConstant, clipNormText, type LoopBody, pythonLoop, type ZeroLines, zeroLines } from '../pythonLoop.ts';
import { pythonScript } from '../pythonScript.ts';
import { isClipped, readsStep } from '../ruleProgram.ts';
import {
  hasClass,
  torchCountsSteps,
  torchImports,
  torchOptimizer,
  torchPlan,
  torchScheduler,
  torchStep,
  torchStyle,
} from '../torchOptim.ts';
import { isPlain, type NetworkProgram, networkProgramOf, weightNames } from './networkProgram.ts';
import { networkSubject } from './networkSubject.ts';
import {
  networkOutput,
  type PythonWords,
  plainUpdate,
  pythonData,
  pythonForward,
  pythonNetworkState,
  pythonRows,
  pythonUpdate,
  weightTuple,
  withStepLoss,
} from './pythonNetwork.ts';

const words: PythonWords = {
  library: 'torch',
  sideBySide: (columns) => `torch.stack([${columns}], dim=1)`,
  asMatrix: (column) => `${column}[:, None]`,
  oneHot: (column, classes) => `torch.eye(${classes})[${column}.long()]`,
  rows: (matrix) => `${matrix}[batch]`,
  transposed: (matrix) => `${matrix}.T`,
};

/** Loss and gradient of a micro-batch, from the lines that make `prediction`. */
function ofBatch(program: NetworkProgram, forward: readonly CodeLine[], zero: ZeroLines): CodeLine[] {
  const loss = program.loss.torch ?? `torch.mean(${printPython(program.lossValue, 'torch', program.kinds)})`;
  return [
    pythonRows(words),
    ...forward,
    line(`loss = ${loss}`, 'loss', [shown('loss', 'loss')]),
    ...zero.ofBatch,
    line(program.isAccumulated ? '(loss / len(micro_batches)).backward()' : 'loss.backward()', 'backward', [
      shown('grad', 'gradient'),
    ]),
  ];
}

/** @param counts how often the schedule is asked for a rate in these steps */
export function sequentialListing(program: NetworkProgram, counts = 0): Listing {
  const isBuiltIn = hasClass(program);
  const scheduler = isBuiltIn ? torchScheduler(program, counts) : null;
  const parameters = 'model.parameters()';
  const zero = zeroLines(program, isBuiltIn ? 'optimizer.zero_grad()' : 'model.zero_grad()');
  const clip = `torch.nn.utils.clip_grad_norm_(${parameters}, max_norm=${clipNormText(program)})`;
  const body: LoopBody = {
    before: zero.ofStep,
    ofBatch: ofBatch(program, [line('prediction = model(x)', 'forward', [shown('prediction', 'prediction')])], zero),
    after: [
      ...(isClipped(program) ? [line(clip, 'update', [shown('grad', 'clippedGradient')])] : []),
      ...(isBuiltIn ? torchStep(program, scheduler, parameters) : writtenOut(program, parameters)),
      ...zero.last,
    ],
  };
  return {
    imports: [...(isBuiltIn ? [] : mathImport(program)), ...torchImports],
    definitions: [],
    setup: [
      ...(isBuiltIn ? clipConstant(program) : pythonConstants(program)),
      ...pythonData(program, words),
      ...modelLines(program),
      ...(isBuiltIn
        ? [
            line(torchOptimizer(program, parameters, scheduler !== null), null, [
              shownFirst('lr', scheduler === null ? 'learningRate' : 'baseRate'),
            ]),
          ]
        : torchState(program, parameters)),
      ...(scheduler === null ? [] : [line(scheduler)]),
    ],
    loop: pythonLoop(torchCountsSteps(program, isBuiltIn, scheduler), program, body),
  };
}

/** The layers one after the other, and the first weights in them. */
function modelLines({ layers, activation }: NetworkProgram): CodeLine[] {
  const modules = layers.flatMap(({ place, isLast }) => [
    `    torch.nn.Linear(${place.inputs}, ${place.units}),`,
    ...(isLast || activation.torchLayer === null ? [] : [`    ${activation.torchLayer},`]),
  ]);
  return [
    'model = torch.nn.Sequential(',
    ...modules,
    ')',
    'with torch.no_grad():',
    '    for w, values in zip(model.parameters(), start):',
    '        w.copy_(torch.tensor(values))',
  ].map((text) => line(text));
}

export function tensorsListing(program: NetworkProgram): Listing {
  const zero = zeroLines(program, 'for w in weights: w.grad = None');
  const factor = `torch.clamp(${clipNormText(program)} / (norm + 1e-6), max=1)`;
  const clip = [
    line('norm = torch.sqrt(sum(torch.sum(w.grad ** 2) for w in weights))', 'update', [shown('norm', 'norm')]),
    line(`for w in weights: w.grad *= ${factor}`, 'update', [shown('w.grad', 'clippedGradient')]),
  ];
  return {
    imports: [...mathImport(program), ...torchImports],
    definitions: [],
    setup: [
      ...pythonConstants(program),
      ...pythonData(program, words),
      line(
        `weights = ${weightTuple(program)} = [torch.tensor(values, requires_grad=True) for values in start]`,
        null,
        weightNames(program).map((name) => shownFirst(name, name)),
      ),
      ...torchState(program, 'weights'),
    ],
    loop: pythonLoop(readsStep(program), program, {
      before: zero.ofStep,
      ofBatch: ofBatch(program, pythonForward(program, words, program.activation.torch), zero),
      after: [...(isClipped(program) ? clip : []), ...writtenOut(program, 'weights'), ...zero.last],
    }),
  };
}

/** The rule in tensors. */
function writtenOut(program: NetworkProgram, weights: string): CodeLine[] {
  const isByName = isPlain(program) && weights === 'weights';
  const gradients = weightNames(program).map((name) => `${name}.grad`);
  const update = isByName
    ? plainUpdate(program, 'torch', gradients, (name, amount) => `${name} -= ${amount}`)
    : pythonUpdate(program, {
        library: 'torch',
        weights,
        gradients: { own: 'w.grad' },
        assign: (name, text) => `${name}.copy_(${text})`,
      });
  return [...pythonVarying(program), line('with torch.no_grad():', 'update'), ...indent(update, '    ')];
}

const torchState = (program: NetworkProgram, weights: string): CodeLine[] =>
  pythonNetworkState(program, 'torch', weights, (first) =>
    first === null ? 'torch.zeros_like(w)' : `torch.full_like(w, float(${first}))`,
  );

const numbersIn = (weights: string): string => `[number for w in ${weights} for number in w.flatten().tolist()]`;

/** A Python script that repeats the recorded steps of a network as torch.nn.Sequential, in float64. */
export function sequentialScript(record: RunRecord): string {
  const program = networkProgramOf(record);
  const { counts, style } = torchPlan(record, program);
  const listing = withStepLoss(program, sequentialListing(program, counts), 'loss.item()');
  return pythonScript(record, program, networkSubject(record, program), listing, {
    ...torchStyle,
    ...style,
    output: networkOutput(program, numbersIn('model.parameters()'), 'loss.item()'),
  });
}

/** The same with nothing but tensors. */
export function tensorsScript(record: RunRecord): string {
  const program = networkProgramOf(record);
  const listing = withStepLoss(program, tensorsListing(program), 'loss.item()');
  return pythonScript(record, program, networkSubject(record, program), listing, {
    ...torchStyle,
    remarks: [
      'Autograd finds the gradient of each tensor; layers and the optimizer are written out as their equations.',
    ],
    output: networkOutput(program, numbersIn('weights'), 'loss.item()'),
  });
}
