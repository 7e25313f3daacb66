import { expect, it } from 'vitest';
import type { Mark } from '../../drawing/marks.ts';
import { pictureSvg } from '../../export/picture.ts';
import { handleLayer } from './handleLayer.ts';
import { Scene } from './scene.ts';
import { pathEndLayer, stepLayer } from './stepLayer.ts';
import { palette, runAfter, testPlot } from './testSource.ts';

it('a scene has its parts in their order, whenever they came, and none that is gone', () => {
  const { frame } = runAfter(1);
  const scene = new Scene();
  const mark = (text: string): readonly Mark[] => [{ kind: 'text', text, x: 0, y: 0, anchor: 'start', colour: 'ink' }];
  const words = (): string[] =>
    scene.layers(frame).flatMap(({ marks }) => marks.map((each) => (each.kind === 'text' ? each.text : '')));
  scene.add('step', () => [{ marks: mark('step') }]);
  const takeAway = scene.add('surface', () => [{ marks: mark('surface') }]);
  scene.add('path', () => [{ marks: mark('past') }, { marks: mark('future') }]);
  expect(words()).toEqual(['surface', 'past', 'future', 'step']);
  takeAway();
  expect(words()).toEqual(['past', 'future', 'step']);
  // A part that was replaced is not taken away by what it replaced.
  const first = scene.add('surface', () => [{ marks: mark('old') }]);
  scene.add('surface', () => [{ marks: mark('new') }]);
  first();
  expect(words()[0]).toBe('new');
});

it('what the page shows of a step is in the file: every outline and every text', () => {
  const { frame, source } = runAfter(6, 'line-fit', 'momentum');
  const from = source();
  const layers = [pathEndLayer, stepLayer, handleLayer].map((layer) => ({ marks: layer(frame, from) }));
  const svg = pictureSvg({ title: '', palette, layers, plot: testPlot, image: () => null });
  const marks = layers.flatMap((layer) => layer.marks);
  expect(marks.length).toBeGreaterThan(8);
  for (const mark of marks) {
    if (mark.kind === 'shape') expect(svg).toContain(`d="${mark.shape}"`);
    if (mark.kind === 'text') expect(svg).toContain(`>${mark.text}</text>`);
  }
});
