// What d3's zoom does without, nobody here asks it for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

test('zoom asks those packages for what flights need, and for nothing else', () => {
  const zoom = readFileSync(join(root, 'node_modules/d3-zoom/dist/d3-zoom.mjs'), 'utf8');
  const asked = Array.from(
    zoom.matchAll(/^import (.*) from '(d3-(?:transition|interpolate))';$/gm),
    ([, ...all]) => all,
  );
  expect(asked.sort()).toEqual([
    ['{ interpolateZoom }', 'd3-interpolate'],
    ['{ interrupt }', 'd3-transition'],
  ]);
});

test('no source asks for a flight, and a double click makes none', () => {
  const source = join(root, 'src');
  const texts = readdirSync(source, { recursive: true })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .filter((text) => text.includes(" from 'd3'"));
  expect(texts.some((text) => text.includes('zoom<'))).toBe(true);
  for (const text of texts)
    expect(text).not.toMatch(/\.(?:transition|interrupt|scaleTo|scaleBy|translateTo|translateBy)\(/);
  for (const text of texts.filter((one) => one.includes('zoom<'))) expect(text).toContain("'dblclick.zoom'");
});
