// The worker's side of the boundary where networks are trained, or own data learned: the same Trainer, given what that takes.

import { networkObjective } from '../training/objective/networkObjective.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { giveOwnRuns } from '../training/run/ownRuns.ts';
import { ownRun } from '../training/theory/ownRun.ts';
import { serve as serveTraining } from './training.worker.ts';

/** Begins to answer. The page, which shares the worker's script, never calls it. */
export function serve(): void {
  giveNetworks(networkObjective);
  giveOwnRuns(ownRun);
  serveTraining();
}
