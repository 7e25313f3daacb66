// The forward pass, loss, and backward pass of one mini-batch in a single loop: seven passes over a small batch cost up to
// eight times as much. Each fused loop does the very operations of the five phases in the same order, so its numbers are
// equal to the last bit (a test compares them).

import type { Loss } from '../../loss.ts';
import type { Model } from '../../model.ts';
import type { Objective } from '../objective.ts';

export type FusedStep = Objective['sum'];

/** The loop for one pair of model and loss. */
export type FusedEntry = readonly [model: Model, loss: Loss, step: FusedStep];
