// Keeps what the page shows in step with what it asks for: compares the state and what is wanted with what the trainer
// last answered, and sends the one request that is missing. Another trainer is brought through the log to the same step.

import type { Optimizer } from '../training/optimizer.ts';
import { optimizers } from '../training/optimizers/index.ts';
import { reachOf } from '../training/run/reach.ts';
import type { Connect, RemoteTrainer, TrainerLostError } from '../training/run/remoteTrainer.ts';
import type { Hyperparameters, StepDetail } from '../training/run/run.ts';
import type { AdvanceReply, Started } from '../training/run/trainer.ts';
import type { History } from './history.ts';
import { loadUntold } from './missing.ts';
import { hasLayers } from './network.ts';
import { isGlanced, viewPace } from './paces.ts';
import { type Asking, drawSeed, Pictures } from './pictures.ts';
import type { FoundPlane, PlaneFinder } from './planeFinder.ts';
import type { Shedding } from './shedding.ts';
import type { LabState, LabStore } from './store.ts';
import { dataKey } from './surfaces.ts';
import { longSlice, TrainerLink, takeAgain } from './trainerLink.ts';
import type { Wanted } from './wanted.ts';

/** Longest slice of training per frame, in milliseconds: what a picture needs of a frame is left to whoever draws it. */
const slices: Readonly<Record<RemoteTrainer['place'], number>> = { worker: 11, page: 8 };

const loadPlaneFinder = () => loadUntold(() => import('./planeFinder.ts'));

/** What a run begins with, as the state keeps it. */
export type RunData = Pick<LabState, 'examples' | 'test' | 'scaling'>;

/** Steps that were asked for: by hand, up to the next stop, or by the playback. */
export interface Order {
  readonly isByHand: boolean;
  readonly steps: number;
  readonly hyperparameters: Hyperparameters;
}

export interface SessionOptions {
  readonly store: LabStore;
  readonly history: History;
  readonly connect: Connect;
  readonly shedding: Pick<Shedding, 'sheds'>;
  readonly wanted: () => Wanted;
  /** Nothing is asked for while this holds. */
  readonly isAsleep: () => boolean;
  /** Steps that are still wanted have come, to follow on the one at the cursor. */
  readonly onAdvance: (reply: AdvanceReply, order: Order) => void;
  /** On the way to the next stop, shows what the log has; false where it has no step that leads there. */
  readonly showKnown: () => boolean;
  /** The step at the cursor is there with its numbers; null where it was there before. */
  readonly onDetail: (detail: StepDetail | null) => void;
  /** Another plane is to be seen, by the detail of the state as well. */
  readonly onPlane: (found: FoundPlane) => void;
  readonly onRefusal: (sentence: string) => void;
  /** A trainer was lost. */
  readonly onLoss: (loss: TrainerLostError) => void;
}

export class Session {
  private readonly options: SessionOptions;
  private readonly store: LabStore;
  private readonly history: History;
  private readonly link: TrainerLink;
  private run = 0;
  /** Steps that the trainer has taken: other than the log where some were dropped. */
  private taken = 0;
  private made: { readonly key: string; readonly data: RunData } | null = null;
  private buffer: Float64Array<ArrayBuffer> | undefined;
  private detailOf: readonly [run: number, cursor: number, hyperparameters: Hyperparameters] | null = null;
  /** Of a network; a pair has no plane but the whole. */
  private planes: PlaneFinder | null = null;
  private readonly pictures: Pictures;
  private lossesCameAt = Number.NEGATIVE_INFINITY;

  constructor(options: SessionOptions) {
    this.options = options;
    this.store = options.store;
    this.history = options.history;
    this.pictures = new Pictures(options.shedding);
    this.link = new TrainerLink({
      connect: options.connect,
      config: () => this.store.getState().config,
      reach: () => {
        const state = this.store.getState();
        const reach = reachOf(state.config, state.hyperparameters);
        // What draws other batches is not there from the beginning.
        return reach === 0 && drawSeed(state) !== null ? 1 : reach;
      },
      sendNext: (trainer) => this.sendNext(trainer),
      onReplace: (loss) => {
        this.run = 0;
        if (loss !== null) options.onLoss(loss);
      },
      // After too many losses nothing is asked for until somebody tries again.
      isStopped: () => options.isAsleep() || this.store.getState().failure !== null,
    });
  }

  get place(): RemoteTrainer['place'] | null {
    return this.link.place;
  }

  /** What the run that the last answer was of began with. */
  get data(): RunData | null {
    return this.made?.data ?? null;
  }

  /** Whether the detail in the state is that of the step that the page shows. */
  get isDetailFresh(): boolean {
    if (this.detailOf === null) return false;
    const [run, cursor, hyperparameters] = this.detailOf;
    const state = this.store.getState();
    return run === this.wanted.run && cursor === state.cursor && hyperparameters === state.hyperparameters;
  }

  /** Has the numbers of the step at the cursor brought once more. */
  lookAgain(): void {
    this.detailOf = null;
  }

  /** Sends what is missing until nothing is; steps of a playing run at most once per call. */
  async settle(): Promise<void> {
    try {
      await this.link.settle();
    } catch (error) {
      // An error that crossed from the worker has lost its class but not its name.
      if (!(error instanceof Error && error.name === 'RangeError')) throw error;
      this.options.onRefusal(error.message);
    }
  }

