// The worker's side of the boundary where more is trained than what a page opens with: the same Trainer, all registries whole.

import { isFilled } from '../training/whole.ts';
import { serve as serveTraining } from './training.worker.ts';

/** Begins to answer. The page, which shares the worker's script, never calls it. */
export function serve(): void {
  if (isFilled) serveTraining();
}
