// The layers in numbers: how large activations, deltas, gradients, and updates were in each, step by step, and how many
// units are dead or saturated now.

import { useCallback, useId, useMemo } from 'react';
import { stripMarks } from '../../drawing/layerStrips.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import type { Palette } from '../../drawing/palette.ts';
import { perFrame } from '../../lab/throttled.ts';
import type { Network } from '../../training/network/network.ts';
import { useLab, useReadableState } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { labelWidth } from '../plots/labels.ts';
import plots from '../plots/plots.module.css';
import { usePalette } from '../plots/usePalette.ts';
import { type PlotSize, usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats, useText } from '../text/TextContext.tsx';
import { LayersTable } from './LayersTable.tsx';
import { LimitFigure } from './LimitFigure.tsx';
import { stripRows } from './layerRows.ts';
import css from './network.module.css';
import { useDataMaps, useUnitsView } from './useDataMaps.ts';
import { useNetwork } from './useNetwork.ts';
import { useNetworkText } from './words.ts';

export function LayersFigure() {
  const network = useNetwork();
  return (
    network !== null && (
      <>
        <Figure network={network} />
        <LimitFigure />
      </>
    )
  );
}

function Figure({ network }: { readonly network: Network }) {
  const words = useNetworkText();
  const help = useId();
  const { ref, size } = usePlotSize<HTMLDivElement>();
  const palette = usePalette(ref);
  const isEmpty = useReadableState((state) => state.stepCount === 0);
  useDataMaps('units', network, useUnitsView());
  return (
    <figure className={`${plots.figure} ${css.layers}`} aria-label={words.layersFigure} aria-describedby={help}>
      <div ref={ref} className={css.strips}>
        {isEmpty && <p>{words.noSteps}</p>}
        {!isEmpty && palette !== null && <Strips network={network} size={size} palette={palette} />}
      </div>
      <LayersTable network={network} />
      <figcaption id={help} className={css.note}>
        {words.stripsHelp}
      </figcaption>
    </figure>
  );
}

interface StripsProps {
  readonly network: Network;
  readonly size: PlotSize;
  readonly palette: Palette;
}

/** Milliseconds between two pictures while a run goes on. */
const pace = 150;

function Strips({ network, size, palette }: StripsProps) {
  const { store, history } = useLab();
  const words = useNetworkText();
  const { plots: plotWords } = useText();
  const { marks } = useFormats();
  const room = useMemo(() => ({ left: 0, top: 0, right: size.width, bottom: size.height }), [size]);
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const task = perFrame(() => {
        canvas.clear();
        const rows = stripRows(store.getState(), history, network, words);
        const written = { step: plotWords.step, measure: labelWidth, marks };
        if (rows !== null) paintMarks(canvas.context, palette, stripMarks(room, rows, written));
      }, pace);
      task.ask();
      const unsubscribe = store.subscribe((state, before) => {
        if (state.stepCount !== before.stepCount || state.cursor !== before.cursor) task.ask();
      });
      return () => {
        unsubscribe();
        task.cancel();
      };
    },
    [store, history, network, words, plotWords, marks, room, palette],
  );
  return <CanvasLayer bounds={room} paint={paint} />;
}
