import { describe, expect, it } from 'vitest';
import type { Mark } from './marks.ts';
import { paintMarks } from './paintMarks.ts';
import { colourNames, type Palette } from './palette.ts';
import { lineShape } from './shape.ts';
import { svgElement } from './svgMarks.ts';

const words = { colour: (name: string) => `var(--${name})`, image: () => 'data:,' };
const line: Mark = {
  ...{ kind: 'shape', shape: lineShape([1, 2, 3, 4]), stroke: 'update', width: 4, dash: [3, 2], dashFrom: 7 },
  ...{ quantity: 'update', id: 'arrow' },
};
const text: Mark = {
  kind: 'text',
  text: 'a < b',
  x: 10,
  y: 20,
  anchor: 'middle',
  colour: 'ink',
  halo: 'paper',
  isBold: true,
};

describe('a mark as an element', () => {
  it('is a path with the colours of the theme by name, and with any other as it is', () => {
    expect(svgElement(line, words)).toEqual({
      name: 'path',
      attributes: {
        ...{ d: 'M1,2L3,4', fill: 'none', stroke: 'var(--update)', 'stroke-width': 4, 'stroke-linejoin': 'round' },
        ...{ 'stroke-dasharray': '3 2', 'stroke-dashoffset': 7, 'data-quantity': 'update', 'data-testid': 'arrow' },
      },
    });
    const filled = svgElement({ kind: 'shape', shape: lineShape([0, 0, 1, 1]), fill: '#123456' }, words);
    expect(filled?.attributes).toMatchObject({ fill: '#123456' });
  });

  it('is a text that stands where it is meant by its middle', () => {
    expect(svgElement(text, words)).toMatchObject({
      name: 'text',
      text: 'a < b',
      attributes: { x: 10, y: 24.2, 'text-anchor': 'middle', stroke: 'var(--paper)', 'paint-order': 'stroke' },
    });
    const turned = svgElement({ ...text, angle: Math.PI / 2 }, words);
    expect(turned?.attributes).toMatchObject({ transform: 'translate(10 20) rotate(90)', dy: 4.2 });
  });

  it('is a picture where there is an address for it, and nothing where there is none', () => {
    const raster = { columns: 1, rows: 1, pixels: new Uint32Array(1) };
    const image: Mark = { kind: 'image', raster, left: 1, top: 2, width: 3, height: 4 };
    expect(svgElement(image, words)).toMatchObject({ name: 'image', attributes: { href: 'data:,', x: 1, height: 4 } });
    expect(svgElement(image, { ...words, image: () => null })).toBeNull();
  });

  it('is an unseen line where it only takes the pointer', () => {
    const touch = svgElement({ kind: 'touch', ends: [1, 2, 3, 4.56789], id: 'arrow' }, words);
    expect(touch).toMatchObject({ name: 'line', attributes: { stroke: 'transparent', y2: 4.56789 } });
  });
});

describe('a mark on a canvas', () => {
  /** Notes what is asked of a context, with what was set before. */
  function noted(): { context: CanvasRenderingContext2D; calls: string[] } {
    const calls: string[] = [];
    const state: Record<string, unknown> = {};
    const context = new Proxy(state, {
      get: (target, name) =>
        name in target
          ? target[name as string]
          : (...values: readonly unknown[]) => {
              const looks =
                name === 'stroke' ? [target.strokeStyle, target.lineWidth] : name === 'fill' ? [target.fillStyle] : [];
              calls.push([String(name), ...values.map(String), ...looks].join(' '));
            },
      set: (target, name, value) => {
        target[name as string] = value;
        return true;
      },
    });
    return { context: context as unknown as CanvasRenderingContext2D, calls };
  }
  const palette = Object.fromEntries(colourNames.map((name) => [name, `the ${name}`])) as Palette;

  it('has the same outline, colours, widths, and dashes as in the file', () => {
    const { context, calls } = noted();
    paintMarks(context, palette, [line]);
    expect(calls).toEqual(['beginPath', 'moveTo 1 2', 'lineTo 3 4', 'setLineDash 3,2', 'stroke the update 4']);
    expect(context.lineDashOffset).toBe(7);
  });

  it('is a text at the same place, its halo first', () => {
    const { context, calls } = noted();
    paintMarks(context, palette, [text]);
    expect(calls.filter((call) => !call.startsWith('set'))).toEqual([
      ...[
        'save',
        'translate 10 20',
        'rotate 0',
        'strokeText a < b 0 4.199999999999999',
        'fillText a < b 0 4.199999999999999',
      ],
      'restore',
    ]);
  });
});
