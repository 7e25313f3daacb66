// What is left of React DOM is what the page uses, and whoever asks for more learns of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync, parseSync } from 'vite';
import { expect, test } from 'vitest';
import { hooksThatNobodyUses, keptExports, slimOther, slimReact, withExports } from './slimReact.ts';
import { usedWords } from './usedWords.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const client = readFileSync(join(root, 'node_modules/react-dom/cjs/react-dom-client.production.js'), 'utf8');
const parse = (code) => {
  const { program, errors } = parseSync('react-dom.cjs', code, { sourceType: 'script' });
  expect(errors).toEqual([]);
  return program;
};
const source = join(root, 'src');
const used = usedWords(source);
const slim = slimReact(client, parse, used);

const sources = readdirSync(source, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => readFileSync(join(source, name), 'utf8'));

test('it is a script still, offers what the page calls, and has lost a quarter', () => {
  parse(slim);
  expect(slim).toContain('exports.createRoot');
  expect(slim).not.toContain('exports.hydrateRoot');
  expect(slim.length).toBeLessThan(0.75 * client.length);
});

test.each([
  ['hydrateRoot', 'React DOM has no hydrateRoot any more'],
  ['shouldAttemptEagerTransition', 'React DOM has no shouldAttemptEagerTransition any more'],
  ['popHydrationState', 'React DOM has not one place of the end of what is not hydrated any more'],
])('another version with another %s is refused', (name, message) => {
  const other = client.replaceAll(name, 'other');
  expect(() => slimReact(other, parse, used)).toThrow(message);
});

test('nothing here asks for what is gone', () => {
  const kinds = ['createPortal', 'forwardRef', 'Profiler', 'Activity', 'SuspenseList', 'ViewTransition', 'hydrateRoot'];
  const heads = [
    'preload',
    'preloadModule',
    'preinit',
    'preinitModule',
    'preconnect',
    'prefetchDNS',
    'requestFormReset',
  ];
  const gone = new RegExp(
    `import [^;]*\\b(${[...hooksThatNobodyUses, ...kinds, ...heads].join('|')})\\b[^;]* from 'react`,
  );
  for (const text of sources) expect(gone.exec(text)?.[1]).toBeUndefined();
  // Elements that React would move to the head, and forms whose action is a function.
  for (const text of sources.filter((one) => one.includes(" from 'react'")))
    expect(
      /\.Consumer\b|<(?:style|link|script|meta)\b[^>]*>|\b(?:formA|a)ction=\{|componentStack/.exec(text)?.[0],
    ).toBeUndefined();
});

const internals = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE';

test.each(['react', 'react-dom', 'scheduler'])('of %s the page gets what it asks for, and no more', (name) => {
  const file = `${name}.production.js`;
  const code = readFileSync(join(root, `node_modules/${name}/cjs/${file}`), 'utf8');
  const other = slimOther(code, file, parse, used);
  const before = freeNames(parse(code));
  expect([...freeNames(parse(other))].filter((free) => !before.has(free))).toEqual([]);
  const left = {};
  const Channel = class {
    port1 = {};
  };
  new Function('exports', 'require', 'MessageChannel', other)(left, () => ({ [internals]: {} }), Channel);
  expect(Object.keys(left).sort()).toEqual([...keptExports[file]].sort());
  expect(() => withExports(code, ['useNothing'], parse)).toThrow('React has no useNothing any more');
});

test('whatever is imported from React is kept', () => {
  const asked = (from) =>
    new Set(
      sources.flatMap((text) =>
        Array.from(text.matchAll(/^import (?!type )\{([^}]*)\} from '([^']*)';$/gm)).flatMap(([, names, file]) =>
          file === from ? names.split(',').map((one) => one.trim().split(' as ')[0]) : [],
        ),
      ),
    );
  const names = (from) => [...asked(from)].filter((one) => one !== '' && !one.startsWith('type '));
  expect(names('react')).toContain('useState');
  expect(keptExports['react.production.js']).toEqual(expect.arrayContaining(names('react')));
  expect(keptExports['react-dom.production.js']).toEqual(expect.arrayContaining(names('react-dom')));
  const zustand = readFileSync(join(root, 'node_modules/zustand/esm/react.mjs'), 'utf8');
  const ofStores = Array.from(zustand.matchAll(/\bReact\.(\w+)/g), ([, name]) => name);
  expect(ofStores).toContain('useSyncExternalStore');
  expect(keptExports['react.production.js']).toEqual(expect.arrayContaining(ofStores));
  for (const text of sources)
    expect(/import (?:\w+|\* as \w+)[^;{]* from 'react/.exec(text.replaceAll('import type', ''))).toBeNull();
  const scheduler = Array.from(client.matchAll(/Scheduler\.(unstable_\w+)/g), ([, name]) => name);
  // React itself asks whether these are there.
  const optional = ['unstable_setDisableYieldValue'];
  expect(keptExports['scheduler.production.js']).toEqual(
    expect.arrayContaining(scheduler.filter((name) => !optional.includes(name))),
  );
});

/** Names that no function around their use declares. */
function freeNames(program) {
  const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string';
  const inside = (node) => Object.values(node).flat().filter(isNode);
  const isFunction = ({ type }) => /Function/.test(type);
  const declared = (node) =>
    inside(node).flatMap((child) => [
      ...((child.type === 'VariableDeclarator' || isFunction(child)) && child.id ? [child.id.name] : []),
      ...(child.type === 'CatchClause' && child.param ? [child.param.name] : []),
      ...(isFunction(child) ? [] : declared(child)),
    ]);
  const free = new Set();
  const look = (node, known, parent) => {
    const isName = (parent?.type === 'MemberExpression' || parent?.type === 'Property') && !parent.computed;
    const isMember = isName && (parent.property ?? parent.key) === node && parent.value !== node;
    if (node.type === 'Identifier' && !isMember && !known.has(node.name)) free.add(node.name);
    const own = isFunction(node) ? [node.id?.name, ...node.params.map(({ name }) => name), ...declared(node)] : [];
    const names = own.length > 0 ? new Set([...known, ...own]) : known;
    for (const child of inside(node)) look(child, names, node);
  };
  look(program, new Set(declared(program)), undefined);
  return free;
}

test('every name that is used is still declared', () => {
  const before = freeNames(parse(client));
  expect(before).toContain('document');
  // What stands behind a `!1` is gone from the page.
  const { code } = minifySync('react-dom.cjs', slim, { compress: true, mangle: false });
  expect([...freeNames(parse(code))].filter((name) => !before.has(name))).toEqual([]);
});

test.each([
  [
    'a case that never is goes with what it does',
    'switch (f.tag) { case 5: return a(); case 26: return b(); case 3: c(); }',
  ],
  [
    'a case that others fall into keeps what it does',
    'switch (f.tag) { case 5: a(); case 26: return b(); case 3: c(); }',
  ],
])('%s', (name, body) => {
  const known = client.replace(
    'exports.createRoot',
    `exports.probe = function (f, a, b, c) { ${body} };\nexports.createRoot`,
  );
  const probe = /exports\.probe = function \(f, a, b, c\) \{(.*?)\};\n/s.exec(slimReact(known, parse, used))[1];
  expect(probe).not.toContain('case 26');
  expect(probe.includes('b()')).toBe(name.includes('keeps'));
  expect(probe).toContain('c()');
});
