// The loss along the run: of every mini-batch, and of all data. Point at a step to read it, click to go there.

import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { Palette } from '../../drawing/palette.ts';
import type { LabState } from '../../lab/store.ts';
import { everyOtherFrame, perFrame } from '../../lab/throttled.ts';
import { useLab } from '../LabContext.tsx';
import { summaryIds } from '../narration/summaryIds.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import { Axes } from './Axes.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { LossReader } from './LossReader.tsx';
import { isSameDomain, type LossDomain, type LossScales, lossDomain, lossScales } from './lossScales.ts';
import { plotRectangle } from './margins.ts';
import { PlotSvg } from './PlotSvg.tsx';
import { dotRadius, paintLossCurve } from './paintLossCurve.ts';
import css from './plots.module.css';
import { usePalette } from './usePalette.ts';
import { usePlotSize } from './usePlotSize.ts';

/** Room above the plot for what is read off it and for the switch. */
const headHeight = 28;

export function LossCurvePlot() {
  const { plots } = useText();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const [isLogarithmic, setLogarithmic] = useState(false);
  const domain = useLossDomain(isLogarithmic);
  const plot = useMemo(() => plotRectangle(size, headHeight), [size]);
  const scales = useMemo(
    () => (plot === null ? null : lossScales(domain, plot, isLogarithmic)),
    [domain, plot, isLogarithmic],
  );
  return (
    <figure ref={ref} className={css.figure} aria-label={plots.lossCurve} aria-describedby={summaryIds.loss}>
      {scales !== null && palette !== null && (
        <>
          <LossCanvas scales={scales} palette={palette} />
          <PlotSvg size={size}>
            <Axes plot={scales.plot} x={scales.x} y={scales.y} nameX={plots.step} nameY="" />
            <LossReader scales={scales} />
          </PlotSvg>
          <button
            type="button"
            className={css.switch}
            aria-pressed={isLogarithmic}
            aria-label={plots.logarithmicHelp}
            title={plots.logarithmicHelp}
            onClick={() => setLogarithmic(!isLogarithmic)}
          >
            {plots.logarithmic}
          </button>
        </>
      )}
    </figure>
  );
}

/** Pixels that a curve under way has to grow by to be worth a new picture. */
const leastMove = 0.5;

/** The part of the state that the curve shows. */
const isSameCurve = (a: LabState, b: LabState): boolean =>
  a.stepCount === b.stepCount && a.fullLossCount === b.fullLossCount && a.detail === b.detail && a.config === b.config;

function useLossDomain(isLogarithmic: boolean) {
  const { store, history } = useLab();
  const [domain, setDomain] = useState(() => lossDomain(history, store.getState().detail, isLogarithmic));
  useLayoutEffect(() => {
    let shown: LossDomain | null = null;
    const update = (): void => {
      const next = lossDomain(history, store.getState().detail, isLogarithmic);
      if (shown !== null && isSameDomain(shown, next)) return;
      shown = next;
      setDomain(next);
    };
    update();
    const task = perFrame(update, everyOtherFrame);
    const unsubscribe = store.subscribe((state, before) => {
      if (!isSameCurve(state, before)) task.ask();
    });
    return () => {
      unsubscribe();
      task.cancel();
    };
  }, [store, history, isLogarithmic]);
  return domain;
}

function LossCanvas({ scales, palette }: { readonly scales: LossScales; readonly palette: Palette }) {
  const { store, history } = useLab();
  const { plots } = useText();
  const format = useFormats();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const words = {
        fullLoss: plots.fullLoss,
        batchLoss: plots.batchLoss,
        epoch: (epoch: number) => plots.epochTick({ epoch: format.count(epoch) }),
      };
      let drawnTo = Number.NaN;
      const draw = (): void => {
        const { cursor, detail, status } = store.getState();
        // Of a long run many steps are less than a pixel; where it rests, all of it is drawn.
        const end = scales.x(history.count);
        const isDense = end - scales.x(history.count - 1) < leastMove;
        if (status === 'running' && isDense && Math.abs(end - drawnTo) < leastMove) return;
        drawnTo = end;
        canvas.clear();
        const pending = detail?.step === cursor ? detail : null;
        paintLossCurve(canvas.context, { history, scales, palette, words }, cursor, pending);
      };
      draw();
      const task = perFrame(draw, everyOtherFrame);
      const unsubscribe = store.subscribe((state, before) => {
        const isSame = isSameCurve(state, before) && state.cursor === before.cursor && state.status === before.status;
        if (!isSame) task.ask();
      });
      return () => {
        unsubscribe();
        task.cancel();
      };
    },
    [store, history, scales, palette, plots, format],
  );
  // The dots of the first step stand on the left border.
  return <CanvasLayer bounds={{ ...scales.plot, left: scales.plot.left - dotRadius }} paint={paint} />;
}
