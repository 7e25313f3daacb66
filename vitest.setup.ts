// What every test begins with: the arithmetic of networks, as whoever trains one gives it.

import { networkObjective } from './src/training/objective/networkObjective.ts';
import { giveNetworks } from './src/training/run/networks.ts';

giveNetworks(networkObjective);
