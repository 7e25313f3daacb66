// What data space shows of a network's prediction, against the numbers of the trainer.

import { describe, expect, it } from 'vitest';
import type { Palette } from '../../drawing/palette.ts';
import { shapes } from '../../drawing/testMarks.ts';
import { createViewport } from '../../drawing/viewport.ts';
import { networkIn } from '../../lab/network.ts';
import { wholePhase } from '../../lab/phasePlace.ts';
import type { LabState, Phase } from '../../lab/store.ts';
import type { ProblemId } from '../../training/problems/index.ts';
import { splitExamples } from '../../training/run/configuration.ts';
import { DataMaps } from '../../training/run/dataMaps.ts';
import { setUp } from '../../training/run/setup.ts';
import { runAfter, testPlot } from '../plots/testSource.ts';
import { overExamples, underExamples } from './dataLayers.ts';

const palette = {
  'map-middle': '#f7f5f0',
  'map-zero': '#c9d0d6',
  'map-one': '#a3d9d6',
  'map-two': '#e9dd9f',
  'map-three': '#ecc4c9',
  'map-four': '#bcd0ee',
  'map-five': '#d3e0a8',
} as Palette;
const view = { x: [-3, 3], y: [-3, 3] } as const;

function stateOf(problem: ProblemId, phase: Phase | null = null, rows = 20) {
  const { state } = runAfter(4, problem).source();
  const network = networkIn(state.config);
  if (network === null || state.detail === null) throw new Error('There is no network.');
  const data = splitExamples(state.config);
  const { weights } = state.detail;
  const prediction = new DataMaps(setUp(state.config)).draw({ weights, view, columns: 20, rows });
  const shown: LabState = { ...state, ...data, maps: { prediction }, ...wholePhase(phase) };
  const frame = { viewport: createViewport(view, testPlot), palette, measure: (text: string) => 6 * text.length };
  return { state: shown, network, frame };
}

const kindsUnder = (phase: Phase | null, problem: ProblemId = 'circles'): string[] => {
  const { state, network, frame } = stateOf(problem, phase);
  return underExamples.marks(frame, state, network).map(({ kind, id }) => id ?? kind);
};

describe('under the examples', () => {
  it('lies the map with the line on which it decides, once the step is through the last layer', () => {
    expect(kindsUnder(null)).toEqual(['image', 'decision']);
    expect(kindsUnder('sample')).toEqual([]);
    expect(kindsUnder('forward')).toEqual(['image', 'decision']);
    const { state, network, frame } = stateOf('circles', 'forward');
    expect(underExamples.marks(frame, { ...state, phaseLayer: 0 }, network)).toEqual([]);
  });

  it('has its colours made once for all maps', () => {
    const { state, network, frame } = stateOf('circles');
    let made = 0;
    const counted = {
      ...palette,
      get 'map-one'() {
        made++;
        return palette['map-one'];
      },
    };
    for (let map = 0; map < 3; map++) underExamples.marks({ ...frame, palette: counted }, state, network);
    expect(made).toBe(1);
  });

  it('lies nothing of another network', () => {
    const { state, frame } = stateOf('circles');
    const other = networkIn({ problem: 'three-clusters', settings: {} });
    if (other === null) throw new Error('There is no network.');
    expect(underExamples.marks(frame, state, other)).toEqual([]);
  });
});

describe('over the examples', () => {
  it('stands a cross for each that is taken for another class', () => {
    const { state, network, frame } = stateOf('circles');
    const wrong = state.detail?.decisions?.wrong.filter((isWrong) => isWrong === 1).length ?? 0;
    expect(wrong).toBeGreaterThan(0);
    const [crosses] = shapes(overExamples.marks(frame, state, network)).filter(({ id }) => id === 'wrong');
    expect(String(crosses.shape).match(/M/g)).toHaveLength(2 * wrong);
  });

  it('stands a ring around the example that is chosen, unless another is pointed at', () => {
    const { state, network, frame } = stateOf('circles');
    const rings = (change: Partial<LabState>): number =>
      shapes(overExamples.marks(frame, { ...state, ...change }, network)).filter(
        ({ stroke }) => stroke === 'example-gradient',
      ).length;
    expect(rings({ chosenExample: 3 })).toBe(1);
    expect(rings({ chosenExample: 3, litExample: 4 })).toBe(0);
    expect(rings({ chosenExample: 100_000 })).toBe(0);
  });

  it('runs the curve of a network of one feature, and before the loss the batch stands on it', () => {
    const marks = (phase: Phase | null) => {
      const { state, network, frame } = stateOf('curve', phase, 1);
      return shapes(overExamples.marks(frame, state, network)).map(({ stroke, fill }) => [stroke, fill]);
    };
    expect(marks(null)).toEqual([['prediction', undefined]]);
    expect(marks('forward')).toEqual([
      ['prediction', undefined],
      ['prediction', 'paper'],
    ]);
    expect(marks('sample')).toEqual([]);
  });
});

describe('a number over a plane', () => {
  it('is the ground, above the mean and below it, with a line between', () => {
    const data = {
      x: Array.from({ length: 20 }, (_, row) => [row % 5, row % 4]),
      y: Array.from({ length: 20 }, (_, row) => 3 * (row % 5)),
    };
    const { state, frame } = stateOf('curve');
    const coloured = { ...palette, 'map-negative': '#e8c795', 'map-positive': '#9fc3e6' };
    const config = { ...state.config, data, examples: 20 };
    const network = networkIn(config);
    if (network === null) throw new Error('There is no network.');
    expect(network.spec).toMatchObject({ inputs: ['x1', 'x2'], classes: 0 });
    const { examples } = splitExamples(config);
    const weights = Float64Array.from({ length: network.layout.dimension }, (_, i) => (i % 5) - 2);
    const prediction = new DataMaps(setUp(config)).draw({ weights, view, columns: 20, rows: 20 });
    const marks = underExamples.marks(
      { ...frame, palette: coloured },
      { ...state, config, examples, maps: { prediction } },
      network,
    );
    expect(marks.map(({ kind, id }) => id ?? kind)).toEqual(['image', 'decision']);
    const [image] = marks;
    expect(image.kind === 'image' && new Set(image.raster.pixels).size).toBeGreaterThan(2);
  });
});
