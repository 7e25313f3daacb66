// Reading a step off the loss curve, by pointer or by arrow keys, and the line at the step the page shows.

import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { heightOf, widthOf } from '../../drawing/viewport.ts';
import { isCommand } from '../../embed/keyUse.ts';
import type { History } from '../../lab/history.ts';
import { useLab } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { labelWidth } from './labels.ts';
import type { LossScales } from './lossScales.ts';
import { showIf } from './moved.ts';
import { placeIn } from './PlotSvg.tsx';
import css from './plots.module.css';

const switchWidth = 44;

export function LossReader({ scales }: { readonly scales: LossScales }) {
  const { plot } = scales;
  const lab = useLab();
  const { plots } = useText();
  const help = useId();
  const area = useRef<SVGRectElement>(null);
  const mark = useRef<SVGGElement>(null);
  const wordsFor = useReadingWords();
  const read = useRef<number | null>(null);
  const show = (step: number | null): void => {
    const last = lab.history.count - 1;
    read.current = step === null || last < 0 ? null : keptStep(Math.max(0, Math.min(last, step)), lab.history);
    if (mark.current !== null) moveMark(mark.current, scales, read.current, lab.history, wordsFor);
    area.current?.setAttribute('aria-valuenow', String(read.current ?? 0));
    area.current?.setAttribute('aria-valuemax', String(Math.max(0, last)));
    area.current?.setAttribute('aria-valuetext', wordsFor(read.current));
  };
  const onPointerMove = (event: PointerEvent<SVGRectElement>): void => {
    const [x] = placeIn(event.currentTarget, event);
    show(Math.round(scales.x.invert(x)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isCommand(event)) return;
    const { cursor } = lab.store.getState();
    const step = stepFor(event, read.current ?? cursor, lab.history);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === ' ') lab.seek(step);
    show(step);
  };
  return (
    <g>
      <desc id={help}>{plots.stepReadoutHelp}</desc>
      <CursorLine scales={scales} />
      <g ref={mark} visibility="hidden" className={css.reading}>
        <line y1={plot.top} y2={plot.bottom} />
        <circle r={3.5} />
        <text y={plot.top - 9} />
      </g>
      <rect
        ref={area}
        className={css.readingArea}
        x={plot.left}
        y={plot.top}
        width={widthOf(plot)}
        height={heightOf(plot)}
        role="slider"
        tabIndex={0}
        aria-label={plots.stepToRead}
        aria-describedby={help}
        aria-valuemin={0}
        aria-valuemax={0}
        aria-valuenow={0}
        aria-valuetext={plots.noSteps}
        onPointerMove={onPointerMove}
        onPointerLeave={() => show(null)}
        onClick={(event) => {
          onPointerMove(event as PointerEvent<SVGRectElement>);
          if (read.current !== null) lab.seek(read.current);
        }}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show(lab.store.getState().cursor)}
        onBlur={() => show(null)}
        onKeyDown={onKeyDown}
      />
    </g>
  );
}

/** The last step not after `step` whose losses the log still has. */
const keptStep = (step: number, { stride }: History): number => step - (step % stride);

function stepFor({ key, shiftKey }: KeyboardEvent, step: number, { count, stride }: History): number | null {
  const pace = (shiftKey ? 10 : 1) * stride;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return step - pace;
  if (key === 'ArrowRight' || key === 'ArrowUp') return step + pace;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return key === 'Enter' || key === ' ' ? step : null;
}

function useReadingWords(): (step: number | null) => string {
  const { history } = useLab();
  const { plots } = useText();
  const format = useFormats();
  return useMemo(
    () => (step) =>
      step === null
        ? plots.noSteps
        : plots.stepReadout({
            step: format.count(step),
            epoch: format.count(history.at('epoch', step) + 1),
            loss: format.number(history.at('batchLoss', step)),
          }),
    [history, plots, format],
  );
}

function moveMark(
  mark: SVGGElement,
  { plot, x, y }: LossScales,
  step: number | null,
  history: { at(column: 'batchLoss', step: number): number },
  wordsFor: (step: number) => string,
): void {
  showIf(mark, step !== null);
  if (step === null) return;
  const [line, circle, text] = mark.children;
  const at = x(step);
  const height = y(history.at('batchLoss', step));
  line.setAttribute('x1', String(at));
  line.setAttribute('x2', String(at));
  circle.setAttribute('cx', String(at));
  circle.setAttribute(
    'cy',
    String(Number.isFinite(height) ? Math.min(Math.max(height, plot.top), plot.bottom) : plot.top),
  );
  const words = wordsFor(step);
  const half = labelWidth(words) / 2;
  text.textContent = words;
  text.setAttribute('x', String(Math.max(plot.left + half, Math.min(at, plot.right - switchWidth - half))));
}

/** The step that the page shows. */
function CursorLine({ scales }: { readonly scales: LossScales }) {
  const { store } = useLab();
  const line = useRef<SVGLineElement>(null);
  useLayoutEffect(() => {
    const move = (cursor: number): void => {
      line.current?.setAttribute('x1', String(scales.x(cursor)));
      line.current?.setAttribute('x2', String(scales.x(cursor)));
    };
    move(store.getState().cursor);
    return store.subscribe((state, before) => {
      if (state.cursor !== before.cursor) move(state.cursor);
    });
  }, [scales, store]);
  return <line ref={line} className={css.cursorLine} y1={scales.plot.top} y2={scales.plot.bottom} />;
}
