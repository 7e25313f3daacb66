// Where a run gets what networks need. Whoever may train one gives their arithmetic first, and the rest comes with all that
// comes later; a page that trains none does without.

import type { NetworkSpec } from '../network/network.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import { networkSetups } from './laterNetworks.ts';

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

/** What sets a run of a network up, beside its arithmetic; there whenever a registry has a network. */
export const ofNetworks = (): (typeof networkSetups)[number] => networkSetups[0];
