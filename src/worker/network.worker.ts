// The worker's side of the boundary where networks are trained: the same Trainer, given their arithmetic.

import { networkObjective } from '../training/objective/networkObjective.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { serve as serveTraining } from './training.worker.ts';

/** Begins to answer. The page, which shares the worker's script, never calls it. */
export function serve(): void {
  giveNetworks(networkObjective);
  serveTraining();
}
