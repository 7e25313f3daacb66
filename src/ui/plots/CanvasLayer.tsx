// One canvas over a part of a plot. Only here are device pixels known: `paint` draws in the plot's own pixels.

import { useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { isShed } from '../../lab/shedding.ts';
import { useLab } from '../LabContext.tsx';
import { blank } from './blank.ts';
import css from './plots.module.css';
import { measuredScaleOf, scaled } from './usePlotSize.ts';

export interface PlotCanvas {
  readonly context: CanvasRenderingContext2D;
  clear(): void;
}

export interface CanvasLayerProps {
  readonly bounds: Rectangle;
  /** Whether it is painted anew with the steps of a run, so that a slow device may do with fewer pixels. */
  readonly isMoving?: boolean;
  /**
   * Paints a blank canvas. Called again when it or the canvas changes; what it returns is called before that, so that
   * a layer which adds to its canvas as steps arrive can subscribe here.
   */
  readonly paint: (canvas: PlotCanvas) => undefined | (() => void);
}

/** Device pixels per CSS pixel that a layer has at most where a slow device sheds pixels. */
const shedRatio = 1.5;

export function CanvasLayer({ bounds, paint, isMoving = false }: CanvasLayerProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { shedding } = useLab();
  const isCapped = useStore(shedding.store, (shed) => isMoving && isShed('pixels', shed));
  const whole = usePixelRatio();
  const ratio = isCapped ? Math.min(whole, shedRatio) : whole;
  const { left, top } = bounds;
  const [width, height] = [widthOf(bounds), heightOf(bounds)];
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (canvas == null || context == null || !(width > 0 && height > 0)) return;
    const pixels = ratio * measuredScaleOf(canvas);
    // To set a size takes a new canvas, and the page's styles anew, even where it is the old one.
    const [across, down] = [Math.round(width * pixels), Math.round(height * pixels)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    const clear = (): void => {
      blank(context);
      context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
      context.translate(-left, -top);
    };
    clear();
    return paint({ context, clear });
  }, [left, top, width, height, ratio, paint]);
  return (
    <canvas
      ref={ref}
      className={css.canvas}
      style={{ left: scaled(left), top: scaled(top), width: scaled(width), height: scaled(height) }}
    />
  );
}

/** Device pixels per CSS pixel, which change with the browser's zoom and from screen to screen. */
function usePixelRatio(): number {
  const [ratio, setRatio] = useState(devicePixelRatio);
  useLayoutEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`);
    const update = (): void => setRatio(devicePixelRatio);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, [ratio]);
  return ratio;
}
