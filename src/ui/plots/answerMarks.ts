// The names of an answer in weight space and of what came of it, as marks.

import type { Mark } from '../../drawing/marks.ts';
import type { ColourName } from '../../drawing/palette.ts';
import { answerNames, type NamedMark } from '../../drawing/sceneAnswer.ts';
import { nameMarks, type PlaneStep } from '../../drawing/sceneStep.ts';
import type { PlotFrame } from './PlotContext.tsx';
import type { SceneSource } from './sceneSource.ts';
import { stepLook } from './stepLayer.ts';

/** The names keep off the arrows of the `step`, which the page may be past: null where none is shown. */
export function answerMarks(
  frame: PlotFrame,
  marks: readonly (NamedMark & { readonly colour: ColourName })[],
  step: PlaneStep | null,
  source: SceneSource,
): readonly Mark[] {
  const places = answerNames(frame, marks, step, stepLook(frame.viewport, source));
  return marks.flatMap(({ name, colour }, i) => nameMarks(places[i], name, colour));
}
