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
  return `export * from ${file};\nexport * as default from ${file};`;
}

/** `code` as a module that exports the names that are known of `file`, or else these. @throws an Error where it cannot be */
export function asModule(code: string, file: string, names: readonly string[] = exported[file] ?? []): string {
  const asked = Array.from(code.matchAll(/\b(\w+) = require\("([^"]+)"\)/g));
  let body = code.replaceAll(/\bexports\.(\w+)/g, 'exports_$1');
  const imports = asked.map(([required, alias = '', name]) => {
    // As a namespace, so that what the bundler makes namespaces with is in the first file instead of one of its own.
    if (name === 'react-dom') {
      body = body.replace(required, `${alias} = ${alias}_all`);
      return `import ${alias}_all from ${JSON.stringify(name)};`;
    }
    const members = new Set(Array.from(body.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g')), ([, member]) => member));
    body = body.replace(required, `${alias} = 0`).replaceAll(new RegExp(`\\b${alias}\\.(?=\\w)`, 'g'), `${alias}_`);
    const list = Array.from(members, (member) => `${member} as ${alias}_${member}`).join(', ');
    return `import { ${list} } from ${JSON.stringify(name)};`;
  });
  const [left] = /\b(?:require|exports)\b/.exec(body) ?? [];
  if (left !== undefined) throw new Error(`${file} has another use of ${left}: see scripts/reactModules.ts.`);
  const own = names.filter((name) => !(name in sameAs));
  const list = own.map((name) => `exports_${name}`).join(', ');
  const all = new Set([...names, ...Array.from(body.matchAll(/\bexports_(\w+)/g), ([, name]) => name)]);
  return [
    ...imports,
    `const [${list}] = (() => {\nvar ${Array.from(all, (name) => `exports_${name}`).join(', ')};\n${body}\nreturn [${list}];\n})();`,
    ...names.map((name) => `export { exports_${sameAs[name] ?? name} as ${name} };`),
  ].join('\n');
}
