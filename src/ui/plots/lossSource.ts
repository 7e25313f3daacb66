// What the loss plot is given: one run, or many side by side, each with its losses over a clock.

import type { LossDomain, LossPicture, LossReading, LossScales } from '../../drawing/lossPicture.ts';
import type { Interval } from '../../lab/throttled.ts';

export interface LossSource {
  readonly words: {
    readonly figure: string;
    /** The clock's name. */
    readonly axis: string;
    readonly logarithmic: string;
    readonly logarithmicHelp: string;
    readonly read: string;
    readonly readHelp: string;
    /** What a reader who sees nothing is told where there is nothing to read. */
    readonly nothing: string;
  };
  /** Of the sentence that says what is to be seen, if there is one. */
  readonly summaryId?: string;
  /** Calls `onChange` in a frame after something changed that is drawn, `interval` milliseconds apart; returns what ends it. */
  watch(onChange: () => void, interval: Interval): () => void;
  domain(isLogarithmic: boolean): LossDomain;
  picture(scales: LossScales): LossPicture;
  /** Whether a curve under way has grown too little since the clock `drawn` to be drawn anew. */
  isTooSoon(scales: LossScales, drawn: number): boolean;
  /** The clock up to which there are losses. */
  newest(): number;
  /** The clock of the step that the page shows. */
  cursor(): number;
  /** The losses nearest to a clock; null where there are none. */
  reading(clock: number): LossReading | null;
  /** The clock so many presses of an arrow key away. */
  moved(clock: number, presses: number): number;
  goTo(clock: number): void;
}
