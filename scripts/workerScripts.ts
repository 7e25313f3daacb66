// Gives the page the scripts of its workers as text, and builds what they share with the page only once: the modules of
// a script are one function, which the page calls for what it imports, and whose own text the worker is made from.

import { build, type Plugin } from 'vite';
import { askedIn, type IsAsked } from './askedExports.ts';
import {
  fillingText,
  type LaterParts,
  modulesOf,
  type PartExports,
  shellFor,
  shellText,
  sourceOfAll,
} from './laterParts.ts';
import { privateNames } from './privateNames.ts';

const suffix = '?source';
const entryId = 'worker-entry';

interface Script {
  readonly id: string;
  readonly entry: string;
  /** A function that takes the lists of the scripts before it, runs all modules, and returns the list of their exports. */
  readonly text: string;
  /** Place of each export in that list, by module and name. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** An unused export of a list is dropped. */
const treeshake = { propertyReadSideEffects: false } as const;

/** Bundles `entry` and all it imports into one classic script, whose value is the default export. */
async function bundle(
  entry: string,
  target: string[],
  plugins: Plugin[],
): Promise<{ code: string; modules: string[] }> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    build: {
      write: false,
      minify: false,
      target,
      lib: { entry, formats: ['iife'], name: 'script' },
      rolldownOptions: { treeshake },
    },
  });
  if (!Array.isArray(built)) throw new Error('The script was not built once and for all.');
  const [{ code, moduleIds }] = built[0]!.output;
  return { code, modules: moduleIds };
}

/** The module `id` as a view on the list of the script that holds it; null for a module of none. */
function viewOf(scripts: readonly Script[], id: string): string | null {
  const script = scripts.find(({ places }) => places.has(id));
  if (script === undefined) return null;
  const list = listOf(scripts.indexOf(script));
  return Array.from(script.places.get(id)!, ([name, place]) => `export const ${name} = ${list}[${place}];`).join('\n');
}

const listOf = (index: number): string => `list${index}`;
const listsOf = (scripts: readonly Script[]): string => scripts.map((_, index) => listOf(index)).join(', ');

/** Lessons: a page of several files loads one of them at a time and has copies of its own, which are small. */
const isLesson = (id: string): boolean => id.includes('/src/lab/');

/** Source that is bundled as the entry. */
const virtualEntry = (source: string): Plugin => ({
  name: 'entry',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith(entryId) ? entryId : null),
  load: (id) => (id === entryId ? source : null),
});

/** What the modules of later parts export, found by running them. */
async function loadParts(later: LaterParts, target: string[]): Promise<PartExports> {
  const modules = modulesOf(later);
  const { code } = await bundle(entryId, target, [virtualEntry(sourceOfAll(modules))]);
  const exported: readonly Readonly<Record<string, unknown>>[] = new Function(`${code}\nreturn script;`)();
  return new Map(modules.map((file, place) => [file, exported[place]!]));
}

/** Has the registries import shells, and the module that fills them in do so. */
function shells(parts: PartExports, later: LaterParts): Plugin {
  return {
    name: 'shells',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (importer === undefined || !id.startsWith('.')) return null;
      const file = (await this.resolve(id, importer, { skipSelf: true }))?.id;
      return file === undefined ? null : shellFor(parts, later, file, importer);
    },
    // Whoever imports it does so for what it does.
    load: (id) => (id === later.filling ? { code: fillingText(parts), moduleSideEffects: true } : shellText(parts, id)),
  };
}

/** A module that only passes on what others export: whoever imports it gets their own. */
const passesOn = /^(?:\s|\/\/[^\n]*\n|export \{[^}]*\} from "[^"]*";|export \{[^}]*\} from '[^']*';)+$/;

/** What every module of a script exports, found by bundling it. */
async function exportsOf(entry: string, target: string[], plugins: Plugin[]): Promise<Map<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  const look: Plugin = {
    name: 'exports',
    moduleParsed({ id, exports, code }) {
      if (!passesOn.test(code ?? '')) names.set(id, exports ?? []);
    },
  };
  const { modules } = await bundle(entry, target, [...plugins, look]);
  return new Map(modules.flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : [])));
}

