// What the runs beside the page's own are to do: the configuration and the edits of each, by its place.

import type { RunConfig } from '../../training/run/run.ts';
import type { Vector } from '../../training/vector.ts';
import type { Lab } from '../lab.ts';
import { answerOf } from '../latest.ts';
import { hasLayers } from '../network.ts';
import { type Contender, configOf, editsOf, type Rival } from './contender.ts';
import type { FollowerOptions, FollowerPlan } from './follower.ts';
import type { FollowerKey } from './followers.ts';
import type { RaceState } from './raceState.ts';

/** What a run may have of its own, and nothing else that it carries. */
export const rivalIn = ({ optimizer, hyperparameters, loss }: Rival): Rival => ({
  optimizer,
  hyperparameters,
  ...(loss !== undefined && { loss }),
});

/** The plan of every contender, and of what was left behind at a branch, on the problem of `config`. */
export function plansOf(
  config: RunConfig,
  contenders: readonly Contender[],
  ghost: RaceState['ghost'],
): ReadonlyMap<FollowerKey, FollowerPlan> {
  const plans = new Map<FollowerKey, FollowerPlan>();
  for (const contender of contenders)
    plans.set(contender.slot, {
      config: configOf(contender, config),
      edits: editsOf(contender),
      // All are measured by what the own run trains.
      ...(contender.loss !== undefined && { yardstick: config }),
    });
  if (ghost !== null) plans.set('ghost', { config: { ...config, optimizer: ghost.optimizer }, edits: ghost.edits });
  return plans;
}

/** Asks at the desk for the losses of runs that are measured by another's loss. */
export const measuredAt =
  (desk: Lab['desk']): FollowerOptions['measure'] =>
  (config, weights) =>
    answerOf(desk, 'losses', { config, weights });

/** Whether two values are the same when written down. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two configurations differ in what all runs have in common. */
export const differBesideOptimizer = (a: RunConfig, b: RunConfig): boolean =>
  !isSame({ ...a, optimizer: null }, { ...b, optimizer: null });

/** Where all runs begin: what a network draws is known once a trainer has answered. */
export function startOf({ store, history }: Pick<Lab, 'store' | 'history'>): Vector | null {
  const { config, detail } = store.getState();
  if (!hasLayers(config)) return Float64Array.from(config.start);
  if (history.count > 0) return history.weightsAt(0);
  return detail?.step === 0 ? detail.weights : null;
}
