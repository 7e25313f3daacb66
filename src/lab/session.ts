// Keeps what the page shows in step with what it asks for: compares the store with what the trainer last answered and
// sends the one request that is missing. At most one request is under way, so nothing piles up and nothing races.
// A trainer that is lost is replaced, and the next one brought through the log to the same step.

import { type RemoteTrainer, TrainerLostError } from '../training/run/remoteTrainer.ts';
import { nextStretch } from '../training/run/replay.ts';
import type { Hyperparameters } from '../training/run/run.ts';
import type { AdvanceReply } from '../training/run/trainer.ts';
import type { Domain } from '../training/vector.ts';
import { Breakdowns } from './breakdowns.ts';
import type { History } from './history.ts';
import type { LabState, LabStore } from './store.ts';

/** Longest slice of training per frame, in milliseconds. */
const slice = 8;

/** Longest slice of steps that no frame waits for; short enough that a silent worker is a lost one. */
const longSlice = 250;

/** Samples of the loss surface along each weight. */
export const surfaceResolution = 128;

export class Session {
  /** Steps asked for by hand and not yet taken. */
  wantedSteps = 0;
  /** Steps that the playback owes; whole ones are taken at the next opportunity. */
  credit = 0;
  /** Whether playing goes on where nothing moves any more. */
  playsBeyondConvergence = false;
  /** Begins the run anew when it differs from the one the trainer runs. */
  wantedRun = 1;

  private readonly store: LabStore;
  private readonly history: History;
  private readonly connect: () => Promise<RemoteTrainer>;
  private readonly onAdvance: (reply: AdvanceReply, hyperparameters: Hyperparameters) => void;
  private readonly onRefusal: (sentence: string) => void;
  private readonly onFailure: (details: string) => void;
  private trainer: RemoteTrainer | null = null;
  private run = 0;
  private isBusy = false;
  /** Whether something changed while a request was under way, so that there may be another to send. */
  private isAsked = false;
  private isDisposed = false;
  private buffer: Float64Array<ArrayBuffer> | undefined;
  private readonly breakdowns = new Breakdowns();
  private detailOf: readonly [run: number, cursor: number, hyperparameters: Hyperparameters] | null = null;
  private surfaceOf: readonly [data: string, view: Domain] | null = null;

  constructor(options: {
    readonly store: LabStore;
    readonly history: History;
    readonly connect: () => Promise<RemoteTrainer>;
    readonly onAdvance: (reply: AdvanceReply, hyperparameters: Hyperparameters) => void;
    readonly onRefusal: (sentence: string) => void;
    /** Too many trainers were lost in a short time; nothing is asked for until `failure` is cleared. */
    readonly onFailure: (details: string) => void;
  }) {
    this.store = options.store;
    this.history = options.history;
    this.connect = options.connect;
    this.onAdvance = options.onAdvance;
    this.onRefusal = options.onRefusal;
    this.onFailure = options.onFailure;
  }

  get place(): RemoteTrainer['place'] | null {
    return this.trainer?.place ?? null;
  }

  /** Sends what is missing until nothing is; steps of a playing run at most once per call. */
  async settle(): Promise<void> {
    this.isAsked = true;
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while (this.isAsked && !this.isStopped) {
        this.isAsked = false;
        await this.sendAll();
      }
    } catch (error) {
      // An error that crossed from the worker has lost its class but not its name.
      if (!(error instanceof Error && error.name === 'RangeError')) throw error;
      this.onRefusal(error.message);
    } finally {
      this.isBusy = false;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.trainer?.dispose();
  }

  /** Nothing more is asked for: the page is gone, or too many trainers were lost. */
  private get isStopped(): boolean {
    return this.isDisposed || this.store.getState().failure !== null;
  }

  private async sendAll(): Promise<void> {
    try {
      this.trainer ??= await this.connect();
      if (this.isDisposed) this.trainer.dispose();
      while (!this.isStopped && (await this.sendNext(this.trainer)));
    } catch (error) {
      if (!(error instanceof TrainerLostError)) throw error;
      this.replace(error);
    }
  }

