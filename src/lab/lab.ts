// The commands of the lab: what the controls, the link, and a host page can do. Each is one change of the state.

import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import type { Point, Weights } from '../training/vector.ts';
import { defaultSpeed, defaultView, withinEpoch } from './defaults.ts';
import { cuttingOf, nextEpochStep } from './epochs.ts';
import { withinStart } from './fields.ts';
import { isReplaced, isWorthKeeping } from './formerRun.ts';
import type { LabOptions } from './labOptions.ts';
import { configured } from './otherRun.ts';
import { placeAfter, placeBefore, wholePhase } from './phasePlace.ts';
import { startPlaneOf } from './planes.ts';
import { ruleProblem } from './refusals.ts';
import { SeenRun } from './seenRun.ts';
import type { LabState, Phase } from './store.ts';
import { halted, progressOf, type Stop, withStop } from './wanted.ts';

/** Phases per second in slow motion, slow enough to read what each says. */
const slowMotionSpeed = 0.5;

/** A run told to keep going may take this many times the steps of its last limit. */
const keepGoingFactor = 10;

export class Lab extends SeenRun {
  /** The speed to go back to when slow motion ends. */
  private usualSpeed: number;

  constructor(options: LabOptions) {
    const { initial } = options;
    const { phase = null, speed = defaultSpeed } = initial;
    super(phase === null ? options : { ...options, initial: { ...initial, speed: slowMotionSpeed } });
    this.usualSpeed = speed;
    this.store.subscribe((state, before) => {
      if (state.status !== 'running') this.shedding.rest();
      if (state.speed !== before.speed) this.playback.wake();
    });
  }

  /** One step on; in slow motion one phase, or one layer of it. Pauses a run. */
  step(): void {
    const { phase, phaseLayer } = this.state;
    const next = phase === null ? null : placeAfter(phase, phaseLayer, this.layers);
    if (next === null) this.walk(1);
    else {
      this.setPlaying(false);
      this.change(next);
    }
  }

  /** One step back, or off what was asked for beyond the step that the page shows. */
  stepBack(): void {
    const { phase, phaseLayer, cursor } = this.state;
    const before = phase === null ? null : placeBefore(phase, phaseLayer, this.layers);
    const isAhead = this.wantedStep > cursor;
    if (before !== null) {
      this.setPlaying(false);
      this.change(before);
    } else if (cursor > 0 || isAhead)
      this.show(isAhead ? cursor : cursor - 1, phase === null ? {} : wholePhase('update'));
  }

  /** Takes the rest of this epoch's steps, up to the first batch of the next. */
  nextEpoch(): void {
    const from = this.wantedStep;
    this.walk(nextEpochStep(this.editsAhead, cuttingOf(this.state.config), from) - from);
  }

  /** Goes `count` steps on from the one that is wanted last. Pauses a run. */
  walk(count: number): void {
    const isPlaying = this.wanted.credit !== null;
    this.setPlaying(false);
    if (this.state.phase !== null) this.write(wholePhase('sample'));
    else if (isPlaying) this.write({});
    this.takeSteps(count);
  }

  /** Shows step `step`, from 0 to the number of steps taken. */
  seek(step: number): void {
    this.show(Math.max(0, Math.min(this.state.stepCount, Math.round(step))));
  }

  /** Shows step `step`: one that was taken before, or the run taken on to it. */
  goTo(step: number): void {
    const { cursor, stepCount, phase } = this.state;
    // After a change the steps that follow are no longer those of the log.
    const known = this.isChanged && step > cursor ? cursor : Math.min(step, stepCount);
    const change: Partial<LabState> = phase === null ? {} : wholePhase('sample');
    if (known === cursor) {
      this.setPlaying(false);
      this.wanted = halted(this.wanted);
      this.write(change);
    } else this.show(known, change);
    this.takeSteps(step - known);
  }

  /** Plays on: raises the step limit of a run that reached it, and lets one that converged go on for good. */
  keepGoing(): void {
    const { stepLimit } = this.state;
    const isThere = this.end === 'converged';
    if (isThere) this.wanted = { ...this.wanted, beyondConvergence: true };
    this.end = null;
    this.setPlaying(true);
    this.change(isThere ? {} : { stepLimit: keepGoingFactor * stepLimit });
  }

  /** Has the step that is wanted last shown with its numbers before anything else, and says which it is. */
  awaited(): Stop {
    const { cursor } = this.state;
    const step = this.wantedStep;
    if (step !== cursor || !this.isCurrent) this.wanted = withStop(this.wanted, step);
    void this.session.settle();
    return { turn: this.wanted.turn, step };
  }

