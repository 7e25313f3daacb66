// A picture holds every layer of the scene, in colours of its own, and nothing that a document could not hold by itself.

import { describe, expect, it } from 'vitest';
import type { Layer } from '../drawing/marks.ts';
import { colourNames, type Palette } from '../drawing/palette.ts';
import { discShape, lineShape } from '../drawing/shape.ts';
import { type Picture, pictureRoom, pictureSvg } from './picture.ts';

const palette = Object.fromEntries(colourNames.map((name, i) => [name, `rgb(${i}, 0, 0)`])) as Palette;
const { plot } = pictureRoom(1.25);
const raster = { columns: 2, rows: 1, pixels: new Uint32Array(2) };

const picture = (layers: readonly Layer[]): Picture => ({
  ...{ title: 'Fish & <chips>', palette, layers, plot, image: () => 'data:image/png;base64,AA==' },
});

describe('a picture', () => {
  it('has the layers in their order, those of the plot cut at its border', () => {
    const svg = pictureSvg(
      picture([
        { marks: [{ kind: 'image', raster, left: 0, top: 0, width: 10, height: 10 }] },
        { marks: [{ kind: 'shape', shape: lineShape([0, 0, 1000, 1000]), stroke: 'weights' }], opacity: 0.4 },
        { marks: [{ kind: 'shape', shape: discShape(1, 2, 3), fill: 'paper' }], isAround: true },
      ]),
    );
    expect(svg.indexOf('<image')).toBeLessThan(svg.indexOf('M0,0L1000,1000'));
    expect(svg).toContain(`stroke="${palette.weights}"`);
    expect(svg.match(/<g opacity="0.4" clip-path="url\(#plot\)">/g)).toHaveLength(1);
    expect(svg.match(/clip-path=/g)).toHaveLength(2);
  });

  it('has nothing that only a page needs: no names of tests, no colours of a style sheet, no unseen lines', () => {
    const svg = pictureSvg(
      picture([
        {
          marks: [
            { kind: 'touch', ends: [1, 2, 3, 4], id: 'arrow' },
            { kind: 'shape', shape: lineShape([0, 0, 1, 1]), stroke: 'batch', quantity: 'batch', id: 'line' },
            { kind: 'text', text: '0.5', x: 1, y: 2, anchor: 'end', colour: 'ink-soft', isTick: true },
          ],
        },
      ]),
    );
    expect(svg).not.toMatch(/data-|var\(|class=|transparent/);
  });

  it('writes the title and every other text as text', () => {
    const svg = pictureSvg(
      picture([{ marks: [{ kind: 'text', text: 'a < b & "c"', x: 1, y: 2, anchor: 'start', colour: 'ink' }] }]),
    );
    expect(svg).toContain('<title>Fish &amp; &lt;chips></title>');
    expect(svg).toContain('a &lt; b &amp; &quot;c&quot;</text>');
  });

  it('leaves out a layer without marks', () => {
    expect(pictureSvg(picture([{ marks: [] }]))).not.toContain('<g');
  });
});

it('the room of a picture has the proportions of the plot it is of', () => {
  for (const aspect of [0.5, 1, 1.3, 2.5]) {
    const { plot: room, height } = pictureRoom(aspect);
    expect((room.right - room.left) / (room.bottom - room.top)).toBeCloseTo(aspect, 1);
    expect(height).toBe(room.bottom + 40);
  }
});
