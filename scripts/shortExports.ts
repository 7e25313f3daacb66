// What the first file gives to the others goes by the names that it has there anyway: a list of names instead of one of
// pairs, which is read before anything is drawn.

import type { Plugin } from 'vite';

const list = /\bexport\{([^}]*)\};?\s*$/;

const pairsIn = (names: string): readonly (readonly [string, string])[] =>
  names.split(',').map((pair) => {
    const [first = '', second = first] = pair.split(' as ');
    return [first, second];
  });

/** `code` without new names for what it exports, and its own name of everything that it exports. */
export function withOwnNames(code: string): { readonly code: string; readonly own: ReadonlyMap<string, string> } {
  const pairs = pairsIn(list.exec(code)?.[1] ?? '');
  return {
    code: code.replace(
      list,
      () =>
        `export{${pairs
          .map(([name]) => name)
          .toSorted()
          .join(',')}};\n`,
    ),
    own: new Map(pairs.map(([name, exported]) => [exported, name])),
  };
}

/** `code`, which imports from `file`, with the names that things have there. @throws an Error where it imports all of it */
export function importing(code: string, file: string, own: ReadonlyMap<string, string>): string {
  const address = `["'\`]\\./${file.replaceAll('.', '\\.')}["'\`]`;
  if (new RegExp(`\\bimport\\(${address}|\\*as [\\w$]+ from${address}`).test(code))
    throw new Error(`${file} is imported as a whole, under names that it no longer has.`);
  return code.replaceAll(new RegExp(`\\b(import|export)\\{([^}]*)\\}from(${address})`, 'g'), (_, kind, names, from) => {
    const pairs = pairsIn(names).map(([name, local]) => `${own.get(name) ?? name} as ${local}`);
    return `${kind}{${pairs.join(',')}}from${from}`;
  });
}

export const shortExports = (): Plugin => ({
  name: 'short-exports',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    for (const first of chunks.filter(({ isEntry, code }) => isEntry && list.test(code))) {
      const { code, own } = withOwnNames(first.code);
      first.code = code;
      const name = first.fileName.replace(/^.*\//, '');
      for (const chunk of chunks) if (chunk !== first) chunk.code = importing(chunk.code, name, own);
    }
  },
});
