// Connects the page to a trainer: in a worker where one starts in time, else in the page's own thread.
// A worker can fail without a word (sandboxes, policies), so only its answer to a hello counts.

import { type Remote, releaseProxy, transfer, wrap } from 'comlink';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import { createWorker } from './createWorker.ts';
import type { ExposedTrainer } from './training.worker.ts';
import { source } from './training.worker.ts?source';
import { Watch } from './watch.ts';

/** Time for a worker to answer the hello, in milliseconds, and the looks it is divided into. */
const helloTimeout = 1000;
const helloLooks = 4;

export async function connectTrainer(): Promise<RemoteTrainer> {
  // Few pages ever need the other trainer, so it is loaded only then.
  return (await connectWorker()) ?? (await import('./pageTrainer.ts')).createPageTrainer();
}

async function connectWorker(): Promise<RemoteTrainer | null> {
  let worker: Worker;
  try {
    worker = createWorker(source);
  } catch {
    return null;
  }
  const remote = wrap<ExposedTrainer>(worker);
  if (await answers(worker, remote)) return fromWorker(worker, remote);
  worker.terminate();
  return null;
}

function answers(worker: Worker, remote: Remote<ExposedTrainer>): Promise<boolean> {
  return new Promise((resolve) => {
    // Several looks instead of one long wait: while the page itself is busy an answer may lie ready, unread.
    let looks = 0;
    const timer = setInterval(() => {
      if (++looks >= helloLooks) end(false);
    }, helloTimeout / helloLooks);
    const end = (isThere: boolean): void => {
      clearInterval(timer);
      resolve(isThere);
    };
    worker.onerror = () => end(false);
    remote.hello().then(
      () => end(true),
      () => end(false),
    );
  });
}

function fromWorker(worker: Worker, remote: Remote<ExposedTrainer>): RemoteTrainer {
  const watch = new Watch();
  worker.onerror = (event) => watch.lose(`The worker failed: ${event.message || 'no reason given'}.`);
  worker.onmessageerror = () => watch.lose('An answer of the worker could not be read.');
  return {
    place: 'worker',
    start: (config) => watch.over('start', () => remote.start(config)),
    rewind: (step) => watch.over('rewind', () => remote.rewind(step)),
    preview: (step, hyperparameters) => watch.over('preview', () => remote.preview(step, hyperparameters)),
    surface: (request) => watch.over('surface', () => remote.surface(request)),
    losses: (weights) => watch.over('losses', () => remote.losses(weights)),
    advance: (request) =>
      watch.over('advance', () =>
        remote.advance(request.buffer === undefined ? request : transfer(request, [request.buffer.buffer])),
      ),
    dispose() {
      watch.end();
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
