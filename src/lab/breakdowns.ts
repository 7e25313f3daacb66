// Counts the trainers that were lost. One lost now and then is replaced without a word; three within half a minute
// mean that the next would be lost as well.

import type { TrainerLostError } from '../training/run/remoteTrainer.ts';
import type { LabState } from './store.ts';

/** So many losses within so many milliseconds end the attempts. */
const mostLosses = 3;
const period = 30_000;

export class Breakdowns {
  private recent: { readonly time: number; readonly account: string }[] = [];
  private readonly now: () => number;

  /** @param now a clock in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** Notes a loss. Returns null while another trainer is worth a try, else an account of all losses, for copying. */
  add({ message }: TrainerLostError, { config, hyperparameters, stepCount, cursor }: LabState): string | null {
    const time = this.now();
    const account = `${(time / 1000).toFixed(1)} s after the page began, at step ${cursor} of ${stepCount}: ${message}`;
    this.recent = [...this.recent.filter((loss) => time - loss.time < period), { time, account }];
    if (this.recent.length < mostLosses) return null;
    const accounts = this.recent.map((loss) => loss.account);
    this.recent = [];
    return [
      `Training stopped: ${mostLosses} workers were lost within ${period / 1000} s.`,
      ...accounts,
      JSON.stringify({ config, hyperparameters }),
    ].join('\n');
  }
}
