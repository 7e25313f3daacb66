// Gives the page the worker's script as text, and builds it into the page only once: what the worker runs and what the
// page imports of the same modules are one function, which the page calls and whose own text the worker is made from.

import { build, type Plugin } from 'vite';

const suffix = '?source';
const scriptId = 'worker-script';
const entryId = 'worker-entry';

interface Script {
  /** An expression: a function that runs all modules and returns what they export, in the order of `places`. */
  readonly text: string;
  /** Place of each export in that list, by module and name. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Bundles what `entry` exports into one classic script whose value is its default export. */
async function bundle(entry: string, target: string[], plugin: Plugin): Promise<{ code: string; modules: string[] }> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [plugin],
    build: {
      write: false,
      minify: false,
      target,
      lib: { entry, formats: ['iife'], name: 'script' },
    },
  });
  if (!Array.isArray(built)) throw new Error('The script was not built once and for all.');
  const [{ code, moduleIds }] = built[0]!.output;
  return { code, modules: moduleIds };
}

/** What every module of a script exports, found by bundling it. */
async function exportsOf(entry: string, target: string[]): Promise<Map<string, readonly string[]>> {
  const names = new Map<string, readonly string[]>();
  const { modules } = await bundle(entry, target, {
    name: 'exports',
    moduleParsed({ id, exports }) {
      names.set(id, exports ?? []);
    },
  });
  return new Map(modules.map((id) => [id, names.get(id) ?? []]));
}

async function buildScript(entry: string, target: string[]): Promise<Script> {
  const places = new Map<string, Map<string, number>>();
  const imports: string[] = [];
  const all: string[] = [];
  for (const [id, names] of await exportsOf(entry, target)) {
    const own = new Map<string, number>();
    for (const name of names) {
      own.set(name, all.length);
      imports.push(`import { ${name} as export${all.length} } from ${JSON.stringify(id)};`);
      all.push(`export${all.length}`);
    }
    places.set(id, own);
  }
  const { code } = await bundle(entryId, target, {
    name: 'entry',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith(entryId) ? entryId : null),
    load: (id) => (id === entryId ? `${imports.join('\n')}\nexport default [${all.join(', ')}];` : null),
  });
  return { text: `() => {\n${code}\nreturn script;\n}`, places };
}

/**
 * `import { source } from './x.ts?source'`, where x.ts is the `entry`, gives a classic script, as text, that holds this
 * module with all it imports and calls its `serve`. A worker made from it starts where neither a module worker nor one
 * with an address of its own does. While developing, the page keeps modules of its own.
 */
export function workerScript(entry: string, target: string[]): Plugin {
  let isBuild = false;
  let script: Script | null = null;
  return {
    name: 'worker-script',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    async buildStart() {
      if (isBuild) script = await buildScript(entry, target);
    },
    resolveId: (id) => (id === scriptId ? id : id.endsWith(suffix) ? `${entry}${suffix}` : null),
    async load(id) {
      if (id === `${entry}${suffix}`) {
        const { text, places } = script ?? (await buildScript(entry, target));
        for (const module of places.keys()) this.addWatchFile(module);
        const definition = isBuild ? `import { script } from '${scriptId}';` : `const script = ${text};`;
        const serve = places.get(entry)!.get('serve');
        return `${definition}\nexport const source = \`'use strict';(\${script})()[${serve}]()\`;`;
      }
      if (script === null) return null;
      if (id === scriptId) return `export const script = ${script.text};\nexport const shared = script();`;
      const names = script.places.get(id);
      if (names === undefined) return null;
      const lines = Array.from(names, ([name, place]) => `export const ${name} = shared[${place}];`);
      return [`import { shared } from '${scriptId}';`, ...lines].join('\n');
    },
  };
}
