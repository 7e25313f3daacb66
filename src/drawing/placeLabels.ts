// Where labels stand: near what they name, never on each other, on an arrow, or on a mark, and off what is drawn besides
// where they can be. What has no room nearby stands farther off, with a line that leads to what it names.

import { clipSegment, grow, type Rectangle, type Segment } from './viewport.ts';

export interface LabelRequest {
  readonly width: number;
  readonly height: number;
  /** The point that the label names, and the direction in which it should stand from there. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** What labels have to keep off. */
export interface Ground {
  readonly plot: Rectangle;
  readonly lines?: readonly Segment[];
  readonly discs?: readonly Disc[];
  /** Other labels that stand already. */
  readonly taken?: readonly Rectangle[];
  /** What had better be seen. */
  readonly busy?: readonly Busy[];
}

/** Lines that a label may cover where it has to, and what each of them costs in steps away from what it names. */
export interface Busy {
  readonly lines: readonly Segment[];
  readonly cost: number;
}

export interface PlacedLabel extends Rectangle {
  /** From what it names to the label; null where it stands close enough. */
  readonly leader: Segment | null;
}

const distances = [9, 16, 26, 40, 58, 80];
const turns = [0, 0.4, -0.4, 0.8, -0.8, 1.2, -1.2, 1.6, -1.6, 2.1, -2.1, 2.6, -2.6, Math.PI];
/** Pixels between two labels, between a label and a line, and from which distance on a label has a leader. */
const labelGap = 4;
const lineGap = 2;
const nearest = 20;
/** Between the point that is named and the leader, and between the leader and the label. */
const leaderGap = 4;

/** What it costs to have no place for a label. */
const missingCost = 1000;
/** Of so few labels every order is tried. */
const mostOrders = 3;

/**
 * A place for each label; null where none is left. Every place is inside the plot and off the lines, the discs, and the
 * other labels with their leaders. Nearest and straightest beyond the point is best; the first label is placed first, or
 * of few labels whichever order suits all of them best.
 */
export function placeLabels(labels: readonly LabelRequest[], ground: Ground): (PlacedLabel | null)[] {
  const order = [...labels.keys()];
  const orders = labels.length <= mostOrders ? permutations(order) : [order];
  const candidates = labels.map((label) => candidatesOf(label, labels, ground));
  const plans = orders.map((each) => planInOrder(labels, candidates, each, ground));
  return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best)).places;
}

const permutations = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));

interface Plan {
  readonly places: (PlacedLabel | null)[];
  readonly cost: number;
}

function planInOrder(
  labels: readonly LabelRequest[],
  candidates: readonly (readonly Candidate[])[],
  order: readonly number[],
  { plot }: Ground,
): Plan {
  const places = labels.map((): PlacedLabel | null => null);
  const taken: PlacedLabel[] = [];
  let total = 0;
  for (const index of order) {
    const lines = taken.flatMap(({ leader }) => (leader === null ? [] : [leader]));
    const { place, cost } = bestPlace(candidates[index], (each) => isFree(each, labels[index], { plot, taken, lines }));
    places[index] = place;
    total += cost;
    if (place !== null) taken.push(place);
  }
  return { places, cost: total };
}

interface PricedPlace {
  readonly place: PlacedLabel | null;
  readonly cost: number;
}

/** A place that a label could have, were there no others. */
interface Candidate {
  /** What it costs at least. */
  readonly near: number;
  /** Computed once, and only where it is asked for: whichever label is placed first, it is the same. */
  priced(): PricedPlace;
}

function candidatesOf(label: LabelRequest, labels: readonly LabelRequest[], ground: Ground): Candidate[] {
  const ahead = Math.atan2(label.dy, label.dx);
  return distances.flatMap((distance, farther) =>
    turns.map((turn, rank) => {
      const near = rank + 5 * farther;
      let priced: PricedPlace | null = null;
      const price = (): PricedPlace => {
        const box = labelBox(label, ahead + turn, distance);
        const place = { ...box, leader: distance > nearest ? leaderTo(box, label) : null };
        if (!isFree(place, label, ground)) return noPlace;
        return { place, cost: near + covered(place, ground.busy ?? []) + mistaken(place, label, labels) };
      };
      return { near, priced: () => (priced ??= price()) };
    }),
  );
}

