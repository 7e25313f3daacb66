// Taking steps under edits: a run is its configuration and its edits, and this is how the one becomes the other.

import type { OptimizerId } from '../optimizers/index.ts';
import type { Loop } from './loop.ts';
import { Rule } from './rule.ts';
import type { Edit, Hyperparameters } from './run.ts';
import { takeSteps } from './takeSteps.ts';

/** From step `step` on this rule holds. */
export interface RuleEdit {
  readonly step: number;
  readonly rule: Rule;
}

/** @throws RangeError when an argument is outside its range, saying which and why */
export const rulesOf = (optimizer: OptimizerId, edits: readonly Edit[]): RuleEdit[] =>
  edits.map(({ step, hyperparameters }) => ({ step, rule: new Rule(optimizer, hyperparameters) }));

/** The rule in force at `step`; the first edit is at step 0. */
export const ruleAt = (edits: readonly RuleEdit[], step: number): Rule =>
  (edits.findLast((edit) => edit.step <= step) ?? edits[0]).rule;

/**
 * Brings `loop` from where it stands to step `until`. Edits act from their step on, one at `until` included; those made
 * before where the loop stands it follows already. `eachStep` sees every step between its preparing and its taking.
 * Returns false, and stays before or at the far-out weights, where the run diverges on the way.
 */
export function replay(loop: Loop, edits: readonly RuleEdit[], until: number, eachStep?: () => void): boolean {
  let next = edits.findIndex(({ step }) => step >= loop.step);
  if (next < 0) next = edits.length;
  for (;;) {
    for (; next < edits.length && edits[next].step <= loop.step; next++) loop.follow(edits[next].rule);
    if (loop.step >= until) return true;
    const stop = Math.min(until, edits[next]?.step ?? until);
    const wanted = stop - loop.step;
    if (eachStep === undefined ? takeSteps(loop, wanted, null, false) < wanted : !showSteps(loop, stop, eachStep))
      return false;
  }
}

function showSteps(loop: Loop, until: number, eachStep: () => void): boolean {
  while (loop.step < until) {
    if (loop.isFarOut) return false;
    loop.prepare();
    eachStep();
    if (!loop.commit()) return false;
  }
  return true;
}

/** What holds at `step` of a run, and up to which step: that of the next edit, Infinity where none follows. */
export function nextStretch(
  edits: readonly Edit[],
  step: number,
): { readonly hyperparameters: Hyperparameters; readonly until: number } {
  const index = edits.findLastIndex((edit) => edit.step <= step);
  return { hyperparameters: edits[index].hyperparameters, until: edits[index + 1]?.step ?? Number.POSITIVE_INFINITY };
}
