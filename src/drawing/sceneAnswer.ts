// Where the names of an answer in weight space and of what came of it stand, beside the arrows of the step.

import { type PlacedLabel, placeLabels } from './placeLabels.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { type PlaneStep, type StepLook, stepLabels, stepMarks } from './sceneStep.ts';
import { clipSegment } from './viewport.ts';

export interface NamedMark {
  /** In pixels, with the radius of what is drawn there. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
}

/**
 * A place for each name, null where there is none: off its own mark and the names of the step, and off its arrows and the
 * other mark where there is room for that.
 * @param step null where no step is shown
 */
export function answerNames(
  frame: Frame,
  marks: readonly NamedMark[],
  step: PlaneStep | null,
  look: StepLook,
): readonly (PlacedLabel | null)[] {
  const { plot } = frame.viewport;
  const drawn = step === null ? [] : stepMarks(frame, step, look);
  const lines = drawn.flatMap((mark) => {
    const visible = mark.kind === 'touch' ? clipSegment(plot, ...mark.ends) : null;
    return visible === null ? [] : [visible];
  });
  const requests = marks.map(({ x, y, name }) => ({
    ...{ width: boldWidth * frame.measure(name) + 4, height: labelHeight, x, y, dx: 1, dy: 0.5 },
  }));
  const taken = step === null ? [] : stepLabels(frame, step, look);
  const apart = placeLabels(requests, { plot, lines, discs: marks, taken });
  return apart.map((place, i) => {
    if (place !== null) return place;
    const others = apart.filter((other) => other !== null);
    return placeLabels([requests[i]], { plot, discs: [marks[i]], taken: [...taken, ...others] })[0];
  });
}
