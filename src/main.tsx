// Reads the address, connects the trainer and the page around this one, and renders.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { answerHost } from './embed/answerHost.ts';
import { replaceHash } from './embed/capabilities.ts';
import type { ExportRun } from './embed/commands.ts';
import { createHostStore, type HostWishes, parseHost } from './embed/host.ts';
import { Lab } from './lab/lab.ts';
import { opening } from './lab/lessonState.ts';
import { sayOfBeside, syncLink } from './lab/linkSync.ts';
import { loadUntold, tryAgain } from './lab/missing.ts';
import { withNotices } from './lab/notices.ts';
import { openLesson } from './lab/openLesson.ts';
import { needsOwnPart } from './lab/own/ownSlot.ts';
import { planeAtFirst } from './lab/planeChoice.ts';
import { watchedAtFirst } from './lab/store.ts';
import { askedAddress, parseLink } from './lab/url.ts';
import { watchVisibility } from './lab/visibility.ts';
import { present } from './training/present.ts';
import { App } from './ui/App.tsx';
import { HostContext } from './ui/host/HostContext.tsx';
import { LabContext } from './ui/LabContext.tsx';
import { Scene, SceneContext } from './ui/plots/scene.ts';
import { lightenPaper } from './ui/useTheme.ts';
import { connectTrainer } from './worker/connect.ts';

const root = present(document.getElementById('root'));
const { search, hash } = askedAddress(document);
const { wishes, refused: refusedWishes } = parseHost(search);
const isUnread = needsOwnPart(hash);
const { config, hyperparameters, step, phase, refused, ...said } = parseLink(isUnread ? '' : hash);
const { asks } = said;
const { watched = watchedAtFirst, planeChoice = planeAtFirst, beside = {} } = said;
const host = createHostStore(wishes);
const scene = new Scene();

const lab = new Lab({
  connect: (config) => loadUntold(() => connectTrainer(config)),
  openPool: (size) => loadUntold(async () => new (await import('./worker/pool.ts')).TaskPool({ size })),
  lessonComputer: () => loadUntold(async () => (await import('./worker/lessonWorker.ts')).lessonComputer),
  isAsleep: wishes.startsWhenVisible,
  initial: {
    config,
    hyperparameters,
    phase,
    watched,
    planeChoice,
    beside,
    ...(asks !== undefined && {
      lesson: opening(asks.key, asks.guess),
    }),
    notices: withNotices(withNotices([], refused, 'link'), refusedWishes, 'address'),
  },
});
if (asks === undefined) lab.takeSteps(step);
else void openLesson(lab, asks.key, asks.guess);
syncLink(lab, window, replaceHash, isUnread ? hash : null);
void sayOfBeside(lab);

addEventListener('online', tryAgain);
lightenPaper();

const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
lab.setCalm(lessMotion.matches);
lessMotion.addEventListener('change', ({ matches }) => lab.setCalm(matches));

let isFirstSight = true;
watchVisibility(root, (isVisible) => {
  lab.setVisible(isVisible);
  if (!isVisible || !isFirstSight) return;
  isFirstSight = false;
  lab.wake();
  if (wishes.autoplay && !lessMotion.matches) lab.play();
});

const exportRun: ExportRun = async (format, options) =>
  (await import('./ui/dialogs/hostExport.ts')).exportForHost(lab, scene, host, format, options);

answerHost({ page: window, lab, host, exportRun, measured: wishes.tellsHeight ? root : null });

const reactRoot = createRoot(root);
function render({ theme, language }: HostWishes): void {
  reactRoot.render(
    <StrictMode>
      <LabContext value={lab}>
        <HostContext value={host}>
          <SceneContext value={scene}>
            <App theme={theme === 'auto' ? 'system' : theme} {...(language !== null && { language })} />
          </SceneContext>
        </HostContext>
      </LabContext>
    </StrictMode>,
  );
}
render(wishes);
host.subscribe(render);
