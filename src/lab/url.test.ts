// The link and the flat values behind it: golden links, bad values, and whatever else may stand in an address or a file.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, fieldProblem } from '../training/field.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { present } from '../training/present.ts';
import type { Problem } from '../training/problem.ts';
import { pairProblems, problems } from '../training/problems/index.ts';
import { schedules } from '../training/schedules/index.ts';
import { formatValue } from './fieldValue.ts';
import { type SettingKeys, settingFields } from './settings.ts';
import {
  fromValues,
  type ReadSettings,
  type RunSettings,
  settingsOfFile,
  toValues,
  valuesOf,
} from './settingsCodec.ts';
import { phases } from './store.ts';
import { addressParts, askedAddress, formatLink, parseLink } from './url.ts';

/** Links of each version as they were once given out. They must lead to the same run for ever. */
const goldenLinks = [
  // Before links had a version.
  {
    link: '#problem=line-fit&optimizer=adam&learningRate=0.05&batchSize=8&seed=7&start=-1,2&examples=100',
    values: {
      problem: 'line-fit',
      optimizer: 'adam',
      learningRate: 0.05,
      batchSize: 8,
      seed: 7,
      start1: -1,
      start2: 2,
    },
    step: 0,
    phase: null,
  },
  {
    link: '#v=1&batchSize=16&learningRate=0.04&milestones=20,40&optimizer=momentum&phase=backward&problem=tug-of-war&schedule=multistep&scheduleUnit=epoch&seed=-3&start=0.5,-0.25&step=120',
    values: {
      problem: 'tug-of-war',
      optimizer: 'momentum',
      learningRate: 0.04,
      batchSize: 16,
      seed: -3,
      start1: 0.5,
      start2: -0.25,
      schedule: 'multistep',
      scheduleUnit: 'epoch',
    },
    step: 120,
    phase: 'backward',
  },
] as const;

const problemKeys = Object.keys(pairProblems) as SettingKeys['problem'][];
const optimizerKeys = Object.keys(optimizers) as SettingKeys['optimizer'][];
const scheduleKeys = Object.keys(schedules) as SettingKeys['schedule'][];

const keysArbitrary: fc.Arbitrary<SettingKeys> = fc.record({
  problem: fc.constantFrom(...problemKeys),
  optimizer: fc.constantFrom(...optimizerKeys),
  schedule: fc.constantFrom(...scheduleKeys),
});

/** A value that the field accepts, near or far from its default. */
function goodValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.choices.map(({ value }) => value));
    case 'text':
      return fc.oneof(
        fc.tuple(fc.nat(40), fc.nat(40)).map((weights) => weights.join(',')),
        fc.integer().map((seed) => `random ${seed}`),
      );
    case 'list':
      return fc
        .array(fc.integer({ min: field.min, max: field.max }), { maxLength: 4 })
        .map((list) => (field.anyOrder ? list : list.sort((a, b) => a - b)));
    case 'set':
      return fc.subarray(
        field.choices.map(({ value }) => value),
        { minLength: 1 },
      );
    case 'number':
      return field.integer
        ? fc.integer({ min: Math.max(field.min, -(2 ** 52)), max: Math.min(field.max, 2 ** 52) })
        : fc.double({ min: field.min, max: field.max, noNaN: true });
  }
}

const settingsArbitrary: fc.Arbitrary<RunSettings> = keysArbitrary
  .chain((keys) => {
    const fields = settingFields(keys).filter(({ name }) => !Object.hasOwn(keys, name));
    const values = Object.fromEntries(fields.map((field) => [field.name, goodValue(field)]));
    return fc.record(values, { requiredKeys: [] }).map((given) => fromValues({ ...keys, ...given }));
  })
  .map(({ config, hyperparameters }) => ({ config, hyperparameters }));

const oddText = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '1e999',
  '-Infinity',
  '%',
  '%E0%A4%A',
  '0x10',
);

/** Values as a message or a file may hold them. */
const oddValue = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
  fc.double(),
  oddText,
  fc.constantFrom(1e308, -1e-320, Number.NaN, Number.POSITIVE_INFINITY, -0, null, undefined),
  fc.constantFrom(Array(1001).fill(1), [1, [2]], [Number.NaN]),
);

/** Where in `value` a number stands that is not finite, or null. */
function findNonFinite(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : String(value);
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findNonFinite(item);
    if (found !== null) return `${key}.${found}`;
  }
  return null;
}

