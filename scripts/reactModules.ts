// The files of React as modules: whoever imports from them calls what they export by a name of its own, and nothing is
// left that tells modules from what they were before there were any. What a file declares stays within one function,
// where names are shortest.

/** What the files export whose exports are not slimmed. */
const exported: Readonly<Record<string, readonly string[]>> = {
  'react-jsx-runtime.production.js': ['Fragment', 'jsx', 'jsxs'],
  'react-dom-client.production.js': ['createRoot'],
};

/** Two names of one function, so that all calls of it look the same. */
const sameAs: Readonly<Record<string, string>> = { jsxs: 'jsx' };

/** Files that only choose between the one for development and the other. */
const choosing = /\/(react|react-dom|scheduler)\/(index|client|jsx-runtime)\.js$/;

/** The text of a file that passes on what another exports; null for any other file. */
export function passedOn(id: string): string | null {
  const [, name = '', part = ''] = choosing.exec(id) ?? [];
  if (name === '') return null;
  const file = JSON.stringify(`./cjs/${name}${part === 'index' ? '' : `-${part}`}.production.js`);
  // As a namespace, so that what the bundler makes namespaces with is in the first file instead of one of its own.
  const all = name === 'react-dom' && part === 'index' ? '* as default' : '{ default }';
  return `export * from ${file};\nexport ${all} from ${file};`;
}

/** `code` as a module that exports the names that are known of `file`, or else these. */
export function asModule(code: string, file: string, names: readonly string[] = exported[file] ?? []): string {
  const asked: string[] = [];
  const body = code.replaceAll(/\brequire\("([^"]+)"\)/g, (_, name: string) => `required${asked.push(name) - 1}`);
  return [
    ...asked.map((name, place) => `import required${place} from ${JSON.stringify(name)};`),
    `const all = ((exports) => {\n${body}\nreturn exports;\n})({});`,
    'export default all;',
    ...names.map((name) =>
      name in sameAs ? `export { ${sameAs[name]} as ${name} };` : `export const ${name} = all.${name};`,
    ),
  ].join('\n');
}
