// A point of weight space that is dragged by pointer or touch, or moved by the arrow keys.

import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { isCommand } from '../../embed/keyUse.ts';
import type { Point } from '../../training/vector.ts';
import { usePlot } from '../plots/PlotContext.tsx';
import { placeIn } from '../plots/PlotSvg.tsx';
import { useHeldTouch } from '../plots/useHeldTouch.ts';
import { spokenNumber } from '../spokenNumber.ts';
import css from './marks.module.css';

interface DragPointProps {
  readonly at: Point;
  readonly label: string;
  readonly kind: string;
  readonly help: string;
  /** Where it is, in words. */
  readonly written: string;
  /** What is seen of it, in pixels about the point. */
  readonly children: ReactNode;
  onMove(to: Point): void;
  /** What an arrow key does: one to the right and up each, or several with Shift. */
  onKey(right: number, up: number, isFar: boolean): void;
}

const keys: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export function DragPoint({ at, label, kind, help, written, children, onMove, onKey }: DragPointProps) {
  const { viewport } = usePlot();
  const { view, plot } = viewport;
  const helpId = useId();
  const group = useRef<SVGGElement>(null);
  useHeldTouch(group);
  const grip = useRef<readonly [number, number] | null>(null);
  const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
  const [x, y] = [clamp(viewport.x(at[0]), plot.left, plot.right), clamp(viewport.y(at[1]), plot.top, plot.bottom)];
  const seize = (event: PointerEvent<SVGGElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const place = placeIn(event.currentTarget, event);
    grip.current = [place[0] - x, place[1] - y];
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    event.preventDefault();
    event.stopPropagation();
  };
  const drag = (event: PointerEvent<SVGGElement>): void => {
    if (grip.current === null || !event.isPrimary) return;
    const place = placeIn(event.currentTarget, event);
    const across = clamp(place[0] - grip.current[0], plot.left, plot.right);
    const down = clamp(place[1] - grip.current[1], plot.top, plot.bottom);
    onMove([viewport.across(across), viewport.up(down)]);
  };
  const release = (): void => {
    grip.current = null;
  };
  const press = (event: KeyboardEvent): void => {
    const move = keys[event.key];
    if (move === undefined || isCommand(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onKey(...move, event.shiftKey);
  };
  return (
    <>
      <desc id={helpId}>{help}</desc>
      <g
        ref={group}
        className={css.dragPoint}
        transform={`translate(${x} ${y})`}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-roledescription={kind}
        aria-describedby={helpId}
        aria-valuemin={Number(spokenNumber(view.x[0]))}
        aria-valuemax={Number(spokenNumber(view.x[1]))}
        aria-valuenow={Number(spokenNumber(at[0], ...view.x))}
        aria-valuetext={written}
        onPointerDown={seize}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={press}
      >
        <circle r={22} className={css.reach} />
        {children}
      </g>
    </>
  );
}
