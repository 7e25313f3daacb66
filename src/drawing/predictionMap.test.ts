import { describe, expect, it } from 'vitest';
import { type NetworkSpec, networkOf } from '../training/network/network.ts';
import type { MapsReply } from '../training/run/dataMaps.ts';
import { colourTable, type Palette } from './palette.ts';
import { classTables, decisionMarks, predictionImage, predictionRaster } from './predictionMap.ts';
import { numbersOf, shapes } from './testMarks.ts';
import { createViewport } from './viewport.ts';

const palette = {
  'map-zero': '#e8c795',
  'map-middle': '#f7f5f0',
  'map-one': '#9fc3e6',
  'map-two': '#d9d8d2',
  'map-three': '#ecc4c9',
  'map-four': '#bcd0ee',
  'map-five': '#d3e0a8',
} as Palette;
const tables = classTables(palette);
const [zero, one, two] = ['#e8c795', '#9fc3e6', '#d9d8d2'].map((colour) => colourTable('#f7f5f0', colour));
const spec: NetworkSpec = { inputs: ['x1', 'x2'], hidden: [], activation: 'tanh', loss: 'bce', classes: 2 };
const view = { x: [-1, 1], y: [-1, 1] } as const;

const replyOf = (outputs: Float32Array<ArrayBuffer>, columns: number, rows: number): MapsReply => ({
  grid: { view, columns, rows },
  layers: [new Float32Array(2 * columns * rows), outputs],
  states: [],
});

describe('the map of what a network predicts', () => {
  it('has the colour of the class, the stronger the surer, the upper row first', () => {
    const logits = Float32Array.of(-100, 0, 100, Math.log(3));
    const { pixels } = predictionRaster(networkOf(spec), replyOf(logits, 2, 2), tables);
    expect([...pixels]).toEqual([one[255], one[128], zero[255], zero[0]]);
  });

  it('takes a number without a head by its sign and size, at most 1', () => {
    const numbers = Float32Array.of(-0.5, 3, 1, Number.NaN);
    const { pixels } = predictionRaster(networkOf({ ...spec, loss: 'mse' }), replyOf(numbers, 4, 1), tables);
    expect([...pixels]).toEqual([zero[128], one[255], one[255], 0]);
  });

  it('shows of three classes the likeliest, against all being alike', () => {
    const network = networkOf({ ...spec, loss: 'cross-entropy', classes: 3 });
    // Cell by cell: sure of 2, undecided, half sure of 0.
    const logits = Float32Array.of(0, 0, Math.log(4), 0, 0, 0, 100, 0, 0);
    const { pixels } = predictionRaster(network, replyOf(logits, 3, 1), tables);
    expect([...pixels]).toEqual([two[255], zero[0], zero[128]]);
  });

  it('lies where its part of the plane is', () => {
    const viewport = createViewport({ x: [-2, 2], y: [-1, 1] }, { left: 10, top: 20, right: 410, bottom: 220 });
    const reply = replyOf(new Float32Array(4), 2, 2);
    const image = predictionImage(viewport, reply, predictionRaster(networkOf(spec), reply, tables));
    expect(image).toMatchObject({ left: 110, top: 20, width: 200, height: 200 });
  });
});

describe('the line on which a network decides', () => {
  const viewport = createViewport(view, { left: 0, top: 0, right: 100, bottom: 100 });

  it('is where its output is 0', () => {
    // Below 0 on the left, above on the right, three to one.
    const reply = replyOf(Float32Array.of(-3, 1, -3, 1), 2, 2);
    const [mark] = shapes(decisionMarks(viewport, networkOf(spec), reply));
    const numbers = numbersOf(mark);
    expect(numbers.filter((_, i) => i % 2 === 0)).toEqual([62.5, 62.5]);
  });

  it('is of several classes where the largest output changes', () => {
    const network = networkOf({ ...spec, loss: 'cross-entropy', classes: 3 });
    // Class 0 on the left, 1 on the right; 2 nowhere.
    const reply = replyOf(Float32Array.of(1, -1, 1, -1, -1, 1, -1, 1, -9, -9, -9, -9), 2, 2);
    const [mark] = shapes(decisionMarks(viewport, network, reply));
    expect(new Set(numbersOf(mark).filter((_, i) => i % 2 === 0))).toEqual(new Set([50]));
  });
});
