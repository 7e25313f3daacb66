// Keeps one trainer busy: at most one request is under way, so nothing piles up and nothing races. A trainer that is lost
// is replaced, and one that had to begin in the page's own thread gives way to a worker as soon as one is there.

import type { Reach } from '../training/run/reach.ts';
import { type Connect, type RemoteTrainer, TrainerLostError } from '../training/run/remoteTrainer.ts';
import { nextStretch } from '../training/run/replay.ts';
import type { History } from './history.ts';

/** Longest slice of steps that no frame waits for, in milliseconds; so short that a silent worker is a lost one. */
export const longSlice = 250;

export interface TrainerLinkOptions {
  readonly connect: Connect;
  /** What is to be trained next. */
  readonly config: () => Parameters<Connect>[0];
  /** How much that needs; a trainer of less gives way to another. */
  readonly reach: () => Reach;
  /** Sends the one request that is missing and takes its answer; false when nothing is missing. */
  readonly sendNext: (trainer: RemoteTrainer) => Promise<boolean>;
  /** Another trainer follows, which knows nothing of the run: because one was lost, or (null) because a better one came or is wanted. */
  readonly onReplace: (loss: TrainerLostError | null) => void;
  /** Whether nothing more is to be asked for. */
  readonly isStopped: () => boolean;
}

export class TrainerLink {
  private readonly options: TrainerLinkOptions;
  private trainer: RemoteTrainer | null = null;
  private successor: RemoteTrainer | null = null;
  private isBusy = false;
  /** Whether something changed while a request was under way, so that there may be another to send. */
  private isAsked = false;
  private isDisposed = false;
  private most: Reach = 0;

  constructor(options: TrainerLinkOptions) {
    this.options = options;
  }

  /** Where the present trainer runs; null while there is none. */
  get place(): RemoteTrainer['place'] | null {
    return this.trainer?.place ?? null;
  }

  /** Whether an answer is under way. */
  get isAtWork(): boolean {
    return this.isBusy;
  }

  /** Sends what is missing until nothing is. */
  async settle(): Promise<void> {
    this.isAsked = true;
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while (this.isAsked && !this.isStopped) {
        this.isAsked = false;
        await this.sendAll();
      }
    } finally {
      this.isBusy = false;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.trainer?.dispose();
    this.successor?.dispose();
  }

  private get isStopped(): boolean {
    return this.isDisposed || this.options.isStopped();
  }

  private async sendAll(): Promise<void> {
    try {
      if (this.trainer === null) this.take(await this.options.connect(this.options.config(), this.needed));
      while (!this.isStopped && (await this.sendNext()));
    } catch (error) {
      if (this.isDisposed) return;
      if (!(error instanceof TrainerLostError)) throw error;
      this.replace(null, error);
    }
  }

  /** What was needed once may be so again, as when former steps are taken again. */
  private get needed(): Reach {
    this.most = Math.max(this.most, this.options.reach()) as Reach;
    return this.most;
  }

  private async sendNext(): Promise<boolean> {
    if (this.successor !== null) this.replace(this.successor, null);
    if (this.trainer !== null && (this.trainer.reach ?? 2) < this.needed) this.replace(null, null);
    return this.trainer !== null && (await this.options.sendNext(this.trainer));
  }

  private replace(next: RemoteTrainer | null, loss: TrainerLostError | null): void {
    this.trainer?.dispose();
    this.trainer = null;
    this.successor = null;
    this.isAsked = true;
    this.options.onReplace(loss);
    if (next !== null) this.take(next);
  }

  private take(trainer: RemoteTrainer): void {
    if (this.isDisposed) {
      trainer.dispose();
      return;
    }
    this.trainer = trainer;
    void trainer.successor?.then((next) => {
      if (this.isDisposed || this.trainer !== trainer) next?.dispose();
      else if (next !== null) {
        this.successor = next;
        void this.settle();
      }
    });
  }
}

/**
 * Has a trainer that has just begun take the steps of the log again, each under the hyperparameters it was taken with,
 * while `isWanted`. Returns how many it has taken.
 */
export async function takeAgain(
  trainer: RemoteTrainer,
  { edits, count }: Pick<History, 'edits' | 'count'>,
  isWanted: () => boolean,
): Promise<number> {
  let step = 0;
  while (step < count && isWanted()) {
    const { hyperparameters, until } = nextStretch(edits, step);
    const stepLimit = Math.min(until, count);
    const { steps } = await trainer.advance({
      steps: stepLimit - step,
      milliseconds: longSlice,
      stepLimit,
      hyperparameters,
      beyondConvergence: true,
    });
    // A step that cannot be repeated would be asked for without end.
    if (steps.count === 0) throw new TrainerLostError(`Step ${step} of the log could not be taken again.`);
    step += steps.count;
  }
  return step;
}
