// Every class of a style sheet has a short name of its own, and stands in the scripts as that.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { shortNames, withNames } from './shortClasses.ts';

const source = fileURLToPath(new URL('../src', import.meta.url));
const nameOf = shortNames(source);
const files = readdirSync(source, { recursive: true }).map((name) => join(source, name));
const app = join(source, 'ui/App.module.css');

test('no two classes have one name, and the names are the same when they are made again', () => {
  const sheets = files.filter((file) => file.endsWith('.module.css'));
  const classes = sheets.flatMap((file) =>
    Array.from(new Set(readFileSync(file, 'utf8').match(/(?<=\.)[A-Za-z][\w-]*(?=[^;{}]*\{)/g)), (name) => [
      name,
      file,
    ]),
  );
  const names = classes.map(([name, file]) => nameOf(name, file));
  expect(names.length).toBeGreaterThan(200);
  expect(new Set(names).size).toBe(names.length);
  const again = shortNames(source);
  expect(classes.map(([name, file]) => again(name, file))).toEqual(names);
});

test('a script holds the names themselves, and asks for the sheet', () => {
  const code = [
    "import css from './App.module.css';",
    "import other from './plots/plots.module.css';",
    'const all = <p className={css.root} title={text.css.root}>css</p>;',
  ].join('\n');
  expect(withNames(code, join(source, 'ui/App.tsx'), nameOf)).toBe(
    [
      "import './App.module.css';",
      "import './plots/plots.module.css';",
      `const all = <p className={"${nameOf('root', app)}"} title={text.css.root}>css</p>;`,
    ].join('\n'),
  );
});

test('every class that a script reads is declared, and its list is read in no other way', () => {
  for (const file of files.filter((name) => /(?<!\.test)\.tsx?$/.test(name))) {
    const code = readFileSync(file, 'utf8');
    const lists = Array.from(code.matchAll(/^import (\w+) from '[^']*\.module\.css';$/gm), ([, list]) => list);
    expect(code.match(/ from '[^']*\.module\.css'/g)?.length ?? 0, file).toBe(lists.length);
    const left = withNames(code, file, nameOf);
    for (const list of lists) expect(new RegExp(`[({=,]\\s*${list}\\s*[[)},?]`).exec(left)?.[0], file).toBeUndefined();
  }
  expect(() => nameOf('nowhere', app)).toThrow('App.module.css has no class nowhere.');
});
