// The part of a plane that a picture of a network's weights shows while nobody chose another: the start, the path, and
// where the step leads. It grows in steps, so that it holds still while a run goes on inside it.

import { isSamePlane } from '../training/plane.ts';
import type { StepDetail } from '../training/run/run.ts';
import type { Domain, Point, Vector } from '../training/vector.ts';
import type { Path } from './path.ts';
import type { ShownPlane } from './planeChoice.ts';
import type { LabState } from './store.ts';

/** Room on every side, against what has to be seen. */
const margin = 0.15;
/** The least that is shown: of a plane of the path, and of that of one step, which is drawn larger. */
const leastSpan = 0.5;
const leastStepSpan = 1 / 64;
/** A step's own plane shows so many times its length, so that the surface around it is seen as well. */
const aroundStep = 3;
/** A run that leaves this is flying off: its path is shown whole where it is asked for. */
const mostSpan = 64;
/** What is shown shrinks at rest where it is so many times what has to be seen. */
const tooMuch = 8;
/** One side of what is shown is at most so many times the other: scales are equal, whatever the room for them. */
const mostUnequal = 2;

type Interval = Domain['x'];
type Fitted = Pick<LabState, 'view' | 'viewOrigin'>;
type Shown = Pick<LabState, 'config' | 'plane' | 'shownPlane' | 'detail' | 'status' | 'stepCount' | keyof Fitted>;

/** What a view of a plane belongs to: in another plane, or of other weights, its numbers mean nothing. */
export function viewOwner({ config, shownPlane }: Pick<LabState, 'config' | 'shownPlane'>): string {
  const { problem, settings, seed } = config;
  return JSON.stringify([problem, settings, seed, shownPlane === null ? null : ownNumbers(shownPlane)]);
}

/** The axes of a plane of two weights tell these wherever it lies. */
const ownNumbers = ({ kind, weights, seed, anchor }: ShownPlane): unknown =>
  kind === 'weights' ? weights : [kind, anchor, kind === 'random' ? seed : null];

/**
 * What is to be shown now; null where it stays as it is.
 * @param path seen in the plane
 */
export function fittedView(state: Shown, path: Path): Fitted | null {
  const { plane, shownPlane, detail, viewOrigin } = state;
  if (plane === null || shownPlane === null || detail === null || !isSamePlane(detail.seen.plane, plane)) return null;
  const of = viewOwner(state);
  const isKept = viewOrigin !== null && viewOrigin.of === of;
  if (isKept && (viewOrigin.isChosen || !isUnfit(state, shownPlane, detail, path))) return null;
  const view = fittingView(shownPlane, detail, path);
  return view === null ? null : { view, viewOrigin: { of, isChosen: false } };
}

function isUnfit({ view, status, stepCount }: Shown, shown: ShownPlane, detail: StepDetail, path: Path): boolean {
  const largest = Math.max(...(['x', 'y'] as const).map((side) => lengthOf(view[side])));
  const { weights, update } = detail.seen;
  // Of a start that is moved the update alone may lead outside, lest the view flee from the hand.
  const ends = stepCount === 0 && shown.base !== null ? [weights] : [weights, sum(weights, update)];
  if (ends.some((point) => isOutside(view, point))) return largest < mostSpan;
  if (status === 'running' || stepCount === 0) return false;
  const fitting = fittingView(shown, detail, path);
  return fitting !== null && largest > tooMuch * Math.max(lengthOf(fitting.x), lengthOf(fitting.y));
}

/** Null where nothing finite is to be seen. */
function fittingView({ kind }: ShownPlane, { seen: { weights, update } }: StepDetail, path: Path): Domain | null {
  const isStep = kind === 'step';
  const rowsOf = (column: Vector, most: number): Vector => column.subarray(0, isStep ? 0 : most);
  const ends = [weights, sum(weights, update), ...(isStep ? around(weights, update) : [])];
  const whole = boxOf(ends, rowsOf(path.x, path.rows), rowsOf(path.y, path.rows));
  if (whole !== null && !isTooLarge(whole)) return viewOf(whole, isStep ? leastStepSpan : leastSpan);
  // Of a run that flies off, where it comes from.
  const start = boxOf(path.rows === 0 ? [weights] : [], rowsOf(path.x, 1), rowsOf(path.y, 1));
  return start === null ? null : viewOf(start, mostSpan);
}

function viewOf(box: Domain, least: number): Domain {
  const spans = [box.x, box.y].map((side) => spanFor(lengthOf(side), least));
  const largest = Math.max(...spans);
  const [x, y] = [box.x, box.y].map((side, i) => placed(side, Math.max(spans[i], largest / mostUnequal)));
  return { x, y };
}

const sum = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];

/** Two corners of a square around a point. */
function around([x, y]: Point, update: Point): readonly Point[] {
  const far = (aroundStep / 2) * Math.hypot(...update);
  return [
    [x - far, y - far],
    [x + far, y + far],
  ];
}

const lengthOf = ([low, high]: Interval): number => high - low;
const isTooLarge = ({ x, y }: Domain): boolean => !(Math.max(lengthOf(x), lengthOf(y)) <= mostSpan);
const isOutside = ({ x, y }: Domain, [across, up]: Point): boolean =>
  !(across >= x[0] && across <= x[1] && up >= y[0] && up <= y[1]);

/** A power of two, so that a path that grows is shown in few different sizes. */
const spanFor = (length: number, least: number): number =>
  2 ** Math.ceil(Math.log2(Math.max(least, (1 + 2 * margin) * length)));

/** An interval of this length about the middle of `side`, moved to round numbers. */
function placed([low, high]: Interval, span: number): Interval {
  const grid = span / 32;
  const middle = grid * Math.round((low + high) / 2 / grid);
  return [middle - span / 2, middle + span / 2];
}

/** Null where a number is not finite. */
function boxOf(ends: readonly Point[], x: Vector, y: Vector): Domain | null {
  const side = (values: Iterable<number>, own: readonly number[]): Interval => {
    let [low, high] = [Math.min(...own), Math.max(...own)];
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return [low, high];
  };
  const box = {
    x: side(
      x,
      ends.map(([across]) => across),
    ),
    y: side(
      y,
      ends.map(([, up]) => up),
    ),
  };
  return [...box.x, ...box.y].every(Number.isFinite) ? box : null;
}
