// What every test begins with: the arithmetic of networks and what own data take, as whoever needs them gives them.

import { ownPart } from './src/lab/own/ownPart.ts';
import { giveOwnPart } from './src/lab/own/ownSlot.ts';
import { networkObjective } from './src/training/objective/networkObjective.ts';
import { giveNetworks } from './src/training/run/networks.ts';
import { giveOwnRuns } from './src/training/run/ownRuns.ts';
import { ownRun } from './src/training/theory/ownRun.ts';

giveNetworks(networkObjective);
giveOwnRuns(ownRun);
giveOwnPart(ownPart);
