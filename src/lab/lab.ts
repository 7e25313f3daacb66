// The commands of the lab: what the controls, the link, and a host page can do. Each is one change of the store;
// the session then asks the trainer for whatever the change needs.

import { withDefaults } from '../training/field.ts';
import type { Problem } from '../training/problem.ts';
import { problems } from '../training/problems/index.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { Hyperparameters, RunConfig, RunEnd } from '../training/run/run.ts';
import type { AdvanceReply } from '../training/run/trainer.ts';
import type { Domain, Weights } from '../training/vector.ts';
import type { ComputePool } from './computePool.ts';
import { defaultConfig, defaultHyperparameters, defaultLearningRate, defaultStepLimit } from './defaults.ts';
import { History } from './history.ts';
import { Playback } from './playback.ts';
import { type ReadableStore, readableStore } from './readable.ts';
import { Session } from './session.ts';
import { ruleProblem } from './settings.ts';
import {
  createLabStore,
  type InitialState,
  type LabState,
  type LabStore,
  type Layers,
  type Phase,
  phases,
  type Status,
} from './store.ts';

/** A run told to keep going may take this many times the steps of its last limit. */
const keepGoingFactor = 10;

export interface LabOptions {
  readonly initial: InitialState;
  readonly connect: () => Promise<RemoteTrainer>;
  /** Workers for long computations; nothing starts before the first. */
  readonly openPool?: () => Promise<ComputePool>;
}

/** Runs beside the lab's own that are kept in step with it. */
export interface Companions {
  /** Whether one has fallen back so far that the run waits for it. */
  readonly isBehind: boolean;
  /** Whether one can go on although the run has come to its end. */
  readonly canGoOn: boolean;
  /** Goes on by so many steps of the run that has come to its end. */
  goOn(steps: number): void;
  /** Ends them all. */
  dispose(): void;
}

/** Phases per second in slow motion, slow enough to read what each says. */
const slowMotionSpeed = 0.5;

/** Steps by which companions alone go on in a frame when they go as fast as they can. */
const companionSteps = 500;

export class Lab {
  readonly store: LabStore;
  /** The same for words and numbers, which nobody reads sixty times a second. */
  readonly readable: ReadableStore;
  readonly history = new History();
  /** Starts another trainer, for a run beside this one. */
  readonly connect: () => Promise<RemoteTrainer>;
  readonly openPool: LabOptions['openPool'];
  companions: Companions | null = null;
  private readonly session: Session;
  private readonly playback: Playback;
  /** Why the run stopped at its last step, if it did. */
  private end: RunEnd | null = null;
  /** The speed to go back to when slow motion ends. */
  private usualSpeed: number;
  /** The hyperparameters to go back to when the cursor returns to the last step. */
  private headHyperparameters: Hyperparameters | null = null;

  constructor({ initial, connect, openPool }: LabOptions) {
    this.store = createLabStore({ view: defaultView(initial.config), ...initial });
    this.usualSpeed = this.state.speed;
    if (this.state.phase !== null) this.store.setState({ speed: slowMotionSpeed });
    this.connect = connect;
    this.openPool = openPool;
    this.readable = readableStore(this.store);
    this.session = new Session({
      store: this.store,
      history: this.history,
      connect,
      onAdvance: (reply, hyperparameters) => this.receive(reply, hyperparameters),
      onRefusal: (sentence) => {
        this.playback.stop();
        this.store.setState({ notices: [...this.state.notices, sentence] });
      },
      onFailure: (failure) => {
        this.playback.stop();
        this.store.setState({ failure });
        this.store.setState({ status: this.restingStatus() });
      },
    });
    this.playback = new Playback((milliseconds) => this.owe(milliseconds));
    void this.session.settle();
  }

  /** Why the run ended at the step that the page shows, though others may still go on beside it. */
  get endHere(): RunEnd | null {
    return this.state.cursor === this.state.stepCount ? this.end : null;
  }

  get place(): RemoteTrainer['place'] | null {
    return this.session.place;
  }

  play(): void {
    this.playback.start();
    this.change({ status: 'running' });
  }

  pause(): void {
    this.playback.stop();
    this.session.credit = 0;
    this.change({ status: this.restingStatus() });
  }

  /** One step on; in slow motion one phase. Pauses a run. */
  step(): void {
    this.pause();
    const { phase } = this.state;
    if (phase !== null && phase !== 'update') this.setPhase(phases[phases.indexOf(phase) + 1]);
    else this.takeStep();
  }

  stepBack(): void {
    this.pause();
    const { phase, cursor } = this.state;
    if (phase !== null && phase !== 'sample') this.setPhase(phases[phases.indexOf(phase) - 1]);
    else if (cursor > 0) {
      if (phase !== null) this.change({ phase: 'update' });
      this.seek(cursor - 1);
    }
  }

