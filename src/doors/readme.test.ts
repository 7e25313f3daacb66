// The recipes of the README under "In a course page", each done by the real thing: none is only written.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parseHost } from '../embed/host.ts';
import { elementsOf } from '../embed/testMarkup.ts';
import { parseLink } from '../lab/url.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = /^## In a course page\n(.*?)^## /ms.exec(readme)?.[1] ?? '';
const recipes = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language, text }));
const recipesIn = (...languages: readonly string[]): readonly string[] =>
  recipes.filter(({ language }) => languages.includes(language)).map(({ text }) => text);

it('has recipes, in languages that are tried here', () => {
  expect(new Set(recipes.map(({ language }) => language))).toEqual(new Set(['html', 'ts', 'tsx']));
  expect(section.match(/^```/gm)).toHaveLength(2 * recipes.length);
});

it('frames and elements say only what the lab reads', () => {
  const elements = recipesIn('html').flatMap(elementsOf);
  const tags = elements.map(({ tag }) => tag);
  for (const tag of ['iframe', 'script', 'minibatch-lab']) expect(tags).toContain(tag);
  const wishes = ['hide', 'show', 'lock', 'theme', 'lang', 'level', 'keys', 'autoplay', 'present'];
  for (const { tag, attributes } of elements) {
    if (tag === 'iframe') {
      const { search, hash } = new URL(attributes.src);
      expect(hash).not.toBe('');
      expect([...parseHost(search).refused, ...parseLink(hash).refused]).toEqual([]);
      expect(attributes.title).not.toBe('');
    } else if (tag === 'script') expect(attributes.src).toMatch(/\/embed\.js$/);
    else {
      expect(tag).toBe('minibatch-lab');
      const said = Object.entries(attributes).map(([name, value]) => [name, `${name}=${encodeURIComponent(value)}`]);
      const query = said.filter(([name]) => wishes.includes(name)).map(([, pair]) => pair);
      const settings = said.filter(([name]) => !wishes.includes(name)).map(([, pair]) => pair);
      expect(parseHost(`?${query.join('&')}`).refused).toEqual([]);
      expect(parseLink(`#${settings.join('&')}`).refused).toEqual([]);
    }
  }
});

/** What the compiler has to say of these texts, in a project that has the package. */
function complaints(texts: Readonly<Record<string, string>>): readonly string[] {
  const folder = join(root, '.cache/recipes');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const paths = { 'minibatch-lab': ['../../src/doors/mount.ts'], 'minibatch-lab/react': ['../../src/doors/react.ts'] };
  const compilerOptions = {
    ...{
      noEmit: true,
      emitDeclarationOnly: false,
      composite: false,
      incremental: false,
      types: [],
      paths,
      jsx: 'react-jsx',
    },
    ...{ lib: ['es2023', 'dom', 'dom.iterable'], noUnusedLocals: false, rootDir: '../..' },
  };
  const project = { extends: '../../tsconfig.base.json', compilerOptions, files: Object.keys(texts) };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => /error TS/.test(line));
}

it('what a build takes is accepted by the compiler, and a setting that is none is not', () => {
  const texts = recipes
    .filter(({ language }) => language !== 'html')
    // What a component around it has.
    .map(({ language, text }) => [language, `declare const setStep: (step: number) => void;\n${text}`]);
  const right = texts.map(([language, text], place) => [`right${place}.${language}`, text]);
  const wrong = texts.map(([language, text], place) => [
    `wrong${place}.${language}`,
    text.replace('batchSize', 'batchSise'),
  ]);
  const found = complaints(Object.fromEntries([...right, ...wrong]));
  expect(found.filter((line) => !line.includes('wrong'))).toEqual([]);
  for (const [name] of wrong)
    expect(found.some((line) => line.includes(name) && line.includes('batchSise'))).toBe(true);
}, 60_000);

it('every script and file that it names is there, or is written by the build', () => {
  const { scripts, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
    readonly files: readonly string[];
  };
  const named = [...section.matchAll(/`npm run ([\w:]+)`/g)].map(([, name]) => name);
  expect(named).toContain('build');
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
  for (const [, file] of section.matchAll(/`(dist\/[\w./-]*\.\w+)`/g))
    expect(
      files.some((packed) => file === packed || dirname(file) === packed),
      file,
    ).toBe(true);
  for (const [, file] of section.matchAll(/`(src\/[\w./-]+)`/g)) expect(existsSync(join(root, file)), file).toBe(true);
});
