// The steps of two weights under a plain rule in one loop, what a step leaves to the next in local variables: otherwise the
// way around a small batch takes nearly as long as the batch itself. It does the very operations of `Loop.prepare` and
// `Loop.commit` in the same order, so its numbers are equal to the last bit (a test compares them).

import { isEpochOver, updateSize } from '../batches.ts';
import type { Objective } from '../objective/objective.ts';
import { type StepRows, writePairStep } from './log.ts';
import type { Loop } from './loop.ts';
import { quietLength } from './rest.ts';
import { farOut } from './takeUpdate.ts';

/**
 * On to step `end`. Before a step that is anything but usual (so short that the run may be at rest, or to weights far out or
 * not finite) it stops and leaves that one to the loop.
 */
export function takePairSteps(loop: Loop, sum: Objective['sum'], end: number, rows: StepRows | null): void {
  const { rule, weights, gradient, update, order, examples } = loop;
  const { dropLast } = loop.config;
  const { optimizer, values } = rule;
  const { batchSize } = rule.hyperparameters;
  const total = examples.count;
  let { step, usedEpoch, used, state, nextState } = loop;
  for (; step < end; step++) {
    const isOver = isEpochOver(total - used, batchSize, dropLast);
    const epoch = isOver ? usedEpoch + 1 : usedEpoch;
    const offset = isOver ? 0 : used;
    if (epoch !== loop.orderEpoch) loop.shuffle(epoch);
    const size = updateSize(total - offset, batchSize, 1, dropLast);
    const batchLoss = sum(weights, examples, order, offset, offset + size, gradient) / size;
    gradient[0] /= size;
    gradient[1] /= size;
    const learningRate = rule.rateAt(step, epoch);
    optimizer.update(weights, gradient, state, learningRate, values, nextState, update);
    const w1 = weights[0] + update[0];
    const w2 = weights[1] + update[1];
    // Not a number where either is none.
    const largest = Math.max(Math.abs(w1), Math.abs(w2));
    if (!(largest <= farOut) || Math.abs(update[0]) <= quietLength) break;
    if (rows !== null) writePairStep(rows, step, weights, gradient, update, batchLoss, learningRate, size, epoch);
    weights[0] = w1;
    weights[1] = w2;
    usedEpoch = epoch;
    used = offset + size;
    const kept = state;
    state = nextState;
    nextState = kept;
  }
  loop.step = step;
  loop.usedEpoch = usedEpoch;
  loop.used = used;
  loop.state = state;
  loop.nextState = nextState;
}
