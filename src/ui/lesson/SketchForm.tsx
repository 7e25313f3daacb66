// A curve to be drawn on the axes of the loss plot: its beginning is given, the rest is drawn by pointer, by touch, or by
// the arrow keys; once the truth is there both are shown with the gap between them.

import { type KeyboardEvent, type PointerEvent, type SVGProps, useMemo, useRef, useState } from 'react';
import { logarithmicScale } from '../../drawing/logarithmicScale.ts';
import { linearScale } from '../../drawing/scale.ts';
import { heightOf as plotHeight, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { isCommand } from '../../embed/keyUse.ts';
import { heightOf, valueAt } from '../../lab/lessonGuess.ts';
import { type Curve, type Sketch, sketchColumns } from '../../lab/lessons/lesson.ts';
import { present } from '../../training/present.ts';
import { Axes } from '../plots/Axes.tsx';
import { PlotSvg, placeIn } from '../plots/PlotSvg.tsx';
import { plotRectangle } from '../plots/plotRectangle.ts';
import { useHeldTouch } from '../plots/useHeldTouch.ts';
import { usePlotSize } from '../plots/usePlotSize.ts';
import { spokenNumber } from '../spokenNumber.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './lesson.module.css';
import { columnOf, drawn, firstDrawn, placeOfColumn, type Touch, untouched } from './sketch.ts';
import { useDraft, useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

interface Scales {
  readonly plot: Rectangle;
  readonly x: ReturnType<typeof linearScale>;
  readonly y: ReturnType<typeof linearScale>;
}

function useScales(form: Sketch, size: { readonly width: number; readonly height: number }): Scales | null {
  return useMemo(() => {
    const plot = plotRectangle(size);
    if (plot === null) return null;
    const up = form.isLogarithmic ? logarithmicScale : linearScale;
    return {
      ...{ plot, x: linearScale([form.from, form.to], [plot.left, plot.right]) },
      y: up([form.low, form.high], [plot.bottom, plot.top]),
    };
  }, [form, size]);
}

export function SketchForm() {
  const { lesson, open, words } = useLesson();
  const text = useLessonsText();
  const form = lesson.form as Sketch;
  const { ref, size } = usePlotSize<HTMLElement>();
  const scales = useScales(form, size);
  const given = open.shown?.curve ?? [];
  const isAsked = open.phase === 'asked';
  const own = (isAsked ? open.draft : open.prediction) as Curve | null;
  const truth = open.features === null ? null : (lesson.outcome(open.truth) as Curve);
  const others = Object.entries(open.shown?.others ?? {});
  const [acrossName, upName] = words.axes ?? ['', ''];
  return (
    <>
      {isAsked && <p className={css.help}>{text.curvePlace}</p>}
      <figure ref={ref} className={css.sketch} aria-label={text.curve}>
        {scales !== null && (
          <PlotSvg size={size}>
            <Axes plot={scales.plot} x={scales.x} y={scales.y} nameX={acrossName} nameY={upName} />
            {others.map(([key, curve]) => (
              <Named
                key={key}
                name={words.curves?.[key] ?? key}
                curve={curve}
                className={css.other}
                {...{ form, scales }}
              />
            ))}
            {truth !== null && own !== null && <path className={css.gap} d={areaOf(form, scales, own, truth)} />}
            {own !== null && (
              <Named
                name={text.you}
                curve={own}
                className={css.own}
                isName={truth !== null}
                isBelow={truth !== null && present(own.at(-1)) <= present(truth.at(-1))}
                {...{ form, scales }}
              />
            )}
            {truth !== null && (
              <Named
                name={text.truth}
                curve={truth}
                className={css.truth}
                isBelow={own !== null && present(own.at(-1)) > present(truth.at(-1))}
                {...{ form, scales }}
              />
            )}
            <path className={`${css.line} ${css.given}`} d={lineOf(form, scales, given.slice(0, firstDrawn(form)))} />
            {isAsked && (
              <Pen form={form} scales={scales} curve={own ?? untouched(form, given)} isTouched={own !== null} />
            )}
          </PlotSvg>
        )}
      </figure>
    </>
  );
}

const pixelY = ({ plot, y }: Scales, form: Sketch, value: number): number =>
  Number.isFinite(value) ? y(valueAt(form, heightOf(form, value))) : plot.top;

const pointsOf = (form: Sketch, scales: Scales, curve: Curve): readonly string[] =>
  curve.map((value, column) => `${scales.x(placeOfColumn(form, column))},${pixelY(scales, form, value)}`);

const lineOf = (form: Sketch, scales: Scales, curve: Curve): string =>
  curve.length === 0 ? '' : `M${pointsOf(form, scales, curve).join('L')}`;

const areaOf = (form: Sketch, scales: Scales, one: Curve, other: Curve): string =>
  `${lineOf(form, scales, one)}L${pointsOf(form, scales, other).toReversed().join('L')}Z`;

interface NamedProps {
  readonly form: Sketch;
  readonly scales: Scales;
  readonly name: string;
  readonly curve: Curve;
  readonly className: string | undefined;
  readonly isName?: boolean;
  /** Whether the name stands under the end. */
  readonly isBelow?: boolean;
}

/** A curve with its name above its end. */
function Named({ form, scales, name, curve, className, isName = true, isBelow = false }: NamedProps) {
  const last = curve.length - 1;
  const end = pixelY(scales, form, curve[last]);
  return (
    <g className={className}>
      <path className={css.line} d={lineOf(form, scales, curve)} />
      {isName && (
        <text
          className={css.curveName}
          x={scales.x(placeOfColumn(form, last)) - 2}
          y={isBelow ? Math.min(scales.plot.bottom - 3, end + 15) : Math.max(scales.plot.top + 12, end - 5)}
          textAnchor="end"
        >
          {name}
        </text>
      )}
    </g>
  );
}

interface PenProps {
  readonly form: Sketch;
  readonly scales: Scales;
  readonly curve: Curve;
  readonly isTouched: boolean;
}

/** Where the pen is, and what a stroke of it does. */
function usePen({ form, curve, isTouched }: PenProps) {
  const put = useDraft();
  const first = firstDrawn(form);
  const [column, setColumn] = useState(first);
  const [drawnTo, setDrawnTo] = useState(isTouched ? sketchColumns - 1 : first - 1);
  const draw = (from: Touch, to: Touch): void => {
    put(drawn(form, curve, from, to, drawnTo));
    setColumn(Math.max(first, to.column));
    setDrawnTo(Math.max(drawnTo, from.column, to.column));
  };
  return {
    column,
    draw,
    /** A first touch farther on is joined to the end of what is drawn already. */
    begin: (to: Touch) =>
      draw(to.column > drawnTo + 1 ? { column: drawnTo, value: curve[Math.max(0, drawnTo)] } : to, to),
    go: (by: number) => setColumn(Math.max(first, Math.min(sketchColumns - 1, column + by))),
    lift(by: number) {
      const height = Math.max(0, Math.min(1, heightOf(form, curve[column]) + by / 64));
      const to = { column, value: valueAt(form, height) };
      draw(to, to);
    },
  };
}

/** What takes the pointer and the keys. */
function Pen(props: PenProps) {
  const { form, scales, curve, isTouched } = props;
  const { column, draw, begin, go, lift } = usePen(props);
  const last = useRef<Touch | null>(null);
  const touched = (event: PointerEvent<SVGRectElement>): Touch => {
    const [x, y] = placeIn(event.currentTarget, event);
    return { column: columnOf(form, scales.x.invert(x)), value: scales.y.invert(y) };
  };
  const press = (event: PointerEvent<SVGRectElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = touched(event);
    begin(last.current);
  };
  const move = (event: PointerEvent<SVGRectElement>): void => {
    if (last.current === null || !event.isPrimary) return;
    const to = touched(event);
    draw(last.current, to);
    last.current = to;
  };
  const release = (): void => {
    last.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isCommand(event)) return;
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (across === undefined && up === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (across !== undefined) go(across * (event.shiftKey ? 4 : 1));
    if (up !== undefined) lift(up * (event.shiftKey ? 8 : 1));
  };
  const x = scales.x(placeOfColumn(form, column));
  return (
    <>
      <path
        className={`${css.line} ${css.own}`}
        data-untouched={!isTouched || undefined}
        d={lineOf(form, scales, curve)}
      />
      <circle className={css.pen} cx={x} cy={pixelY(scales, form, curve[column])} r={6} />
      <Paper
        {...{ form, scales, column, value: curve[column] }}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

interface PaperProps extends SVGProps<SVGRectElement> {
  readonly form: Sketch;
  readonly scales: Scales;
  readonly column: number;
  readonly value: number;
}

function Paper({ form, scales: { plot }, column, value, ...events }: PaperProps) {
  const text = useLessonsText();
  const { number } = useFormats();
  const paper = useRef<SVGRectElement>(null);
  useHeldTouch(paper);
  return (
    <rect
      ref={paper}
      className={css.paper}
      x={plot.left}
      y={plot.top}
      width={widthOf(plot)}
      height={plotHeight(plot)}
      role="slider"
      tabIndex={0}
      aria-label={text.curve}
      aria-roledescription={text.curveKind}
      aria-description={text.curveHelp}
      aria-valuemin={Number(spokenNumber(form.low))}
      aria-valuemax={Number(spokenNumber(form.high))}
      aria-valuenow={Number(spokenNumber(value, form.low, form.high))}
      aria-valuetext={text.curveAt({ x: number(placeOfColumn(form, column)), y: number(value) })}
      {...events}
    />
  );
}
