// The page: what is where. The style sheet lays the same parts out for every size of the frame.

import './theme.css';
import { type RefObject, useRef, useState } from 'react';
import { isAsking } from '../lab/lessonState.ts';
import { hasLayers } from '../lab/network.ts';
import css from './App.module.css';
import { ComparisonMarks, ComparisonPaths, ComparisonSurfaces } from './compare/CompareLayers.tsx';
import { StepSizes } from './controls/StepSizes.tsx';
import type { Theme } from './controls/ThemeSelect.tsx';
import { Transport } from './controls/Transport.tsx';
import { DialogProvider } from './dialogs/DialogContext.tsx';
import { DialogPlace } from './dialogs/DialogPlace.tsx';
import type { Face } from './FaceBar.tsx';
import { Hideable } from './host/Control.tsx';
import { useHostWishes } from './host/HostContext.tsx';
import { useLabState } from './LabContext.tsx';
import { LargePlace } from './LargePlace.tsx';
import { LevelProvider, useLevel } from './level/LevelContext.tsx';
import { Places } from './Places.tsx';
import { Header } from './panels/Header.tsx';
import { Narration } from './panels/Narration.tsx';
import { Notices } from './panels/Notices.tsx';
import { Readout } from './panels/Readout.tsx';
import { lazyPart, Part } from './parts/Part.tsx';
import { WeightSpacePlot } from './plots/WeightSpacePlot.tsx';
import { useShortcuts } from './shortcuts.ts';
import { SurfaceLayers, VectorLayers, ViewMarks } from './step/StepLayers.tsx';
import { LanguageProvider, useText } from './text/TextContext.tsx';
import { useTheme } from './useTheme.ts';

const GhostPath = lazyPart(() => import('./data/GhostPath.tsx'), 'GhostPath');
const LessonMarks = lazyPart(() => import('./lesson/LessonMarks.tsx'), 'LessonMarks');
const Views = lazyPart(() => import('./Views.tsx'), 'Views');

interface AppProps {
  /** A language tag; the reader's own languages when absent. */
  readonly language?: string;
  readonly theme?: Theme;
}

export function App({ language, theme = 'system' }: AppProps) {
  return (
    <LanguageProvider code={language}>
      <Root theme={theme} />
    </LanguageProvider>
  );
}

interface ThemeProps {
  readonly theme: Theme;
}

/** The element that the page's size is measured by, and what all of the page shares. */
function Root({ theme }: ThemeProps) {
  const root = useRef<HTMLDivElement>(null);
  const isEmbedded = useHostWishes((wishes) => wishes.isEmbedded);
  return (
    <div ref={root} className={css.root} data-embedded={isEmbedded || undefined}>
      <Part>
        <LevelProvider>
          <DialogProvider>
            <Page theme={theme} root={root} />
          </DialogProvider>
        </LevelProvider>
      </Part>
    </div>
  );
}

function Page({ theme: wantedTheme, root }: ThemeProps & { readonly root: RefObject<HTMLElement | null> }) {
  const { page } = useText();
  const [theme, setTheme] = useTheme(wantedTheme);
  const [tab, setTab] = useTab();
  useShortcuts();
  const lesson = useLabState((state) =>
    state.lesson === null ? undefined : isAsking(state.lesson) ? 'asked' : 'told',
  );
  const isSlow = useLabState((state) => state.phase !== null);
  const hasPlanes = useLabState((state) => hasLayers(state.config));
  // What the units of a network say is not to be seen while a question is asked, and without it there is no picture.
  const isNetwork = hasPlanes && lesson !== 'asked';
  const { level } = useLevel();
  const hasGhost = useLabState(({ ghostPath, stepCount }) => ghostPath !== null && stepCount === 0);
  const [face, setFace] = useFace(isNetwork);
  // In the smallest layout the page has two sides: the run, and everything else.
  const [isTurned, setTurned] = useState(false);
  return (
    <div
      className={css.page}
      data-tab={tab}
      data-turned={isTurned || undefined}
      data-lesson={lesson}
      data-slow={isSlow || undefined}
      data-network={isNetwork || undefined}
      data-face={face}
      data-level={level}
    >
      <Header className={css.header} theme={theme} onTheme={setTheme} />
      <Notices className={css.notices} />
      <main className={css.main}>
        <h1 className={css.heading}>{page.title}</h1>
        <LargePlace
          className={css.weightSpace}
          hasNetwork={isNetwork}
          hasPlanes={hasPlanes}
          face={face}
          onFace={setFace}
        >
          <WeightSpacePlot
            over={
              lesson && (
                <Part around={null}>
                  <LessonMarks />
                </Part>
              )
            }
            surfaces={
              <>
                <SurfaceLayers />
                <ComparisonSurfaces view={tab} />
              </>
            }
            layers={
              <>
                <ComparisonPaths view={tab} />
                <VectorLayers view={tab} />
              </>
            }
          >
            {hasGhost && (
              <Part around={null}>
                <GhostPath />
              </Part>
            )}
            <ViewMarks view={tab} />
            <ComparisonMarks view={tab} />
          </WeightSpacePlot>
        </LargePlace>
        <Hideable name="narration">
          <Narration className={css.narration} />
        </Hideable>
        <Transport className={css.transport} />
        <StepSizes className={css.stepSizes} />
        <Part before={<Places />} around={(sentence) => <Places panels={sentence} />}>
          <Views root={root} chosen={tab} onChoose={setTab} />
        </Part>
      </main>
      <button type="button" className={css.turn} aria-pressed={isTurned} onClick={() => setTurned(!isTurned)}>
        {isTurned ? page.backToRun : page.more}
      </button>
      <Readout />
      <DialogPlace />
    </div>
  );
}

/** What stands in the large place: where there is a network at first the network, and weight space elsewhere. */
function useFace(isNetwork: boolean): readonly [Face, (face: Face) => void] {
  const [chosen, setFace] = useState<Face | null>(null);
  const first = isNetwork ? 'network' : 'weights';
  return [chosen === null || (chosen === 'network' && !isNetwork) ? first : chosen, setFace];
}

/** The view that is chosen; a lesson that is opened brings its own. */
function useTab(): readonly [string, (tab: string) => void] {
  const lesson = useLabState((state) => state.lesson?.key ?? null);
  const [tab, setTab] = useState('numbers');
  const [seen, setSeen] = useState<string | null>(null);
  if (lesson !== seen) {
    setSeen(lesson);
    if (lesson !== null) setTab('guide');
  }
  return [tab, setTab];
}
