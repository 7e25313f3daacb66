// A function of one number, such as the loss along a line: its lowest place between two that are higher, and the place where
// it crosses zero. Both keep what they look for between two bounds and move by parabolas or chords where these get on:
//   lowest: the vertex of the parabola through three points, else a golden section (Brent 1973, chapter 5)
//   zero: the chord between the bounds, the end that stays taken at half its height (Illinois; Dowell and Jarratt 1971)

export interface Place {
  readonly at: number;
  readonly value: number;
}

export type AlongLine = (at: number) => number;

const golden = (3 - Math.sqrt(5)) / 2;

/** Bounds that are not nearer by this share after two values want a golden section. */
const slow = 0.75;

/** Bounds so many times as high as the other is deep are halved first. */
const lopsided = 1e4;

/** Places closer than this share of their distance from 0 are one. */
const closeness = 1e-9;

/**
 * The lowest place that `most` values of the function lead to, each bound at least as high as the middle one.
 * @param bounds in the order of their places
 */
export function lowestBetween(
  valueAt: AlongLine,
  bounds: readonly [low: Place, middle: Place, high: Place],
  most: number,
): Place {
  let [low, middle, high] = bounds;
  let [width, widthBefore] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let taken = 0; taken < most; taken++) {
    const gap = closeness * Math.max(Math.abs(low.at), Math.abs(high.at));
    if (!(high.at - low.at > 2 * gap)) break;
    // Where one side is very much steeper the vertices creep towards the middle, and the other side is never looked at.
    const isSlow = high.at - low.at > slow * widthBefore;
    [widthBefore, width] = [width, high.at - low.at];
    const at = isSlow ? goldenPlace(low, middle, high) : nextPlace(low, middle, high, gap);
    const tried = { at, value: valueAt(at) };
    const isLower = tried.value < middle.value;
    if (at < middle.at) [low, middle, high] = isLower ? [low, tried, middle] : [tried, middle, high];
    else [low, middle, high] = isLower ? [middle, tried, high] : [low, middle, tried];
    if (!isLower && Math.abs(at - middle.at) <= 2 * gap) break;
  }
  return middle;
}

function nextPlace(low: Place, middle: Place, high: Place, gap: number): number {
  const vertex = vertexOf(low, middle, high);
  const isInside = vertex > low.at + gap && vertex < high.at - gap;
  const isWider = middle.at - low.at > high.at - middle.at;
  // Where the vertex is the middle itself a step aside shows whether that is the lowest place.
  if (isInside && Math.abs(vertex - middle.at) >= gap) return vertex;
  if (isInside) return middle.at + (isWider ? -gap : gap);
  return goldenPlace(low, middle, high);
}

/** In the wider of the two sides. */
function goldenPlace(low: Place, middle: Place, high: Place): number {
  const isWider = middle.at - low.at > high.at - middle.at;
  return isWider ? middle.at - golden * (middle.at - low.at) : middle.at + golden * (high.at - middle.at);
}

/** NaN where the three are on a line, or one is not finite. */
function vertexOf(a: Place, b: Place, c: Place): number {
  const left = (b.at - a.at) * (b.value - c.value);
  const right = (b.at - c.at) * (b.value - a.value);
  return b.at - ((b.at - a.at) * left - (b.at - c.at) * right) / (2 * (left - right));
}

const ratioOf = (a: number, b: number): number => Math.abs(a / b);

/** Where the function is zero, from `most` values of it; one bound is below zero and the other is not. */
export function zeroBetween(valueAt: AlongLine, bounds: readonly [Place, Place], most: number): number {
  let [one, other] = bounds;
  let [oneHeight, otherHeight] = [one.value, other.value];
  for (let taken = 0; taken < most; taken++) {
    const chord = one.at - (oneHeight * (other.at - one.at)) / (otherHeight - oneHeight);
    // A bound that is not finite has no chord, and one very much higher than the other is deep a chord that leads nowhere.
    const isLopsided =
      2 * taken < most && Math.max(ratioOf(oneHeight, otherHeight), ratioOf(otherHeight, oneHeight)) > lopsided;
    const at = Number.isFinite(chord) && !isLopsided ? chord : (one.at + other.at) / 2;
    if (at === one.at || at === other.at) break;
    const value = valueAt(at);
    if (value === 0) return at;
    if (value < 0 === other.value < 0) oneHeight /= 2;
    else [one, oneHeight] = [other, other.value];
    [other, otherHeight] = [{ at, value }, value];
    if (!(Math.abs(other.at - one.at) > closeness * Math.abs(at))) break;
  }
  return Math.abs(other.value) <= Math.abs(one.value) ? other.at : one.at;
}
