// Where the weights are at the cursor, known at once even while the step's detail is still on its way.

import type { History } from '../../lab/history.ts';
import { startIn } from '../../lab/planes.ts';
import type { LabState } from '../../lab/store.ts';
import type { Weights } from '../../training/vector.ts';

export function presentWeights(state: LabState, history: History): Weights {
  const { cursor, config, detail } = state;
  const isAtStart = cursor === 0 || (history.count === 0 && detail === null);
  const start = isAtStart ? startIn(state) : null;
  if (start !== null) return start;
  if (detail?.step === cursor) return detail.seen.weights;
  const known = history.weightsAt(cursor);
  return known === null ? (detail?.seen.weights ?? config.start) : history.path.pointOf(known);
}
