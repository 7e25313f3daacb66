// The marks of a picture of a network, from the numbers of a real batch.

import { describe, expect, it } from 'vitest';
import { layoutOf, nameOfWeight } from '../training/network/layout.ts';
import type { Mark, ShapeMark, TextMark } from './marks.ts';
import { type EdgeState, edgeMarks, edgeScale, watchedLabels, widestLine } from './networkEdges.ts';
import { type NetworkPhase, progressOf } from './networkPhase.ts';
import { planNetwork } from './networkPlan.ts';
import { textMarks, type UnitNumbers, type UnitsState, type UnitWords, unitMarks } from './networkUnits.ts';
import { clipSegment } from './viewport.ts';

const layout = layoutOf([2, 3, 2, 1]);
const plan = planNetwork(layout, { left: 0, top: 0, right: 640, bottom: 420 }, { left: 30, right: 50, number: 44 });
const weights = Float64Array.from({ length: layout.dimension }, (_, i) => (i % 2 === 0 ? 1 : -1) * (0.1 + i / 20));
const update = weights.map((weight) => -weight / 100);
const shapes = (marks: readonly Mark[]): ShapeMark[] => marks.filter((mark) => mark.kind === 'shape');
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const measure = (text: string): number => 6.5 * text.length;

const edgeState: EdgeState = {
  weights,
  update: null,
  progress: progressOf(null, 3),
  watched: new Set<number>(),
  pointed: null,
};

describe('how far a step has come', () => {
  const at = (phase: NetworkPhase['phase'], layer = 0) => progressOf({ phase, layer }, 3);

  it('goes up through the layers, then down', () => {
    expect([0, 1, 2].map((layer) => at('forward', layer).valuesBelow)).toEqual([1, 2, 3]);
    expect([2, 1, 0].map((layer) => at('backward', layer).deltasFrom)).toEqual([2, 1, 0]);
    expect(at('forward', 1).lit).toBe(1);
    expect(at('backward', 1).lit).toBe(1);
  });

  it('knows nothing at first, and no more than the phase has computed', () => {
    expect(at('sample')).toEqual({ valuesBelow: 0, deltasFrom: 3, hasLoss: false, hasUpdate: false, lit: null });
    expect(at('forward', 2)).toEqual({ valuesBelow: 3, deltasFrom: 3, hasLoss: false, hasUpdate: false, lit: 2 });
    expect(at('loss')).toEqual({ valuesBelow: 3, deltasFrom: 3, hasLoss: true, hasUpdate: false, lit: null });
    expect(at('backward', 2)).toEqual({ valuesBelow: 3, deltasFrom: 2, hasLoss: true, hasUpdate: false, lit: 2 });
    expect(at('update')).toEqual({ valuesBelow: 3, deltasFrom: 0, hasLoss: true, hasUpdate: true, lit: null });
    expect(progressOf(null, 3)).toEqual(at('update'));
  });
});

