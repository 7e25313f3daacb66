// Drawn answers laid over each other: curves, points, and ellipses.

import { heightOf } from '../../lab/lessonGuess.ts';
import { type Curve, type Ellipse, type Sketch, sketchColumns } from '../../lab/lessons/lesson.ts';
import type { Point } from '../../training/vector.ts';
import type { LessonText } from '../lesson/lessonText.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './answers.module.css';
import { type Axis, Frame } from './Frame.tsx';
import { useAnswersText } from './useAnswersText.ts';

/** The axes of a sketch. */
export const sketchAxes = (
  { from, to, low, high }: Sketch,
  names: readonly [across: string, up: string],
): { readonly across: Axis; readonly up: Axis } => ({
  across: { name: names[0], low: from, high: to },
  up: { name: names[1], low, high },
});

interface CurvesProps {
  readonly form: Sketch;
  readonly words: LessonText;
  readonly curves: readonly Curve[];
}

export function Curves({ form, words, curves }: CurvesProps) {
  const text = useAnswersText();
  const { count } = useFormats();
  const path = (curve: Curve): string =>
    `M${curve.map((value, column) => `${column / (sketchColumns - 1)} ${1 - heightOf(form, value)}`).join('L')}`;
  const middle = Array.from({ length: sketchColumns }, (_, column) => median(curves.map((curve) => curve[column])));
  return (
    <Frame label={text.curves(count(curves.length))} {...sketchAxes(form, words.axes ?? [text.across, text.up])}>
      {curves.map((curve, place) => (
        <path key={place} className={css.curve} d={path(curve)} />
      ))}
      <path className={css.median} d={path(middle)} />
    </Frame>
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

export function Points({ points }: { readonly points: readonly Point[] }) {
  const text = useAnswersText();
  const { count } = useFormats();
  return (
    <OnWeights label={text.points(count(points.length))} lines={points.map((point) => [point])}>
      {(lines) => lines.map(([[x, y]], place) => <path key={place} className={css.point} d={`M${x} ${y}h0`} />)}
    </OnWeights>
  );
}

/** Corners that an ellipse is drawn with. */
const corners = 48;

export function Ellipses({ ellipses }: { readonly ellipses: readonly Ellipse[] }) {
  const text = useAnswersText();
  const { count } = useFormats();
  return (
    <OnWeights label={text.ellipses(count(ellipses.length))} lines={ellipses.map(outline)}>
      {(lines) =>
        lines.map((line, place) => <path key={place} className={css.curve} d={`M${line.map(String).join('L')}Z`} />)
      }
    </OnWeights>
  );
}

function outline({ center: [x, y], radii: [first, second], angle }: Ellipse): readonly Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Array.from({ length: corners }, (_, corner) => {
    const turn = (2 * Math.PI * corner) / corners;
    const [along, aside] = [first * Math.cos(turn), second * Math.sin(turn)];
    return [x + along * cos - aside * sin, y + along * sin + aside * cos];
  });
}

interface OnWeightsProps {
  readonly label: string;
  readonly lines: readonly (readonly Point[])[];
  children(lines: readonly (readonly Point[])[]): React.ReactNode;
}

/** A picture of weight space with room for these lines, which are handed on as places in it. */
function OnWeights({ label, lines, children }: OnWeightsProps) {
  const text = useAnswersText();
  const { count } = useFormats();
  const [across, up] = ([0, 1] as const).map((axis) => {
    const values = lines.flat().map((point) => point[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = (high - low || Math.abs(high) || 1) / 10;
    return { name: text.weight(count(axis + 1)), low: low - room, high: high + room };
  });
  const placed = ([x, y]: Point): Point => [
    (x - across.low) / (across.high - across.low),
    1 - (y - up.low) / (up.high - up.low),
  ];
  return (
    <Frame label={label} across={across} up={up}>
      {children(lines.map((line) => line.map(placed)))}
    </Frame>
  );
}
