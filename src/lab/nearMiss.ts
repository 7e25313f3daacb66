// What was probably meant by a name that means nothing here: compared without capitals and separators, by the fewest
// letters that are missing, too many, other, or swapped (optimal string alignment).

/** A name without its capitals and separators, as names are compared. */
export const plainName = (name: string): string => name.replace(/[\s_+-]/g, '').toLowerCase();

/** The one of `names` that is written so but for capitals and separators; undefined where there is none. */
export function sameName(written: string, names: readonly string[]): string | undefined {
  const plain = plainName(written);
  return names.includes(written) ? written : names.find((name) => plainName(name) === plain);
}

/** Longest text that is taken for a name with slips. */
const longest = 40;

/** The only name that begins so, or the one that is nearest, at a slip for every three letters; undefined where none is. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const plain = plainName(written);
  if (plain.length < 3 || plain.length > longest) return undefined;
  const longer = names.filter((name) => plainName(name).startsWith(plain));
  if (longer.length === 1) return longer[0];
  const candidates = names.map((name) => ({ name, slips: slipsBetween(plain, plainName(name)) }));
  candidates.sort((a, b) => a.slips - b.slips);
  const [best] = candidates;
  return best !== undefined && best.slips <= Math.min(3, Math.floor(plain.length / 3)) ? best.name : undefined;
}

/** ` Did you mean …?` with what was probably meant, or nothing. */
export function didYouMean(written: readonly string[], names: readonly string[]): string {
  const meant = new Set(written.flatMap((name) => nearestName(name, names) ?? []));
  return meant.size === 0 ? '' : ` Did you mean ${[...meant].join(', ')}?`;
}

function slipsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const change = last[column - 1] + (isSame ? 0 : 1);
      const swap = isSwap ? before[column - 2] + 1 : change;
      next.push(Math.min(last[column] + 1, next[column - 1] + 1, change, swap));
    }
    before = last;
    last = next;
  }
  return last[b.length];
}