describe('the weights', () => {
  it('are as wide as they are large, on a round scale that is never too small', () => {
    const scale = edgeScale(weights, update);
    expect(scale.weight).toBe(2);
    const edges = shapes(edgeMarks(plan, scale, edgeState)).filter(
      ({ stroke }) => stroke === 'positive' || stroke === 'negative',
    );
    const lines = edges.filter(({ fill }) => fill === undefined);
    expect(lines).toHaveLength(layout.dimension);
    for (const [index, { width }] of lines.entries())
      expect(width).toBeCloseTo(Math.max(0.5, (widestLine(plan) * Math.abs(weights[index])) / 2), 12);
  });

  it('tell their sign by colour and by form', () => {
    const marks = shapes(edgeMarks(plan, edgeScale(weights, null), edgeState));
    for (const [layer, { weights: from, biases, end }] of layout.layers.entries()) {
      for (let index = from; index < end; index++) {
        const line = marks.filter(({ shape }) =>
          String(shape).startsWith(`M${pixels(plan.lines[index][0])},${pixels(plan.lines[index][1])}`),
        );
        const [edge] = line;
        expect([layer, edge.stroke]).toEqual([layer, weights[index] < 0 ? 'negative' : 'positive']);
        if (index < biases) expect(edge.dash !== undefined).toBe(weights[index] < 0);
      }
    }
    // The ends of the stubs: filled above zero, hollow below.
    const ends = marks.filter(({ fill }) => fill !== undefined).map(({ fill }) => fill);
    const biases = layout.layers.flatMap(({ biases, end }) => [...weights.subarray(biases, end)]);
    expect(ends).toEqual(biases.map((bias) => (bias < 0 ? 'paper' : 'positive')));
  });

  it('have a halo as wide as their update times a round factor', () => {
    const scale = edgeScale(weights, update);
    expect(scale.updateFactor).toBe(200);
    const halos = shapes(edgeMarks(plan, scale, { ...edgeState, update })).filter(({ stroke }) => stroke === 'update');
    expect(halos).toHaveLength(layout.dimension);
    for (const [index, { width = 0, dash }] of halos.entries()) {
      const line = Math.max(0.5, (widestLine(plan) * Math.abs(weights[index])) / scale.weight);
      expect(width - line).toBeCloseTo((200 * widestLine(plan) * Math.abs(update[index])) / scale.weight, 12);
      expect(dash !== undefined).toBe(update[index] < 0);
    }
    const none = edgeScale(weights, new Float64Array(layout.dimension));
    expect(none.updateFactor).toBe(0);
    expect(
      shapes(edgeMarks(plan, none, { ...edgeState, update: new Float64Array(layout.dimension) })).some(
        ({ stroke }) => stroke === 'update',
      ),
    ).toBe(false);
  });

  it('are faint where the light has not come to', () => {
    const opacities = (phase: NetworkPhase): number[] => {
      const marks = shapes(edgeMarks(plan, edgeScale(weights, null), { ...edgeState, progress: progressOf(phase, 3) }));
      return layout.layers.map(({ weights: at }) => {
        const [x, y] = plan.lines[at];
        return marks.find(({ shape }) => String(shape).startsWith(`M${pixels(x)},${pixels(y)}`))?.opacity ?? 0;
      });
    };
    const [first, second, third] = opacities({ phase: 'loss', layer: 0 });
    expect(opacities({ phase: 'forward', layer: 1 })).toEqual([first, second, third * 0.22]);
    expect(opacities({ phase: 'backward', layer: 1 })).toEqual([first * 0.22, second, third]);
  });

  it('are marked where they are watched or pointed at, and named where there is room', () => {
    const marks = shapes(
      edgeMarks(plan, edgeScale(weights, null), {
        ...edgeState,
        watched: new Set([1, 8]),
        pointed: { kind: 'weight', index: 1 },
      }),
    );
    expect(marks.flatMap(({ id }) => id ?? [])).toEqual(['watched 1', 'pointed 1', 'watched 8']);
    const labels = texts(watchedLabels(plan, [1, 8], (index) => nameOfWeight(layout, index), measure));
    expect(labels.map(({ text }) => text)).toEqual(['W1[1,2]', 'b1[3]']);
    expect(watchedLabels(plan, [1], () => 'a name longer than the way from layer to layer', measure)).toEqual([]);
  });

  it('that are not finite are left out', () => {
    const broken = weights.map((weight, i) => (i === 3 ? Number.NaN : i === 4 ? Number.POSITIVE_INFINITY : weight));
    const scale = edgeScale(broken, broken);
    expect(scale.weight).toBe(2);
    const lines = shapes(edgeMarks(plan, scale, { ...edgeState, weights: broken })).filter(
      ({ fill, stroke }) => fill === undefined && stroke !== 'update',
    );
    expect(lines).toHaveLength(layout.dimension - 2);
    expect(edgeScale(new Float64Array(layout.dimension), null).weight).toBe(1);
  });
});

const numbers: UnitNumbers = {
  values: [[0.5, -1], [0.1, 0.2, 0.3], [-0.4, 0.5], [0.7]],
  deltas: [[], [0.01, 0.02, 0.03], [0.04, 0.05], [-0.3]],
  isMean: false,
};
const words: UnitWords = {
  titles: ['inputs', 'layer 1', 'layer 2', 'output'],
  inputs: ['x1', 'x2'],
  outputs: ['y 1'],
  loss: 'loss 0.4',
  writeValue: (value) => String(value),
  writeDelta: (delta) => `δ ${delta}`,
};
const unitsState = (at: NetworkPhase | null): UnitsState => ({
  progress: progressOf(at, 3),
  numbers,
  examplePlace: [0.25, 1],
  states: [
    ['active', 'dead', 'active'],
    ['saturated', 'active'],
  ],
  pointed: null,
});
const textAt = (at: NetworkPhase | null, of = plan): string[] =>
  texts(textMarks(of, unitsState(at), words, measure)).map(({ text }) => text);

