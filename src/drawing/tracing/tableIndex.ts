// Places in a table of colours.

/** Colours of a table. */
export const tableSize = 256;

/** The place of a share of 0 to 1. */
export const tableIndex = (share: number): number =>
  Math.min(tableSize - 1, Math.max(0, Math.round(share * (tableSize - 1))));
