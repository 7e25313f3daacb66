// The lessons in their order, and the sittings that they make up: four about two weights, and two about networks.

import { loadExport } from '../missing.ts';
import type { Lesson } from './lesson.ts';

export interface LessonEntry {
  readonly key: string;
  /** Sittings are counted from 1 and have their names in the words; the four lessons of each stand together. */
  readonly sitting: number;
  load(): Promise<Lesson>;
}

/** One line a lesson: its key, its sitting, and its file. */
export const lessons: readonly LessonEntry[] = [
  { key: 'the-next-point', sitting: 1, load: () => loadExport(() => import('./theNextPoint.ts'), 'lesson') },
  { key: 'by-hand', sitting: 1, load: () => loadExport(() => import('./byHand.ts'), 'lesson') },
  {
    key: 'twice-the-batch-twice-the-step',
    sitting: 1,
    load: () => loadExport(() => import('./twiceTheBatchTwiceTheStep.ts'), 'lesson'),
  },
  { key: 'counting', sitting: 1, load: () => loadExport(() => import('./counting.ts'), 'lesson') },
  {
    key: 'good-for-the-batch-bad-for-the-rest',
    sitting: 2,
    load: () => loadExport(() => import('./goodForTheBatchBadForTheRest.ts'), 'lesson'),
  },
  {
    key: 'where-do-batches-disagree',
    sitting: 2,
    load: () => loadExport(() => import('./whereDoBatchesDisagree.ts'), 'lesson'),
  },
  { key: 'four-times-the-batch', sitting: 2, load: () => loadExport(() => import('./fourTimesTheBatch.ts'), 'lesson') },
  {
    key: 'same-examples-or-same-steps',
    sitting: 2,
    load: () => loadExport(() => import('./sameExamplesOrSameSteps.ts'), 'lesson'),
  },
  { key: 'the-cliff', sitting: 3, load: () => loadExport(() => import('./theCliff.ts'), 'lesson') },
  { key: 'too-small-a-rate', sitting: 3, load: () => loadExport(() => import('./tooSmallARate.ts'), 'lesson') },
  {
    key: 'it-stops-getting-better',
    sitting: 3,
    load: () => loadExport(() => import('./itStopsGettingBetter.ts'), 'lesson'),
  },
  {
    key: 'out-of-the-wrong-valley',
    sitting: 3,
    load: () => loadExport(() => import('./outOfTheWrongValley.ts'), 'lesson'),
  },
  {
    key: 'momentum-is-a-longer-step',
    sitting: 4,
    load: () => loadExport(() => import('./momentumIsALongerStep.ts'), 'lesson'),
  },
  {
    key: 'one-feature-far-from-zero',
    sitting: 4,
    load: () => loadExport(() => import('./oneFeatureFarFromZero.ts'), 'lesson'),
  },
  { key: 'whose-rate-falls', sitting: 4, load: () => loadExport(() => import('./whoseRateFalls.ts'), 'lesson') },
  {
    key: 'two-losses-one-neuron',
    sitting: 4,
    load: () => loadExport(() => import('./twoLossesOneNeuron.ts'), 'lesson'),
  },
  { key: 'by-hand-backward', sitting: 5, load: () => loadExport(() => import('./byHandBackward.ts'), 'lesson') },
  { key: 'equal-start', sitting: 5, load: () => loadExport(() => import('./equalStart.ts'), 'lesson') },
  {
    key: 'which-layer-learns-first',
    sitting: 5,
    load: () => loadExport(() => import('./whichLayerLearnsFirst.ts'), 'lesson'),
  },
  {
    key: 'the-surface-comes-to-you',
    sitting: 5,
    load: () => loadExport(() => import('./theSurfaceComesToYou.ts'), 'lesson'),
  },
  {
    key: 'the-rate-picks-the-sharpness',
    sitting: 6,
    load: () => loadExport(() => import('./theRatePicksTheSharpness.ts'), 'lesson'),
  },
  { key: 'kill-the-relus', sitting: 6, load: () => loadExport(() => import('./killTheRelus.ts'), 'lesson') },
  { key: 'one-wild-scale', sitting: 6, load: () => loadExport(() => import('./oneWildScale.ts'), 'lesson') },
  { key: 'one-unit-too-few', sitting: 6, load: () => loadExport(() => import('./oneUnitTooFew.ts'), 'lesson') },
];
