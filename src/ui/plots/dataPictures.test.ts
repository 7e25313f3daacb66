// What data space shows of a step, against the numbers of the trainer.

import { describe, expect, it } from 'vitest';
import type { Mark } from '../../drawing/marks.ts';
import { numbersOf, shapes, texts } from '../../drawing/testMarks.ts';
import { createViewport, heightOf, widthOf } from '../../drawing/viewport.ts';
import { defaultConfig } from '../../lab/defaults.ts';
import type { ProblemId } from '../../training/problems/index.ts';
import { generateExamples, splitExamples } from '../../training/run/configuration.ts';
import { english } from '../text/language.ts';
import { keyEntries, keyLines, saysPrediction } from './dataKeyEntries.ts';
import type { Progress } from './dataPictures.ts';
import { dataScene, dataView } from './dataScene.ts';
import { pictureOf, type StepIn } from './pictureOf.ts';
import { runAfter, testPlot } from './testSource.ts';

const done: Progress = { hasPredictions: true, hasLosses: true };

function stepOf(problem: ProblemId, progress = done) {
  const { state } = runAfter(4, problem).source();
  const { config, detail } = state;
  if (detail === null) throw new Error('There is no step.');
  const examples = generateExamples(config);
  const scene = dataScene(config, examples, null);
  const viewport = createViewport(dataView(scene, testPlot), testPlot);
  const frame = { viewport, measure: (text: string) => 6.5 * text.length };
  const step: StepIn = { examples, detail, words: english.text.plots, progress };
  const picture = pictureOf(scene);
  return {
    ...{ step, frame, examples, detail, scene, picture },
    still: picture.still(frame),
    marks: picture.step(frame, step),
  };
}

const discs = (marks: readonly Mark[], fill: string): number =>
  shapes(marks)
    .filter((mark) => mark.fill === fill)
    .reduce((sum, { shape }) => sum + (String(shape).match(/[AZ]/g) ?? []).length, 0);
/** The lines of what the batch is off by, four numbers each. */
const offLines = (marks: readonly Mark[]): number[][] => {
  const [lines] = shapes(marks).filter(({ stroke, fill }) => stroke === 'batch' && fill === undefined);
  const numbers = lines === undefined ? [] : numbersOf(lines);
  return Array.from({ length: numbers.length / 4 }, (_, i) => numbers.slice(4 * i, 4 * i + 4));
};

describe('one feature against the target', () => {
  it('has a disc for every example, and for every one of the batch another over a rim', () => {
    const { still, marks, examples, detail } = stepOf('line-fit');
    // A circle is two arcs.
    expect(discs(still, 'example')).toBe(2 * examples.count);
    expect(discs(marks, 'batch')).toBe(2 * detail.batch.length);
  });

  it('has a line from each example of the batch to its prediction', () => {
    const { marks, detail, examples, frame } = stepOf('line-fit');
    const { x, y } = frame.viewport;
    const lines = offLines(marks);
    expect(lines).toHaveLength(detail.batch.length);
    for (const [row, line] of lines.entries()) {
      const index = detail.batch[row];
      const wanted = [x(examples.x1[index]), y(examples.y[index]), x(examples.x1[index]), y(detail.prediction[row])];
      for (const [i, value] of wanted.entries()) expect(line[i]).toBeCloseTo(value, 1);
    }
  });

  it('has the model as a curve through the predictions', () => {
    const { marks, detail, examples, frame } = stepOf('line-fit');
    const [curve] = shapes(marks).filter(({ stroke }) => stroke === 'prediction');
    const numbers = numbersOf(curve);
    const [x1, y1] = numbers;
    const [x2, y2] = numbers.slice(-2);
    for (const [row, index] of detail.batch.entries()) {
      const share = (frame.viewport.x(examples.x1[index]) - x1) / (x2 - x1);
      expect(y1 + share * (y2 - y1)).toBeCloseTo(frame.viewport.y(detail.prediction[row]), 0);
    }
  });

  it('shows in slow motion no more than the phase has computed', () => {
    const sampled = stepOf('line-fit', { hasPredictions: false, hasLosses: false }).marks;
    expect(shapes(sampled).some(({ stroke }) => stroke === 'prediction')).toBe(false);
    expect(offLines(sampled)).toEqual([]);
    const forward = stepOf('line-fit', { hasPredictions: true, hasLosses: false });
    const rings = shapes(forward.marks).find(({ stroke, fill }) => stroke === 'prediction' && fill === 'paper');
    expect(String(rings?.shape).match(/M/g)).toHaveLength(forward.detail.batch.length);
    expect(offLines(forward.marks)).toEqual([]);
  });
});

