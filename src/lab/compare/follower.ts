// Keeps one run beside the page's own up with the shared clock: a trainer of its own takes the steps that are due, at most
// one request under way. The run is a function of its log, so a lost trainer is replaced and takes them all again.

import { type RemoteTrainer, TrainerLostError } from '../../training/run/remoteTrainer.ts';
import { nextStretch } from '../../training/run/replay.ts';
import type { Edit, RunConfig, RunEnd } from '../../training/run/run.ts';
import { History } from '../history.ts';

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
}

export interface FollowerOptions {
  readonly connect: () => Promise<RemoteTrainer>;
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
  private trainer: RemoteTrainer | null = null;
  private buffer: Float64Array<ArrayBuffer> | undefined;
  private started: FollowerPlan | null = null;
  private losses = 0;
  private isBusy = false;
  private isAsked = false;
  private isDisposed = false;

  constructor(plan: FollowerPlan, options: FollowerOptions) {
    this.plan = plan;
    this.options = options;
  }

  /** Whether steps are due that were not taken yet. */
  get isBehind(): boolean {
    return !this.hasStopped && (this.started !== this.plan || this.history.count < this.options.stepsDue(this));
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
  async settle(): Promise<void> {
    this.isAsked = true;
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while (this.isAsked && !this.isDisposed && this.end !== 'lost') {
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
    this.trainer = null;
  }

  private async sendAll(): Promise<void> {
    try {
      const trainer = this.trainer ?? (await this.options.connect());
      if (this.isDisposed) trainer.dispose();
      else this.trainer = trainer;
      while (!this.isDisposed && (await this.sendNext(trainer)));
    } catch (error) {
      if (this.isDisposed) return;
      if (!(error instanceof TrainerLostError)) throw error;
      this.replace();
    }
  }

  private replace(): void {
    this.trainer?.dispose();
    this.trainer = null;
    this.started = null;
    this.losses++;
    if (this.losses >= mostLosses) {
      this.end = 'lost';
      this.options.onChange();
    } else this.isAsked = true;
  }

  private async sendNext(trainer: RemoteTrainer): Promise<boolean> {
    const { plan, history } = this;
    if (this.started !== plan) {
      this.started = plan;
      history.clear();
      this.end = null;
      await trainer.start(plan.config);
      return true;
    }
    if (!this.hasStopped && history.count < this.options.stepsDue(this)) return this.advance(trainer, plan);
    const { steps, weights } = history.fullLoss.missing(history);
    if (steps.length === 0) return false;
    const losses = await trainer.losses(weights);
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
    this.history.append(reply.steps, hyperparameters);
    this.end = reply.end;
    this.options.onChange();
    return true;
  }
}
