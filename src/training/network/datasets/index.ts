// The data sets for networks by key. A key is also the value in links and the name in tests.

import type { NetworkData } from '../networkData.ts';
import { circles } from './circles.ts';
import { curve } from './curve.ts';
import { moons } from './moons.ts';
import { spirals } from './spirals.ts';
import { threeClusters } from './threeClusters.ts';
import { xor } from './xor.ts';

export const networkDatasets = {
  circles,
  xor,
  spirals,
  'three-clusters': threeClusters,
  moons,
  curve,
} as const satisfies Record<string, NetworkData>;

export type NetworkDataId = keyof typeof networkDatasets;
