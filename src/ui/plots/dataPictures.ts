// The four pictures of data space for models of two weights. Each says what stays (the examples) and what moves with the step.

import type { Mark } from '../../drawing/marks.ts';
import type { Frame } from '../../drawing/scene.ts';
import {
  batchMarks,
  boundaryMarks,
  classMarks,
  litMarks,
  offMarks,
  type Places,
  placeMarks,
  pointMarks,
  predictedMarks,
  predictionMarks,
  residualMarks,
  stalkMarks,
} from '../../drawing/sceneData.ts';
import type { Sampled } from '../../lab/lessonState.ts';
import { allocateExamples, type Examples } from '../../training/examples.ts';
import type { Point } from '../../training/vector.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { classWord } from './classWord.ts';
import type { PairKind, PairScene } from './dataScene.ts';

/** For a picture the engine's own exponential will do. */
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** How far the step has come: what a phase of slow motion has not computed is not drawn. */
export interface Progress {
  /** Predictions of the batch, and with them the model as it stands. */
  readonly hasPredictions: boolean;
  /** What the predictions are off by. */
  readonly hasLosses: boolean;
}

/** The step in data space, and the words for it. */
export interface DataStep<Scene> {
  readonly scene: Scene;
  readonly examples: Examples;
  readonly detail: Sampled;
  readonly words: Catalogue['plots'];
  readonly progress: Progress;
}

export interface DataPicture<Scene> {
  still(frame: Frame, scene: Scene, examples: Examples): readonly Mark[];
  step(frame: Frame, step: DataStep<Scene>): readonly Mark[];
  /** The example that is pointed at and, when it is in the batch, what it is off by. */
  lit(frame: Frame, step: DataStep<Scene>, index: number): readonly Mark[];
}

type PairPicture = Omit<DataPicture<PairScene>, 'lit'>;

const curvePoints = 240;

export const featureAgainstTarget = ({ x1, y, count }: Examples): Places => ({ x: x1, y, count });
export const bothFeatures = ({ x1, x2, count }: Examples): Places => ({ x: x1, y: x2, count });

/** Cross-entropy takes logits; what they say about the target is the probability. */
const readingOf = ({ loss }: PairScene): ((value: number) => number) => (loss === 'bce' ? sigmoid : (value) => value);

const curve: PairPicture = {
  still: (frame, _scene, examples) => pointMarks(frame, featureAgainstTarget(examples)),
  step(frame, { scene, examples, detail, progress }) {
    const { batch, prediction, weights } = detail;
    const { viewport } = frame;
    const read = readingOf(scene);
    const x = Array.from(batch, (index) => examples.x1[index]);
    const predicted = Array.from(prediction, read);
    const lines = x.map((at, row) => {
      const across = viewport.x(at);
      return [across, viewport.y(examples.y[batch[row]]), across, viewport.y(predicted[row])] as const;
    });
    return [
      ...(progress.hasLosses ? residualMarks(frame, lines) : []),
      ...batchMarks(frame, featureAgainstTarget(examples), batch),
      ...(progress.hasPredictions ? curveMarks(frame, scene, weights) : []),
      ...(progress.hasPredictions && !progress.hasLosses ? predictedMarks(frame, x, predicted, examples.count) : []),
    ];
  },
};

function curveMarks(frame: Frame, scene: PairScene, weights: ArrayLike<number>): readonly Mark[] {
  const grid = allocateExamples(curvePoints);
  const [low, high] = frame.viewport.view.x;
  for (let i = 0; i < curvePoints; i++) grid.x1[i] = low + ((high - low) * i) / (curvePoints - 1);
  const predicted = new Float64Array(curvePoints);
  scene.model.predict(weights[0], weights[1], grid, predicted);
  return predictionMarks(frame, grid.x1, predicted.map(readingOf(scene)));
}

const placeOf = ({ weights }: Sampled): Point => [weights[0], weights[1]];

const location: PairPicture = {
  still: (frame, _scene, examples) => pointMarks(frame, bothFeatures(examples)),
  step(frame, { examples, detail, words, progress }) {
    const { x, y } = frame.viewport;
    const [w1, w2] = placeOf(detail);
    const pulls = Array.from(detail.batch, (index) => {
      return [x(w1), y(w2), x(examples.x1[index]), y(examples.x2[index])] as const;
    });
    return [
      // The prediction is the distance itself, so the line to the example is all there is to see of it.
      ...(progress.hasPredictions ? residualMarks(frame, pulls) : []),
      ...batchMarks(frame, bothFeatures(examples), detail.batch),
      ...placeMarks(frame, [w1, w2], words.weights),
    ];
  },
};

const isOne = ({ y }: Examples, index: number): boolean => y[index] > 0.5;

const classes: PairPicture = {
  still: (frame, _scene, examples) => classMarks(frame, bothFeatures(examples), (index) => isOne(examples, index)),
  step(frame, { scene, examples, detail, words, progress }) {
    const { batch, byPrediction } = detail;
    const places = bothFeatures(examples);
    const names = [words.predicts(classWord(scene, 1)), words.predicts(classWord(scene, 0))] as const;
    return [
      ...(progress.hasPredictions ? boundaryMarks(frame, placeOf(detail), names) : []),
      ...(progress.hasLosses && byPrediction !== undefined
        ? stalkMarks(frame, places, batch, byPrediction, placeOf(detail))
        : []),
      ...batchMarks(frame, places, batch, (index) => (isOne(examples, index) ? 'square' : 'disc')),
    ];
  },
};

const residuals: PairPicture = {
  still: () => [],
  step(frame, { scene, examples, detail, progress }) {
    const { count, y } = examples;
    const predicted = new Float64Array(count);
    scene.model.predict(detail.weights[0], detail.weights[1], examples, predicted);
    const off = progress.hasPredictions ? predicted.map((value, index) => value - y[index]) : null;
    const spread = Math.sqrt(y.subarray(0, count).reduce((sum, target) => sum + target * target, 0) / count) || 1;
    const inBatch = new Set(detail.batch);
    return offMarks(frame, bothFeatures(examples), off, spread, (index) => inBatch.has(index));
  },
};

/** The example that is pointed at and, when it is in the batch, what it is off by. */
function litExampleMarks(
  frame: Frame,
  { scene, examples, detail }: DataStep<PairScene>,
  index: number,
): readonly Mark[] {
  if (index >= examples.count) return [];
  const isCurve = scene.kind === 'curve';
  const at: Point = [examples.x1[index], isCurve ? examples.y[index] : examples.x2[index]];
  const row = detail.batch.indexOf(index);
  const predicted: Point = [at[0], readingOf(scene)(detail.prediction[row])];
  const to = scene.kind === 'location' ? placeOf(detail) : predicted;
  return litMarks(frame, at, examples.count, row >= 0 && (isCurve || scene.kind === 'location') ? to : null);
}

const pictures: Readonly<Record<PairKind, PairPicture>> = { curve, location, classes, residuals };

export const pairPicture = (kind: PairKind): DataPicture<PairScene> => ({ ...pictures[kind], lit: litExampleMarks });
