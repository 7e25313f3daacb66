// The picture that belongs to what data space shows.

import type { Mark } from '../../drawing/marks.ts';
import type { Frame } from '../../drawing/scene.ts';
import { type DataPicture, type DataStep, pairPicture } from './dataPictures.ts';
import type { DataScene } from './dataScene.ts';
import { networkPicture } from './networkPictures.ts';

/** The step without the scene, which the picture has. */
export type StepIn = Omit<DataStep<DataScene>, 'scene'>;

/** A picture together with its scene. */
export interface BoundPicture {
  still(frame: Frame): readonly Mark[];
  step(frame: Frame, step: StepIn): readonly Mark[];
  lit(frame: Frame, step: StepIn, index: number): readonly Mark[];
}

export const pictureOf = (scene: DataScene): BoundPicture =>
  'network' in scene ? bound(networkPicture(scene.kind), scene) : bound(pairPicture(scene.kind), scene);

const bound = <Scene extends DataScene>(picture: DataPicture<Scene>, scene: Scene): BoundPicture => ({
  still: (frame) => (scene.examples === null ? [] : picture.still(frame, scene, scene.examples)),
  step: (frame, step) => picture.step(frame, { ...step, scene }),
  lit: (frame, step, index) => picture.lit(frame, { ...step, scene }, index),
});
