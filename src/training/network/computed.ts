// A network with what it is computed by: f of every hidden layer, and the score of the outputs.

import type { Activation } from './activation.ts';
import { activations } from './activations/index.ts';
import { networkLosses } from './losses/index.ts';
import type { Network } from './network.ts';
import type { NetworkLoss } from './networkLoss.ts';

export interface ComputedNetwork extends Network {
  readonly activation: Activation;
  readonly loss: NetworkLoss;
}

export const computedNetwork = (network: Network): ComputedNetwork => ({
  ...network,
  activation: activations[network.spec.activation],
  loss: networkLosses[network.spec.loss],
});