  /** Lets the lost trainer go; the next one begins the same run anew and catches up with the log. */
  private replace(error: TrainerLostError): void {
    this.trainer?.dispose();
    this.trainer = null;
    this.run = 0;
    this.isAsked = true;
    const failure = this.breakdowns.add(error, this.store.getState());
    if (failure !== null) this.onFailure(failure);
  }

  private async sendNext(trainer: RemoteTrainer): Promise<boolean> {
    const state = this.store.getState();
    if (this.run !== this.wantedRun) return this.start(trainer, state);
    if (this.wantedSteps > 0 || this.credit >= 1) return this.advance(trainer, state);
    if (!this.isDetailFresh(state)) return this.preview(trainer, state);
    if (!this.isSurfaceFresh(state)) return this.sampleSurface(trainer, state);
    return this.sampleFullLoss(trainer);
  }

  private async start(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    const run = this.wantedRun;
    this.run = run;
    const examples = await trainer.start(state.config);
    if (run !== this.wantedRun) return true;
    this.store.setState({ examples });
    await this.catchUp(trainer);
    return true;
  }

  /** Takes the steps of the log again, each under the hyperparameters it was taken with. A new run has none. */
  private async catchUp(trainer: RemoteTrainer): Promise<void> {
    const { edits, count } = this.history;
    for (let step = 0; step < count; ) {
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
  }

  private async advance(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    const { run } = this;
    const byHand = this.wantedSteps > 0;
    const steps = byHand ? this.wantedSteps : Math.floor(this.credit);
    if (state.cursor < state.stepCount) {
      await trainer.rewind(state.cursor);
      this.history.truncate(state.cursor);
      this.store.setState({ stepCount: state.cursor });
    }
    // The buffer is away until the reply brings it back, and stays away when none comes.
    const { buffer } = this;
    this.buffer = undefined;
    const reply = await trainer.advance({
      steps,
      milliseconds: byHand ? longSlice : slice,
      stepLimit: state.stepLimit,
      hyperparameters: state.hyperparameters,
      beyondConvergence: byHand || this.playsBeyondConvergence,
      buffer,
    });
    this.buffer = reply.steps.buffer;
    if (run !== this.wantedRun) return true;
    this.wantedSteps = byHand && reply.end === null ? Math.max(0, this.wantedSteps - reply.steps.count) : 0;
    if (!byHand) this.credit = state.speed === Number.POSITIVE_INFINITY ? 0 : Math.max(0, this.credit - steps);
    this.detailOf = [run, reply.detail.step, state.hyperparameters];
    this.onAdvance(reply, state.hyperparameters);
    return true;
  }

  private async preview(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    const { run } = this;
    const detail = await trainer.preview(state.cursor, state.hyperparameters);
    this.detailOf = [run, state.cursor, state.hyperparameters];
    if (run === this.wantedRun) this.store.setState({ detail });
    return true;
  }

  private async sampleSurface(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    const { run } = this;
    const surface = await trainer.surface({
      domain: state.view,
      columns: surfaceResolution,
      rows: surfaceResolution,
    });
    this.surfaceOf = [dataKey(state), state.view];
    if (run === this.wantedRun) this.store.setState({ surface });
    return true;
  }

  /** The full loss along the path, a little behind the steps. Ends the round: nothing is more urgent after it. */
  private async sampleFullLoss(trainer: RemoteTrainer): Promise<boolean> {
    const { run } = this;
    const { steps, weights } = this.history.fullLoss.missing(this.history);
    if (steps.length === 0) return false;
    const losses = await trainer.losses(weights);
    if (run !== this.wantedRun) return true;
    this.history.fullLoss.append(steps, losses);
    this.store.setState({ fullLossCount: this.history.fullLoss.count });
    return true;
  }

  private isDetailFresh(state: LabState): boolean {
    if (this.detailOf === null) return false;
    const [run, cursor, hyperparameters] = this.detailOf;
    return run === this.run && cursor === state.cursor && hyperparameters === state.hyperparameters;
  }

  private isSurfaceFresh(state: LabState): boolean {
    return this.surfaceOf !== null && this.surfaceOf[1] === state.view && this.surfaceOf[0] === dataKey(state);
  }
}

/** What the loss surface depends on. */
function dataKey({ config }: LabState): string {
  return JSON.stringify([config.problem, config.settings, config.examples, config.noise, config.seed]);
}
