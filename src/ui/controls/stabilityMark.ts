// The stability limit that the learning-rate slider shows: of the full loss at the current weights, for the rules of
// the SGD family. Weight decay adds to the curvature; dampening shrinks every step by its share.

import type { LabState } from '../../lab/store.ts';
import { stabilityLimit } from '../../training/curvature.ts';
import { rounded } from './scales.ts';

/** The limit to three figures, Infinity where nothing curves upward, or null for rules that have no such limit. */
export function selectStabilityLimit({ config, detail }: LabState): number | null {
  const { optimizer } = config;
  if (detail === null || !(optimizer === 'sgd' || optimizer === 'momentum' || optimizer === 'nesterov')) return null;
  const values = detail.optimizerValues;
  if (values.maximize === true || Number.isNaN(detail.largestEigenvalue)) return null;
  const momentum = numberOf(values.momentum);
  const dampening = momentum > 0 ? numberOf(values.dampening) : 0;
  const lambda = (detail.largestEigenvalue + numberOf(values.weightDecay)) * (1 - dampening);
  const isNesterov = optimizer === 'nesterov' || values.nesterov === true;
  const limit = stabilityLimit(lambda, momentum, isNesterov);
  return Number.isFinite(limit) ? rounded(limit) : limit;
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
