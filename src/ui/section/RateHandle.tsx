// The learning rate on the section's axis: a handle to drag, or to move by the arrow keys, as the slider is.

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react';
import type { Scale } from '../../drawing/scale.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import { isCommand } from '../../embed/keyUse.ts';
import { rateScale, rounded } from '../controls/scales.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { placeIn } from '../plots/PlotSvg.tsx';
import { spokenNumber } from '../spokenNumber.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './section.module.css';
import { useSectionText } from './words.ts';

interface RateHandleProps {
  readonly plot: Rectangle;
  readonly x: Scale;
  /** Whether the axis is to stay as it is, since something is dragged along it. */
  onHold(isHeld: boolean): void;
}

/** Steps of the slider that a key moves. */
const keySteps: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
};

const { lowest, highest, step } = rateScale;
const within = (place: number): number => Math.min(highest, Math.max(lowest, place));

export function RateHandle({ plot, x, onHold }: RateHandleProps) {
  const lab = useLab();
  const words = useSectionText();
  const format = useFormats();
  const help = useId();
  const rate = useLabState((state) => state.hyperparameters.learningRate);
  const drag = useDrag(x, onHold);
  const at = Math.min(plot.right, Math.max(plot.left, x(rate)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = keySteps[event.key];
    if (steps === undefined || isCommand(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const place = within(Math.log10(rate) + steps * step);
    lab.setHyperparameters({ learningRate: rounded(10 ** (Math.round(place / step) * step)) });
  };
  return (
    <>
      <desc id={help}>{words.handleHelp}</desc>
      <g
        className={css.handle}
        data-quantity="learning-rate"
        data-testid="section-rate"
        role="slider"
        tabIndex={0}
        aria-label={words.handle}
        aria-describedby={help}
        aria-valuemin={10 ** lowest}
        aria-valuemax={10 ** highest}
        aria-valuenow={Number(spokenNumber(rate, 10 ** lowest, 10 ** highest))}
        aria-valuetext={format.number(rate)}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <line className={css.line} x1={at} x2={at} y1={plot.top} y2={plot.bottom} />
        <rect className={css.reach} x={at - 22} y={plot.bottom - 22} width={44} height={44} />
        <circle className={css.focus} cx={at} cy={plot.bottom} r={11} />
        <circle className={css.grip} cx={at} cy={plot.bottom} r={7} />
      </g>
    </>
  );
}

/** Dragging sets the rate, at most once a frame. */
function useDrag(x: Scale, onHold: (isHeld: boolean) => void) {
  const lab = useLab();
  const frame = useRef(0);
  /** From the pointer to the middle of the handle; null while nothing is dragged. */
  const grip = useRef<number | null>(null);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return {
    onPointerDown(event: PointerEvent<SVGGElement>): void {
      if (event.button !== 0 || event.ctrlKey || !event.isPrimary) return;
      grip.current = x(lab.store.getState().hyperparameters.learningRate) - placeIn(event.currentTarget, event)[0];
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus({ preventScroll: true });
      event.preventDefault();
      onHold(true);
    },
    onPointerMove(event: PointerEvent<SVGGElement>): void {
      if (grip.current === null || !event.isPrimary) return;
      const wanted = x.invert(placeIn(event.currentTarget, event)[0] + grip.current);
      const learningRate = rounded(10 ** within(Math.log10(Math.max(wanted, 10 ** lowest))));
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => lab.setHyperparameters({ learningRate }));
    },
    onLostPointerCapture(): void {
      if (grip.current === null) return;
      grip.current = null;
      onHold(false);
    },
  };
}