  dispose(): void {
    this.link.dispose();
  }

  private get wanted(): Wanted {
    return this.options.wanted();
  }

  private async sendNext(trainer: RemoteTrainer): Promise<boolean> {
    const state = this.store.getState();
    const { run, stops, credit } = this.wanted;
    if (this.run !== run) return this.start(trainer, state);
    if (stops.length > 0 && stops[0] <= state.cursor) return this.arrive(trainer, state);
    if (stops.length > 0 && this.options.showKnown()) return true;
    if (stops.length > 0 || (credit ?? 0) >= 1) return this.advance(trainer, state);
    if (!this.isDetailFresh) return this.preview(trainer, state);
    if (this.planes?.isStale(state)) return this.findPlane(trainer, state, this.planes);
    const picture = this.pictures.next(state);
    return picture === null ? this.sampleFullLoss(trainer) : this.ask(trainer, picture);
  }

  private async start(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    const { run } = this.wanted;
    this.run = run;
    this.taken = 0;
    const started = await trainer.start(state.config);
    const planes = hasLayers(state.config) ? new (await loadPlaneFinder()).PlaneFinder(started) : null;
    if (run !== this.wanted.run) return true;
    this.planes = planes;
    const key = dataKey(state);
    // The same data stay the same to those who draw them.
    if (this.made?.key !== key) this.made = { key, data: dataOf(started) };
    this.taken = await takeAgain(trainer, this.history, () => run === this.wanted.run);
    return true;
  }

  private async advance(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    const { turn, stops, credit, beyondConvergence } = this.wanted;
    const { cursor, hyperparameters, stepLimit } = state;
    if (this.taken !== cursor) await trainer.rewind(cursor);
    this.taken = cursor;
    const isByHand = stops.length > 0;
    if (turn !== this.wanted.turn) return this.drop(cursor);
    const steps = isByHand ? stops[0] - cursor : Math.floor(credit ?? 0);
    // The buffer is away until the reply brings it back, and stays away when none comes.
    const { buffer } = this;
    this.buffer = undefined;
    const reply = await trainer.advance({
      steps,
      milliseconds: isByHand ? longSlice : slices[trainer.place],
      stepLimit,
      hyperparameters,
      view: state.plane,
      beyondConvergence: isByHand || beyondConvergence,
      curvature: hasLimit(state),
      buffer,
    });
    this.buffer = reply.steps.buffer;
    this.taken = reply.detail.step;
    // What was played is not wanted once nothing plays.
    if (turn !== this.wanted.turn || (!isByHand && this.wanted.credit === null)) return this.drop(cursor);
    this.detailOf = [this.run, reply.detail.step, hyperparameters];
    this.options.onAdvance(reply, { isByHand, steps, hyperparameters });
    return true;
  }

  /** Steps taken from `cursor` on are not wanted any more. Where the log went on from there it is gone through again. */
  private drop(cursor: number): boolean {
    if (cursor < this.history.count) this.run = 0;
    return true;
  }

  /** The next stop is where the page stands: its numbers are due. */
  private async arrive(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    if (!this.isDetailFresh) return this.preview(trainer, state);
    this.options.onDetail(null);
    return true;
  }

  private async preview(trainer: RemoteTrainer, state: LabState): Promise<boolean> {
    const { run } = this;
    const { cursor, hyperparameters } = state;
    const detail = await trainer.preview(cursor, hyperparameters, state.plane, hasLimit(state));
    if (run !== this.wanted.run) return true;
    this.detailOf = [run, cursor, hyperparameters];
    this.options.onDetail(detail);
    return true;
  }

  private async findPlane(trainer: RemoteTrainer, state: LabState, planes: PlaneFinder): Promise<boolean> {
    const { run } = this;
    const found = await planes.find(trainer, state, this.history);
    if (run === this.wanted.run && found !== null) this.options.onPlane(found);
    return true;
  }

  private async ask(trainer: RemoteTrainer, picture: Asking): Promise<boolean> {
    const { run } = this;
    const change = await picture(trainer);
    if (run === this.wanted.run) this.store.setState(change(this.store.getState()));
    return true;
  }

  /** The full loss along the path, a little behind the steps. Ends the round: nothing is more urgent after it. */
  private async sampleFullLoss(trainer: RemoteTrainer): Promise<boolean> {
    const { run } = this;
    if (isGlanced(this.store.getState()) && performance.now() - this.lossesCameAt < viewPace) return false;
    const { steps, weights } = this.history.fullLoss.missing(this.history);
    if (steps.length === 0) return false;
    const losses = await trainer.losses(weights);
    const test = this.data?.test ? await trainer.losses(weights, 'test') : null;
    if (run !== this.wanted.run) return true;
    this.history.fullLoss.append(steps, losses, test);
    this.lossesCameAt = performance.now();
    this.store.setState({ fullLossCount: this.history.fullLoss.count });
    return true;
  }
}

/** Whether the learning rate has a limit that follows from the curvature. */
const hasLimit = ({ config }: LabState): boolean => (optimizers[config.optimizer] as Optimizer).linear !== undefined;

const dataOf = ({ examples, test, scaling }: Started): RunData => ({ examples, test, scaling });
