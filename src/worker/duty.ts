// How much of a core the training may take while its page is not in front: less than 70 % of one, all runs together, so
// that what the reader does elsewhere has room and a battery lasts. In front it takes what its slices of frames allow.

import type { Connect, RemoteTrainer } from '../training/run/remoteTrainer.ts';

/** Share of the time that slices may fill; what else a trainer is asked for and its messages come on top. */
const share = 0.6;
/** Milliseconds that are saved up at most while nothing is computed, and with how many a slice is begun. */
const mostSaved = 12;
const leastSlice = 2;

export interface DutyClock {
  /** Milliseconds since some moment. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

const pageClock: DutyClock = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export class Duty {
  isInFront = true;
  private readonly clock: DutyClock;
  private saved = mostSaved;
  private savedAt: number;

  constructor(clock: DutyClock = pageClock) {
    this.clock = clock;
    this.savedAt = clock.now();
  }

  /** Does work of at most `most` milliseconds once there is time for it; `work` is told how long it may take. */
  async spend<Answer>(most: number, work: (milliseconds: number) => Promise<Answer>): Promise<Answer> {
    while (!this.isInFront && this.saveUp() < leastSlice)
      await this.clock.wait(Math.ceil((leastSlice - this.saved) / share));
    if (this.isInFront) return work(most);
    const slice = Math.min(most, this.saved);
    // What is begun is paid at once, so that another run cannot spend the same time.
    this.saved -= slice;
    const begun = this.clock.now();
    try {
      return await work(slice);
    } finally {
      this.saved += slice - (this.clock.now() - begun);
    }
  }

  /** What is saved by now. */
  private saveUp(): number {
    const now = this.clock.now();
    this.saved = Math.min(mostSaved, this.saved + share * (now - this.savedAt));
    this.savedAt = now;
    return this.saved;
  }
}

/** Trainers whose steps keep to a duty that they share. */
export const onDuty =
  (connect: Connect, duty: Duty): Connect =>
  async (...asked) =>
    keeping(await connect(...asked), duty);

const keeping = (trainer: RemoteTrainer, duty: Duty): RemoteTrainer => ({
  ...trainer,
  ...(trainer.successor !== undefined && {
    successor: trainer.successor.then((next) => next && keeping(next, duty)),
  }),
  advance: (request) =>
    duty.spend(request.milliseconds, (milliseconds) => trainer.advance({ ...request, milliseconds })),
});

/** Tells whether the page is in front, now and whenever that changes: shown, in a window that has the focus. */
export function watchFront(view: Window, onChange: (isInFront: boolean) => void): void {
  const tell = (): void => onChange(view.document.visibilityState !== 'hidden' && view.document.hasFocus());
  tell();
  for (const kind of ['focus', 'blur']) view.addEventListener(kind, tell);
  view.document.addEventListener('visibilitychange', tell);
}
