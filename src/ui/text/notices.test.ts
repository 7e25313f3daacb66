// Whatever is refused is refused in German too.

import { describe, expect, it } from 'vitest';
import { parseHost } from '../../embed/host.ts';
import { parseBeside } from '../../lab/compare/beside.ts';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { ownPart } from '../../lab/own/ownPart.ts';
import { ruleProblem } from '../../lab/refusals.ts';
import { parseLink } from '../../lab/url.ts';
import { type Field, type FieldValue, fieldProblem } from '../../training/field.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { OwnData } from '../../training/ownData/ownData.ts';
import { present } from '../../training/present.ts';
import type { Problem } from '../../training/problem.ts';
import { problems } from '../../training/problems/index.ts';
import { schedules } from '../../training/schedules/index.ts';
import { notice } from './de/notices.ts';
import { registry } from './de/registry.ts';

const word = (english: string): string => registry[english] ?? english;

const fields: readonly Field[] = [
  ...Object.values(problems).flatMap((problem: Problem) => problem.fields),
  ...Object.values(optimizers).flatMap((optimizer) => optimizer.fields as readonly Field[]),
  ...Object.values(schedules).flatMap((schedule) => schedule.fields as readonly Field[]),
];
const packed = (data: OwnData): string => ownPart.textOf(data);
const line: OwnData = { x: [[1], [2]], y: [0.5, 2] };
const ownHashes = [
  '#data=!!',
  `#data=${'A'.repeat(8200)}`,
  ...[
    { ...line, x: [[1]] },
    { ...line, x: [[], []] },
    { x: [[1]], y: [1] },
    { ...line, y: [1, 1e300] },
  ].map((data) => `#data=${packed(data)}`),
  `#data=${packed({ ...line, names: 7 as never })}`,
  ...['sine-fit', 'logistic-regression', 'sigmoid-neuron', 'circles', 'three-clusters'].map(
    (problem) => `#problem=${problem}&data=${packed(line)}`,
  ),
  `#data=${packed(line)}&examples=50`,
  '#dataMark=12345678',
  '#arrangement=one-class-rare',
  '#arrangement=upside-down',
  `#standardise=perhaps&data=${packed(line)}`,
];
const values: readonly FieldValue[] = ['banana', true, -1e9, 1e99, 0.5, Number.NaN, [3, 1], [-5], []];

describe('a refusal in German', () => {
  it('is there for every value that no field takes', () => {
    const refusals = fields.flatMap((field) => values.map((value) => fieldProblem(field, value)));
    const english = refusals.filter((sentence) => sentence !== null);
    expect(english.length).toBeGreaterThan(200);
    expect(english.filter((sentence) => notice(sentence, word) === sentence)).toEqual([]);
  });

  it('is there for every link and address that means nothing', () => {
    const hashes = [
      '#v=x',
      '#v=99',
      '#banana=1',
      '#problem=circles&watch=W9[1,1]',
      '#problem=circles&watch=banana',
      '#problem=circles&plane=banana',
      '#optimiser=adam&problem=sine-fot',
      `#seed=${'1'.repeat(9000)}`,
      '#problem=banana&learningRate=0&batchSize=5000&phase=no&step=-1',
      '#schedule=one-cycle&threePhase=1&pctStart=0.9',
      '#optimizer=sgd&nesterov=1',
      '#optimizer=sgd&nesterov=1&momentum=0.9&dampening=0.5',
      '#optimizer=rprop&smallestStep=10&largestStep=1',
      '#start=1',
      '#problem=circles&layers=9,x',
      '#problem=circles&layers=1,2,3,4,5,6',
      '#problem=circles&layers=17',
      '#problem=circles&layers=9,2',
      '#problem=circles&inputs=none',
      '#problem=circles&inputs=',
      '#problem=circles&inputs=x1,x3',
      '#problem=curve&inputs=x2',
      '#problem=circles&activation=swish',
      '#problem=circles&loss=banana',
      ...ownHashes,
      '#problem=curve&loss=bce',
      '#problem=circles&initial=ones',
      '#problem=circles&testShare=0.6',
      '#problem=circles&startPlane=0,99',
      '#problem=circles&startPlane=3,3',
      '#problem=circles&startPlane=5',
      '#startPlane=0,1',
      '#clipNorm=-1',
      '#clipNorm=x',
      '#accumulate=0',
      '#accumulate=14',
      '#accumulate=2&batchSize=100',
      '#forgetZeroGrad=maybe',
    ];
    const english = hashes.flatMap((hash) => parseLink(hash).refused);
    english.push(...parseHost('?theme=pink&lang=<b>&hide=%3Cb%3E&thme=1').refused);
    const beside = { contenders: 'foo+adam,x,8,beta,1+sgd,1,1,schedule,cosin+sgd', clock: 'epohc', overhead: '-1' };
    const { refused } = parseBeside({ ...beside, parallelWidth: 'x', targetLoss: '0' }, parseLink('').config);
    expect(refused).toHaveLength(9);
    english.push(...refused);
    expect(english.length).toBeGreaterThanOrEqual(hashes.length);
    expect(english.filter((sentence) => notice(sentence, word) === sentence)).toEqual([]);
  });

  it('is there for every rule whose arguments do not go together', () => {
    const config = defaultConfig('line-fit', 'rprop');
    const rule = {
      ...defaultHyperparameters('line-fit', 'rprop'),
      optimizer: { etaMinus: 0.5, stepMin: 1, stepMax: 0.5 },
    };
    const english = present(ruleProblem(config, rule));
    expect(notice(english, word)).not.toBe(english);
  });

  it('asks for what was probably meant', () => {
    expect(notice('The link also says optimiser, which means nothing here. Did you mean optimizer?', word)).toBe(
      'Im Link steht auch optimiser, was hier nichts bedeutet. Gemeint ist vielleicht optimizer.',
    );
    expect(notice('Run 2 beside this one: Optimizer is one of a, b, not c. Did you mean a?', word)).toBe(
      'Lauf 2 neben diesem: „Optimierer“ ist eines von a, b, nicht c. Gemeint ist vielleicht a.',
    );
  });

  it('keeps its numbers and names', () => {
    expect(notice('Learning rate must be above 0, not −1: a learning rate is never negative.', word)).toBe(
      '„Lernrate“ muss größer als 0 sein, nicht −1.',
    );
    expect(notice('Learning rate must be at least 1e−6, not 2.5e−7.', word)).toBe(
      '„Lernrate“ muss mindestens 1e−6 sein, nicht 2,5e−7.',
    );
    expect(notice('Batch size is a whole number, not −1.5.', word)).toMatch(/nicht −1,5\.$/);
    expect(notice('Schedule is one of a, b, not v1.5.', word)).toMatch(/nicht v1\.5\.$/);
    expect(notice('Nichts hier heißt banana.', word)).toBe('Nichts hier heißt banana.');
  });
});