/** Whatever was read must be such that the trainer takes it. */
function expectSound({ config, hyperparameters, refused }: ReadSettings): void {
  expect(findNonFinite({ config, hyperparameters })).toBe(null);
  const values = toValues({ config, hyperparameters });
  const problem = settingFields(values as unknown as SettingKeys)
    .filter(({ name }) => Object.hasOwn(values, name))
    .map((field) => fieldProblem(field, values[field.name]))
    .find((sentence) => sentence !== null);
  expect(problem).toBe(undefined);
  expect(hyperparameters.batchSize <= config.examples).toBe(true);
  expect(Math.max(0, ...refused.map((sentence) => sentence.length))).toBeLessThan(500);
}

describe('the link', () => {
  it.each(goldenLinks)('still reads $link', ({ link, values, step, phase }) => {
    const read = parseLink(link);
    expect(toValues(read)).toMatchObject(values);
    expect(read).toMatchObject({ step, phase, refused: [] });
  });

  it('writes a version 1 link as it always has', () => {
    const { link, step, phase } = goldenLinks[1];
    expect(formatLink(parseLink(link), { step, phase })).toBe(link.replace('milestones=20,40&', ''));
  });

  it('leaves out what is as it always is', () => {
    expect(formatLink(parseLink(''))).toBe('#v=1&problem=line-fit');
    expect(formatLink(fromValues({ problem: 'sine-fit', learningRate: 0.1 }))).not.toContain('start');
  });

  it('leaves out the start that follows from the other settings', () => {
    const problem = present(
      Object.entries(problems as Record<string, Problem>).find(([key, { fields }]) =>
        fields.some(({ name }) => key === 'rotated-valley' && name === 'condition'),
      ),
    )[0];
    expect(formatLink(fromValues({ problem, condition: 77 }))).toBe('#v=1&condition=77&problem=rotated-valley');
  });

  it.each([
    ['#problem=line-fit&learningRate=banana', 'Learning rate is a number, not banana.'],
    ['#seed=-1e99', 'Seed must be at least −9007199254740991, not −1e+99.'],
    ['#batchSize=5000', 'Batch size must be at most 1000, not 5000.'],
    ['#batchSize=500', 'The batch size is a whole number from 1 to the 100 examples, not 500.'],
    ['#problem=nonsense', 'Problem is one of'],
    ['#problem=constructor', 'Problem is one of'],
    ['#optimizer=__proto__', 'Optimizer is one of'],
    ['#start=1', 'Start w1 is a number, not (1).'],
    ['#start=1,2,3', 'Start w1 is a number, not (1,2,3).'],
    ['#step=1e9', 'Step must be at most 100000, not 1000000000.'],
    ['#step=-1', 'Step must be at least 0, not −1.'],
    ['#phase=lunch', 'Phase is one of sample, forward'],
    ['#v=2&learningRate=0.3', 'newer version'],
    ['#v=banana', 'whole number, not banana'],
    ['#foo=1&bar=2', 'foo, bar, which means nothing here'],
    ['#warmup=', 'Warm-up is a number, not .'],
    ['#problem=circles&layers=9,x', 'Units of each hidden layer is a list of whole numbers, not 9,x.'],
    ['#problem=circles&layers=', 'Units of each hidden layer is a list of whole numbers, not .'],
    ['#problem=circles&layers=1,2,3,4,5,6', 'Units of each hidden layer takes at most 4 numbers, not 6.'],
    ['#problem=circles&layers=17', 'Units of each hidden layer takes whole numbers from 1 to 16, not 17.'],
    ['#problem=circles&layers=9,2', 'The number of units in hidden layer 1 is a whole number from 1 to 8, not 9.'],
    ['#problem=circles&inputs=none', 'Inputs is one or more of x1, x2, x1 x1,'],
    ['#problem=circles&inputs=', 'Inputs is one or more of x1, x2, x1 x1,'],
    ['#problem=circles&inputs=x1,x3', 'not x3.'],
    ['#problem=curve&inputs=x2', 'not x2.'],
    ['#problem=circles&activation=swish', 'Activation is one of tanh, relu,'],
    ['#problem=circles&loss=banana', 'Loss is one of bce, cross-entropy, mse,'],
    ['#problem=curve&loss=bce', 'Loss is one of mse, huber, not bce.'],
    ['#problem=circles&initial=ones', 'First weights is one of torch, xavier,'],
    ['#problem=circles&testShare=0.6', 'Share held out as a test must be at most 0.5, not 0.6.'],
    ['#problem=circles&startPlane=0,99', 'The weights are numbered from 0 to 24, not 99.'],
    ['#problem=circles&startPlane=3,3', 'A plane lies along two different weights.'],
    ['#problem=circles&initial=zero&startPlane=random 7&start=1,1', 'First weights that are all 0'],
    ['#problem=circles&startPlane=5', 'Start plane is two different weights by their numbers'],
    ['#startPlane=0,1', 'startPlane, which means nothing here.'],
    ['#clipNorm=-1', 'Clip norm must be at least 0, not −1.'],
    ['#clipNorm=x', 'Clip norm is a number, not x.'],
    ['#accumulate=0', 'Micro-batches to an update must be at least 1, not 0.'],
    ['#accumulate=14', 'An update takes 1 to the 13 micro-batches of an epoch, as a whole number, not 14.'],
    ['#accumulate=2&batchSize=100', 'An update takes the only micro-batch of an epoch, not 2.'],
    ['#forgetZeroGrad=maybe', 'Forget zero_grad is on or off, not maybe.'],
    [`#${'x'.repeat(9000)}`, 'Only the first 8192 characters'],
  ])('says what is wrong with %s, and goes on', (link, sentence) => {
    const read = parseLink(link);
    expect(read.refused).toHaveLength(1);
    expect(read.refused[0]).toContain(sentence);
    expectSound(read);
  });

  it('reads and writes what a network is made of', () => {
    const link =
      '#v=1&activation=leaky-relu&initial=he&inputs=x1,x2,sin%20x1&layers=8,3&loss=mse&problem=circles&startPlane=5,7&testShare=0.25&start=0.5,-1';
    const read = parseLink(link);
    expect(read.refused).toEqual([]);
    expect(read.config).toMatchObject({ startPlane: { weights: [5, 7] }, start: [0.5, -1] });
    expect(read.config.settings).toEqual({
      ...{ layers: [8, 3], activation: 'leaky-relu', initial: 'he', inputs: ['x1', 'x2', 'sin x1'], loss: 'mse' },
      testShare: 0.25,
    });
    expect(parseLink(formatLink(read))).toEqual(read);
    expect(formatLink(parseLink('#problem=circles&layers=none'))).toBe('#v=1&layers=none&problem=circles');
    expect(formatLink(parseLink('#problem=circles&layers=4,2&start=0,0&startPlane=0,1'))).toBe('#v=1&problem=circles');
    expect(parseLink('#problem=circles&inputs=x1x2,SIN-X1,x2*x2').config.settings.inputs).toEqual([
      'x1 x2',
      'sin x1',
      'x2 x2',
    ]);
    for (const text of ['random 7', 'random+7'])
      expect(parseLink(`#problem=circles&startPlane=${text}`).config.startPlane).toEqual({ random: 7 });
  });

  it('reads and writes how gradients are added up and clipped, on every problem', () => {
    const link = '#v=1&accumulate=3&clipNorm=0.5&forgetZeroGrad=1&problem=line-fit';
    const { hyperparameters, refused } = parseLink(link);
    expect(refused).toEqual([]);
    expect(hyperparameters).toMatchObject({ accumulate: 3, clipNorm: 0.5, forgetZeroGrad: true });
    expect(formatLink(parseLink(link))).toBe(link);
    const usual = parseLink('#accumulate=1&clipNorm=0&forgetZeroGrad=0');
    expect(usual).toEqual(parseLink('#problem=line-fit'));
  });

  it('loads what it knows of a newer link', () => {
    expect(parseLink('#v=2&learningRate=0.3').hyperparameters.learningRate).toBe(0.3);
  });

  it('reads names in the spelling of attributes', () => {
    expect(parseLink('#learning-rate=0.3&batchsize=4').hyperparameters).toMatchObject({
      learningRate: 0.3,
      batchSize: 4,
    });
  });

  const plain =
    '#v=1&contenders=adam,0.1,32+sgd,0.3,1,momentum,0.9&milestones=20,40&optimizer=sgd&problem=sine-fit&schedule=multistep&seed=7&start=-1,2&step=20';
  const whole = (text: string) => encodeURIComponent(text);
  it.each([
    ['with &amp;', (text: string) => text.replaceAll('&', '&amp;')],
    ['with &amp;amp;', (text: string) => text.replaceAll('&', '&amp;amp;')],
    ['with &#38;', (text: string) => text.replaceAll('&', '&#38;')],
    ['with %26', (text: string) => text.replaceAll('&', '%26')],
    ['with %26amp%3B', (text: string) => text.replaceAll('&', '%26amp%3B')],
    ['with %3D', (text: string) => text.replaceAll('=', '%3D')],
    ['with %3d and one & left', (text: string) => text.replaceAll('=', '%3d').replace('&', '%26')],
    ['with &#x3D;', (text: string) => text.replaceAll('=', '&#x3D;')],
    ['with commas encoded', (text: string) => text.replaceAll(',', '%2C').replaceAll('+', '%2B')],
    ['encoded as a whole', whole],
    ['encoded as a whole, twice', (text: string) => whole(whole(text))],
    ['encoded as a whole after &amp;', (text: string) => whole(text.replaceAll('&', '&amp;'))],
    ['with + for a space', (text: string) => text.replaceAll('+', ' ').replaceAll(' ', '%20')],
    ['in capitals', (text: string) => text.replace(/[a-z]+(?=[=-])/g, (name) => name.toUpperCase())],
  ])('is read %s', (_, encode) => {
    const read = parseLink(`#${encode(plain.slice(1))}`);
    const { beside, ...expected } = parseLink(plain);
    expect(read).toMatchObject(expected);
    expect(read.beside?.contenders.replace(' ', '+')).toBe(beside?.contenders);
    expect(read.refused).toEqual([]);
  });

  it('is read where the whole address was encoded, and so came as a query', () => {
    const { search, hash } = addressParts('?embed=1%23problem%3Dsine-fit%26seed%3D7', '');
    expect([search, parseLink(hash).config.seed]).toEqual(['?embed=1', 7]);
    expect(addressParts('?embed=1%2523seed=7&noise=0', '')).toEqual({ search: '?embed=1', hash: 'seed=7&noise=0' });
    expect(addressParts('?embed=1%23seed=7', '#seed=8')).toEqual({ search: '?embed=1', hash: '#seed=8' });
    for (const search of ['?from=https%3A%2F%2Flms.example%2F%23top', '?a=%23', '', '?tag=%23x=1'])
      expect(addressParts(search, '')).toEqual({ search, hash: '' });
  });

  it('stands in the page where a frame has the page as text', () => {
    const asked = (content: string | null) =>
      askedAddress({
        location: { protocol: 'about:', search: '', hash: '' },
        querySelector: () => (content === null ? null : { content }),
      } as unknown as Document);
    expect(asked('?embed=1&theme=dark#problem=sine-fit&seed=8')).toEqual({
      search: '?embed=1&theme=dark',
      hash: '#problem=sine-fit&seed=8',
    });
    expect(asked('#seed=8')).toEqual({ search: '', hash: '#seed=8' });
    expect(asked(null)).toEqual({ search: '', hash: '' });
  });

  it.each([
    ['#problem=sinefit&learning_rate=0.3&Optimizer=AdamW', []],
    ['#problem=sine-fot', ['Did you mean sine-fit?']],
    ['#optimizer=adma', ['Did you mean adam?']],
    ['#optimiser=adam&seed=3', ['The link also says optimiser, which means nothing here. Did you mean optimizer?']],
    ['#schedule=cosin', ['Did you mean cosine?']],
    ['#phase=forwad', ['Did you mean forward?']],
    ['#optimizer=adam&momentum=0.9', ['The link also says momentum, which means nothing here.']],
    ['#problem=line-fit&seed', ['The link also says seed, which means nothing here.']],
  ])('says what %s may mean', (link, ends) => {
    const { refused } = parseLink(link);
    expect(refused).toHaveLength(ends.length);
    ends.forEach((end, index) => {
      expect(refused[index].endsWith(end)).toBe(true);
    });
  });

  it('quotes what it refuses so that nothing of it acts on the page', () => {
    const { refused } = parseLink(
      '#problem=%00\u202egpj.exe&\u05e9\u05dc\u05d5\u05dd=1&optimizer=\ud83d&seed=%E2%80%AE1&schedule=%F0%9F%98%80',
    );
    const sentences = refused.join('\n');
    expect(sentences).toContain('not \\u0000\\u202Egpj.exe.');
    expect(sentences).toContain('not \\uD83D.');
    expect(sentences).toContain('not \\u202E1.');
    expect(sentences).toContain('not \u2068\ud83d\ude00\u2069.');
    expect(sentences).toContain('says \u2068\u05e9\u05dc\u05d5\u05dd\u2069, which');
  });

  it('ignores a hash that is no link', () => {
    expect(parseLink('#section-2').refused).toEqual([]);
  });
});

