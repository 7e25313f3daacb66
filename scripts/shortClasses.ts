// The classes of the style sheets of parts: short names, and each written where it is used instead of in a list.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const suffix = '.module.css';
const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** The `index`th of the names a, b, ... z, aa, ab, ... */
function nameAt(index: number): string {
  const before = Math.floor(index / letters.length);
  return `${before === 0 ? '' : nameAt(before - 1)}${letters[index % letters.length]}`;
}

/** The name of a class or an animation of a style sheet. @throws an Error where the sheet has none that is called so */
export type NameOf = (name: string, file: string) => string;

/**
 * Names for all that the style sheets of parts in `folder` declare, by the places of the sheets and of what stands in
 * them: the same whenever the same files are built.
 */
export function shortNames(folder: string): NameOf {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => join(folder, file))
    .toSorted();
  const keyOf = (name: string, file: string): string => `${file}#${name}`;
  const keys = files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/(?:\.|@keyframes\s+)([A-Za-z][\w-]*)/g), ([, name = '']) =>
      keyOf(name, file),
    ),
  );
  const names = new Map(Array.from(new Set(keys), (key, index) => [key, nameAt(index)]));
  return (name, file) => {
    const short = names.get(keyOf(name, resolve(file.replace(/\?.*/, ''))));
    if (short === undefined) throw new Error(`${file} has no class ${name}.`);
    return short;
  };
}

/** A script that imports a sheet for its classes, with their names in the places where it reads them of it. */
export function withNames(code: string, file: string, nameOf: NameOf): string {
  let text = code;
  for (const [line, list, sheet = ''] of code.matchAll(/^import (\w+) from '([^']*\.module\.css)';$/gm))
    text = text
      .replace(line, `import '${sheet}';`)
      .replaceAll(new RegExp(`(?<![\\w./])${list}\\.(\\w+)`, 'g'), (_, name: string) =>
        JSON.stringify(nameOf(name, join(dirname(file), sheet))),
      );
  return text;
}

export const shortClasses = (nameOf: NameOf): Plugin[] => [
  {
    name: 'short-classes',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ css: { modules: { generateScopedName: nameOf } } }),
    transform: (code, id) => (/\.tsx?$/.test(id) ? { code: withNames(code, id, nameOf), map: null } : null),
  },
  {
    // Nobody reads the list of a sheet any more, and the sheet is wanted all the same.
    name: 'sheets-without-lists',
    apply: 'build',
    enforce: 'post',
    transform: (_, id) => (id.endsWith(suffix) ? { code: '', map: null, moduleSideEffects: 'no-treeshake' } : null),
  },
];
