// What sets a run of a network up, beside its arithmetic: its plan, its test, and where in the plane of the start it begins.

import { heldOutCount, holdOut } from '../network/holdOut.ts';
import { nameOfWeight } from '../network/layout.ts';
import { networkOf } from '../network/network.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import { weightsAt } from '../plane.ts';
import type { NetworkProblem, ProblemSettings } from '../problem.ts';
import { weightsPlane } from '../spannedPlanes.ts';
import type { Vector } from '../vector.ts';
import type { RunConfig } from './run.ts';
import { firstTwo } from './startPlane.ts';

/** @throws RangeError where the network cannot be, or has no such plane to start in */
function check(
  problem: NetworkProblem,
  settings: ProblemSettings,
  { start: [first, second], startPlane = firstTwo }: RunConfig,
): void {
  const { layout } = networkOf(problem.network(settings));
  if ('weights' in startPlane) {
    weightsPlane(new Float64Array(layout.dimension), ...startPlane.weights);
    return;
  }
  if (!Number.isSafeInteger(startPlane.random))
    throw new RangeError(`The seed of a random plane is a whole number, not ${startPlane.random}.`);
  const { kind, constant } = problem.initial(settings);
  const areAllZero = kind === 'zero' || (kind === 'equal' && constant === 0);
  if (areAllZero && (first !== 0 || second !== 0))
    throw new RangeError('First weights that are all 0 have no random plane to start in.');
}

/**
 * The weights at step 0: the `first` ones that were drawn, moved along the start's plane.
 * @throws RangeError where there is no such plane
 */
function startFrom(
  first: Vector,
  objective: NetworkObjective,
  { start: offset, startPlane = firstTwo }: RunConfig,
): Vector {
  const start = first.slice();
  // All weights 0 have no random plane; without an offset none is needed.
  if (offset[0] === 0 && offset[1] === 0) return start;
  const plane =
    'weights' in startPlane
      ? weightsPlane(first, ...startPlane.weights)
      : objective.randomPlane(first, startPlane.random);
  return weightsAt(plane, offset, start);
}

export const networkSetup = { networkOf, nameOfWeight, heldOutCount, holdOut, check, startFrom } as const;
