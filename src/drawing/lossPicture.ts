// What a loss plot shows, as plain data: curves over a clock, bands, epochs, and what is read off them; a lone run is a race of
// one.

import { logarithmicScale } from './logarithmicScale.ts';
import type { EpochMark } from './lossCurve.ts';
import type { ColourName } from './palette.ts';
import { linearScale, type Scale } from './scale.ts';
import type { Rectangle } from './viewport.ts';

/** What the axes span: the clock from 0, and the loss. */
export interface LossDomain {
  readonly span: number;
  readonly low: number;
  readonly high: number;
}

export interface LossScales {
  readonly plot: Rectangle;
  readonly domain: LossDomain;
  readonly x: Scale;
  readonly y: Scale;
}

export function lossScales(domain: LossDomain, plot: Rectangle, isLogarithmic: boolean): LossScales {
  return {
    ...{ plot, domain, x: linearScale([0, domain.span], [plot.left, plot.right]) },
    // A loss of zero has no logarithm; it lies at the bottom.
    y: (isLogarithmic ? logarithmicScale : linearScale)([domain.low, domain.high], [plot.bottom, plot.top]),
  };
}

/** Points by their clock, or rows of which every one is `stride` of the clock after the one before. */
export type LossPoints =
  | { readonly clock: Float64Array; readonly loss: Float64Array }
  | { readonly stride: number; readonly loss: Float64Array };

export interface LossCurve {
  readonly name: string;
  readonly colour: ColourName;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly points: LossPoints;
  /** How many of the points lie before what the page shows; the others are drawn faintly. */
  readonly past: number;
  /** How strongly the past is drawn; 1 unless it says otherwise. */
  readonly strength?: number;
  /** The loss that comes next, with a dot, and joined to the last point where it follows on it. */
  readonly next?: { readonly clock: number; readonly loss: number; readonly isJoined: boolean };
  /** The place of its name. */
  readonly end: { readonly clock: number; readonly loss: number };
}

export interface LossBand {
  readonly colour: ColourName;
  readonly clock: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly middle: Float64Array;
}

export interface LossPicture {
  /** The lowest first. */
  readonly curves: readonly LossCurve[];
  readonly bands: readonly LossBand[];
  /** Epochs that begin at a clock: a short line, a long one where there is a name. */
  readonly epochs: readonly { readonly clock: number; readonly name: string }[];
  /** Writes a loss. */
  readonly write: (loss: number) => string;
}

export const clockOf = (points: LossPoints, index: number): number =>
  'stride' in points ? index * points.stride : points.clock[index];

/** What is read off the plot at a clock. */
export interface LossReading {
  readonly clock: number;
  readonly words: string;
  readonly dots: readonly { readonly loss: number; readonly colour: ColourName }[];
}

/** Which epochs are marked, and which of them by name, given the pixels that one takes. */
export const namedEpochs = (
  marks: readonly EpochMark[],
  named: readonly EpochMark[],
  stride: number,
  name: (epoch: number) => string,
): LossPicture['epochs'] => {
  const texts = new Map(named.map(({ epoch, row }) => [row, name(epoch)]));
  return [...new Set([...marks, ...named].map(({ row }) => row))]
    .sort((a, b) => a - b)
    .map((row) => ({ clock: row * stride, name: texts.get(row) ?? '' }));
};
