// Keeps one run beside the page's own up with the shared clock: a trainer of its own takes the steps that are due.

import type { View } from '../../training/plane.ts';
import { isBeyondPairs } from '../../training/run/configuration.ts';
import type { Connect, RemoteTrainer } from '../../training/run/remoteTrainer.ts';
import { nextStretch } from '../../training/run/replay.ts';
import type { Edit, RunConfig, RunEnd } from '../../training/run/run.ts';
import { History } from '../history.ts';
import { TrainerLink, takeAgain } from '../trainerLink.ts';

/** Longest slice of training per request, in milliseconds. */
const slice = 8;

/** Steps at which a run beside another one stops. */
export const followerLimit = 1_000_000;

/** Trainers that may be lost before the run is given up. */
const mostLosses = 3;

export interface FollowerPlan {
  readonly config: RunConfig;
  /** The log of the run, its first edit at step 0. */
  readonly edits: readonly Edit[];
  /** The run by whose loss it is measured where it trains another; absent where both are one. */
  readonly yardstick?: RunConfig;
}

export interface FollowerOptions {
  readonly connect: Connect;
  /** The plane in which its path is seen. */
  readonly view: View;
  /** The losses of all data at these weights, one set after the other, as the run `config` has them; null where unknown. */
  readonly measure: (config: RunConfig, weights: Float64Array) => Promise<Float64Array | null>;
  /** Steps that the run may have taken now. */
  readonly stepsDue: (follower: Follower) => number;
  /** Steps or losses have come, or the run has come to an end. */
  readonly onChange: () => void;
}

export class Follower {
  readonly history = new History();
  plan: FollowerPlan;
  /** Why the run stands where it does; one that diverged takes no further step, one that converged may. */
  end: RunEnd | 'lost' | null = null;
  private readonly options: FollowerOptions;
  private readonly link: TrainerLink;
  private buffer: Float64Array<ArrayBuffer> | undefined;
  /** The plan that the trainer follows; null for one that knows nothing yet. */
  private started: FollowerPlan | null = null;
  private losses = 0;

  constructor(plan: FollowerPlan, options: FollowerOptions) {
    this.plan = plan;
    this.options = options;
    this.history.show(options.view);
    this.link = new TrainerLink({
      connect: options.connect,
      config: () => this.plan.config,
      // Whoever compares has everything there.
      reach: () => (isBeyondPairs(this.plan.config) ? 2 : 1),
      sendNext: (trainer) => this.sendNext(trainer),
      onReplace: (loss) => {
        this.started = null;
        if (loss !== null) this.countLoss();
      },
      isStopped: () => this.end === 'lost',
    });
  }

  /** Whether steps are due that were not taken yet. */
  get isBehind(): boolean {
    return !this.hasStopped && (this.started !== this.plan || this.history.count < this.options.stepsDue(this));
  }

  /** Whether an answer is under way. */
  get isAtWork(): boolean {
    return this.link.isAtWork;
  }

  get hasStopped(): boolean {
    return this.end !== null && this.end !== 'converged';
  }

  /** Runs another plan from its beginning, and catches up. */
  restart(plan: FollowerPlan): void {
    this.plan = plan;
    this.losses = 0;
    this.history.clear();
    this.end = null;
    void this.settle();
  }

  /** Takes what is due. */
  settle(): Promise<void> {
    return this.link.settle();
  }

  dispose(): void {
    this.link.dispose();
  }

  private countLoss(): void {
    this.losses++;
    if (this.losses < mostLosses) return;
    this.end = 'lost';
    this.options.onChange();
  }

  private async sendNext(trainer: RemoteTrainer): Promise<boolean> {
    const { plan, history } = this;
    if (this.started !== plan) {
      this.started = plan;
      await trainer.start(plan.config);
      await takeAgain(trainer, history, () => plan === this.plan);
      return true;
    }
    if (!this.hasStopped && history.count < this.options.stepsDue(this)) return this.advance(trainer, plan);
    const { steps, weights } = history.fullLoss.missing(history);
    if (steps.length === 0) return false;
    const { yardstick } = plan;
    const losses = await (yardstick === undefined ? trainer.losses(weights) : this.options.measure(yardstick, weights));
    if (losses === null) return false;
    if (plan === this.plan) {
      history.fullLoss.append(steps, losses);
      this.options.onChange();
    }
    return true;
  }

  /** Steps up to what is due, or to the next edit of the log. */
  private async advance(trainer: RemoteTrainer, plan: FollowerPlan): Promise<boolean> {
    const { count } = this.history;
    const { hyperparameters, until } = nextStretch(plan.edits, count);
    // The buffer is away until the reply brings it back, and stays away when none comes.
    const { buffer } = this;
    this.buffer = undefined;
    const reply = await trainer.advance({
      steps: Math.min(until, followerLimit, this.options.stepsDue(this)) - count,
      milliseconds: slice,
      stepLimit: followerLimit,
      hyperparameters,
      // The runs stay together whether or not this one has found the minimum.
      beyondConvergence: true,
      buffer,
    });
    this.buffer = reply.steps.buffer;
    if (plan !== this.plan) return true;
    this.history.append(reply.steps, hyperparameters, reply.detail.weights);
    this.end = reply.end;
    this.options.onChange();
    return true;
  }
}
