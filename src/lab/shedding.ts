// Which detail of the picture a device that is too slow for it does without while a run goes on. The lab watches the time
// between its frames; when half of the last ones were late it sheds the next detail of this order, and when all have been
// in time for a while it takes the last one up again:
//   1 path      dots and most corners of paths, which grow 6 times a second instead of with every frame
//   2 surface   the mini-batch's own surface at half the grid
//   3 maps      the maps of a network's units in turn, half of them at a time
//   4 pixels    layers that move, at no more than 1.5 device pixels a point
//   5 views     data space, the losses, and the epoch, half as often
// Never shed: a number's truth, the pending step with its arrows, the weights, and the last stretch of the path. At rest
// nothing is: the first state that does not play has everything drawn whole.

import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is shed, the first to go first. */
export const sheddingOrder = ['path', 'surface', 'maps', 'pixels', 'views'] as const;
export type Sheddable = (typeof sheddingOrder)[number];

/** How many of the details, in their order, are shed. */
export interface Shed {
  readonly level: number;
}

export const isShed = (detail: Sheddable, { level }: Shed): boolean => sheddingOrder.indexOf(detail) < level;

/** Frames that are looked at together. */
const window = 12;
/** Milliseconds from frame to frame: fewer than 48 a second are late, and at 55 or more none is. */
const late = 1000 / 48;
const inTime = 1000 / 55;
/** Frames in time after which a detail is taken up again. */
const patience = 600;

export class Shedding {
  readonly store: StoreApi<Shed> = createStore<Shed>(() => ({ level: 0 }));
  private gaps: number[] = [];
  private framesInTime = 0;

  sheds(detail: Sheddable): boolean {
    return isShed(detail, this.store.getState());
  }

  /** Takes note of a frame that came so many milliseconds after the one before it. */
  watch(gap: number): void {
    const { level } = this.store.getState();
    this.framesInTime = gap <= inTime ? this.framesInTime + 1 : 0;
    this.gaps.push(gap);
    if (this.gaps.length >= window) {
      if (median(this.gaps) > late) this.show(Math.min(sheddingOrder.length, level + 1));
      this.gaps = [];
    }
    if (this.framesInTime >= patience) this.show(Math.max(0, level - 1));
  }

  /** Nothing plays: everything is drawn whole. */
  rest(): void {
    this.show(0);
  }

  private show(level: number): void {
    // What came before was at another cost.
    this.gaps = [];
    this.framesInTime = 0;
    if (level !== this.store.getState().level) this.store.setState({ level });
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];
