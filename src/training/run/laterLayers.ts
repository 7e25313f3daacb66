// What a page at rest with two weights does without: what a run of more of them needs, and other batches. One entry each.

import { sampleNoise } from './batchDraws.ts';
import { DataMaps } from './dataMaps.ts';
import { writeLayers } from './layerSteps.ts';
import { NetworkSight } from './networkSight.ts';
import { NetworkSurfaces } from './networkSurfaces.ts';
import { answerPlane } from './planes.ts';

export const layerWriters: readonly (typeof writeLayers)[] = [writeLayers];

export const networkSurfaces: readonly (typeof NetworkSurfaces)[] = [NetworkSurfaces];

const views = { NetworkSight, DataMaps, answerPlane } as const;

export const networkViews: readonly (typeof views)[] = [views];

export const noiseSamplers: readonly (typeof sampleNoise)[] = [sampleNoise];
