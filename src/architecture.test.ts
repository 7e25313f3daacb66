// Which folder may import which, and what the mathematics may use: read from the syntax trees of all sources.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const source = dirname(fileURLToPath(import.meta.url));

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name).split(sep).join('/'));
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function visit(value: unknown, parent: SyntaxNode | undefined, call: (node: SyntaxNode, parent?: SyntaxNode) => void) {
  if (Array.isArray(value)) for (const element of value) visit(element, parent, call);
  else if (isNode(value)) {
    call(value, parent);
    for (const key of Object.keys(value)) visit(value[key], value, call);
  }
}

function parse(file: string, text: string): SyntaxNode {
  const result = parseSync(file, text);
  expect(result.errors, file).toEqual([]);
  return result.program as unknown as SyntaxNode;
}

/** Every way to name another module: import, export from, import(), and the type import('...'). */
function importsOf(file: string, text: string): readonly Import[] {
  const found: Import[] = [];
  visit(parse(file, text), undefined, (node) => {
    const target = node.source as SyntaxNode | null | undefined;
    if (!isNode(target) || typeof target.value !== 'string' || !target.value.startsWith('.')) return;
    const names = (node.specifiers ?? []) as readonly SyntaxNode[];
    const isType = (item: SyntaxNode) => item.importKind === 'type' || item.exportKind === 'type';
    const isTypeOnly = isType(node) || node.type === 'TSImportType' || (names.length > 0 && names.every(isType));
    const path = target.value.replace(/\?.*$/, '');
    found.push({ from: file, to: join(dirname(file), path).split(sep).join('/'), isTypeOnly });
  });
  return found;
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  training: [],
  worker: ['training', 'lab/lessons', 'drawing/tracing'],
  'drawing/tracing': ['training'],
  drawing: ['training', 'drawing/tracing'],
  'lab/lessons': ['training'],
  lab: ['training', 'lab/lessons'],
  export: ['training', 'lab', 'drawing'],
  embed: ['training', 'lab'],
  doors: ['training', 'lab', 'drawing', 'drawing/tracing', 'export', 'embed'],
  ui: ['training', 'lab', 'lab/lessons', 'drawing', 'drawing/tracing', 'export', 'embed'],
  scorm: ['training', 'lab', 'lab/lessons', 'ui'],
  'answers.tsx': ['training', 'ui'],
  'main.tsx': ['training', 'lab', 'lab/lessons', 'drawing', 'export', 'embed', 'ui', 'worker'],
  firstPicture: ['training', 'lab', 'drawing', 'embed', 'ui', 'worker'],
};

/** Lessons and tracing run in workers as well, so they stand apart from the rest; the registry of lessons does not. */
const floorOf = (file: string): string =>
  /^(lab\/lessons(?=\/(?!index\.))|drawing\/tracing(?=\/))/.exec(file)?.[0] ?? file.split('/')[0];

/**
 * The wings of `training`, highest first; each knows those after it. Whatever stands outside them is the ground: the
 * registries, and the network, of which one registry makes problems.
 */
const wings = ['golden', 'studies', 'theory', 'run', 'objective'];

/** How far up a file of `training` stands; the ground and the registries are below every wing. */
function heightOf(file: string): number {
  const [floor, wing] = file.split('/');
  return floor === 'training' && wings.includes(wing) ? wings.length - wings.indexOf(wing) : 0;
}

/** One sentence for each import that goes where it may not. */
function faultsOf(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to, isTypeOnly }) => {
    const faults: string[] = [];
    if (floorOf(from) !== floorOf(to) && !allowed[floorOf(from)]?.includes(floorOf(to))) {
      faults.push(`${from} may not import ${to}`);
    }
    if (floorOf(from) === 'training' && floorOf(to) === 'training' && heightOf(to) > heightOf(from)) {
      faults.push(`${from} may not look up to ${to}`);
    }
    if (floorOf(from) === 'lab/lessons' && floorOf(to) === 'training' && !isTypeOnly)
      faults.push(`${from} is handed what it computes with and may import only types of ${to}`);
    if (floorOf(from) === 'lab' && to === 'training/run/trainer.ts' && !isTypeOnly) {
      faults.push(`${from} is handed its trainer and may import only the types of ${to}`);
    }
    return faults;
  });
}

const exact = ['sqrt', 'abs', 'min', 'max', 'floor', 'ceil', 'trunc', 'round', 'sign', 'imul', 'clz32', 'fround', 'PI'];
const impure = ['Date', 'performance', 'crypto', 'globalThis', 'process', 'Intl'];