describe('pictures of two features', () => {
  it.each(['tug-of-war', 'logistic-regression', 'support-vector', 'rotated-valley'] as const)(
    'of %s have one scale for both axes',
    (problem) => {
      const { viewport } = stepOf(problem).frame;
      expect(viewport.scaleX / viewport.scaleY).toBeCloseTo(1, 9);
      expect(widthOf(viewport.plot) / heightOf(viewport.plot)).toBeCloseTo(4 / 3, 9);
    },
  );

  it('with the weights among the examples pull at them with every example of the batch', () => {
    const { marks, detail, frame } = stepOf('tug-of-war');
    const at = [frame.viewport.x(detail.weights[0]), frame.viewport.y(detail.weights[1])];
    const lines = offLines(marks);
    expect(lines).toHaveLength(detail.batch.length);
    for (const [x, y] of lines) expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.05);
    expect(texts(marks).map(({ text }) => text)).toEqual(['weights']);
  });

  it('of two classes have a boundary where the model is undecided, and say what it predicts on either side', () => {
    const { marks, detail, frame } = stepOf('logistic-regression');
    const [boundary] = shapes(marks).filter(({ stroke }) => stroke === 'prediction');
    const [x1, y1, x2, y2] = numbersOf(boundary);
    for (const [x, y] of [
      [x1, y1],
      [x2, y2],
    ]) {
      const logit = detail.weights[0] * frame.viewport.across(x) + detail.weights[1] * frame.viewport.up(y);
      expect(logit / Math.hypot(detail.weights[0], detail.weights[1])).toBeCloseTo(0, 1);
    }
    for (const { text, x, y } of texts(marks)) {
      const logit = detail.weights[0] * frame.viewport.across(x) + detail.weights[1] * frame.viewport.up(y);
      expect(logit > 0).toBe(text === 'predicts 1');
    }
  });

  it('of two classes have stalks across the boundary, as long as the loss is steep', () => {
    const { marks, detail } = stepOf('logistic-regression');
    const [w1, w2] = detail.weights;
    for (const [row, [x1, y1, x2, y2]] of offLines(marks).entries()) {
      const along = ((x2 - x1) * w1 - (y2 - y1) * w2) / Math.hypot(w1, w2);
      expect(along).toBeCloseTo(-22 * detail.byPrediction[row], 0);
    }
  });

  it('of residuals fill what is predicted too low, and have a mark for every example', () => {
    const { marks, examples, detail } = stepOf('rotated-valley');
    const count = (mark: Mark): number => (mark.kind === 'shape' ? (String(mark.shape).match(/M/g) ?? []).length : 0);
    expect(marks.reduce((sum, mark) => sum + count(mark), 0)).toBe(examples.count);
    const [low, high] = shapes(marks).slice(2);
    const isLow = [...detail.batch].map((index, row) => detail.prediction[row] < examples.y[index]);
    expect(count(low)).toBe(isLow.filter(Boolean).length);
    expect(count(high)).toBe(isLow.filter((is) => !is).length);
  });
});

it('the example that is pointed at has a ring, and in the batch a line to what it is compared with', () => {
  for (const problem of ['line-fit', 'tug-of-war', 'logistic-regression'] as const) {
    const { step, frame, detail, examples, scene, picture } = stepOf(problem);
    const [index] = detail.batch;
    const outside = [...Array(examples.count).keys()].find((other) => !detail.batch.includes(other)) ?? 0;
    const subpaths = (of: number): number =>
      (String(shapes(picture.lit(frame, step, of))[0].shape).match(/M/g) ?? []).length;
    expect(subpaths(outside)).toBe(1);
    expect(subpaths(index)).toBe(scene.kind === 'classes' ? 1 : 2);
    expect(picture.lit(frame, step, examples.count)).toEqual([]);
  }
});

describe('the key of a network', () => {
  it('says what crosses and hollow marks are, in a second line where there is one', () => {
    const config = { ...defaultConfig('circles', 'sgd'), settings: { testShare: 0.25 } };
    const { examples, test } = splitExamples(config);
    const scene = dataScene(config, examples, test);
    const measure = (text: string): number => 6.5 * text.length;
    const narrow = { plot: { ...testPlot, right: testPlot.left + 260 }, measure };
    const entries = keyEntries(scene, english.text.plots, narrow, 2);
    expect(entries.map(({ sign }) => sign)).toEqual(['disc', 'disc', 'square', 'cross', 'ring']);
    expect(new Set(entries.map(({ middle }) => middle)).size).toBe(2);
    expect(keyLines(scene, english.text.plots, narrow, 220)).toBe(2);
    expect(keyLines(scene, english.text.plots, narrow, 180)).toBe(1);
    expect(keyLines(scene, english.text.plots, { plot: testPlot, measure }, 220)).toBe(1);
  });
});