const noPlace: PricedPlace = { place: null, cost: missingCost };

function bestPlace(candidates: readonly Candidate[], isApart: (place: PlacedLabel) => boolean): PricedPlace {
  let best = noPlace;
  for (const { near, priced } of candidates) {
    if (near >= best.cost) continue;
    const next = priced();
    if (next.cost < best.cost && next.place !== null && isApart(next.place)) best = next;
  }
  return best;
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function isFree(
  { leader, ...box }: PlacedLabel,
  label: LabelRequest,
  { plot, lines = [], discs = [], taken = [] }: Ground,
): boolean {
  if (box.left < plot.left || box.right > plot.right || box.top < plot.top || box.bottom > plot.bottom) return false;
  const room = grow(box, labelGap);
  if (taken.some((other) => overlaps(room, other))) return false;
  if (discs.some((disc) => distanceTo(box, disc) < disc.radius)) return false;
  const apart = grow(box, lineGap);
  if (lines.some((line) => clipSegment(apart, ...line) !== null)) return false;
  if (leader === null) return true;
  // What is named may lie inside a disc, as the tip of a short arrow does.
  const isBlocked = (disc: Disc): boolean =>
    Math.hypot(disc.x - label.x, disc.y - label.y) > disc.radius && distanceToSegment(leader, disc) < disc.radius;
  if (discs.some(isBlocked)) return false;
  if (taken.some((other) => clipSegment(other, ...leader) !== null)) return false;
  return !lines.some((line) => crosses(leader, line));
}

/** What it costs that a label without a leader is nearer to what another one names. */
function mistaken({ leader, ...box }: PlacedLabel, label: LabelRequest, labels: readonly LabelRequest[]): number {
  if (leader !== null) return 0;
  const own = distanceTo(box, label);
  return 10 * labels.filter((other) => other !== label && distanceTo(box, other) <= own).length;
}

/** More than this is as bad as anything. */
const mostCovered = 25;

function covered(box: Rectangle, busy: readonly Busy[]): number {
  let sum = 0;
  for (const { lines, cost } of busy)
    for (const line of lines) {
      if (sum >= mostCovered) return sum;
      if (clipSegment(box, ...line) !== null) sum += cost;
    }
  return sum;
}

/** Pixels from a box to a point; 0 inside. */
const distanceTo = (box: Rectangle, { x, y }: { readonly x: number; readonly y: number }): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

function distanceToSegment([x1, y1, x2, y2]: Segment, { x, y }: Disc): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x1 + share * dx - x, y1 + share * dy - y);
}

function crosses(a: Segment, b: Segment): boolean {
  const side = ([x1, y1, x2, y2]: Segment, x: number, y: number): number =>
    Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0;
}

/** From just beside the point to just before the box, the shortest way. */
function leaderTo(box: Rectangle, { x, y }: LabelRequest): Segment {
  const [toX, toY] = [Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)];
  const length = Math.hypot(toX - x, toY - y);
  const share = Math.min(0.5, leaderGap / length);
  return [x + share * (toX - x), y + share * (toY - y), toX - (share / 2) * (toX - x), toY - (share / 2) * (toY - y)];
}

/** The label's box pushed from its point in a direction until `distance` pixels lie between them. */
function labelBox({ x, y, width, height }: LabelRequest, angle: number, distance: number): Rectangle {
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.min(width / 2 / Math.max(Math.abs(alongX), 1e-6), height / 2 / Math.max(Math.abs(alongY), 1e-6));
  const [middleX, middleY] = [x + alongX * (reach + distance), y + alongY * (reach + distance)];
  return {
    left: middleX - width / 2,
    right: middleX + width / 2,
    top: middleY - height / 2,
    bottom: middleY + height / 2,
  };
}

/** Places for labels of the given heights, in their order from the top, at least `spacing` apart and inside the plot. */
export function spreadLabels(heights: readonly number[], spacing: number, plot: Rectangle): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b] || a - b);
  const placed = [...heights];
  let floor = plot.top + spacing / 2;
  for (const index of order) {
    placed[index] = Math.max(heights[index], floor);
    floor = placed[index] + spacing;
  }
  let ceiling = plot.bottom - spacing / 2;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index], ceiling);
    ceiling = placed[index] - spacing;
  }
  return placed;
}
