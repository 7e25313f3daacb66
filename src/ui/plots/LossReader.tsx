// Reading losses off the plot, by pointer or by arrow keys, and the line at the step the page shows.

import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef } from 'react';
import type { LossScales } from '../../drawing/lossPicture.ts';
import { heightOf, widthOf } from '../../drawing/viewport.ts';
import { isCommand } from '../../embed/keyUse.ts';
import { ofRun } from '../run/ofRun.tsx';
import { spokenNumber } from '../spokenNumber.ts';
import { labelWidth } from './labels.ts';
import type { LossSource } from './lossSource.ts';
import { MarksGroup } from './MarksGroup.ts';
import { placeIn } from './PlotSvg.tsx';
import css from './plots.module.css';

const switchWidth = 44;

interface ReaderProps {
  readonly source: LossSource;
  readonly scales: LossScales;
}

export function LossReader({ source, scales }: ReaderProps) {
  const { plot } = scales;
  const { words } = source;
  const help = useId();
  const area = useRef<SVGRectElement>(null);
  const group = useRef<SVGGElement>(null);
  const marks = useRef<MarksGroup>(null);
  const read = useRef<number | null>(null);
  const show = (clock: number | null): void => {
    const reading = clock === null ? null : source.reading(clock);
    read.current = reading?.clock ?? null;
    if (group.current !== null) marks.current ??= new MarksGroup(group.current);
    marks.current?.show(
      reading === null ? [] : (ofRun('readingMarks')?.(labelWidth, scales, reading, plot.right - switchWidth) ?? []),
    );
    const last = Math.max(0, source.newest());
    area.current?.setAttribute('aria-valuenow', spokenNumber(read.current ?? 0, 0, last));
    area.current?.setAttribute('aria-valuemax', spokenNumber(last));
    area.current?.setAttribute('aria-valuetext', reading?.words ?? words.nothing);
  };
  const pointed = (event: PointerEvent<SVGRectElement>): number =>
    scales.x.invert(placeIn(event.currentTarget, event)[0]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isCommand(event)) return;
    const now = read.current ?? source.cursor();
    const clock = clockFor(event, now, source);
    if (clock === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === ' ') source.goTo(clock);
    show(clock);
  };
  return (
    <g>
      <desc id={help}>{words.readHelp}</desc>
      <CursorLine source={source} scales={scales} />
      <g ref={group} className={css.marks} />
      <rect
        ref={area}
        className={css.readingArea}
        x={plot.left}
        y={plot.top}
        width={widthOf(plot)}
        height={heightOf(plot)}
        role="slider"
        tabIndex={0}
        aria-label={words.read}
        aria-describedby={help}
        aria-valuemin={0}
        aria-valuemax={0}
        aria-valuenow={0}
        aria-valuetext={words.nothing}
        onPointerMove={(event) => show(pointed(event))}
        onPointerLeave={() => show(null)}
        onClick={(event) => {
          show(pointed(event as PointerEvent<SVGRectElement>));
          if (read.current !== null) source.goTo(read.current);
        }}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show(source.cursor())}
        onBlur={() => show(null)}
        onKeyDown={onKeyDown}
      />
    </g>
  );
}

function clockFor({ key, shiftKey }: KeyboardEvent, clock: number, source: LossSource): number | null {
  const presses = shiftKey ? 10 : 1;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return source.moved(clock, -presses);
  if (key === 'ArrowRight' || key === 'ArrowUp') return source.moved(clock, presses);
  if (key === 'Home') return 0;
  if (key === 'End') return source.newest();
  return key === 'Enter' || key === ' ' ? clock : null;
}

/** The step that the page shows. */
function CursorLine({ source, scales }: ReaderProps) {
  const line = useRef<SVGLineElement>(null);
  useLayoutEffect(() => {
    let shown = Number.NaN;
    const move = (): void => {
      const at = scales.x(source.cursor());
      if (at === shown) return;
      shown = at;
      line.current?.setAttribute('x1', String(at));
      line.current?.setAttribute('x2', String(at));
    };
    move();
    return source.watch(move, 0);
  }, [source, scales]);
  return <line ref={line} className={css.cursorLine} y1={scales.plot.top} y2={scales.plot.bottom} />;
}
