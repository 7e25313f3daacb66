// The fused loops of all pairs of model and loss but those that a page opens with.

import { losses } from '../../losses/index.ts';
import { models } from '../../models/index.ts';
import { decayMse, productMse, reluMse, sigmoidMse, sineMse, tanhMse } from './bent.ts';
import type { FusedEntry } from './fusedStep.ts';
import { lineBce, lineHuber, lineMae } from './line.ts';
import { locationWelsch } from './location.ts';
import { planeBce, planeHinge, planeMse } from './plane.ts';

export const laterSteps: readonly FusedEntry[] = [
  [models.line, losses.mae, lineMae],
  [models.line, losses.huber, lineHuber],
  [models.plane, losses.mse, planeMse],
  [models.plane, losses.hinge, planeHinge],
  [models.plane, losses.bce, planeBce(true)],
  [models.product, losses.mse, productMse],
  [models['relu-neuron'], losses.mse, reluMse],
  [models.line, losses.bce, lineBce(true)],
  [models.sine, losses.mse, sineMse],
  [models['tanh-neuron'], losses.mse, tanhMse],
  [models['sigmoid-neuron'], losses.mse, sigmoidMse],
  [models.decay, losses.mse, decayMse],
  [models.location, losses.welsch, locationWelsch],
];

/** The same for those who do not ask for the loss, where leaving it out saves much; the losses returned are 0. */
export const laterWithoutLoss: readonly FusedEntry[] = [
  [models.plane, losses.bce, planeBce(false)],
  [models.line, losses.bce, lineBce(false)],
];
