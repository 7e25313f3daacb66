// What the mean is called that the units show.

import { isEven } from '../../training/run/parts.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Formats } from '../text/format.ts';
import type { NetworkText } from './words.ts';

/** Of micro-batches that are not of one size it is the mean of theirs. */
export const shownMean = (
  { batch, microBatches }: Pick<StepDetail, 'batch' | 'microBatches'>,
  words: NetworkText,
  { count }: Formats,
): string =>
  isEven(microBatches) ? words.meanOfBatch(count(batch.length)) : words.meanOfParts(count(microBatches.length));