/** One sentence for each use of what differs between engines, or from one call to the next. */
function impuritiesOf(file: string, text: string): readonly string[] {
  const faults: string[] = [];
  visit(parse(file, text), undefined, (node, parent) => {
    if (['BinaryExpression', 'AssignmentExpression'].includes(node.type) && /^\*\*/.test(String(node.operator))) {
      faults.push(`${file} uses ${node.operator}`);
    }
    if (node.type !== 'Identifier') return;
    const isPropertyName =
      parent !== undefined && (parent.property === node || parent.key === node) && !parent.computed;
    if (isPropertyName) return;
    if (impure.includes(String(node.name))) faults.push(`${file} uses ${node.name}`);
    if (node.name !== 'Math') return;
    const member =
      parent?.type === 'MemberExpression' && !parent.computed ? (parent.property as SyntaxNode) : undefined;
    const name = String(member?.name ?? 'as a value');
    if (!exact.includes(name)) faults.push(`${file} uses Math ${name}`);
  });
  return faults;
}

const read = (file: string): string => readFileSync(join(source, file), 'utf8');

describe('who may import whom', () => {
  const files = filesIn('.');
  const imports = files.flatMap((file) => importsOf(file, read(file)));

  test('no file imports from a floor it may not know', () => {
    expect(imports.length).toBeGreaterThan(20);
    expect(faultsOf(imports)).toEqual([]);
  });

  test('every file stands on a known floor', () => {
    expect(files.filter((file) => allowed[floorOf(file)] === undefined)).toEqual([]);
  });

  test('only registries are called index', () => {
    const registry =
      /^(training\/(models|losses|datasets|problems|optimizers|schedules|network\/(activations|losses|datasets))|lab\/lessons|export\/scripts)\/index\.ts$/;
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file) && !registry.test(file))).toEqual([]);
  });

  test.each([
    ['training/loop.ts', "import { history } from '../lab/history.ts';"],
    ['training/loop.ts', "import type { History } from '../lab/history.ts';"],
    ['worker/connect.ts', "import { drawSurface } from '../drawing/surface.ts';"],
    ['drawing/surface.ts', "import { connect } from '../worker/connect.ts';"],
    ['drawing/surface.ts', "export * from '../lab/store.ts';"],
    ['ui/App.tsx', "const worker = await import('../worker/connect.ts');"],
    ['ui/App.tsx', "import Work from '../worker/training.worker.ts?worker&inline';"],
    ['training/run/loop.ts', "import { noiseFloor } from '../theory/noiseFloor.ts';"],
    ['training/optimizers/sgd.ts', "import type { Rule } from '../run/rule.ts';"],
    ['lab/lessons/cliff.ts', "import { experiments } from '../../training/studies/experiments.ts';"],
    ['lab/lessons/cliff.ts', "import type { Lab } from '../lab.ts';"],
    ['lab/store.ts', "let trainer: import('../ui/App.tsx').App;"],
    ['lab/store.ts', "import { Trainer } from '../training/run/trainer.ts';"],
    ['lab/store.ts', "import { type Trainer, start } from '../training/run/trainer.ts';"],
  ])('finds the fault of %s: %s', (file, text) => {
    expect(faultsOf(importsOf(file, text))).toHaveLength(1);
  });

  test.each([
    ['lab/store.ts', "import type { Trainer } from '../training/run/trainer.ts';"],
    ['lab/store.ts', "import { type Trainer } from '../training/run/trainer.ts';"],
    ['ui/App.tsx', "import { scaleLinear } from 'd3';"],
    ['main.tsx', "import { connect } from './worker/connect.ts';"],
  ])('accepts %s: %s', (file, text) => {
    expect(faultsOf(importsOf(file, text))).toEqual([]);
  });
});

/** Registries of which no other folder may hold a table: what belongs to a thing stands in the thing's own file. */
const registryKeys = /\bRecord<(ModelId|LossId|OptimizerId|ScheduleId|ActivationId|ProblemId)\b/;

describe('one thing, one file', () => {
  test('no table is keyed by an optimizer, a model, a loss, or a schedule outside its folder', () => {
    const files = filesIn('.').filter(
      (file) => !/^training\/(optimizers|models|losses|schedules|problems|network\/(activations|losses))\//.test(file),
    );
    const tables = files.filter((file) => registryKeys.test(read(file).replaceAll(/\s+/g, ' ')));
    expect(tables).toEqual([]);
  });
});

describe('what the mathematics may use', () => {
  test('only arithmetic that every engine rounds alike, no clock, and no chance', () => {
    const files = [...filesIn('training'), ...filesIn('lab/lessons')].filter(
      (file) => !file.startsWith('training/reference/'),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => impuritiesOf(file, read(file)))).toEqual([]);
  });

  test.each([
    'const y = Math.exp(x);',
    "const y = Math['exp'](x);",
    'const { exp } = Math;',
    'const y = x ** 2;',
    'let y = x; y **= 2;',
    'const y = Math.random();',
    'const now = new Date();',
    'const now = Date.now();',
    'const now = performance.now();',
    'const y = globalThis.Math.exp(x);',
  ])('refuses %s', (text) => {
    expect(impuritiesOf('training/x.ts', text).length).toBeGreaterThan(0);
  });

  test.each(['const y = Math.sqrt(x);', 'const y = law.exp(x);', 'const law = { Date: 1 };', '/* x ** 2 */'])(
    'accepts %s',
    (text) => {
      expect(impuritiesOf('training/x.ts', text)).toEqual([]);
    },
  );
});

