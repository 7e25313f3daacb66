// Watches over requests to a worker: a worker that dies says nothing, so one that owes an answer for too long is lost.

import { TrainerLostError } from '../training/run/remoteTrainer.ts';

/** Silence is counted in looks rather than read off a clock: a page that slept has not looked. */
const interval = 200;
/** Two seconds; twice as much after each worker that fell silent, for a machine that has much else to do. */
let mostLooks = 10;
const longestLooks = 80;

export class Watch {
  private readonly pending = new Set<(error: TrainerLostError) => void>();
  private looks = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private lost: TrainerLostError | null = null;

  /**
   * The answer of `request`, or a TrainerLostError when the worker is lost before. `what` names the request; one without
   * a name may take as long as it likes.
   */
  over<Answer>(what: string | null, request: () => PromiseLike<Answer>): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      if (this.lost !== null) {
        reject(this.lost);
        return;
      }
      this.add(what, reject);
      const done = (): void => {
        this.looks = 0;
        this.remove(reject);
      };
      request().then(
        (answer) => {
          done();
          resolve(answer);
        },
        (error) => {
          done();
          reject(error);
        },
      );
    });
  }

  /** Every request under way, and every later one, ends with a TrainerLostError. */
  lose(reason: string): void {
    this.lost ??= new TrainerLostError(reason);
    for (const reject of this.pending) reject(this.lost);
    this.end();
  }

  /** Stops watching; requests under way stay unanswered. */
  end(): void {
    this.pending.clear();
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private add(what: string | null, reject: (error: TrainerLostError) => void): void {
    this.pending.add(reject);
    if (this.timer !== undefined || what === null) return;
    this.looks = 0;
    this.timer = setInterval(() => {
      this.looks++;
      if (this.looks < mostLooks) return;
      this.lose(`The worker did not answer to "${what}" within ${(interval * mostLooks) / 1000} s.`);
      mostLooks = Math.min(longestLooks, 2 * mostLooks);
    }, interval);
  }

  private remove(reject: (error: TrainerLostError) => void): void {
    this.pending.delete(reject);
    if (this.pending.size === 0) this.end();
  }
}
