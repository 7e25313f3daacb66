// The two pictures of data space for networks: the examples by class, or against their target, and the batch among them.

import { classForms, type Mark as Form, meanTarget } from '../../drawing/examples.ts';
import type { Mark } from '../../drawing/marks.ts';
import type { ColourName } from '../../drawing/palette.ts';
import type { Frame } from '../../drawing/scene.ts';
import { exampleMarks } from '../../drawing/sceneClasses.ts';
import { batchMarks, litMarks, residualMarks } from '../../drawing/sceneData.ts';
import type { Examples } from '../../training/examples.ts';
import type { Point } from '../../training/vector.ts';
import { bothFeatures, type DataPicture, featureAgainstTarget } from './dataPictures.ts';
import type { NetworkKind, NetworkScene } from './dataScene.ts';

const classOf = ({ y }: Examples, index: number): number => Math.round(y[index]);

const formIn = (examples: Examples, index: number): Form => classForms[classOf(examples, index)];

const placesIn = ({ isOnLine }: NetworkScene): typeof bothFeatures => (isOnLine ? featureAgainstTarget : bothFeatures);

const regions: DataPicture<NetworkScene> = {
  still: (frame, scene, examples) => allMarks(frame, scene, examples, placesIn(scene), classOf),
  step: (frame, { scene, examples, detail }) =>
    batchMarks(frame, placesIn(scene)(examples), detail.batch, (index) => formIn(examples, index)),
  lit(frame, { scene, examples }, index) {
    if (index >= examples.count) return [];
    const { x, y } = placesIn(scene)(examples);
    return litMarks(frame, [x[index], y[index]], examples.count, null);
  },
};

/** Those trained on are filled, those held out lie under them and are hollow. */
function allMarks(
  frame: Frame,
  { test }: NetworkScene,
  examples: Examples,
  placesOf: typeof bothFeatures,
  classIn: (examples: Examples, index: number) => number | null,
  colours?: readonly ColourName[],
): readonly Mark[] {
  const total = examples.count + (test?.count ?? 0);
  const marksOf = (points: Examples, isHollow: boolean): readonly Mark[] =>
    exampleMarks(frame, placesOf(points), {
      ...{ total, isHollow, classOf: (index) => classIn(points, index) },
      ...(colours !== undefined && { colours }),
    });
  return [...(test === null ? [] : marksOf(test, true)), ...marksOf(examples, false)];
}

const functionOfOne: DataPicture<NetworkScene> = {
  still: (frame, scene, examples) => allMarks(frame, scene, examples, featureAgainstTarget, () => null),
  step(frame, { examples, detail, progress }) {
    const { batch, prediction } = detail;
    const { x, y } = frame.viewport;
    const lines = Array.from(batch, (index, row) => {
      const across = x(examples.x1[index]);
      return [across, y(examples.y[index]), across, y(prediction[row])] as const;
    });
    return [
      ...(progress.hasLosses ? residualMarks(frame, lines) : []),
      ...batchMarks(frame, featureAgainstTarget(examples), batch),
    ];
  },
  lit(frame, { examples, detail }, index) {
    if (index >= examples.count) return [];
    const at: Point = [examples.x1[index], examples.y[index]];
    const row = detail.batch.indexOf(index);
    return litMarks(frame, at, examples.count, row < 0 ? null : [at[0], detail.prediction[row]]);
  },
};

/** Whether an example's target is above the mean of all that are trained on. */
const isAbove = (examples: Examples): ((points: Examples, index: number) => number) => {
  const mean = meanTarget(examples);
  return ({ y }, index) => Number(y[index] > mean);
};

const height: DataPicture<NetworkScene> = {
  ...regions,
  still: (frame, scene, examples) =>
    allMarks(frame, scene, examples, bothFeatures, isAbove(examples), ['negative', 'positive']),
  step(frame, { examples, detail }) {
    const above = isAbove(examples);
    const formOf = (index: number): Form => classForms[above(examples, index)];
    return batchMarks(frame, bothFeatures(examples), detail.batch, formOf);
  },
};

const pictures: Readonly<Record<NetworkKind, DataPicture<NetworkScene>>> = {
  regions,
  height,
  function: functionOfOne,
};

export const networkPicture = (kind: NetworkKind): DataPicture<NetworkScene> => pictures[kind];
