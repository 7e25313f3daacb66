// What the reader turns the surface by: dragging, and the arrow keys; and the place that is pointed at.

import { useRef } from 'react';
import { boundedGaze, type Projection, pickWeights, turnStep } from '../../drawing/depth.ts';
import { heightAt, type Sheet } from '../../drawing/depthSheet.ts';
import type { Point } from '../../training/vector.ts';
import { plotScaleOf } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './depth.module.css';
import type { GazeState } from './useGaze.ts';
import { useDepthText } from './words.ts';

/** Degrees to a pixel. */
const dragTurn = 0.5;

/** What the arrow keys add to the yaw and to the pitch, in steps. */
const keyTurns: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface TurnAreaProps extends GazeState {
  readonly sheet: Sheet | null;
  readonly projection: { readonly current: Projection | null };
  /** The weights under the pointer; null where there are none. */
  onPoint(weights: Point | null): void;
}

export function TurnArea({ gaze, set, sheet, projection, onPoint }: TurnAreaProps) {
  const words = useDepthText();
  const format = useFormats();
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const turn = (yaw: number, pitch: number): void =>
    set(boundedGaze({ yaw: gaze.yaw + yaw, pitch: gaze.pitch + pitch }));
  const pick = (event: React.PointerEvent<HTMLElement>): void => {
    const area = event.currentTarget;
    const { left, top } = area.getBoundingClientRect();
    const scale = plotScaleOf(area);
    const pixel = [(event.clientX - left) / scale, (event.clientY - top) / scale] as const;
    const seen = projection.current;
    if (seen === null || sheet === null) return;
    onPoint(pickWeights(seen, pixel, (across, upwards) => heightAt(sheet, across, upwards)));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={css.turn}
      aria-label={words.turn}
      aria-valuemin={-180}
      aria-valuemax={180}
      aria-valuenow={Math.round(gaze.yaw)}
      aria-valuetext={words.turnedBy({
        yaw: format.count(Math.round(gaze.yaw)),
        pitch: format.count(Math.round(gaze.pitch)),
      })}
      title={words.turnHelp}
      onKeyDown={(event) => {
        const by = keyTurns[event.key];
        if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        turn(by[0] * turnStep, by[1] * turnStep);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, y: event.clientY };
        onPoint(null);
      }}
      onPointerMove={(event) => {
        if (held.current === null) {
          pick(event);
          return;
        }
        turn(dragTurn * (event.clientX - held.current.x), dragTurn * (event.clientY - held.current.y));
        held.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
      onPointerLeave={() => onPoint(null)}
    />
  );
}