  /** Takes the rest of this epoch's steps, up to the first batch of the next. */
  nextEpoch(): void {
    this.pause();
    const { config, hyperparameters, detail } = this.state;
    if (detail === null) return;
    const left = (config.examples - detail.offset) / hyperparameters.batchSize;
    this.takeSteps(config.dropLast ? Math.floor(left) : Math.ceil(left));
  }

  /** Back to step 0: same start, same seed, same settings. */
  reset(): void {
    this.beginRun({});
  }

  /** Shows step `step`, from 0 to the number of steps taken. */
  seek(step: number): void {
    this.playback.stop();
    const { cursor, stepCount, hyperparameters } = this.state;
    const target = Math.max(0, Math.min(stepCount, Math.round(step)));
    if (cursor === stepCount) this.headHyperparameters = hyperparameters;
    const inForce = target === stepCount ? this.headHyperparameters : this.history.hyperparametersAt(target);
    this.change({ cursor: target, hyperparameters: inForce ?? hyperparameters });
    this.change({ status: this.restingStatus() });
  }

  /** Begins another run. Another problem or optimizer brings its own defaults. */
  configure(change: Partial<RunConfig>): void {
    const { config, hyperparameters } = this.state;
    if (change.problem !== undefined && change.problem !== config.problem) {
      const optimizer = change.optimizer ?? config.optimizer;
      this.beginRun({
        config: { ...defaultConfig(change.problem, optimizer), seed: config.seed, ...change },
        hyperparameters: {
          ...defaultHyperparameters(change.problem, optimizer),
          ...(optimizer === config.optimizer && { optimizer: hyperparameters.optimizer }),
        },
      });
      this.resetView();
      return;
    }
    const next = { ...config, ...change };
    const isOtherOptimizer = next.optimizer !== config.optimizer;
    const isOtherSetting = change.settings !== undefined;
    this.beginRun({
      config: isOtherSetting && change.start === undefined ? { ...next, start: this.defaultStart(next) } : next,
      hyperparameters: {
        ...hyperparameters,
        ...(isOtherOptimizer && {
          learningRate: defaultLearningRate(next.problem, next.optimizer),
          optimizer: {},
        }),
        batchSize: Math.min(hyperparameters.batchSize, next.examples),
      },
    });
    if (isOtherSetting) this.resetView();
  }

  /** Acts from the next step on. What cannot be is refused with a notice, and nothing changes. */
  setHyperparameters(change: Partial<Hyperparameters>): void {
    const hyperparameters = { ...this.state.hyperparameters, ...change };
    const problem = ruleProblem(this.state.config, hyperparameters);
    if (problem !== null) {
      this.notify([problem]);
      return;
    }
    this.end = null;
    this.change({ hyperparameters });
    if (this.state.status !== 'running') this.change({ status: this.restingStatus() });
  }

  /** Replaces configuration and hyperparameters at once, as a link does, and goes through the first `step` steps. */
  load(next: Pick<LabState, 'config' | 'hyperparameters'> & Partial<LabState>, step = 0): void {
    this.beginRun(next);
    if (next.view === undefined) this.resetView();
    this.takeSteps(step);
  }

  /** Takes `count` steps as if each had been asked for by hand. */
  takeSteps(count: number): void {
    if (this.endHere === 'diverged') this.companions?.goOn(count);
    this.session.wantedSteps += count;
    void this.session.settle();
  }

  setStart(start: Weights): void {
    this.beginRun({ config: { ...this.state.config, start } });
  }

  setSpeed(speed: number): void {
    this.change({ speed });
  }

  setView(view: Domain): void {
    this.change({ view });
  }

  resetView(): void {
    this.change({ view: defaultView(this.state.config) });
  }

  /** On, a phase lasts long enough to be read; off, the speed is what it was, unless it was changed meanwhile. */
  setSlowMotion(on: boolean): void {
    const { phase, speed } = this.state;
    if (on === (phase !== null)) return;
    if (on) this.usualSpeed = speed;
    const next = on ? Math.min(speed, slowMotionSpeed) : speed === slowMotionSpeed ? this.usualSpeed : speed;
    this.change({ phase: on ? 'sample' : null, speed: next });
  }

  setPhase(phase: Phase): void {
    this.change({ phase });
  }

  /** Changes what is drawn beside the run; never the run. */
  setLayers(change: Partial<Layers>): void {
    this.change({ layers: { ...this.state.layers, ...change } });
  }

  lightExample(litExample: number | null): void {
    if (litExample !== this.state.litExample) this.change({ litExample });
  }

  /** Plays on: raises the step limit of a run that reached it, and lets one that converged go on for good. */
  keepGoing(): void {
    if (this.end === 'converged') this.session.playsBeyondConvergence = true;
    else this.change({ stepLimit: keepGoingFactor * this.state.stepLimit });
    this.end = null;
    this.play();
  }

