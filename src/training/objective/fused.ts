// Which pairs of model and loss have a fused loop: those that the problems use.

import type { Loss } from '../loss.ts';
import { losses } from '../losses/index.ts';
import type { Model } from '../model.ts';
import { models } from '../models/index.ts';
import { decayMse, productMse, reluMse, sigmoidMse, sineMse, tanhMse } from './fused/bent.ts';
import type { FusedStep } from './fused/fusedStep.ts';
import { lineBce, lineHuber, lineMae, lineMse } from './fused/line.ts';
import { locationIdentity, locationWelsch } from './fused/location.ts';
import { planeBce, planeHinge, planeMse } from './fused/plane.ts';
import type { Pair } from './pair.ts';

type Entry = readonly [model: Model, loss: Loss, step: FusedStep];

const fusedSteps: readonly Entry[] = [
  [models.line, losses.mse, lineMse],
  [models.line, losses.mae, lineMae],
  [models.line, losses.huber, lineHuber],
  [models.plane, losses.mse, planeMse],
  [models.plane, losses.hinge, planeHinge],
  [models.plane, losses.bce, planeBce(true)],
  [models.product, losses.mse, productMse],
  [models['relu-neuron'], losses.mse, reluMse],
  [models.location, losses.identity, locationIdentity],
  [models.line, losses.bce, lineBce(true)],
  [models.sine, losses.mse, sineMse],
  [models['tanh-neuron'], losses.mse, tanhMse],
  [models['sigmoid-neuron'], losses.mse, sigmoidMse],
  [models.decay, losses.mse, decayMse],
  [models.location, losses.welsch, locationWelsch],
];

/** The same for those who do not ask for the loss, where leaving it out saves much; the losses returned are 0. */
const withoutLoss: readonly Entry[] = [
  [models.plane, losses.bce, planeBce(false)],
  [models.line, losses.bce, lineBce(false)],
];

const find = (steps: readonly Entry[], { model, loss }: Pair): FusedStep | null =>
  steps.find(([ofModel, ofLoss]) => ofModel === model && ofLoss === loss)?.[2] ?? null;

/** The single loop for a pair, or null where there is none and the five phases serve. */
export const fusedStep = (pair: Pair): FusedStep | null => find(fusedSteps, pair);

/** The loop that writes gradients alone, or null where that would save little. */
export const fusedGradient = (pair: Pair): FusedStep | null => find(withoutLoss, pair);
