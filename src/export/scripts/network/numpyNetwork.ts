// A network as NumPy: every layer forward and backward by hand with the chain rule, and the optimizer's rule written out.

import type { RunRecord } from '../../runRecord.ts';
import { callsIn, type Expression, parseExpression } from '../expression.ts';
import { type CodeLine, type Listing, line, ofLayer, shown, shownFirst } from '../listing.ts';
import { sigmoidInNumpy } from '../numpy.ts';
import { mathImport, printPython, pythonConstants, pythonVarying } from '../python.ts';
import { clipNormText, pythonLoop, zeroLines } from '../pythonLoop.ts';
import { pythonScript } from '../pythonScript.ts';
import { forgets, isClipped, isSummed, readsStep } from '../ruleProgram.ts';
import { gradientNames, isPlain, type NetworkProgram, networkProgramOf, weightNames } from './networkProgram.ts';
import { networkSubject } from './networkSubject.ts';
import {
  gradientList,
  headLine,
  networkOutput,
  type PythonWords,
  plainUpdate,
  printLayer,
  pythonData,
  pythonForward,
  pythonNetworkState,
  pythonRows,
  pythonUpdate,
  weightTuple,
  withStepLoss,
} from './pythonNetwork.ts';

const words: PythonWords = {
  library: 'numpy',
  sideBySide: (columns) => `np.stack([${columns}], axis=1)`,
  asMatrix: (column) => `${column}[:, None]`,
  oneHot: (column, classes) => `np.eye(${classes})[${column}.astype(int)]`,
  rows: (matrix) => `${matrix}[batch]`,
  transposed: (matrix) => `${matrix}.T`,
};

/** What the formulas call that NumPy does not have. */
const definitions: Readonly<Record<string, readonly string[]>> = {
  sigmoid: sigmoidInNumpy,
  logSoftmax: [
    'def log_softmax(p):',
    '    p = p - np.max(p, axis=1, keepdims=True)',
    '    return p - np.log(np.sum(np.exp(p), axis=1, keepdims=True))',
  ],
  cdf: [
    '# The normal distribution and its density.',
    'def cdf(z):',
    '    return 0.5 * (1 + np.vectorize(math.erf)(z / math.sqrt(2)))',
  ],
  pdf: ['def pdf(z):', '    return np.exp(-0.5 * z**2) / math.sqrt(2 * math.pi)'],
};

export function numpyNetworkListing(program: NetworkProgram): Listing {
  const { activation, head, lossValue, byPrediction, layers, kinds, loss } = program;
  const print = (expression: Expression): string => printPython(expression, 'numpy', kinds);
  const isBent = layers.length > 1 && activation.value !== 'z';
  const formulas = [
    ...(isBent ? [parseExpression(activation.value), parseExpression(activation.slope)] : []),
    ...(head === null ? [] : [head.value]),
    lossValue,
    byPrediction,
  ];
  const calls = new Set(formulas.flatMap(callsIn));
  const called = Object.keys(definitions).filter((name) => calls.has(name));
  const zeros = 'gradients = [np.zeros_like(w) for w in weights]';
  const zero = zeroLines(program, zeros);
  const ofLoss = loss.joins === 'sum' ? `np.sum(${print(lossValue)}, axis=1)` : print(lossValue);
  const ofBatch = [
    pythonRows(words),
    ...pythonForward(program, words),
    ...(head === null ? [] : [headLine(program, 'numpy')]),
    line(`loss = np.mean(${ofLoss})`, 'loss', [shown('loss', 'loss')]),
    ...backwardLines(program, print),
    ...(isSummed(program) ? [...zero.ofBatch, sumLine(program)] : []),
  ];
  return {
    imports: [...(calls.has('cdf') ? ['import math'] : mathImport(program)), 'import numpy as np'],
    definitions: called.flatMap((name, i) => [...(i === 0 ? [] : ['', '']), ...definitions[name]]),
    setup: [
      ...pythonConstants(program),
      ...pythonData(program, words),
      line(
        `${isByName(program) ? '' : 'weights = '}${weightTuple(program)} = [np.array(values) for values in start]`,
        null,
        weightNames(program).map((name) => shownFirst(name, name)),
      ),
      ...pythonNetworkState(program, 'numpy', 'weights', (first) =>
        first === null ? 'np.zeros_like(w)' : `np.full_like(w, ${first})`,
      ),
      ...(forgets(program) === 'never' ? [] : [line(zeros)]),
    ],
    loop: pythonLoop(readsStep(program), program, {
      before: isSummed(program) ? zero.ofStep : [],
      ofBatch,
      after: [...updateLines(program), ...zero.last],
    }),
  };
}