describe('the units', () => {
  it('write the loss beside the numbers of the last output where there is no room under them', () => {
    const six = planNetwork(
      layoutOf([2, 4, 6]),
      { left: 0, top: 0, right: 640, bottom: 420 },
      { left: 30, right: 50, number: 44 },
    );
    const last = six.columns[2][5];
    const of = { ...words, titles: words.titles.slice(1), outputs: [] };
    const [loss] = texts(
      textMarks(
        six,
        { ...unitsState({ phase: 'loss', layer: 0 }), numbers: null, progress: progressOf(null, 2) },
        of,
        measure,
      ),
    ).filter(({ text }) => text === 'loss 0.4');
    expect(loss.y).toBeLessThan(420);
    expect(loss.x).toBeLessThan(last.x - six.side / 2);
    const [usual] = texts(textMarks(plan, unitsState({ phase: 'loss', layer: 0 }), words, measure)).filter(
      ({ text }) => text === 'loss 0.4',
    );
    expect(usual.x).toBe(640);
  });

  it('write the loss in the middle between two columns that both come down to where it stands', () => {
    const small = planNetwork(
      layoutOf([2, 4, 2, 3]),
      { left: 0, top: 0, right: 235, bottom: 130 },
      { left: 30, right: 10, number: 44 },
    );
    const of = { ...words, titles: [], outputs: [] };
    const at = { ...unitsState(null), numbers: null, progress: progressOf(null, 3) };
    const [loss] = texts(textMarks(small, at, of, measure)).filter(({ text }) => text === 'loss 0.4');
    const [, tall, short, last] = small.columns;
    expect(short[1].y).toBeLessThan(tall[3].y - 28);
    expect(loss.anchor).toBe('middle');
    expect(loss.x).toBeCloseTo((tall[3].x + last[2].x) / 2, 9);
  });

  it('write their values layer by layer, then their deltas in reverse', () => {
    const names = ['inputs', 'layer 1', 'layer 2', 'output', 'x1', 'x2', 'y 1'];
    expect(plan.textLines).toBe(2);
    expect(textAt({ phase: 'sample', layer: 0 })).toEqual([...names, '0.5', '-1']);
    expect(textAt({ phase: 'forward', layer: 0 })).toEqual([...names, '0.5', '-1', '0.1', '0.2', '0.3']);
    const all = ['0.5', '-1', '0.1', '0.2', '0.3', '-0.4', '0.5', '0.7'];
    expect(textAt({ phase: 'forward', layer: 2 })).toEqual([...names, ...all]);
    expect(textAt({ phase: 'loss', layer: 0 })).toEqual([...names, 'loss 0.4', ...all]);
    expect(textAt({ phase: 'backward', layer: 2 })).toEqual([...names, 'loss 0.4', ...all, 'δ -0.3']);
    expect(textAt({ phase: 'backward', layer: 1 }).filter((text) => text.startsWith('δ'))).toEqual([
      'δ 0.04',
      'δ 0.05',
      'δ -0.3',
    ]);
    expect(textAt({ phase: 'update', layer: 0 }).filter((text) => text.startsWith('δ'))).toHaveLength(6);
  });

  it('write one number where there is room for one, the delta once it is there, and none where there is none', () => {
    const low = planNetwork(
      layoutOf([2, 8, 2, 1]),
      { left: 0, top: 0, right: 640, bottom: 300 },
      { left: 30, right: 50, number: 44 },
    );
    expect(low.textLines).toBe(1);
    const more: UnitNumbers = {
      ...numbers,
      values: [[1, 2], new Array(8).fill(3), [4, 5], [6]],
      deltas: [[], new Array(8).fill(7), [8, 9], [10]],
    };
    const state = { ...unitsState({ phase: 'backward', layer: 1 }), numbers: more };
    const written = texts(textMarks(low, state, words, measure)).map(({ text }) => text);
    expect(written.slice(8)).toEqual(['1', '2', ...new Array(8).fill('3'), 'δ 8', 'δ 9', 'δ 10']);
    const flat = planNetwork(
      layoutOf([2, 16, 1]),
      { left: 0, top: 0, right: 300, bottom: 200 },
      { left: 30, right: 50, number: 44 },
    );
    expect(flat.textLines).toBe(0);
    expect(
      texts(textMarks(flat, { ...unitsState(null), numbers: more }, words, measure)).map(({ text }) => text),
    ).toEqual(['inputs', 'layer 1', 'layer 2', 'x1', 'x2', 'y 1', 'loss 0.4']);
  });

  it('write those of the layer that is lit beside them where none fit under them', () => {
    const tight = planNetwork(
      layoutOf([2, 8, 2, 1]),
      { left: 0, top: 0, right: 400, bottom: 135 },
      { left: 30, right: 50, number: 44 },
    );
    expect([tight.textLines, tight.hasRoomBeside]).toEqual([0, true]);
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    const more: UnitNumbers = { ...numbers, values: [[1, 2], eight, [4, 5], [6]], deltas: [[], eight, [8, 9], [10]] };
    const beside = (at: NetworkPhase | null): TextMark[] =>
      texts(textMarks(tight, { ...unitsState(at), numbers: more }, words, measure)).filter(({ id }) => id === 'beside');
    expect(beside(null)).toEqual([]);
    expect(beside({ phase: 'forward', layer: 0 }).map(({ text }) => text)).toEqual(eight.map(String));
    expect(beside({ phase: 'backward', layer: 1 }).map(({ text }) => text)).toEqual(['δ 8', 'δ 9']);
    // What an output should be stands at its right.
    const [output] = beside({ phase: 'forward', layer: 2 });
    expect([output.anchor, output.x < tight.columns[3][0].x]).toEqual(['end', true]);
    const lines = beside({ phase: 'forward', layer: 0 });
    for (const [i, { y }] of lines.slice(1).entries()) expect(y - lines[i].y).toBeGreaterThanOrEqual(10);
  });

  it('are lit one layer at a time, in the colour of deltas on the way back, and veiled before the light comes', () => {
    const lit = (at: NetworkPhase | null) => shapes(unitMarks(plan, unitsState(at))).filter(({ id }) => id === 'lit');
    const veils = (at: NetworkPhase | null) =>
      shapes(unitMarks(plan, unitsState(at))).filter(({ fill, opacity }) => fill === 'paper' && opacity === 0.6);
    expect(lit({ phase: 'forward', layer: 0 }).map(({ stroke }) => stroke)).toEqual(['weights', 'weights', 'weights']);
    expect(lit({ phase: 'backward', layer: 1 }).map(({ stroke }) => stroke)).toEqual([
      'example-gradient',
      'example-gradient',
    ]);
    expect(lit({ phase: 'loss', layer: 0 })).toEqual([]);
    expect(lit(null)).toEqual([]);
    expect(veils({ phase: 'sample', layer: 0 })).toHaveLength(6);
    expect(veils({ phase: 'forward', layer: 1 })).toHaveLength(1);
    expect(veils({ phase: 'loss', layer: 0 })).toEqual([]);
  });

  it('tell means from the numbers of one example by colour', () => {
    const state = { ...unitsState({ phase: 'backward', layer: 2 }), numbers: { ...numbers, isMean: true } };
    expect(shapes(unitMarks(plan, state)).find(({ id }) => id === 'lit')?.stroke).toBe('batch-gradient');
    expect(texts(textMarks(plan, state, words, measure)).at(-1)?.colour).toBe('batch-gradient');
  });

  it('are marked where no gradient passes, and where the example lies in them', () => {
    const marks = shapes(unitMarks(plan, unitsState(null)));
    expect(marks.flatMap(({ id }) => id ?? [])).toEqual(['dead', 'saturated']);
    expect(marks.filter(({ quantity }) => quantity === 'example')).toHaveLength(8);
    const outside = { ...unitsState(null), examplePlace: [1.2, 0.5] as const };
    expect(shapes(unitMarks(plan, outside)).filter(({ quantity }) => quantity === 'example')).toEqual([]);
  });

  it('keep every text in the room and off the others', () => {
    for (const [width, height] of [
      [300, 200],
      [420, 300],
      [640, 420],
      [1400, 900],
    ] as const) {
      const place = { left: 0, top: 0, right: width, bottom: height };
      const of = planNetwork(layout, place, { left: 24, right: 40, number: 44 });
      const boxes = texts(
        textMarks(
          of,
          unitsState(null),
          { ...words, writeValue: (value) => value.toFixed(1), writeDelta: (delta) => delta.toFixed(1) },
          measure,
        ),
      ).map(({ text, x, y, anchor }) => {
        const left = x - measure(text) * { start: 0, middle: 0.5, end: 1 }[anchor];
        return { text, left, right: left + measure(text), top: y - 5, bottom: y + 5 };
      });
      for (const [i, box] of boxes.entries()) {
        expect([box.text, box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height]).toEqual([
          box.text,
          true,
        ]);
        for (const other of boxes.slice(0, i))
          expect(
            `${box.text} on ${other.text}: ${clipSegment(other, box.left, box.top, box.right, box.bottom) !== null}`,
          ).toBe(`${box.text} on ${other.text}: false`);
      }
    }
  });
});

const pixels = (value: number): number => Math.round(100 * value) / 100;
