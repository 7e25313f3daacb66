// The weights: a point to drag, or to move by the arrow keys, from which the run then starts anew. Outside the view it
// becomes an arrow at the border with the weights' values.

import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import { handlePlace } from '../../drawing/sceneHandle.ts';
import type { Viewport } from '../../drawing/viewport.ts';
import { isCommand } from '../../embed/keyUse.ts';
import type { Lab } from '../../lab/lab.ts';
import { startIn } from '../../lab/planes.ts';
import type { LabState } from '../../lab/store.ts';
import type { Weights } from '../../training/vector.ts';
import { useIsLocked } from '../host/HostContext.tsx';
import { useLab } from '../LabContext.tsx';
import { spokenNumber } from '../spokenNumber.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import { axisNames } from './axisNames.ts';
import { handleLayer, handleParts } from './handleLayer.ts';
import { usePlot } from './PlotContext.tsx';
import { placeIn } from './PlotSvg.tsx';
import css from './plots.module.css';
import { presentWeights } from './presentWeights.ts';
import { StateSvg } from './StateMarks.tsx';
import { showIf } from './showIf.ts';
import { useHeldTouch } from './useHeldTouch.ts';

const keys: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export function WeightsHandle() {
  const { viewport } = usePlot();
  const lab = useLab();
  const { frame, plots } = useText();
  const help = useId();
  const isLocked = useIsLocked('start');
  const handle = useRef<SVGGElement>(null);
  useHandlePosition(handle);
  useHeldTouch(handle);
  useHandleDrag(handle, isLocked);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = keys[event.key];
    if (isLocked || move === undefined || isCommand(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const share = event.shiftKey ? 0.1 : 0.01;
    const { view } = viewport;
    const [w1, w2] = presentWeights(lab.store.getState(), lab.history);
    lab.placeStart([w1 + move[0] * share * (view.x[1] - view.x[0]), w2 + move[1] * share * (view.y[1] - view.y[0])]);
  };
  return (
    <>
      <desc id={help}>{isLocked ? frame.locked : plots.weightsHandleHelp}</desc>
      {/* A slider is what makes screen readers pass the arrow keys on. */}
      <g
        ref={handle}
        className={css.handle}
        data-quantity="weights"
        data-testid="weights-handle"
        role="slider"
        tabIndex={0}
        aria-label={plots.weightsHandle}
        aria-roledescription={plots.weightsHandleKind}
        aria-describedby={help}
        aria-disabled={isLocked || undefined}
        aria-valuenow={0}
        {...spoken(viewport.view.x, viewport.view.x[0])}
        onKeyDown={onKeyDown}
      >
        <g>
          <circle r={22} className={css.handleReach} />
          <circle r={10} className={css.handleFocus} />
        </g>
        <StateSvg part="weights" shown={handleParts} marksOf={handleLayer} />
      </g>
    </>
  );
}

/** What a screen reader is told of the first weight, and of the part of its axis that is shown. */
const spoken = ([low, high]: readonly [number, number], now: number): Readonly<Record<string, string>> => ({
  'aria-valuemin': spokenNumber(low),
  'aria-valuemax': spokenNumber(high),
  'aria-valuenow': spokenNumber(now, low, high),
});

type HandleRef = { readonly current: SVGGElement | null };

/** Keeps the handle at the weights. What a screen reader says is brought up to date when the run rests. */
function useHandlePosition(handle: HandleRef): void {
  const { viewport } = usePlot();
  const { store, history } = useLab();
  const { plots } = useText();
  const format = useFormats();
  useLayoutEffect(() => {
    let shown: Weights = [Number.NaN, Number.NaN];
    let isSpoken = false;
    const move = (state: LabState): void => {
      const group = handle.current;
      const weights = presentWeights(state, history);
      const isMoved = weights[0] !== shown[0] || weights[1] !== shown[1];
      if (group === null || (!isMoved && isSpoken)) return;
      shown = weights;
      if (isMoved) moveReach(group, viewport, weights);
      isSpoken = state.status !== 'running';
      if (!isSpoken) return;
      group.setAttribute('aria-valuenow', spokenNumber(weights[0], ...viewport.view.x));
      const [nameX, nameY] = axisNames(state, plots);
      const written = { x: format.number(weights[0]), y: format.number(weights[1]), nameX, nameY };
      group.setAttribute('aria-valuetext', plots.weightsAt(written));
    };
    move(store.getState());
    return store.subscribe(move);
  }, [handle, viewport, store, history, plots, format]);
}

function moveReach(group: SVGGElement, viewport: Viewport, weights: Weights): void {
  const place = handlePlace(viewport, weights);
  showIf(group, place !== null);
  if (place !== null) group.firstElementChild?.setAttribute('transform', `translate(${place[0]} ${place[1]})`);
}

/** Dragging previews the run from there, at most once a frame, and never leaves the plot. */
function useHandleDrag(handle: HandleRef, isLocked: boolean): void {
  const { viewport } = usePlot();
  const lab = useLab();
  const latest = useRef(viewport);
  latest.current = viewport;
  useLayoutEffect(() => {
    const group = handle.current;
    if (isLocked || group === null) return;
    let frame = 0;
    let wanted: Weights | null = null;
    const send = (): void => {
      frame = 0;
      if (wanted !== null) startAt(lab, wanted);
      wanted = null;
    };
    // Where the pointer holds the handle, from its middle.
    let grip: readonly [x: number, y: number] | null = null;
    const seize = (event: PointerEvent): void => {
      if (event.button !== 0 || event.ctrlKey || !event.isPrimary) return;
      const weights = presentWeights(lab.store.getState(), lab.history);
      const { plot, x, y } = latest.current;
      const at = placeIn(group, event);
      grip = [at[0] - clamp(x(weights[0]), plot.left, plot.right), at[1] - clamp(y(weights[1]), plot.top, plot.bottom)];
      group.setPointerCapture(event.pointerId);
      group.focus({ preventScroll: true });
      // Neither text is selected nor the plot moved.
      event.preventDefault();
    };
    const drag = (event: PointerEvent): void => {
      if (grip === null || !event.isPrimary) return;
      const { plot, across, up } = latest.current;
      const [x, y] = placeIn(group, event);
      wanted = [across(clamp(x - grip[0], plot.left, plot.right)), up(clamp(y - grip[1], plot.top, plot.bottom))];
      if (frame === 0) frame = requestAnimationFrame(send);
    };
    const release = (): void => {
      if (grip === null) return;
      grip = null;
      cancelAnimationFrame(frame);
      send();
    };
    group.addEventListener('pointerdown', seize);
    group.addEventListener('pointermove', drag);
    group.addEventListener('lostpointercapture', release);
    return () => {
      cancelAnimationFrame(frame);
      group.removeEventListener('pointerdown', seize);
      group.removeEventListener('pointermove', drag);
      group.removeEventListener('lostpointercapture', release);
    };
  }, [handle, lab, isLocked]);
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

function startAt(lab: Lab, point: Weights): void {
  const state = lab.store.getState();
  const start = startIn(state);
  const isThere = start !== null && start[0] === point[0] && start[1] === point[1];
  if (!isThere || state.cursor > 0 || state.stepCount > 0) lab.placeStart(point);
}
