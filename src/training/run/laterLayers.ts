// What a run of more than two weights needs and a page at rest with a pair of them does without: one entry each.

import { writeLayers } from './layerSteps.ts';
import { NetworkSurfaces } from './networkSurfaces.ts';

export const layerWriters: readonly (typeof writeLayers)[] = [writeLayers];

export const networkSurfaces: readonly (typeof NetworkSurfaces)[] = [NetworkSurfaces];