describe('data of six classes', () => {
  const classes = ['setosa', 'a class of a name that is far too long', '', 'd', 'e', 'f'];
  const data = {
    x: Array.from({ length: 36 }, (_, row) => [100 + (row % 6), 0.01 * row]),
    y: Array.from({ length: 36 }, (_, row) => row % 6),
    classes,
  };
  const config = { ...defaultConfig('three-clusters', 'sgd', data), standardise: false } as const;
  const { examples } = splitExamples(config);
  const scene = dataScene(config, examples, null);

  it('have each a colour and a form, on the map and in the key, and are called by their names', () => {
    const measure = (text: string): number => text.length;
    const entries = keyEntries(scene, english.text.plots, { plot: testPlot, measure }, 2).slice(1, 7);
    expect(new Set(entries.map(({ sign }) => sign)).size).toBe(6);
    expect(new Set(entries.map(({ colour }) => colour)).size).toBe(6);
    const narrow = { plot: { ...testPlot, right: testPlot.left + 340 }, measure: (text: string) => 6.5 * text.length };
    expect([180, 210, 230].map((height) => keyLines(scene, english.text.plots, narrow, height))).toEqual([1, 2, 2]);
    const narrower = { ...narrow, plot: { ...testPlot, right: testPlot.left + 200 } };
    expect(keyLines(scene, english.text.plots, narrower, 230)).toBe(3);
    expect(entries.map(({ word }) => word)).toEqual(['setosa', 'a class of a na…', '2', 'd', 'e', 'f']);
    const frame = { viewport: createViewport(dataView(scene, testPlot), testPlot), measure };
    const fills = pictureOf(scene)
      .still(frame)
      .flatMap((mark) => (mark.kind === 'shape' && mark.fill !== undefined ? [mark.fill] : []));
    expect(new Set(fills)).toEqual(new Set(entries.map(({ colour }) => colour)));
  });

  it('are seen as far as they reach, on axes of their own where one would be a line', () => {
    const { x, y } = dataView(scene, testPlot);
    expect(x[0]).toBeGreaterThan(99);
    expect(x[1]).toBeLessThan(106);
    expect(y[1]).toBeLessThan(0.4);
  });

  it('that are far out by their arrangement as well', () => {
    const far = { ...defaultConfig('circles', 'sgd'), arrangement: 'unscaled' } as const;
    const { y } = dataView(dataScene(far, splitExamples(far).examples, null), testPlot);
    expect(y[1]).toBeGreaterThan(40);
  });
});

describe('the key of a network while a question is asked', () => {
  it.each([
    ['curve', [english.text.plots.prediction]],
    ['circles', [english.text.plots.wrongClass]],
    ['line-fit', []],
  ] as const)('of %s leaves out what it predicts', (problem, words) => {
    const { scene } = stepOf(problem);
    const place = { plot: testPlot, measure: (text: string) => 6.5 * text.length };
    const entries = keyEntries(scene, english.text.plots, place, 3);
    expect(entries.filter((entry) => saysPrediction(scene, entry)).map(({ word }) => word)).toEqual(words);
  });
});

describe('numbers over two features', () => {
  const data = {
    x: Array.from({ length: 30 }, (_, row) => [row % 6, row % 5]),
    y: Array.from({ length: 30 }, (_, row) => (row % 6) + 10 * (row % 5)),
  };
  const config = defaultConfig('curve', 'sgd', data);
  const { examples } = splitExamples(config);
  const scene = dataScene(config, examples, null);

  it('are seen on the plane of both, above their mean and below it', () => {
    expect(scene).toMatchObject({ kind: 'height', isOnLine: false });
    const measure = (text: string): number => text.length;
    const entries = keyEntries(scene, english.text.plots, { plot: testPlot, measure }, 2);
    expect(entries.map(({ word }) => word)).toEqual(['mini-batch', 'above the mean', 'below the mean']);
    const frame = { viewport: createViewport(dataView(scene, testPlot), testPlot), measure };
    const count = (colour: string): number =>
      pictureOf(scene)
        .still(frame)
        .flatMap((mark) =>
          mark.kind === 'shape' && mark.fill === colour ? [(String(mark.shape).match(/M/g) ?? []).length] : [],
        )
        .reduce((sum, own) => sum + own, 0);
    const above = data.y.filter((y) => y > 22.5).length;
    expect([count('positive'), count('negative')]).toEqual([above, 30 - above]);
  });
});
