// Which examples a network decides wrongly: those whose outputs stand for another class than their own.

import type { Examples } from '../examples.ts';
import { decideClasses } from '../network/heads.ts';
import { NetworkObjective } from '../objective/networkObjective.ts';
import type { Vector } from '../vector.ts';
import type { Decisions } from './run.ts';
import type { Setup } from './setup.ts';

/** At these weights; null where the data have no classes, or no network decides. */
export function decisionsAt({ objective, examples, test }: Setup, weights: Vector): Decisions | null {
  if (!(objective instanceof NetworkObjective) || objective.network.spec.classes === 0) return null;
  return {
    wrong: wrongOf(objective, weights, examples),
    wrongTest: test === null ? null : wrongOf(objective, weights, test),
  };
}

function wrongOf(objective: NetworkObjective, weights: Vector, examples: Examples): Uint8Array {
  const { network } = objective;
  const outputs = new Float64Array(network.outputs * examples.count);
  objective.predict(weights, examples, outputs);
  const classes = new Int32Array(examples.count);
  decideClasses(network, outputs, examples.count, classes);
  return Uint8Array.from(classes, (decided, row) => Number(decided !== examples.y[row]));
}
