// The page's own run: where it stands, what is wanted of it, and what becomes of the answers of the trainer. Everything
// that happens is one change of the state; the session then asks the trainer for whatever the change needs.

import type { Connect, RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { Edit, Hyperparameters, RunEnd } from '../training/run/run.ts';
import type { AdvanceReply } from '../training/run/trainer.ts';
import { Breakdowns } from './breakdowns.ts';
import { type Companions, goOnAlone } from './companions.ts';
import type { ComputePool } from './computePool.ts';
import { pointsUpTo } from './curvaturePoints.ts';
import { defaultView } from './defaults.ts';
import { fittedView } from './fittedView.ts';
import { keptOf } from './formerRun.ts';
import { History } from './history.ts';
import type { LabOptions } from './labOptions.ts';
import { layersOf } from './network.ts';
import { withNotices } from './notices.ts';
import { begunWith } from './otherRun.ts';
import { placeAfter, wholePhase } from './phasePlace.ts';
import { idleTime, Playback } from './playback.ts';
import { opened } from './pool.ts';
import { type ReadableStore, readableStore } from './readable.ts';
import { type Order, Session } from './session.ts';
import { Shedding } from './shedding.ts';
import { createLabStore, type FormerRun, type LabState, type LabStore, type Phase, statusOf } from './store.ts';
import {
  creditAfter,
  firstWanted,
  halted,
  ofNextRun,
  pastStop,
  stopsAfter,
  type Wanted,
  wantedStep,
  withStop,
} from './wanted.ts';

export class Run {
  readonly store: LabStore;
  /** The same for words and numbers, which nobody reads sixty times a second. */
  readonly readable: ReadableStore;
  readonly history = new History();
  /** What a slow device does without while the run goes on. */
  readonly shedding = new Shedding();
  /** Starts another trainer, for a run beside this one. */
  readonly connect: Connect;
  /** The workers that share long computations, one after the other, and the one that answers short questions. */
  readonly pool: () => Promise<ComputePool> | null;
  readonly desk: () => Promise<ComputePool> | null;
  companions: Companions | null = null;
  protected readonly session: Session;
  protected readonly playback: Playback;
  private readonly breakdowns = new Breakdowns();
  private isResting: boolean;
  protected wanted: Wanted = firstWanted;
  /** Why the run stopped at its last step, if it did. */
  protected end: RunEnd | null = null;
  /** The hyperparameters to go back to when the cursor returns to the last step. */
  private headHyperparameters: Hyperparameters | null = null;

  constructor({ initial, connect, openPool, isAsleep = false }: LabOptions) {
    this.isResting = isAsleep;
    this.store = createLabStore({ view: defaultView(initial.config), ...initial });
    this.connect = connect;
    this.pool = opened(openPool && (() => openPool()));
    this.desk = opened(openPool && (() => openPool(1)));
    this.readable = readableStore(this.store);
    this.session = new Session({
      store: this.store,
      history: this.history,
      connect,
      shedding: this.shedding,
      wanted: () => this.wanted,
      // The run of a lesson is known once its file has come.
      isAsleep: () => this.isResting || this.state.lesson?.run === null,
      onAdvance: (reply, order) => this.receive(reply, order),
      showKnown: () => this.showKnown(),
      onDetail: (detail) => {
        this.wanted = pastStop(this.wanted, this.state.cursor);
        this.write(detail === null ? {} : { ...this.fitted({ detail }), ...this.session.data });
      },
      onPlane: ({ plane, shown: shownPlane, seen }) => {
        const { detail } = this.state;
        this.history.show(plane);
        this.write(this.fitted({ plane, shownPlane, ...(detail !== null && { detail: seen(detail) }) }));
      },
      onRefusal: (sentence) => {
        this.setPlaying(false);
        this.write({ notices: withNotices(this.state.notices, [sentence]) });
      },
      onLoss: (loss) => {
        const failure = this.breakdowns.add(loss, this.state);
        if (failure === null) return;
        this.setPlaying(false);
        this.write({ failure });
      },
    });
    const idle = (): number => idleTime(this.wanted.credit, this.state.speed);
    this.playback = new Playback((milliseconds) => this.owe(milliseconds), idle, this.shedding);
    void this.session.settle();
  }

  /** Why the run ended at the step that the page shows, though others may still go on beside it. */
  get endHere(): RunEnd | null {
    return this.state.cursor === this.state.stepCount ? this.end : null;
  }

  get place(): RemoteTrainer['place'] | null {
    return this.session.place;
  }

  /** Whether the detail in the state is that of the step that the page shows, as it would be taken now. */
  get isCurrent(): boolean {
    return this.session.isDetailFresh;
  }

  /** The step that was asked for last. */
  get wantedStep(): number {
    return wantedStep(this.wanted, this.state.cursor);
  }

  /** Whether nothing is computed because nobody has looked yet. */
  get isAsleep(): boolean {
    return this.isResting;
  }

  /** Begins to compute. */
  wake(): void {
    this.isResting = false;
    void this.session.settle();
  }

  play(): void {
    this.setPlaying(true);
    this.change({});
  }

  /** Stops where the page stands: steps under way are dropped. */
  pause(): void {
    this.setPlaying(false);
    this.wanted = halted(this.wanted);
    this.change({});
  }

  /**
   * Adds a stop `count` steps beyond the one that is wanted last. Where nothing was changed, steps that were taken before
   * are shown again; the others are taken.
   */
  takeSteps(count: number): void {
    if (count <= 0) return;
    if (this.endHere === 'diverged') this.companions?.goOn(count);
    this.wanted = withStop(this.wanted, this.wantedStep + count);
    void this.session.settle();
  }

  dispose(): void {
    this.setPlaying(false);
    this.companions?.dispose();
    this.session.dispose();
  }

  protected get state(): LabState {
    return this.store.getState();
  }

  /** Layers of weights that a step goes through. */
  protected get layers(): number {
    return layersOf(this.state.config);
  }

  /** Whether the steps that follow in the log were taken under other hyperparameters than those of now. */
  protected get isChanged(): boolean {
    const { cursor, stepCount, hyperparameters } = this.state;
    return cursor < stepCount && this.history.hyperparametersAt(cursor) !== hyperparameters;
  }

  /** The edits of the run as it goes on from the cursor. */
  protected get editsAhead(): readonly Edit[] {
    const { cursor, stepCount, hyperparameters } = this.state;
    const step = this.isChanged ? cursor : stepCount;
    const ahead = cursor === step ? hyperparameters : (this.headHyperparameters ?? hyperparameters);
    return [...this.history.edits.filter((edit) => edit.step < step), { step, hyperparameters: ahead }];
  }

  /** Writes to the store, once for each thing that happens. */
  protected write(change: Partial<LabState>): void {
    const { cursor, stepCount } = { ...this.state, ...change };
    const status = statusOf({ isPlaying: this.wanted.credit !== null, end: this.end, cursor, stepCount });
    this.store.setState({ ...change, status });
  }

  /** What changes, and the part of the plane that is in view then. */
  protected fitted(change: Partial<LabState>): Partial<LabState> {
    return { ...change, ...fittedView({ ...this.state, ...change }, this.history.path) };
  }

  protected change(change: Partial<LabState>): void {
    this.write(change);
    void this.session.settle();
  }

  protected setPlaying(isPlaying: boolean): void {
    if (isPlaying) this.playback.start();
    else this.playback.stop();
    if (isPlaying !== (this.wanted.credit !== null)) this.wanted = { ...this.wanted, credit: isPlaying ? 0 : null };
  }

  protected beginRun(change: Partial<LabState>): void {
    this.setPlaying(false);
    this.history.clear();
    this.end = null;
    this.headHyperparameters = null;
    this.wanted = ofNextRun(this.wanted);
    this.change(begunWith(this.state, change));
  }

  /** Takes the log and all that belongs to it out of the present run, before another begins. */
  protected setAside(): FormerRun {
    const { end, headHyperparameters } = this;
    return { state: keptOf(this.state), log: this.history.setAside(), end, headHyperparameters };
  }

  /** Goes back to a run that was set aside; the trainer takes its steps again. */
  protected bringBack({ state, log, end, headHyperparameters }: FormerRun): void {
    this.setPlaying(false);
    this.history.bringBack(log);
    this.history.show(state.plane);
    this.end = end;
    this.headHyperparameters = headHyperparameters;
    this.wanted = ofNextRun(this.wanted);
    this.change({ ...state, litExample: null, fullLossCount: 0, former: null, failure: null });
  }

  /** Shows a step that was taken before. Steps under way are dropped. */
  protected show(step: number, change: Partial<LabState> = {}): void {
    this.setPlaying(false);
    this.wanted = halted(this.wanted);
    this.change({ ...change, ...this.placeAt(step) });
  }

  private placeAt(step: number): Pick<LabState, 'cursor' | 'hyperparameters'> {
    const { cursor, stepCount, hyperparameters } = this.state;
    if (cursor === stepCount) this.headHyperparameters = hyperparameters;
    const inForce = step === stepCount ? this.headHyperparameters : this.history.hyperparametersAt(step);
    return { cursor: step, hyperparameters: inForce ?? hyperparameters };
  }

  /** On the way to the next stop, goes as far as the log has the steps. Returns whether it has any. */
  private showKnown(): boolean {
    const { cursor, stepCount } = this.state;
    if (cursor === stepCount || this.isChanged) return false;
    this.write(this.placeAt(Math.min(stepCount, this.wanted.stops[0])));
    return true;
  }

  private owe(milliseconds: number): void {
    if (this.wanted.credit === null || this.companions?.isBehind) return;
    const { speed, phase } = this.state;
    // As fast as it goes means as many steps as fit in the frame's slice of time.
    const owed = speed === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : (speed * milliseconds) / 1000;
    const credit = Math.min(Number.MAX_SAFE_INTEGER, this.wanted.credit + owed);
    this.wanted = { ...this.wanted, credit };
    // The run has ended; what runs beside it goes on at its pace until it has ended as well.
    if (this.endHere !== null && this.companions !== null) {
      this.wanted = { ...this.wanted, credit: goOnAlone(this.companions, credit) };
      if (!this.companions.canGoOn) this.pause();
    } else if (phase !== null) this.playPhases(phase, credit);
    else if (credit >= 1) void this.session.settle();
  }

  /** In slow motion each phase, and each layer in it, lasts as long as a step otherwise would. */
  private playPhases(phase: Phase, credit: number): void {
    if (credit < 1) return;
    this.wanted = { ...this.wanted, credit: 0 };
    // The phases of a step are shown only once its numbers have come.
    if (this.wanted.stops.length > 0) return;
    const next = placeAfter(phase, this.state.phaseLayer, this.layers);
    this.change(next ?? wholePhase('sample'));
    if (next === null) this.takeSteps(1);
  }

  private receive(reply: AdvanceReply, order: Order): void {
    const { steps, detail } = reply;
    this.history.truncate(steps.firstStep);
    this.history.append(steps, order.hyperparameters, detail.weights);
    const cursor = steps.firstStep + steps.count;
    const curvature = pointsUpTo(this.state.curvature, steps.firstStep);
    const { speed, hyperparameters } = this.state;
    const stops = stopsAfter(this.wanted.stops, reply, order.hyperparameters === hyperparameters);
    const credit = order.isByHand ? this.wanted.credit : creditAfter(this.wanted.credit, order.steps, speed);
    const goesOnHere = stops.length > 0 || (credit !== null && this.wanted.beyondConvergence);
    this.end = reply.end === 'converged' && goesOnHere ? null : reply.end;
    this.wanted = { ...this.wanted, stops, credit };
    // A limit of steps is one for all.
    const goesOn = this.end === null || (this.end !== 'limit' && (this.companions?.canGoOn ?? false));
    if (!goesOn) this.setPlaying(false);
    this.write({ ...this.fitted({ stepCount: cursor, cursor, detail }), curvature, ...this.session.data });
  }
}