  /** How it stands with a step that somebody waits for. */
  progressOf(stop: Stop): ReturnType<typeof progressOf> {
    return progressOf(stop, this.wanted);
  }

  /** Back to step 0: same start, same seed, same settings. A run that a question is asked about stands there already. */
  reset(): void {
    if (!this.isAsking) this.beginRun({});
  }

  /** The same at another learning rate. */
  restartAt(learningRate: number): void {
    this.beginRun({ hyperparameters: { ...this.state.hyperparameters, learningRate } });
  }

  /**
   * Begins another run. Another problem or optimizer brings its own defaults; what they replace can be taken back, also
   * when another is tried at once.
   */
  configure(change: Partial<RunConfig>): void {
    const { state } = this;
    const next = configured(state, change);
    if (!isReplaced(state.config, next.config)) this.beginRun(next);
    else if (state.former !== null && state.stepCount === 0) this.beginRun({ ...next, former: state.former });
    else this.beginRun({ ...next, former: isWorthKeeping(state, next.config) ? this.setAside() : null });
  }

  /** Begins the run anew as the sentence on its problem promises; the run as it was can be taken back. */
  tryOut(promised: Pick<LabState, 'config' | 'hyperparameters' | 'view'>): void {
    this.beginRun({ ...promised, former: this.setAside() });
  }

  /** Takes back the last change of the optimizer or problem, or what was tried out: the run is as it was before. */
  takeBack(): void {
    const { former } = this.state;
    if (former !== null) this.bringBack(former);
  }

  /** Lets go of the run that was replaced. */
  forgetFormer(): void {
    this.change({ former: null });
  }

  /** Acts from the next step on. What cannot be is refused with a notice, and nothing changes; nor by what holds already. */
  setHyperparameters(change: Partial<Hyperparameters>): void {
    const { config, hyperparameters: held } = this.state;
    const wanted = { ...held, ...change };
    // A slider that stands between two of its places says each of them twice.
    if ((Object.keys(change) as (keyof Hyperparameters)[]).every((name) => wanted[name] === held[name])) return;
    // A larger batch leaves fewer of them in an epoch.
    const hyperparameters = change.accumulate === undefined ? withinEpoch(wanted, config) : wanted;
    const problem = ruleProblem(config, hyperparameters);
    if (problem !== null) {
      this.notify([problem]);
      return;
    }
    this.end = null;
    this.changeHyperparameters(hyperparameters);
  }

  /** Replaces configuration and hyperparameters at once, as a link does, and goes through the first `step` steps. */
  load(next: Pick<LabState, 'config' | 'hyperparameters'> & Partial<LabState>, step = 0): void {
    this.beginRun({ view: defaultView(next.config), viewOrigin: null, lesson: null, ...next });
    this.takeSteps(step);
  }

  /** Begins another run at `start`, or the nearest that a link can say. */
  setStart(start: Weights): void {
    this.beginRun({ config: { ...this.state.config, start: withinStart(start) } });
  }

  /**
   * The same at a point of the plane that is shown. Of a network the start is an offset from the drawn weights along the
   * plane it is moved in, which is part of the run: what is shown afterwards changes nothing of it.
   */
  placeStart([x, y]: Point): void {
    const { shownPlane, config } = this.state;
    const startPlane = shownPlane === null ? null : startPlaneOf(shownPlane);
    if (shownPlane === null) this.setStart([x, y]);
    else if (startPlane !== null && shownPlane.base !== null) {
      const start = withinStart([x - shownPlane.base[0], y - shownPlane.base[1]]);
      this.beginRun({ config: { ...config, start, startPlane } });
    }
  }

  /** On, a phase lasts long enough to be read; off, the speed is what it was, unless it was changed meanwhile. */
  setSlowMotion(on: boolean): void {
    const { phase, speed } = this.state;
    if (on === (phase !== null) || this.isAsking) return;
    if (on) this.usualSpeed = speed;
    const next = on ? Math.min(speed, slowMotionSpeed) : speed === slowMotionSpeed ? this.usualSpeed : speed;
    this.change({ ...wholePhase(on ? 'sample' : null), speed: next });
  }

  setPhase(phase: Phase): void {
    if (!this.isAsking) this.change(wholePhase(phase));
  }

  /** Says whether the page can be seen. Out of sight nothing is played; back in sight nothing is made up for. */
  setVisible(isVisible: boolean): void {
    this.playback.isVisible = isVisible;
  }

  /** Says whether the reader asked for little motion: playback then changes the picture twice a second at most. */
  setCalm(isCalm: boolean): void {
    this.playback.isCalm = isCalm;
  }
}
