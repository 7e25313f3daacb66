// What is true of the plane that weight space shows: the losses in it and beside it, the share of the update that it leaves
// out, and why it is not the one that was chosen.

import type { ShownPlane } from '../../lab/planeChoice.ts';
import { isGoingAlong, lacksWatched } from '../../lab/planes.ts';
import type { LabState } from '../../lab/store.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { lengthOf } from '../../training/vector.ts';
import type { Formats } from '../text/format.ts';
import { percentOf } from '../text/shareText.ts';
import type { NetworkText } from './words.ts';

export function planeSentences(state: LabState, { plane: words }: NetworkText, format: Formats): readonly string[] {
  const { shownPlane, detail } = state;
  if (shownPlane === null || detail === null) return [];
  const { kind, missing, share } = shownPlane;
  return [
    ...(missing === null || missing === 'weights' ? [] : [words.missing[missing]]),
    ...(kind === 'weights' && lacksWatched(state) ? [words.fewWatched] : []),
    ...notYetOf(shownPlane, words, format),
    ...lossesOf(state, detail, words, format),
    ...(lengthOf(detail.update) > 0 ? [words.outside(percentOf(detail.seen.outside, format))] : []),
    ...(share === null ? [] : [words.share(percentOf(share, format))]),
    ...behindOf(state, words, format),
    // One would expect a handle where other planes at random have one.
    ...(kind === 'random' && shownPlane.base === null ? [words.fixed] : []),
  ];
}

/** Weights so much nearer to the plane than they are long lie in it, but for rounding. */
const rounding = 1e-9;

function lossesOf(
  { planeLoss, plane }: LabState,
  { weights, fullLoss, seen: { distance } }: StepDetail,
  words: NetworkText['plane'],
  format: Formats,
): readonly string[] {
  const here = format.number(fullLoss);
  if (distance <= rounding * Math.max(1, lengthOf(weights))) return [words.lossInPlane(here)];
  const isKnown = planeLoss !== null && planeLoss.plane === plane && planeLoss.weights === weights;
  const away = format.number(distance);
  return [
    isKnown ? words.losses({ here, away, there: format.number(planeLoss.loss) }) : words.lossHere({ here, away }),
  ];
}

/** A plane through the weights of a step that is still to come. */
function notYetOf({ anchor, step }: ShownPlane, words: NetworkText['plane'], format: Formats): readonly string[] {
  const isThere = typeof anchor !== 'number' || anchor === step;
  return isThere ? [] : [words.notYet({ wanted: format.count(anchor), shown: format.count(step) })];
}

/** Surfaces that are behind the step, among those that are drawn. */
function behindOf(state: LabState, words: NetworkText['plane'], format: Formats): readonly string[] {
  const { surface, surfaceStep, batchSurface, batchSurfaceStep, cursor, layers } = state;
  const isDrawn = surface !== null && layers.batchSurface !== 'instead';
  const isBehind = isDrawn && isGoingAlong(state) && surfaceStep !== cursor;
  const isBatchBehind = batchSurface !== null && batchSurfaceStep !== cursor;
  return [
    ...(isBehind ? [words.surfaceOf(format.count(surfaceStep))] : []),
    ...(isBatchBehind ? [words.batchSurfaceOf(format.count(batchSurfaceStep))] : []),
  ];
}
