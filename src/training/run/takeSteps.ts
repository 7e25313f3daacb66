// Taking steps, and writing them down.

import type { StepRows } from './log.ts';
import type { Loop } from './loop.ts';
import { takePairSteps } from './pairSteps.ts';
import { stepWriter } from './stepWriter.ts';

/**
 * Takes `count` steps, or fewer: none to weights that are not finite, none from weights far out or, where a run `mayConverge`,
 * from where it has. Returns how many it took. They are written into `rows`; where there are none, no losses are computed.
 */
export function takeSteps(loop: Loop, count: number, rows: StepRows | null, mayConverge: boolean): number {
  const { objective, rest } = loop;
  const first = loop.step;
  const end = first + count;
  const writeStep = stepWriter(loop.layout);
  const sum = rows === null ? (objective.sumGradients ?? objective.sum) : objective.sum;
  // One step that is not usual tells of others: then each of a stretch is taken by itself.
  if (objective.layers === undefined && loop.sum.isPlain && rest.steps === 0 && !loop.isFarOut)
    takePairSteps(loop, sum, end, rows);
  while (loop.step < end && !loop.isFarOut && !(mayConverge && rest.isLasting)) {
    loop.prepare(rows !== null);
    if (rows !== null) writeStep(loop, rows);
    if (!loop.commit()) break;
  }
  return loop.step - first;
}
