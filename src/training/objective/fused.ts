// Which pairs of model and loss have a fused loop: those that the problems use.

import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import type { FusedEntry, FusedStep } from './fused/fusedStep.ts';
import { laterSteps, laterWithoutLoss } from './fused/laterSteps.ts';
import { lineMse } from './fused/lineMse.ts';
import { locationIdentity } from './fused/locationIdentity.ts';
import type { Pair } from './pair.ts';

const firstSteps: readonly FusedEntry[] = [
  [models.line, losses.mse, lineMse],
  [models.location, losses.identity, locationIdentity],
];

const find = (steps: readonly FusedEntry[], { model, loss }: Pair): FusedStep | null =>
  steps.find(([ofModel, ofLoss]) => ofModel === model && ofLoss === loss)?.[2] ?? null;

/** The single loop for a pair, or null where there is none and the five phases serve. */
export const fusedStep = (pair: Pair): FusedStep | null => find(firstSteps, pair) ?? find(laterSteps, pair);

/** The loop that writes gradients alone, or null where that would save little. */
export const fusedGradient = (pair: Pair): FusedStep | null => find(laterWithoutLoss, pair);
