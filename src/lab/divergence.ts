// Why the run that the page shows diverged, and a learning rate that was tried and holds.

import type { DivergenceReport, DivergenceRequest } from '../training/studies/divergence.ts';
import type { Lab } from './lab.ts';

/** Null where nothing is known of the run's end, or no pool can be asked. Rejects when the signal is aborted. */
export async function explainDivergence(lab: Lab, signal: AbortSignal): Promise<DivergenceReport | null> {
  const request = divergenceRequest(lab);
  const pool = await lab.pool();
  return request === null || pool === null ? null : pool.run('divergence', request, { signal });
}

export function divergenceRequest({ store, history }: Pick<Lab, 'store' | 'history'>): DivergenceRequest | null {
  const { config, hyperparameters, detail } = store.getState();
  if (detail === null) return null;
  const { step, weights, gradient, update, fullLoss, fullGradient, optimizerValues, largestEigenvalue } = detail;
  const lastRate = step > 0 ? history.at('learningRate', step - 1) : 0;
  return {
    config,
    hyperparameters,
    end: { step, weights, gradient, update, fullLoss, fullGradient, optimizerValues, largestEigenvalue },
    rate: Math.max(lastRate, detail.learningRate),
  };
}
