// Connects the page to a trainer: in a worker where one starts in time, else in the page's own thread. A worker that was
// late, as on a machine with much else to do, takes over when it is there, or another one that is started while the page
// is idle.

import { isBeyondPairs } from '../training/run/configuration.ts';
import { isWhole, type Reach } from '../training/run/reach.ts';
import type { Connect, RemoteTrainer } from '../training/run/remoteTrainer.ts';
import { transfer } from './calls.ts';
import { onDuty } from './duty.ts';
import { lookInterval, outcomeWithin, type StartedWorker, startWorker } from './startWorker.ts';
import type { ExposedTrainer } from './training.worker.ts';
import { source } from './training.worker.ts?source';

/** Looks for the answer to the first hello: one second. Every later worker gets twice the time of the one before it. */
const firstLooks = 4;
/** The longest wait of all: half a minute. After it no more is tried. */
const mostLooks = 128;

interface TrainingWorker extends StartedWorker<ExposedTrainer> {
  readonly reach: Reach;
}

/** The text of the script that reaches so far. */
async function scriptOf(reach: Reach): Promise<string> {
  if (reach === 0) return source;
  return (await (reach === 1 ? import('./whole.worker.ts?source') : import('./network.worker.ts?source'))).source;
}

/** A worker whose script is only as large as what is to be trained needs; null where none can be. */
async function startFor(...[config, least]: Parameters<Connect>): Promise<TrainingWorker | null> {
  // A page that holds everything may need all of it next.
  const reach = isBeyondPairs(config) ? 2 : (Math.max(least, isWhole() ? 1 : 0) as Reach);
  const worker = startWorker<ExposedTrainer>(await scriptOf(reach));
  return worker === null ? null : { ...worker, reach };
}

/** @param interval milliseconds between two looks for an answer */
export async function connectTrainer(
  config: Parameters<Connect>[0],
  least: Reach,
  interval = lookInterval,
): Promise<RemoteTrainer> {
  const asked = [config, least] as const;
  const worker = await startFor(...asked);
  const outcome = worker === null ? 'failed' : await outcomeWithin(worker, firstLooks, interval);
  if (worker !== null && outcome === 'answered') return fromWorker(worker);
  // Few pages ever need the other trainer, so it is loaded only then.
  const page = (await import('./pageTrainer.ts')).createPageTrainer();
  if (worker === null || outcome === 'failed') {
    worker?.terminate();
    return page;
  }
  const giveUp = new AbortController();
  return { ...page, successor: lateTrainer(worker, asked, interval, giveUp.signal), dispose: () => giveUp.abort() };
}

/** A trainer in a worker that answers at last; null when none does. */
async function lateTrainer(
  first: TrainingWorker,
  asked: Readonly<Parameters<Connect>>,
  interval: number,
  signal: AbortSignal,
): Promise<RemoteTrainer | null> {
  let worker: TrainingWorker | null = first;
  for (let looks = firstLooks; worker !== null; looks *= 2) {
    const { terminate } = worker;
    signal.addEventListener('abort', terminate);
    const outcome = await outcomeWithin(worker, looks, interval);
    signal.removeEventListener('abort', terminate);
    if (outcome === 'answered' && !signal.aborted) return fromWorker(worker);
    terminate();
    if (outcome !== 'silent' || looks >= mostLooks) return null;
    await idle();
    worker = signal.aborted ? null : await startFor(...asked);
    if (signal.aborted) worker?.terminate();
  }
  return null;
}

/** Until the page has nothing to do. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve);
    else setTimeout(resolve);
  });

function fromWorker({ remote, watch, reach, terminate }: TrainingWorker): RemoteTrainer {
  return {
    place: 'worker',
    reach,
    start: (config) => watch.over('start', () => remote.start(config)),
    rewind: (step) => watch.over('rewind', () => remote.rewind(step)),
    preview: (...request) => watch.over('preview', () => remote.preview(...request)),
    maps: (request) => watch.over('maps', () => remote.maps(request)),
    plane: (request) => watch.over('plane', () => remote.plane(request)),
    noise: (request) => watch.over('noise', () => remote.noise(request)),
    curvature: (request) => watch.over('curvature', () => remote.curvature(request)),
    surface: (request) => watch.over('surface', () => remote.surface(request)),
    trace: (surface) => watch.over('trace', () => remote.trace(surface)),
    losses: (...request) => watch.over('losses', () => remote.losses(...request)),
    advance: ({ buffer, ...asked }) =>
      onDuty(asked.milliseconds, (milliseconds) =>
        watch.over('advance', () => {
          const request = { ...asked, buffer, milliseconds };
          return remote.advance(buffer === undefined ? request : transfer(request, [buffer.buffer]));
        }),
      ),
    dispose: terminate,
  };
}
