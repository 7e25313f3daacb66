// Private members go by short names, and everything that others may see keeps its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';
import { expect, test } from 'vitest';
import { withPrivateNames } from './privateNames.ts';

/** What the module says of itself, run as it is and with short names. */
async function both(code) {
  const said = [];
  for (const text of [code, withPrivateNames(code, 'some.ts')]) {
    const { code: script } = await transformWithOxc(text, 'some.ts');
    said.push((await import(`data:text/javascript,${encodeURIComponent(script)}`)).said());
  }
  expect(said[1]).toEqual(said[0]);
  return withPrivateNames(code, 'some.ts');
}

test('a class does what it did, whatever its members are', async () => {
  const short = await both(`
    class Counter {
      private readonly steps = new Map<string, number>();
      private total = 0;
      a = 'public';
      private get mean() { return this.total / this.steps.size; }
      private add = (name: string, count: number) => { this.steps.set(name, count); this.total += count; };
      private names() { return [...this.steps.keys()].map((name) => name + this.total); }
      count(name: string, count: number): this { this.add(name, count); return this; }
      tell() {
        const { total, steps: all, a } = this;
        const other = { steps: 1, tell() { return this.steps; } };
        return [total, all.size, a, this.mean, this.names(), other.tell(), Object.keys(other)];
      }
    }
    export const said = () => new Counter().count('x', 1).count('y', 2).tell();
  `);
  expect(short).not.toMatch(/this\.(?:steps|total|mean|add|names)\b(?!; \} \})/);
  expect(short).toContain("a = 'public'");
  expect(short).toContain('const { ');
});

test('members that are read of more than the instance itself keep their names', async () => {
  const short = await both(`
    class Point {
      private left = 1;
      private right = 2;
      private down = 3;
      isLike(other: Point) { return this.left === other.left; }
      all() { return [this.right, this['down'], this.down]; }
    }
    class Far extends Point { private own = 4; tell() { return [this.own, this.isLike(new Point()), this.all()]; } }
    export const said = () => new Far().tell();
  `);
  for (const name of ['private left', 'private down', 'private own']) expect(short).toContain(name);
  expect(short).not.toContain('private right');
});

test('no class that builds on another has a member that a short name of the other could be', () => {
  const source = fileURLToPath(new URL('../src', import.meta.url));
  const files = readdirSync(source, { recursive: true }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const bodies = files.flatMap((name) =>
    Array.from(
      readFileSync(join(source, name), 'utf8').matchAll(/^(?:export )?class \w+ extends [\s\S]*?^\}/gm),
      ([body]) => body,
    ),
  );
  expect(bodies.length).toBeGreaterThan(5);
  for (const body of bodies) expect(body).not.toMatch(/^ {2}(?:[a-z]+ )*[a-zA-Z]\b\s*[;:=(?!]/m);
});
