// Connects the page to a trainer: in a worker where one starts in time, else in the page's own thread.
// A worker can fail without a word (sandboxes, policies), so only its answer to a hello counts.

import { type Remote, releaseProxy, transfer, wrap } from 'comlink';
import type { RemoteTrainer } from '../training/remoteTrainer.ts';
import { Trainer } from '../training/trainer.ts';
import type { ExposedTrainer } from './training.worker.ts';
import TrainingWorker from './training.worker.ts?worker&inline';

/** Time for a worker to answer the hello, in milliseconds. */
const helloTimeout = 1000;

/** The longest slice of training on the page's own thread, in milliseconds, so that frames still come. */
const pageSlice = 6;

export async function connectTrainer(): Promise<RemoteTrainer> {
  return (await connectWorker()) ?? createPageTrainer();
}

async function connectWorker(): Promise<RemoteTrainer | null> {
  let worker: Worker;
  try {
    worker = new TrainingWorker();
  } catch {
    return null;
  }
  const remote = wrap<ExposedTrainer>(worker);
  const answered = await Promise.race([
    remote.hello(),
    new Promise<false>((resolve) => {
      worker.onerror = () => resolve(false);
      setTimeout(() => resolve(false), helloTimeout);
    }),
  ]);
  if (answered) return fromWorker(worker, remote);
  worker.terminate();
  return null;
}

function fromWorker(worker: Worker, remote: Remote<ExposedTrainer>): RemoteTrainer {
  return {
    place: 'worker',
    start: (config) => remote.start(config),
    rewind: (step) => remote.rewind(step),
    preview: (step, hyperparameters) => remote.preview(step, hyperparameters),
    restore: (edits, step) => remote.restore(edits, step),
    surface: (request) => remote.surface(request),
    losses: (weights) => remote.losses(weights),
    advance: (request) =>
      remote.advance(request.buffer === undefined ? request : transfer(request, [request.buffer.buffer])),
    dispose() {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}

/** A trainer in the page's own thread, in slices short enough for the frames between them. */
export function createPageTrainer(): RemoteTrainer {
  const trainer = new Trainer(() => performance.now());
  return {
    place: 'page',
    start: async (config) => trainer.start(config),
    rewind: async (step) => trainer.rewind(step),
    preview: async (step, hyperparameters) => trainer.preview(step, hyperparameters),
    restore: async (edits, step) => trainer.restore(edits, step),
    surface: async (request) => trainer.surface(request),
    losses: async (weights) => trainer.losses(weights),
    advance: async (request) =>
      trainer.advance({ ...request, milliseconds: Math.min(request.milliseconds, pageSlice) }),
    dispose: () => {},
  };
}
