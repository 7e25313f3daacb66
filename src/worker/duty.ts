// How much of a core the training may take while its page is not in front: less than 70 % of one, all runs together, so
// that what the reader does elsewhere has room and a battery lasts. In front it takes what its slices of frames allow.

import type { Connect, RemoteTrainer } from '../training/run/remoteTrainer.ts';

/** Share of the time that slices may fill; what else a trainer is asked for and its messages come on top. */
const share = 0.6;
/** The longest of these slices, in milliseconds. */
const slice = 8;

export interface DutyClock {
  /** Milliseconds since some moment. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

const pageClock: DutyClock = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Trainers whose steps, of all of them together, keep to that share while the page is not in front. */
export function onDuty(connect: Connect, isInFront: () => boolean, { now, wait } = pageClock): Connect {
  /** The moment up to which the time is spent. */
  let spent = 0;
  const keeping = (trainer: RemoteTrainer): RemoteTrainer => ({
    ...trainer,
    ...(trainer.successor && { successor: trainer.successor.then((next) => next && keeping(next)) }),
    async advance(request) {
      while (!isInFront() && spent > now()) await wait(spent - now());
      if (isInFront()) return trainer.advance(request);
      const [begun, milliseconds] = [now(), Math.min(slice, request.milliseconds)];
      // What is begun is paid at once, so that another run cannot spend the same time.
      spent = begun + milliseconds / share;
      const reply = await trainer.advance({ ...request, milliseconds });
      spent += (now() - begun - milliseconds) / share;
      return reply;
    },
  });
  return async (...asked) => keeping(await connect(...asked));
}

/** Whether the page is in front: shown, in a window that has the focus. */
export const isInFront = (): boolean => document.visibilityState !== 'hidden' && document.hasFocus();
