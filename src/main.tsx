// Reads the address, connects the trainer and the page around this one, and renders.

// What several later parts share, none of which is to wait for another.
import './ui/plots/useHeldTouch.ts';
import './ui/spokenNumber.ts';
import { createRoot } from 'react-dom/client';
import { answerHost } from './embed/answerHost.ts';
import { replaceHash } from './embed/capabilities.ts';
import type { ExportRun } from './embed/commands.ts';
import { createHostStore, type HostWishes, noWishes } from './embed/wishes.ts';
import { firstAsked, freePlay, type Opened } from './lab/firstOpened.ts';
import { Lab } from './lab/lab.ts';
import { awaitParts } from './lab/laterParts.ts';
import { opening } from './lab/lessonState.ts';
import { foreseeLinks, loadLinks, sayOfBeside, syncLink } from './lab/linkSync.ts';
import { loadUntold, tryAgain } from './lab/missing.ts';
import { withNotices } from './lab/notices.ts';
import { openLesson } from './lab/openLesson.ts';
import { loadOwnPart } from './lab/own/loadOwnPart.ts';
import { needsOwnPart } from './lab/own/ownSlot.ts';
import { planeAtFirst } from './lab/planeChoice.ts';
import { watchedAtFirst } from './lab/store.ts';
import type { ReadLink } from './lab/url.ts';
import { watchVisibility } from './lab/visibility.ts';
import { present } from './training/present.ts';
import { LabPage } from './ui/LabPage.tsx';
import { Scene } from './ui/plots/scene.ts';
import { foreseeRun, loadOfRun } from './ui/run/ofRun.tsx';
import { takeOver } from './ui/takeOver.ts';
import { lightenPaper } from './ui/useTheme.ts';
import { connectTrainer } from './worker/connect.ts';

const root = present(document.getElementById('root'));

/** What the address says: which run, and what the page around this one wishes. */
interface Said extends Opened {
  readonly wishes: HostWishes;
  readonly refusedWishes: readonly string[];
}

/** What holds without a link: the first question is asked, but not on a page within another one. */
const withoutLink = ({ isEmbedded }: HostWishes): Opened =>
  parent !== window || isEmbedded ? freePlay() : firstAsked();

function withLink(link: ReadLink): Opened {
  const { asks } = link;
  return { link, lesson: asks === undefined ? null : opening(asks.key, asks.guess) };
}

async function readAddress(): Promise<Said> {
  const [{ askedAddress, parseLink }, { parseHost }] = await Promise.all([
    loadLinks(),
    loadUntold(() => import('./embed/host.ts')),
    loadOfRun(),
    // What reads a link asks for it, but only once it is there itself.
    loadUntold(() => import('./training/whole.ts')),
  ]);
  const { search, hash } = askedAddress(document);
  if (needsOwnPart(hash)) await loadOwnPart();
  const { wishes, refused } = parseHost(search);
  return { ...(hash.length < 2 ? withoutLink(wishes) : withLink(parseLink(hash))), wishes, refusedWishes: refused };
}

async function startBare(): Promise<void> {
  const opened = withoutLink(noWishes);
  if (opened.lesson === null) await loadOfRun();
  start({ ...opened, wishes: noWishes, refusedWishes: [] });
}

function start({ link, lesson, wishes, refusedWishes }: Said): void {
  const { config, hyperparameters, step, phase, refused, ...said } = link;
  const { watched = watchedAtFirst, planeChoice = planeAtFirst, beside = {}, dataMark: awaitedData = null } = said;
  const host = createHostStore(wishes);
  const scene = new Scene();

  const lab = new Lab({
    connect: (config, least) => loadUntold(() => connectTrainer(config, least)),
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
      awaitedData,
      lesson,
      notices: withNotices(withNotices([], refused, 'link'), refusedWishes, 'address'),
    },
  });
  awaitParts(lab);
  if (lesson === null) lab.takeSteps(step);
  else void openLesson(lab, lesson.key, lesson.guess);
  syncLink(lab, window, replaceHash);
  void sayOfBeside(lab);

  addEventListener('online', tryAgain);
  const once = { once: true, capture: true };
  for (const kind of ['pointerdown', 'keydown']) {
    addEventListener(kind, foreseeRun, once);
    addEventListener(kind, foreseeLinks, once);
  }
  // Before a button is pressed the pointer moves to it.
  addEventListener('pointermove', foreseeRun, once);
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

  const answer = (): void =>
    answerHost({ page: window, lab, host, exportRun, measured: wishes.tellsHeight ? root : null });
  lab.revealsAtOnce = wishes.presents === null;
  // Before an audience the key that reveals is taken before a deck around this page hears of it.
  if (wishes.presents === null) answer();
  else
    void loadUntold(() => import('./embed/lecture.ts')).then(({ joinLecture }) => {
      joinLecture({ page: window, lab, host });
      answer();
    });

  takeOver(root, lab);
  const reactRoot = createRoot(root);
  const render = (now: HostWishes): void => reactRoot.render(<LabPage {...{ lab, host, scene }} wishes={now} />);
  render(wishes);
  host.subscribe(render);
}

/** The one file is also the page that reads answers, by the hash `#answers`; elsewhere that is a page of its own. */
const isOneFile = import.meta.env.MODE === 'single';
const asksForAnswers = (): boolean => location.hash === '#answers';
if (isOneFile) {
  const began = asksForAnswers();
  addEventListener('hashchange', () => {
    if (asksForAnswers() !== began) location.reload();
  });
}

if (isOneFile && asksForAnswers())
  void loadUntold(() => import('./ui/answers/showAnswers.tsx')).then(({ showAnswers }) => showAnswers(root));
// A page without an address of its own is told by another way.
else if (location.search === '' && location.hash.length < 2 && location.protocol !== 'about:') void startBare();
else void readAddress().then(start);
