// The learning rate along the run as the schedule has it, with a mark at the step the page shows.

import { line } from 'd3';
import { useId, useLayoutEffect, useMemo, useRef } from 'react';
import { linearScale } from '../../drawing/scale.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import type { LabState } from '../../lab/store.ts';
import { present } from '../../training/present.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { Axes } from '../plots/Axes.tsx';
import { PlotSvg } from '../plots/PlotSvg.tsx';
import { plotRectangle } from '../plots/plotRectangle.ts';
import { showIf } from '../plots/showIf.ts';
import { type PlotSize, usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import { type RatePoint, rateCurve, scheduleLength } from './rateCurve.ts';
import css from './schedule.module.css';
import { useScheduleText } from './words.ts';

/** The axis grows with the run by this factor, so that it seldom changes. */
const growth = 1.5;

function selectLength(state: LabState): number {
  const { schedule } = state.hyperparameters;
  let length = scheduleLength(schedule);
  while (length < countOf(state)) length = Math.ceil(length * growth);
  return length;
}

/** Where the pending step stands on the schedule's own count. */
const countOf = ({ hyperparameters: { schedule }, cursor, detail }: LabState): number =>
  schedule.unit === 'step' ? cursor : (detail?.epoch ?? 0);

export function ScheduleCurve() {
  const words = useScheduleText();
  const format = useFormats();
  const { ref, size } = usePlotSize<HTMLElement>();
  const meaning = useId();
  const optimizer = useLabState((state) => state.config.optimizer);
  const hyperparameters = useLabState((state) => state.hyperparameters);
  const length = useLabState(selectLength);
  const curve = useMemo(() => rateCurve(optimizer, hyperparameters, length), [optimizer, hyperparameters, length]);
  const plot = plotRectangle(size, 26);
  const rates = curve.map(({ rate }) => rate);
  const unit = words.curveUnits[hyperparameters.schedule.unit];
  const description = words.curveMeaning({
    lowest: format.number(Math.min(...rates)),
    highest: format.number(Math.max(...rates)),
    length: format.count(length),
    unit,
  });
  return (
    <figure ref={ref} className={css.figure} aria-label={words.curveName} aria-describedby={meaning}>
      {plot !== null && <Picture size={size} plot={plot} curve={curve} unit={unit} />}
      <p id={meaning} className={css.heard}>
        {description}
      </p>
    </figure>
  );
}

interface PictureProps {
  readonly size: PlotSize;
  readonly plot: Rectangle;
  readonly curve: readonly RatePoint[];
  readonly unit: string;
}

function Picture({ size, plot, curve, unit }: PictureProps) {
  const words = useScheduleText();
  const last = present(curve.at(-1)).count;
  const highest = Math.max(...curve.map(({ rate }) => rate));
  const scales = useMemo(
    () => ({
      x: linearScale([0, last], [plot.left, plot.right]),
      y: linearScale([0, highest * 1.08 || 1], [plot.bottom, plot.top]),
    }),
    [last, highest, plot.left, plot.right, plot.bottom, plot.top],
  );
  const path = line<RatePoint>()
    .x(({ count }) => scales.x(count))
    .y(({ rate }) => scales.y(rate));
  return (
    <PlotSvg size={size} aria-hidden="true">
      <text className={css.name} x={plot.left} y={14}>
        {words.curveRate}
      </text>
      <Axes plot={plot} x={scales.x} y={scales.y} nameX={unit} nameY="" />
      <path className={css.curve} data-quantity="learning-rate" d={path(curve) ?? ''} />
      <Cursor plot={plot} scales={scales} />
    </PlotSvg>
  );
}

type Scale = (value: number) => number;

interface CursorProps {
  readonly plot: Rectangle;
  readonly scales: { readonly x: Scale; readonly y: Scale };
}

/** The pending step's place on the curve, moved without React. */
function Cursor({ plot, scales }: CursorProps) {
  const { store } = useLab();
  const words = useScheduleText();
  const format = useFormats();
  const group = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const move = (state: LabState): void => {
      const { detail } = state;
      const [mark, dot, text] = present(group.current).children;
      showIf(group.current, detail !== null);
      if (detail === null) return;
      const count = countOf(state);
      const [x, y] = [scales.x(count), scales.y(detail.learningRate)];
      mark.setAttribute('x1', String(x));
      mark.setAttribute('x2', String(x));
      dot.setAttribute('cx', String(x));
      dot.setAttribute('cy', String(Math.max(plot.top, y)));
      text.textContent = words.curveNow({
        rate: format.number(detail.learningRate),
        after: words.curveAfter[state.hyperparameters.schedule.unit](format.count(count)),
      });
    };
    move(store.getState());
    return store.subscribe((state, before) => {
      if (state.detail !== before.detail || state.cursor !== before.cursor) move(state);
    });
  }, [store, scales, plot.top, words, format]);
  return (
    <g ref={group}>
      <line className={css.mark} y1={plot.top} y2={plot.bottom} />
      <circle className={css.dot} r={4} />
      <text className={css.now} x={plot.right} y={14} textAnchor="end" data-testid="schedule-now" />
    </g>
  );
}
