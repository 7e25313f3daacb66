// In one file nothing comes later: what a module asks for by `import()` stands before it, so that no module needs a
// wrapper that runs it when it is asked for.

import type { Plugin } from 'vite';

const asked = /\bimport\((['"`])(\.[^'"`]+)\1\)/g;

/** `code` with its later parts imported at once. */
export function withAllAtOnce(code: string): string {
  const parts = new Map<string, string>();
  const changed = code.replaceAll(asked, (_, _quote, path: string) => {
    const name = parts.get(path) ?? `later$${parts.size}`;
    parts.set(path, name);
    return `Promise.resolve(${name})`;
  });
  const imports = Array.from(parts, ([path, name]) => `import * as ${name} from '${path}';`);
  return [changed, ...imports].join('\n');
}

export const allAtOnce = (): Plugin => ({
  name: 'all-at-once',
  apply: 'build',
  enforce: 'post',
  transform: (code, id) => (/\/src\/.*\.tsx?$/.test(id) ? { code: withAllAtOnce(code), map: null } : null),
});
