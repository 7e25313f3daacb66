// Noise of data whose label follows from where a point lies: it can move the point, or what its label is read from.

import type { NetworkData } from './networkData.ts';

/** Of data whose labels follow from where a point lies, drawn within 2.5 of the centre. */
export const eitherNoise: Pick<NetworkData, 'noiseMoves' | 'noiseMeaning'> = {
  noiseMoves: ['labels', 'points'],
  noiseMeaning: {
    labels: 'how far from a point its label is read, at most 2.5 times this along each axis',
    points: 'how far a point is moved, at most 2.5 times this along each axis',
  },
};
