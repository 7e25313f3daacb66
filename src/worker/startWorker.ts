// Starts a worker and finds out whether it runs. One can fail without a word (sandboxes, policies), so only its answer to
// a hello counts.

import { type Remote, remoteAt } from './calls.ts';
import { createWorker } from './createWorker.ts';
import { Watch } from './watch.ts';

/** What every worker answers as soon as it can. */
interface Greeting {
  hello(): boolean;
}

export interface StartedWorker<Exposed> {
  readonly remote: Remote<Exposed>;
  /** Watches over every request but the hello. */
  readonly watch: Watch;
  /** True once it has answered, false when it has failed or was ended; open while it is silent. */
  readonly answer: Promise<boolean>;
  /** Ends it; requests under way stay unanswered. */
  terminate(): void;
}

/** A worker that runs `source`; null where a policy forbids it or there are none. */
export function startWorker<Exposed extends Greeting>(source: string): StartedWorker<Exposed> | null {
  let worker: Worker;
  try {
    worker = createWorker(source);
  } catch {
    return null;
  }
  const remote = remoteAt<Exposed>(worker);
  const watch = new Watch();
  let isEnded = false;
  let end!: () => void;
  const answer = new Promise<boolean>((resolve) => {
    end = () => resolve(false);
    const fail = (reason: string): void => {
      watch.lose(reason);
      resolve(false);
    };
    worker.addEventListener('error', ({ message }) => fail(`The worker failed: ${message || 'no reason given'}.`));
    worker.addEventListener('messageerror', () => fail('An answer of the worker could not be read.'));
    (remote as Remote<Greeting>).hello().then(
      () => resolve(true),
      () => resolve(false),
    );
  });
  return {
    remote,
    watch,
    answer,
    terminate() {
      if (isEnded) return;
      isEnded = true;
      end();
      watch.end();
      worker.terminate();
    },
  };
}

/** Milliseconds between two looks for an answer. */
export const lookInterval = 250;

/** What became of a hello: the worker answered, failed, or has been silent for so many looks. */
export type Outcome = 'answered' | 'failed' | 'silent';

/**
 * Waits for the answer to the hello. Several looks instead of one long wait: while the page itself is busy an answer may
 * lie ready, unread.
 */
export async function outcomeWithin(
  { answer }: Pick<StartedWorker<unknown>, 'answer'>,
  looks: number,
  interval = lookInterval,
): Promise<Outcome> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const silence = new Promise<null>((resolve) => {
    let left = looks;
    timer = setInterval(() => {
      if (--left <= 0) resolve(null);
    }, interval);
  });
  const isThere = await Promise.race([answer, silence]);
  clearInterval(timer);
  return isThere === null ? 'silent' : isThere ? 'answered' : 'failed';
}
