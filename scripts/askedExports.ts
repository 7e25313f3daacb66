// What the modules of a folder ask each other for, read from their texts: of a script's modules only what others ask for
// has to be had from outside.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

interface Asked {
  readonly by: string;
  readonly of: string;
  /** Null where it may be anything. */
  readonly names: readonly string[] | null;
}

/** `import ... from`, `export ... from`, and `import(...)` of a file. */
const asking =
  /^(?:import|export) (?!type )(?:\{(?<names>[^}]*)\}|[^'{;]*) from '(?<path>\.[^']*)'|import\('(?<later>\.[^']*)'\)/gm;

/** What the module `by` asks for in `code`. */
export const asksIn = (code: string, by: string): readonly Asked[] =>
  Array.from(code.matchAll(asking), ({ groups: { names, path, later } = {} }) => ({
    by,
    of: resolve(dirname(by), (path ?? later ?? '').replace(/\?.*/, '')),
    names: names?.split(',').map((one) => one.trim().replace(/ as .*$/s, '')) ?? null,
  }));

/** All that is asked for in a folder, tests aside. */
function asksOf(folder: string): readonly Asked[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => asksIn(readFileSync(join(folder, file), 'utf8'), join(folder, file)));
}

/** Whether somebody other than the modules `inside` asks the module `id` for what it exports as `name`. */
export type IsAsked = (inside: ReadonlySet<string>, id: string, name: string) => boolean;

/** What is asked for by the modules of `folder`; of a module that is none of its files it may be anything. */
export function askedIn(folder: string): IsAsked {
  const byModule = new Map<string, Asked[]>();
  for (const asked of asksOf(folder)) byModule.set(asked.of, [...(byModule.get(asked.of) ?? []), asked]);
  return (inside, id, name) =>
    !id.startsWith(folder) ||
    id.includes('?') ||
    (byModule.get(id) ?? []).some(({ by, names }) => !inside.has(by) && (names === null || names.includes(name)));
}