describe('values', () => {
  it('count only where they are given, not where they are inherited', () => {
    const inherited = fromValues(Object.create({ learningRate: 5, problem: 'sine-fit' }));
    expect(formatLink(inherited)).toBe('#v=1&problem=line-fit');
  });
});

describe('names of settings', () => {
  it('are each used once in a run, so that a flat list can hold them', () => {
    for (const problem of problemKeys)
      for (const optimizer of optimizerKeys)
        for (const schedule of scheduleKeys) {
          const names = settingFields({ problem, optimizer, schedule }).map(({ name }) => name.toLowerCase());
          expect(new Set(names).size, `${problem} ${optimizer} ${schedule}`).toBe(names.length);
          for (const name of ['v', 'start', 'step', 'phase', 'speed']) expect(names).not.toContain(name);
        }
  });
});

describe('at random', { timeout: 60_000 }, () => {
  it('formats and parses back to the same state', () => {
    fc.assert(
      fc.property(
        settingsArbitrary,
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom(null, ...phases),
        (settings, step, phase) => {
          const link = formatLink(settings, { step, phase });
          expect(parseLink(link)).toEqual({ ...settings, step, phase, refused: [] });
          expect(formatLink(parseLink(link), { step, phase })).toBe(link);
          expect(link).toMatch(/^#v=1(&[a-zA-Z0-9]+=[-+.,\w%]*)+$/);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('reads any hash at all', () => {
    const part = fc
      .tuple(
        fc.oneof(
          fc.constantFrom('learningRate', 'start', 'step', 'v', 'milestones', 'problem', 'phase'),
          oddText,
          fc.string(),
        ),
        fc.oneof(
          fc.double().map(String),
          oddText,
          fc.string({ unit: 'binary' }),
          fc.constantFrom('1'.repeat(9000), ',1'.repeat(3000)),
        ),
      )
      .map((pair) => pair.join('='));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const read = parseLink(`#${parts.join('&')}`);
        expectSound(read);
        expect(Number.isInteger(read.step)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('reads any values at all', () => {
    const name = fc.oneof(
      fc.constantFrom(
        ...settingFields({ problem: 'tug-of-war', optimizer: 'adam', schedule: 'multistep' }).map(
          (field) => field.name,
        ),
      ),
      oddText,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, oddValue), { maxLength: 12 }), (entries) => {
        expectSound(fromValues(Object.fromEntries(entries)));
      }),
      { numRuns: 10_000 },
    );
  });

  it('reads any JSON file at all', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('{"__proto__":', '{"seed":', '{"problem":', ''), (json, prefix) => {
        const parsed: unknown = JSON.parse(prefix === '' ? `{"learningRate":${json}}` : `${prefix}${json}}`);
        expectSound(fromValues(parsed as Record<string, unknown>));
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the three spellings', () => {
  it('say the same: as settings in a file, as flat values, as text, and as a link', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const { config, hyperparameters } = JSON.parse(JSON.stringify(settings)) as RunSettings;
        expect(settingsOfFile(config, hyperparameters)).toEqual(settings);
        expect(fromValues(valuesOf(settings))).toEqual({ ...settings, refused: [] });
        const texts = Object.entries(valuesOf(settings)).map(([name, value]) => [name, formatValue(value)]);
        expect(fromValues(Object.fromEntries(texts))).toEqual({ ...settings, refused: [] });
        expect(parseLink(formatLink(settings))).toMatchObject({ ...settings, refused: [] });
      }),
      { numRuns: 300 },
    );
  });

  const { config, hyperparameters } = fromValues({ problem: 'line-fit', optimizer: 'adam', beta1: 0.5 });
  const { noise: _, ...withoutNoise } = config;
  it.each([
    [withoutNoise, hyperparameters, 'Noise is a number'],
    [{ ...config, start: [1] }, hyperparameters, 'Start w1'],
    [{ ...config, examples: '100' }, hyperparameters, 'Number of examples'],
    [{ ...config, extra: 1 }, hyperparameters, 'no setting named extra'],
    [config, { ...hyperparameters, optimizer: { beta1: 2 } }, 'below 1'],
    [config, { ...hyperparameters, schedule: null }, 'Schedule'],
    [config, { ...hyperparameters, batchSize: 101 }, 'batch size'],
    [null, hyperparameters, 'Problem'],
    [config, [], 'Learning rate'],
  ])('in a file are refused in a sentence where one is missing, unknown, or bad', (given, steps, sentence) => {
    expect(() => settingsOfFile(given, steps)).toThrow(sentence);
    expect(() => settingsOfFile(given, steps)).toThrow(RangeError);
  });
});

describe('the weights that are watched', () => {
  const link = (watch: string, problem = 'circles') => parseLink(`#problem=${problem}&watch=${watch}`);
  const formatted = (watched: readonly number[]): string => {
    const { config, hyperparameters } = parseLink('#problem=circles');
    return formatLink({ config, hyperparameters }, { step: 0, phase: null, watched });
  };

  it('stand in the link by their names', () => {
    // 2-4-2-1: W1 has the indices 0 to 7, b1 8 to 11, W2 12 to 19.
    expect(decodeURIComponent(formatted([3, 9]))).toContain('watch=W1[2,2]+b1[2]');
    expect(link('W1[2,2]+b1[2]').watched).toEqual([3, 9]);
    for (const watched of [[3, 9], [24], [], [0], [1, 0], [0, 1, 2]]) {
      expect(parseLink(formatted(watched))).toMatchObject({ watched, refused: [] });
    }
  });

  it('are not said where they are the first two, or the model has no others', () => {
    expect(formatted([0, 1])).not.toContain('watch');
    const { config, hyperparameters } = parseLink('#problem=line-fit');
    expect(formatLink({ config, hyperparameters }, { step: 0, phase: null, watched: [1, 0] })).not.toContain('watch');
    expect(parseLink('#problem=circles').watched).toBeUndefined();
    expect(link('W1[1,1]', 'line-fit').refused).toEqual([expect.stringContaining('watch')]);
  });

  it('are read in other spellings, and once each', () => {
    for (const text of ['W1[2,2],b1[2]', 'W1[2,2] b1[2]', 'W1[2,2];b1[2];b1[2]', 'W1%5B2%2C2%5D%2Bb1%5B2%5D'])
      expect(link(text).watched).toEqual([3, 9]);
  });

  it('are the first two where the names mean nothing, which is said', () => {
    expect(link('W1[5,1]')).toMatchObject({
      watched: [0, 1],
      refused: ['There is no weight W1[5,1] in this network.'],
    });
    const long = '9'.repeat(1000);
    for (const text of [`W1[${long},1]`, `W${long}`, 'w'.repeat(1000), ' ', ''])
      expect(link(text)).toMatchObject({ watched: [0, 1], refused: [expect.stringMatching(/^.{10,90}\.$/)] });
    expect(link('banana')).toMatchObject({
      watched: [0, 1],
      refused: ['A weight is named as W1[2,1] or b1[2], not banana.'],
    });
  });
});

describe('the plane of weight space', () => {
  const link = (plane: string, problem = 'circles') => parseLink(`#problem=${problem}&plane=${plane}`);

  it('comes back from its link', () => {
    const { config, hyperparameters } = parseLink('#problem=circles');
    for (const kind of [null, 'weights', 'step', 'random', 'principal'] as const)
      for (const anchor of [null, 'start', 'along', 120] as const) {
        const planeChoice = { kind, anchor, seed: kind === 'random' ? 7 : 1 };
        const text = formatLink({ config, hyperparameters }, { step: 0, phase: null, planeChoice });
        expect(parseLink(text)).toMatchObject({ refused: [] });
        expect(parseLink(text).planeChoice ?? { kind: null, anchor: null, seed: 1 }).toEqual(planeChoice);
      }
    expect(formatLink({ config, hyperparameters })).not.toContain('plane');
  });

  it('is the usual one where its name means nothing, which is said', () => {
    for (const text of ['banana', 'step+7', 'random+x', 'weights+through', ''])
      expect(link(text)).toMatchObject({
        planeChoice: { kind: null, anchor: null },
        refused: [expect.stringContaining('A plane is named as')],
      });
    expect(link('step', 'line-fit').refused).toEqual([expect.stringContaining('plane')]);
  });
});
