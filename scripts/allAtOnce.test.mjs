import { expect, test } from 'vitest';
import { withAllAtOnce } from './allAtOnce.ts';

test('what is asked for later is imported at once, each module a single time', () => {
  const code =
    "const a = () => import('./a.ts');\nconst b = import(\"../b.tsx\").then(({ b }) => b);\nawait import('./a.ts');";
  expect(withAllAtOnce(code)).toBe(
    [
      'const a = () => Promise.resolve(later$0);',
      'const b = Promise.resolve(later$1).then(({ b }) => b);',
      'await Promise.resolve(later$0);',
      "import * as later$0 from './a.ts';",
      "import * as later$1 from '../b.tsx';",
    ].join('\n'),
  );
});

test('an address that is known only when it is asked for stays', () => {
  const code = 'await import(address);';
  expect(withAllAtOnce(code)).toBe(code);
});
