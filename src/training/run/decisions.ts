// Which examples a network decides wrongly: those whose outputs stand for another class than their own.

import type { Examples } from '../examples.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import type { Vector } from '../vector.ts';
import type { Decisions } from './run.ts';
import type { Setup } from './setup.ts';

/** At these weights; null where the data have no classes, or no network decides. */
export function decisionsAt({ objective, examples, test }: Setup, weights: Vector): Decisions | null {
  if (objective instanceof PairObjective || objective.network.spec.classes === 0) return null;
  return {
    wrong: wrongOf(objective, weights, examples),
    wrongTest: test === null ? null : wrongOf(objective, weights, test),
  };
}

function wrongOf(objective: NetworkObjective, weights: Vector, examples: Examples): Uint8Array {
  return Uint8Array.from(objective.decide(weights, examples), (decided, row) => Number(decided !== examples.y[row]));
}
