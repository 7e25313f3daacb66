// Which tabs stand in a row of one line. The others are in a menu beside it.

export interface FittedTab {
  readonly id: string;
  /** In CSS pixels. */
  readonly width: number;
  /** Whether it stands in the row where there is room. */
  readonly isFirst: boolean;
}

/** Between two tabs, in CSS pixels; the style sheet has the same. */
export const tabGap = 12;

/**
 * The tabs of the row, in their order: as many of the first as fit into `room` CSS pixels, and the chosen one always, as
 * the last where it has no place of its own.
 */
export function fitTabs<Tab extends FittedTab>(tabs: readonly Tab[], chosen: string, room: number): readonly Tab[] {
  const first = tabs.filter(({ isFirst }) => isFirst);
  const fits = (row: readonly Tab[]): boolean =>
    row.reduce((sum, { width }) => sum + width, tabGap * (row.length - 1)) <= room;
  for (let count = first.length; count > 0; count--) {
    const row = withChosen(first.slice(0, count));
    if (fits(row)) return row;
  }
  return withChosen([]);

  function withChosen(row: readonly Tab[]): readonly Tab[] {
    const missing = tabs.find(({ id }) => id === chosen);
    return missing === undefined || row.includes(missing) ? row : [...row, missing];
  }
}