async function buildScript(
  entry: string,
  target: string[],
  before: readonly Script[],
  later: Plugin[],
  isAsked: IsAsked,
  isPageOwn: (id: string) => boolean,
): Promise<Script> {
  const views: Plugin = { name: 'views', enforce: 'pre', load: (id) => viewOf(before, id) };
  const plugins = [views, ...later];
  const places = new Map<string, Map<string, number>>();
  const imports: string[] = [];
  const all: string[] = [];
  const exported = await exportsOf(entry, target, plugins);
  const inside = new Set(Array.from(exported.keys()).filter((id) => viewOf(before, id) === null && !isPageOwn(id)));
  for (const id of inside) {
    const own = new Map<string, number>();
    for (const name of exported.get(id)!) {
      if (id !== entry && !isAsked(inside, id, name)) continue;
      own.set(name, all.length);
      imports.push(`import { ${name} as export${all.length} } from ${JSON.stringify(id)};`);
      all.push(`export${all.length}`);
    }
    places.set(id, own);
  }
  const main = virtualEntry(`${imports.join('\n')}\nexport default [${all.join(', ')}];`);
  const { code } = await bundle(entryId, target, [...plugins, main]);
  return {
    id: `worker-script-${before.length}`,
    entry,
    text: `(${listsOf(before)}) => {\n${code}\nreturn script;\n}`,
    places,
  };
}

/** The module that holds a script and the page's own copy of its list. */
function scriptModule(scripts: readonly Script[], script: Script): string {
  const index = scripts.indexOf(script);
  const before = scripts.slice(0, index);
  const imports = before.map(({ id }, place) => `import { list as ${listOf(place)} } from '${id}';`);
  return [...imports, `export const script = ${script.text};`, `export const list = script(${listsOf(before)});`].join(
    '\n',
  );
}

/** The module that gives the text of the worker whose entry `script` holds. */
function sourceModule(scripts: readonly Script[], script: Script): string {
  const index = scripts.indexOf(script);
  const all = scripts.slice(0, index + 1);
  const imports = all.map(({ id }, place) => `import { script as script${place} } from '${id}';`);
  const calls = all.map((_, place) => `const ${listOf(place)}=(\${script${place}})(${listsOf(all.slice(0, place))});`);
  const serve = script.places.get(script.entry)!.get('serve');
  return `${imports.join('\n')}\nexport const source = \`'use strict';${calls.join('')}${listOf(index)}[${serve}]()\`;`;
}

/**
 * `import { source } from './x.ts?source'`, where x.ts is among the `entries`, gives a classic script, as text, that
 * holds this module with all it imports and calls its `serve`. A worker made from it starts where neither a module
 * worker nor one with an address of its own does. Each script builds on those before it. While developing, the page
 * keeps modules of its own, and nothing comes later.
 */
export function workerScripts(
  folder: string,
  entries: readonly string[],
  target: string[],
  later: LaterParts,
  isOneFile: boolean,
): Plugin {
  let isBuild = false;
  let scripts: Script[] = [];
  const buildAll = async (): Promise<void> => {
    // One file has everything from the beginning.
    const comesLater = isBuild && !isOneFile ? [shells(await loadParts(later, target), later)] : [];
    const plugins = isBuild ? [privateNames(), ...comesLater] : [];
    const isAsked = askedIn(folder);
    const isPageOwn = (id: string): boolean => !isOneFile && (isLesson(id) || later.copied.includes(id));
    scripts = [];
    for (const entry of entries) scripts.push(await buildScript(entry, target, scripts, plugins, isAsked, isPageOwn));
    if (comesLater.length > 0 && !scripts.some(({ places }) => places.has(later.filling)))
      throw new Error('No script fills in the parts that come later.');
  };
  return {
    name: 'worker-scripts',
    enforce: 'pre',
    config: () => ({ build: { rolldownOptions: { treeshake } } }),
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    async buildStart() {
      if (isBuild) await buildAll();
    },
    async resolveId(id, importer) {
      if (scripts.some((script) => script.id === id) || /^worker-script-\d$/.test(id)) return id;
      if (!id.endsWith(suffix)) return null;
      const resolved = await this.resolve(id.slice(0, -suffix.length), importer, { skipSelf: true });
      return resolved === null ? null : `${resolved.id}${suffix}`;
    },
    async load(id) {
      const isSource = id.endsWith(suffix);
      if (isSource && !isBuild) await buildAll();
      const script = scripts.find((candidate) => candidate.id === id || `${candidate.entry}${suffix}` === id);
      if (script !== undefined) {
        for (const module of script.places.keys()) this.addWatchFile(module);
        return isSource ? sourceModule(scripts, script) : scriptModule(scripts, script);
      }
      const view = isBuild ? viewOf(scripts, id) : null;
      if (view === null) return null;
      const holder = scripts.findIndex(({ places }) => places.has(id));
      const code = `import { list as ${listOf(holder)} } from '${scripts[holder]!.id}';\n${view}`;
      return id === later.filling ? { code, moduleSideEffects: true } : code;
    },
  };
}
