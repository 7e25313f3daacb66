// What a browser is given to compute: the hash of every golden run.

import { goldenNetworkHash, goldenNetworks } from '../src/training/golden/goldenNetworks.ts';
import { goldenHash, goldenRuns } from '../src/training/golden/goldenRuns.ts';

export const hashes: Readonly<Record<string, string>> = Object.fromEntries([
  ...goldenRuns.map((run) => [run.name, goldenHash(run)]),
  ...goldenNetworks.map((run) => [run.name, goldenNetworkHash(run)]),
]);