describe('what is loaded later', () => {
  /** They say themselves what happens when it cannot be loaded; other places name their reason. */
  const loaders = ['lazyPart', 'lazyWords', 'loadUntold', 'loadExport'];
  const others: Readonly<Record<string, string>> = {
    'worker/connect.ts': 'its caller loads it untold',
    'worker/lessonWorker.ts': 'its caller loads it untold',
    'worker/pageTrainer.ts': 'without it the trainer counts as lost',
    'lab/missing.ts': 'how all the others load',
    'main.tsx': 'an export that fails is answered as failed',
    'ui/text/language.ts': 'its caller loads it untold',
    'ui/text/lazyWords.ts': 'a test of the page, and loadable',
  };

  test('is loaded by what can say that it is missing', () => {
    const bare: string[] = [];
    for (const file of [...filesIn('ui'), ...filesIn('embed'), ...filesIn('worker'), ...filesIn('lab'), 'main.tsx']) {
      if (file in others) continue;
      const text = readFileSync(join(source, file), 'utf8');
      const within: string[] = [];
      const look = (value: unknown, callers: readonly string[]): void => {
        if (Array.isArray(value)) for (const element of value) look(element, callers);
        if (!isNode(value)) return;
        if (value.type === 'ImportExpression' && !callers.some((name) => loaders.includes(name))) within.push(file);
        const callee = value.type === 'CallExpression' ? (value.callee as SyntaxNode).name : undefined;
        const inner = typeof callee === 'string' ? [...callers, callee] : callers;
        for (const key of Object.keys(value)) look(value[key], inner);
      };
      look(parse(file, text), []);
      bare.push(...within);
      expect(
        /import \{[^}]*\b(?:lazy|Suspense)\b[^}]*\} from 'react'/.test(text) && file !== 'ui/parts/Part.tsx',
        file,
      ).toBe(false);
    }
    expect(bare).toEqual([]);
  });
});

/** The names that a file exports as values; types cost a page nothing and explain those that use them. */
function exportedValues(file: string, text: string): readonly string[] {
  const { body } = parse(file, text) as unknown as { readonly body: readonly SyntaxNode[] };
  return body.flatMap((node) => {
    const declaration = node.declaration as SyntaxNode | null | undefined;
    if (node.type !== 'ExportNamedDeclaration' || !isNode(declaration)) return [];
    if (/^(TS|.*Interface)/.test(declaration.type)) return [];
    const declared = (declaration.declarations ?? [declaration]) as readonly SyntaxNode[];
    return declared.flatMap(({ id }) => (isNode(id) && typeof id.name === 'string' ? [id.name] : []));
  });
}

/** One line for each value that nothing but its own `export` and tests name. */
function unusedExports(sources: ReadonlyMap<string, string>, others: readonly string[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const text of [...sources.values(), ...others])
    for (const [word] of text.matchAll(/[\p{L}\p{N}_$]+/gu)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...sources].flatMap(([file, text]) =>
    exportedValues(file, text)
      .filter((name) => uses.get(name) === 1)
      .map((name) => `${file} exports ${name}, which nothing uses`),
  );
}

describe('what is there', () => {
  /** Fixtures are for tests alone, and say so by their names; what writes a file that is kept is called by its test. */
  const isFixture = (file: string): boolean =>
    /(Cases|Extremes|Runner)\.ts$|\/(test[A-Z]|golden)|^doors\/settingsType\.ts$/.test(file);

  test('is used by more than a test', () => {
    const sources = new Map(filesIn('.').map((file) => [file, read(file)]));
    const scripts = join(source, '../scripts');
    const others = readdirSync(scripts, { encoding: 'utf8' })
      .filter((name) => /\.(mjs|cjs|ts)$/.test(name))
      .map((name) => readFileSync(join(scripts, name), 'utf8'));
    const unused = unusedExports(sources, others).filter((line) => {
      const [file] = line.split(' ');
      return !isFixture(file);
    });
    expect(unused).toEqual([]);
  });

  test.each(['export const half = (x: number) => x / 2;', 'export function half() {}', 'export class half {}'])(
    'is found where nothing uses it: %s',
    (text) => {
      expect(unusedExports(new Map([['lab/half.ts', text]]), [])).toHaveLength(1);
      expect(unusedExports(new Map([['lab/half.ts', text]]), ["import { half } from './half.ts';"])).toEqual([]);
    },
  );
});

describe('what can be read at once', () => {
  /** Functions have a limit of their own, which the linter holds. */
  const mostLines = 300;

  test('no file is longer than that', () => {
    const long = filesIn('.').filter((file) => read(file).trimEnd().split('\n').length > mostLines);
    expect(long).toEqual([]);
  });
});
