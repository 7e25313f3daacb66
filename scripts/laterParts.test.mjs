// Shells and what fills them in, of the registries themselves.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { optimizers } from '../src/training/optimizers/index.ts';
import { problems } from '../src/training/problems/index.ts';
import { fillingText, modulesOf, shellText } from './laterParts.ts';

const file = (path) => fileURLToPath(new URL(`../src/training/${path}.ts`, import.meta.url));
const registries = ['optimizers/index', 'problems/index'].map(file);
const first = ['optimizers/sgd', 'problems/lineFit'].map(file);
const lists = [file('objective/fused/laterSteps')];
const later = { registries, first, lists, filling: file('whole') };

test('every entry of a registry comes later, but for the first', async () => {
  const modules = modulesOf(later);
  expect(modules.filter((module) => first.includes(module))).toEqual([]);
  const named = await Promise.all([...modules, ...first].map(async (module) => Object.values(await import(module))));
  const entries = named.flat();
  for (const entry of [...Object.values(optimizers), ...Object.values(problems)]) expect(entries).toContain(entry);
});

test('a shell knows how its part is called and no more, and is the part once it is filled in', async () => {
  const part = file('optimizers/adam');
  const parts = new Map([[part, await import(part)]]);
  const text = shellText(parts, `${part}?shell`);
  const shells = new Function(text.replaceAll('export const ', 'this.').concat('\nreturn this;')).call({});
  expect(shells.adam).toEqual({ isLate: true, title: optimizers.adam.title, family: optimizers.adam.family });
  const { adam } = shells;
  const fills = fillingText(parts)
    .split('\n')
    .filter((line) => line.startsWith('Object.assign') || line.includes('.push('));
  const names = fills.flatMap((line) => line.match(/\b(?:shell|part)0\w+/g));
  const values = names.map((name) =>
    name.startsWith('shell') ? shells[name.replace('shell0', '')] : parts.get(part)[name.replace('part0', '')],
  );
  new Function(...names, fills.join('\n'))(...values);
  expect(adam).toEqual({ ...optimizers.adam, isLate: true });
  expect(shellText(parts, part)).toBeNull();
});

test('nobody else imports a module of later parts that keeps something of its own', () => {
  // A part and its shell would be two: only what never changes may be in both.
  for (const module of modulesOf(later)) expect(readFileSync(module, 'utf8'), module).not.toMatch(/^(?:export )?let /m);
});
