// The network of a run, from its configuration alone.

import type { Network } from '../training/network/network.ts';
import { resolveProblem } from '../training/run/configuration.ts';
import { ofNetworks } from '../training/run/networks.ts';
import type { RunConfig } from '../training/run/run.ts';

export { hasLayers } from '../training/run/configuration.ts';

type Choice = Pick<RunConfig, 'problem' | 'settings' | 'data'>;

/** Null where the model has two weights and no layers. */
export function networkIn(config: Choice): Network | null {
  const { problem, settings } = resolveProblem(config);
  return problem.network === undefined ? null : ofNetworks().networkOf(problem.network(settings));
}

/** Layers of weights that a step goes through; a model without layers has one. */
export const layersOf = (config: Choice): number => networkIn(config)?.layout.layers.length ?? 1;

/** Inputs, units, and outputs column by column; empty where there are none. Another list is another network's weights. */
export const sizesOf = (config: Choice): readonly number[] => networkIn(config)?.layout.sizes ?? [];
