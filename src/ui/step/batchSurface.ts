// The surface of the pending mini-batch alone. The page shows it anew with every step, so while a run plays its grid is
// coarse enough to be sampled and traced between two frames.

import type { LabState } from '../../lab/store.ts';
import { allocateExamples, gatherExamples } from '../../training/examples.ts';
import { type LossSurface, sampleLossSurface } from '../../training/objective/lossSurface.ts';
import { pairOf } from '../../training/run/configuration.ts';
import type { Domain } from '../../training/vector.ts';

/** Samples along each weight while a run plays, for batches up to `liveBatch`; larger batches take fewer. */
const liveColumns = 48;
const liveRows = 36;
const liveBatch = 64;
/** How much finer each side of the grid is when nothing moves. */
const restFactor = 2;

/** The loss of the pending mini-batch over `view`; null while there is none. Finer when nothing moves. */
export function sampleBatchSurface({ config, detail, examples, status }: LabState, view: Domain): LossSurface | null {
  const pair = pairOf(config);
  if (pair === null || detail === null || examples === null) return null;
  const { batch } = detail;
  const part = allocateExamples(batch.length);
  gatherExamples(examples, batch, 0, batch.length, part);
  const factor = status === 'running' ? Math.min(1, Math.sqrt(liveBatch / batch.length)) : restFactor;
  const columns = Math.max(8, Math.round(liveColumns * factor));
  const rows = Math.max(6, Math.round(liveRows * factor));
  return sampleLossSurface(pair.model, pair.loss, part, view, columns, rows);
}