  notify(notices: readonly string[]): void {
    this.change({ notices: [...this.state.notices, ...notices] });
  }

  /** Keeps what the link shall say of the runs beside this one. */
  setBeside(beside: LabState['beside']): void {
    this.change({ beside });
  }

  dismissNotices(): void {
    this.change({ notices: [] });
  }

  /** Says whether the page can be seen. Out of sight nothing is played; back in sight nothing is made up for. */
  setVisible(isVisible: boolean): void {
    this.playback.isVisible = isVisible;
  }

  /** Says whether the reader asked for little motion: playback then changes the picture twice a second at most. */
  setCalm(isCalm: boolean): void {
    this.playback.isCalm = isCalm;
  }

  dispose(): void {
    this.playback.stop();
    this.companions?.dispose();
    this.session.dispose();
  }

  private get state(): LabState {
    return this.store.getState();
  }

  private change(change: Partial<LabState>): void {
    this.store.setState(change);
    void this.session.settle();
  }

  private beginRun(change: Partial<LabState>): void {
    this.playback.stop();
    this.history.clear();
    this.end = null;
    this.headHyperparameters = null;
    this.session.wantedRun++;
    this.session.wantedSteps = 0;
    this.session.credit = 0;
    this.session.playsBeyondConvergence = false;
    const phase = this.state.phase === null ? null : 'sample';
    this.change({
      litExample: null,
      phase,
      stepLimit: defaultStepLimit,
      ...change,
      stepCount: 0,
      cursor: 0,
      status: 'ready',
      failure: null,
    });
  }

  /** Where nothing was changed, a step that was taken before is shown again; otherwise it is taken. */
  private takeStep(): void {
    const { cursor, stepCount, hyperparameters, phase } = this.state;
    if (phase !== null) this.change({ phase: 'sample' });
    if (cursor < stepCount && this.history.hyperparametersAt(cursor) === hyperparameters) this.seek(cursor + 1);
    else this.takeSteps(1);
  }

  private owe(milliseconds: number): void {
    if (this.companions?.isBehind) return;
    const { speed, phase } = this.state;
    // As fast as it goes means as many steps as fit in the frame's slice of time.
    const owed = speed === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : (speed * milliseconds) / 1000;
    this.session.credit = Math.min(Number.MAX_SAFE_INTEGER, this.session.credit + owed);
    if (this.endHere !== null && this.companions !== null) this.goOnBeside(this.companions);
    else if (phase !== null) this.playPhases(phase);
    else void this.session.settle();
  }

  /** The run has ended; what runs beside it goes on at its pace until it has ended as well. */
  private goOnBeside(companions: Companions): void {
    const steps = Math.min(companionSteps, Math.floor(this.session.credit));
    this.session.credit = Math.min(companionSteps, this.session.credit - steps);
    if (steps > 0) companions.goOn(steps);
    if (!companions.canGoOn) this.pause();
  }

  /** In slow motion each phase lasts as long as a step otherwise would. */
  private playPhases(phase: Phase): void {
    if (this.session.credit < 1) return;
    this.session.credit = 0;
    // The phases of a step are shown only once its numbers have come.
    if (this.session.wantedSteps > 0) return;
    if (phase === 'update') {
      this.change({ phase: 'sample' });
      this.session.wantedSteps = 1;
      void this.session.settle();
    } else this.setPhase(phases[phases.indexOf(phase) + 1]);
  }

  private receive(reply: AdvanceReply, hyperparameters: Hyperparameters): void {
    const { cursor, stepCount, status } = this.state;
    this.history.append(reply.steps, hyperparameters);
    const isPlayingOn = status === 'running' && this.session.playsBeyondConvergence;
    this.end = reply.end === 'converged' && isPlayingOn ? null : reply.end;
    // A limit of steps is one for all.
    const goesOn = this.end === null || (this.end !== 'limit' && (this.companions?.canGoOn ?? false));
    if (!goesOn) this.playback.stop();
    const count = this.history.count;
    const follows = cursor === stepCount;
    this.store.setState({ stepCount: count, ...(follows && { cursor: count, detail: reply.detail }) });
    this.store.setState({ status: status === 'running' && goesOn ? 'running' : this.restingStatus() });
  }

  private restingStatus(): Status {
    const { cursor, stepCount } = this.state;
    if (this.end !== null && cursor === stepCount) return this.end;
    return stepCount === 0 ? 'ready' : 'paused';
  }

  private defaultStart(config: RunConfig): Weights {
    const problem: Problem = problems[config.problem];
    return problem.start(withDefaults(problem.fields, config.settings));
  }
}

/** The part of weight space that a problem shows at first. */
export function defaultView({ problem, settings }: Pick<RunConfig, 'problem' | 'settings'>): Domain {
  const { domain, fields }: Problem = problems[problem];
  return domain(withDefaults(fields, settings));
}
