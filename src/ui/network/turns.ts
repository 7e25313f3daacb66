// Which maps of units are painted next: all of them, or of a run that is too much for the device half of them in turn.

import type { MapsReply } from '../../training/run/dataMaps.ts';

/** As few as the maps are painted in. */
const parts = 2;

export class Turns {
  private turn = 0;
  private shape = '';

  /**
   * What tells whether a unit is painted; null for all of them on a blank canvas.
   * @param isShed whether detail is shed
   */
  next(maps: MapsReply | undefined, isShed: boolean): ((unit: number) => boolean) | null {
    const shape = maps === undefined ? '' : [maps.grid.rows, ...maps.layers.map(({ length }) => length)].join();
    const isAnother = shape !== this.shape;
    this.shape = shape;
    if (!isShed || isAnother) return null;
    this.turn = (this.turn + 1) % parts;
    const { turn } = this;
    return (unit) => unit % parts === turn;
  }
}
