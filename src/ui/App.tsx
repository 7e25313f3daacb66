// The page: what is where. The style sheet lays the same parts out for every size of the frame.

import './theme.css';
import { useRef, useState } from 'react';
import css from './App.module.css';
import { StepSizes } from './controls/StepSizes.tsx';
import type { Theme } from './controls/ThemeSelect.tsx';
import { Transport } from './controls/Transport.tsx';
import { Header } from './panels/Header.tsx';
import { Narration } from './panels/Narration.tsx';
import { Notices } from './panels/Notices.tsx';
import { Panels } from './panels/Panels.tsx';
import { Readout } from './panels/Readout.tsx';
import { DataSpacePlot } from './plots/DataSpacePlot.tsx';
import { EpochStrip } from './plots/EpochStrip.tsx';
import { LossCurvePlot } from './plots/LossCurvePlot.tsx';
import { WeightSpacePlot } from './plots/WeightSpacePlot.tsx';
import { useQuantityLighting } from './quantity.ts';
import { SurfaceLayers, VectorLayers, ViewMarks } from './step/StepLayers.tsx';
import { LanguageProvider, useText } from './text/TextContext.tsx';

interface AppProps {
  /** A language tag; the reader's own languages when absent. */
  readonly language?: string;
  readonly theme?: Theme;
}

export function App({ language, theme = 'system' }: AppProps) {
  return (
    <LanguageProvider code={language}>
      <Page theme={theme} />
    </LanguageProvider>
  );
}

function Page({ theme }: { readonly theme: Theme }) {
  const { page } = useText();
  const root = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState('numbers');
  // In the smallest layout the page has two sides: the run, and everything else.
  const [isTurned, setTurned] = useState(false);
  useQuantityLighting(root);
  return (
    <div ref={root} className={css.root}>
      <div className={css.page} data-tab={tab} data-turned={isTurned || undefined}>
        <Header className={css.header} theme={theme} />
        <Notices className={css.notices} />
        <main className={css.main}>
          <h1 className={css.heading}>{page.title}</h1>
          <div className={css.weightSpace}>
            <WeightSpacePlot surfaces={<SurfaceLayers />} layers={<VectorLayers view={tab} />}>
              <ViewMarks view={tab} />
            </WeightSpacePlot>
          </div>
          <Narration className={css.narration} />
          <Transport className={css.transport} />
          <StepSizes className={css.stepSizes} />
          <div className={css.epochStrip}>
            <EpochStrip />
          </div>
          <Panels className={css.panels} chosen={tab} onChoose={setTab} />
          <div className={css.dataSpace}>
            <DataSpacePlot />
          </div>
          <div className={css.lossCurve}>
            <LossCurvePlot />
          </div>
        </main>
        <button type="button" className={css.turn} aria-pressed={isTurned} onClick={() => setTurned(!isTurned)}>
          {isTurned ? page.backToRun : page.more}
        </button>
        <Readout />
      </div>
    </div>
  );
}