/** Whether each matrix is updated by its own name. */
const isByName = (program: NetworkProgram): boolean => isPlain(program) && !isSummed(program) && !isClipped(program);

/** From the outputs down: delta of each layer, and the mean over the batch of delta times what the layer was given. */
function backwardLines(program: NetworkProgram, print: (expression: Expression) => string): CodeLine[] {
  const { layers, activation, byPrediction } = program;
  return layers.toReversed().flatMap(({ delta, byWeights, byBiases, below, isLast, sum, value }, i, reversed) => {
    const above = reversed[i - 1];
    const back = isLast ? print(byPrediction) : `${above.delta} @ ${above.weights}`;
    const slope = printLayer(program, 'numpy', activation.slope, { z: sum, a: value });
    const text = isLast || activation.slope === '1' ? back : `(${back}) * ${bracketed(slope)}`;
    const lines = [
      line(`${delta} = ${text}`, 'backward', [shown(delta, delta)]),
      line(`${byWeights} = ${delta}.T @ ${below} / len(batch)`, 'backward', [shown(byWeights, byWeights)]),
      line(`${byBiases} = np.mean(${delta}, axis=0)`, 'backward', [shown(byBiases, byBiases)]),
    ];
    return ofLayer(lines, layers.length - 1 - i);
  });
}

/** A sum in brackets, so that it can be a factor. */
const bracketed = (text: string): string => (/^np\.\w+\([^()]*\)$/.test(text) ? text : `(${text})`);

const sumLine = (program: NetworkProgram): CodeLine =>
  line(
    `gradients = [total + part${program.isAccumulated ? ' / len(micro_batches)' : ''} for total, part in zip(gradients, ${gradientList(program)})]`,
    'backward',
    [shown('gradients', 'gradient')],
  );

function updateLines(program: NetworkProgram): CodeLine[] {
  if (isByName(program))
    return [
      ...pythonVarying(program),
      ...plainUpdate(program, 'numpy', gradientNames(program), (name, amount) => `${name} = ${name} - ${amount}`),
    ];
  const factor = `min(1, ${clipNormText(program)} / (norm + 1e-6))`;
  return [
    ...(isSummed(program)
      ? []
      : [line(`gradients = ${gradientList(program)}`, 'backward', [shown('gradients', 'gradient')])]),
    ...(isClipped(program)
      ? [
          line('norm = np.sqrt(sum(np.sum(gradient**2) for gradient in gradients))', 'update', [shown('norm', 'norm')]),
          line(`gradients = [gradient * ${factor} for gradient in gradients]`, 'update', [
            shown('gradients', 'clippedGradient'),
          ]),
        ]
      : []),
    ...pythonVarying(program),
    ...pythonUpdate(program, {
      library: 'numpy',
      weights: 'weights',
      gradients: { list: 'gradients' },
      assign: (name, text) => `${name}[:] = ${text}`,
    }),
  ];
}

/** A Python script that repeats the recorded steps of a network with NumPy alone. */
export function numpyNetworkScript(record: RunRecord): string {
  const program = networkProgramOf(record);
  const listing = withStepLoss(program, numpyNetworkListing(program));
  return pythonScript(record, program, networkSubject(record, program), listing, {
    library: 'NumPy',
    install: 'numpy',
    remarks: ['Forward and backward are written out layer by layer, the optimizer as its equations.'],
    data: (numbers) => `np.array([\n${numbers}\n])`,
    batches: (rows) => `[\n${rows}\n]`,
    output: networkOutput(program, `[float(number) for w in (${weightTuple(program)}) for number in w.flat]`),
  });
}
