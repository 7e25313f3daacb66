// Where a run gets the arithmetic of networks. Whoever may train one gives it first; a page that trains none does without.

import type { NetworkSpec } from '../network/network.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';

type MakeObjective = (spec: NetworkSpec) => NetworkObjective;

let given: MakeObjective | null = null;

/** To be called with `networkObjective` before the first network is set up; again does no harm. */
export function giveNetworks(makeObjective: MakeObjective): void {
  given = makeObjective;
}

/** @throws RangeError for a network that cannot be, and an Error where the arithmetic was never given */
export function objectiveOf(spec: NetworkSpec): NetworkObjective {
  if (given === null) throw new Error('The arithmetic of networks was not given.');
  return given(spec);
}
