// Parts of the training that a page at rest does without: all entries of the registries but the first ones. Until they
// come, an empty shell stands in the place of each, of which no more is known than how it is called; then the shells are
// filled in, so that whoever holds one holds the part itself.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export interface LaterParts {
  /** Modules of which every import is a later part, but for the `first` ones. */
  readonly registries: readonly string[];
  readonly first: readonly string[];
  /** Other modules that come later, of lists that are empty until then. */
  readonly lists: readonly string[];
  /** Modules that later parts share with a page at rest, which has copies of its own: they are small. */
  readonly copied: readonly string[];
  /** The module that fills in the shells when it is imported. */
  readonly filling: string;
}

/** What is known of each module of later parts: its exports. */
export type PartExports = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const shellSuffix = '?shell';

/** What a shell knows of the part whose place it takes. */
const known = ['title', 'family'] as const;

/** The modules that come later, by their files. */
export function modulesOf({ registries, first, lists }: LaterParts): readonly string[] {
  const modules = registries.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/^import \{[^}]*\} from '([^']+)';$/gm), ([, path]) =>
      resolve(dirname(file), path),
    ),
  );
  return [...modules.filter((file) => !first.includes(file)), ...lists];
}

/** Source whose default export is the list of what the modules export. */
export const sourceOfAll = (modules: readonly string[]): string =>
  `${modules.map((file, place) => `import * as part${place} from ${JSON.stringify(file)};`).join('\n')}
export default [${modules.map((_, place) => `part${place}`).join(', ')}];`;

/** The shell that `importer` imports in place of `file`; null where it imports the part itself. */
export function shellFor(parts: PartExports, later: LaterParts, file: string, importer: string): string | null {
  const isShell = later.lists.includes(file) ? importer !== later.filling : later.registries.includes(importer);
  return isShell && parts.has(file) ? `${file}${shellSuffix}` : null;
}

/** The source of a shell; null for any other module. */
export function shellText(parts: PartExports, id: string): string | null {
  const exported = id.endsWith(shellSuffix) ? parts.get(id.slice(0, -shellSuffix.length)) : undefined;
  if (exported === undefined) return null;
  return Object.entries(exported)
    .flatMap(([name, value]) => {
      const empty = emptied(value);
      return empty === null ? [] : [`export const ${name} = ${JSON.stringify(empty)};`];
    })
    .join('\n');
}

/** The source of the module that fills in the shells. */
export function fillingText(parts: PartExports): string {
  const lines = Array.from(parts, ([file, exported], place) => {
    const names = Object.keys(exported).filter((name) => emptied(exported[name]) !== null);
    const from = (id: string, prefix: string): string =>
      `import { ${names.map((name) => `${name} as ${prefix}${place}${name}`).join(', ')} } from ${JSON.stringify(id)};`;
    const fills = names.map((name) => {
      const [shell, part] = [`shell${place}${name}`, `part${place}${name}`];
      return Array.isArray(exported[name]) ? `${shell}.push(...${part});` : `Object.assign(${shell}, ${part});`;
    });
    return [from(`${file}${shellSuffix}`, 'shell'), from(file, 'part'), ...fills].join('\n');
  });
  return `${lines.join('\n')}\nexport const isFilled = true;`;
}

/** What is known of a part before it comes; null for what no registry can hold. */
function emptied(value: unknown): object | null {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return null;
  const own = value as Readonly<Record<string, unknown>>;
  return { isLate: true, ...Object.fromEntries(known.flatMap((name) => (name in own ? [[name, own[name]]] : []))) };
}
