// The live limit: how sharply the full loss curves along the run, against what the rule in use stands. Off unless shown.

import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { limitMarks } from '../../drawing/limitCurve.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import { edgePreset } from '../../lab/edgePreset.ts';
import { useLab, useReadableState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { labelWidth } from '../plots/labels.ts';
import plots from '../plots/plots.module.css';
import { usePalette } from '../plots/usePalette.ts';
import { usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './network.module.css';
import { useNetworkText } from './words.ts';

export function LimitFigure() {
  const { limit: words } = useNetworkText();
  const [isShown, setShown] = useState(false);
  const help = useId();
  return (
    <section aria-label={words.figure}>
      <label className={css.limitSwitch}>
        <input
          type="checkbox"
          checked={isShown}
          aria-describedby={help}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        {words.show}
      </label>
      <p id={help} className={css.note}>
        {words.help} <a href={edgePreset}>{words.preset}</a>
      </p>
      {isShown && <LimitCurve />}
    </section>
  );
}

function LimitCurve() {
  const lab = useLab();
  const { limit: words } = useNetworkText();
  const { plots: plotWords } = useText();
  const format = useFormats();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  useEffect(() => {
    lab.wantCurvature(true);
    return () => lab.wantCurvature(false);
  }, [lab]);
  const points = useReadableState((state) => state.curvature);
  const cursor = useReadableState((state) => state.cursor);
  const isClipped = useReadableState(({ hyperparameters }) => hyperparameters.clipNorm != null);
  const room = useMemo(() => ({ left: 0, top: 0, right: size.width, bottom: size.height }), [size]);
  const paint = useCallback(
    (canvas: PlotCanvas): undefined => {
      if (palette === null) return;
      canvas.clear();
      const named = { step: plotWords.step, sharpness: words.sharpness, limit: words.limit };
      const written = { ...named, measure: labelWidth, marks: format.marks };
      paintMarks(canvas.context, palette, limitMarks(room, points, cursor, written));
    },
    [palette, room, points, cursor, words, plotWords, format],
  );
  const last = points.findLast(({ step }) => step <= cursor);
  const values =
    last === undefined
      ? null
      : {
          step: format.count(last.step),
          largest: format.number(last.largest),
          limit: last.limit === null ? null : format.number(last.limit),
        };
  return (
    <figure ref={ref} className={`${plots.figure} ${css.limitCurve}`} aria-label={words.figure}>
      <CanvasLayer bounds={room} paint={paint} />
      <figcaption className={css.limitNow}>
        {values === null ? words.measuring : words.now(values)}
        {isClipped && values !== null && values.limit !== null && ` ${words.clipped}`}
      </figcaption>
    </figure>
  );
}
