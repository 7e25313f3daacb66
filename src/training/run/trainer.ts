// The trainer: starts a run, takes steps, goes back, looks one step ahead, and samples loss surfaces.
// Plain data in and out, so that it can live behind a worker.

import type { Examples } from '../examples.ts';
import type { Scaling } from '../ownData/scaling.ts';
import { present } from '../present.ts';
import type { Vector } from '../vector.ts';
import type { NoiseReply, NoiseRequest } from './batchDraws.ts';
import { Checkpoints } from './checkpoints.ts';
import { checkBatches, checkConfig } from './configuration.ts';
import type { DataMaps, MapsReply, MapsRequest } from './dataMaps.ts';
import { type DetailOptions, StepInspector } from './inspector.ts';
import { networkViews, noiseSamplers } from './laterLayers.ts';
import { allocateSteps, type StepRows, type Steps, stepColumnCount } from './log.ts';
import { Loop } from './loop.ts';
import { type Curvature, type CurvatureRequest, measureCurvature } from './measures.ts';
import type { PlaneReply, PlaneRequest } from './planes.ts';
import { type RuleEdit, replay, ruleAt } from './replay.ts';
import { Rule } from './rule.ts';
import type { Hyperparameters, RunConfig, RunEnd, StepDetail } from './run.ts';
import type { AskedView } from './seen.ts';
import { type Setup, setUp } from './setup.ts';
import type { SurfaceBand, SurfaceRequest } from './surfaceBand.ts';
import { Surfaces } from './surfaces.ts';
import { takeSteps } from './takeSteps.ts';

/** Rows of a steps buffer when the caller brings none, and the numbers that it holds at most. */
export const stepsCapacity = 32_768;
const bufferNumbers = 1_048_576;

const rowsFor = (width: number): number => Math.min(stepsCapacity, Math.floor(bufferNumbers / width));

/** Steps between two looks at the clock. */
const stepsPerLook = 64;

export interface AdvanceRequest extends DetailOptions {
  /** Most steps to take. */
  readonly steps: number;
  /** Stop after about so much time; Infinity for no limit of time. */
  readonly milliseconds: number;
  /** The run ends with `limit` at this step. */
  readonly stepLimit: number;
  readonly hyperparameters: Hyperparameters;
  /** Go on although the run has converged. */
  readonly beyondConvergence?: boolean;
  /** The plane in which `detail` is seen; all of weight space when absent. */
  readonly view?: AskedView;
  /** A buffer to fill, handed back from an earlier reply. */
  readonly buffer?: Float64Array<ArrayBuffer> | undefined;
}

export interface AdvanceReply {
  readonly steps: Steps;
  /** Why the run stopped by itself, or null when it can go on. */
  readonly end: RunEnd | null;
  /** The step about to be taken now. */
  readonly detail: StepDetail;
}

/** What a run begins with. */
export interface Started {
  readonly examples: Examples;
  /** The examples held out as a test; null where none are. */
  readonly test: Examples | null;
  /** How both were brought to a scale of their own; null where they are as they were drawn. */
  readonly scaling: Scaling | null;
  /** The weights that were drawn, before the start's offset; of a pair the start itself. */
  readonly first: Vector;
  /** The weights at step 0. */
  readonly start: Vector;
}

export class Trainer {
  private readonly now: () => number;
  private setup!: Setup;
  private head!: Loop;
  /** A second loop that replays the past for `preview` without disturbing the run. */
  private scout!: Loop;
  private inspector!: StepInspector;
  private surfaces!: Surfaces;
  /** Made when maps are first asked for. */
  private dataMaps: DataMaps | null = null;
  private checkpoints!: Checkpoints;
  private edits: RuleEdit[] = [];

  /** @param now a clock in milliseconds; only `AdvanceRequest.milliseconds` looks at it */
  constructor(now: () => number = () => 0) {
    this.now = now;
  }

  /**
   * Begins a run and returns what it begins with.
   * @throws RangeError that says which part of the configuration is refused and why
   */
  start(config: RunConfig): Started {
    checkConfig(config);
    this.setup = setUp(config);
    this.head = new Loop(this.setup);
    this.scout = new Loop(this.setup);
    this.inspector = new StepInspector(this.setup);
    this.surfaces = new Surfaces(this.setup, this.now);
    this.dataMaps = null;
    this.checkpoints = new Checkpoints(this.head.snapshotLength);
    this.edits = [];
    const { examples, test, scaling, first, start } = this.setup;
    return { examples, test, scaling, first, start };
  }

  /** Takes steps until one of the request's limits or the end of the run. */
  advance(request: AdvanceRequest): AdvanceReply {
    this.putInForce(request.hyperparameters);
    const { head } = this;
    const { layout } = head;
    const width = stepColumnCount(layout);
    const buffer = request.buffer ?? allocateSteps(layout, rowsFor(width));
    const capacity = Math.floor(buffer.length / width);
    const firstStep = head.step;
    const rows: StepRows = { firstStep, buffer, capacity };
    const most = Math.min(request.steps, capacity, request.stepLimit - firstStep);
    const deadline = this.now() + request.milliseconds;
    const mayConverge = !request.beyondConvergence;
    let end = endOf(head, mayConverge);
    let count = 0;
    while (end === null && count < most) {
      const wanted = Math.min(most - count, stepsPerLook);
      const taken = this.takeSteps(wanted, rows, mayConverge);
      count += taken;
      end = endOf(head, mayConverge) ?? (taken < wanted ? 'diverged' : null);
      if (this.now() >= deadline) break;
    }
    end ??= endOf(head, true);
    if (end === null && head.step >= request.stepLimit) end = 'limit';
    const detail = this.inspect(head, request.view ?? null, request);
    return { steps: { firstStep, count, layout, buffer, capacity }, end, detail };
  }

  /** Goes back to step `step` as if the later steps and their edits had never been. */
  rewind(step: number): void {
    this.checkStep(step);
    if (step === this.head.step) return;
    this.bring(this.head, step);
    this.checkpoints.truncate(step);
    this.edits = this.edits.filter((edit) => edit.step < step || edit.step === 0);
  }

  /** The step that would be taken from step `step` of this run under `hyperparameters`. Changes nothing. */
  preview(step: number, hyperparameters: Hyperparameters, view: AskedView = null, curvature = true): StepDetail {
    if (this.edits.length === 0) this.putInForce(hyperparameters);
    this.checkStep(step);
    const { scout } = this;
    const rule = this.ruleOf(hyperparameters);
    if (step === this.head.step) scout.restore(this.head.snapshot(), rule);
    else this.bring(scout, step);
    // At the very start the optimizer's first state depends on the learning rate (Rprop).
    if (step === 0) scout.begin(rule);
    scout.follow(rule);
    return this.inspect(scout, view, { curvature });
  }

  /** The mean loss on a grid of weights, over all examples or over a batch; of a network, on a plane, as far as time allows. */
  surface(request: SurfaceRequest): SurfaceBand {
    return this.surfaces.sample(request);
  }

  /** What the units of a network say over the plane of data. @throws RangeError for a model without units */
  maps(request: MapsRequest): MapsReply {
    this.dataMaps ??= new networkViews[0].DataMaps(this.setup);
    return this.dataMaps.draw(request);
  }

  /** Batches drawn at held weights, and the variance of their gradients. */
  noise(request: NoiseRequest): NoiseReply {
    return noiseSamplers[0](this.setup, request);
  }

  /** How steeply the full loss curves at given weights. */
  curvature(request: CurvatureRequest): Curvature {
    return measureCurvature(this.setup, request);
  }

  /** The plane of this kind, or why there is none. */
  plane(request: PlaneRequest): PlaneReply {
    return networkViews[0].answerPlane(request, this.setup);
  }

  /** The mean loss of the training examples, or of the test, at many weights, D numbers each. */
  losses(weights: Vector, on: 'training' | 'test' = 'training'): Float64Array {
    const { objective, examples, test } = this.setup;
    const asked = on === 'training' ? examples : test;
    if (asked === null) throw new RangeError('No examples are held out as a test.');
    return objective.meanLosses(weights, asked);
  }

  /** Takes `count` steps or fewer, until the run ends, and keeps the checkpoints that are due. Returns how many it took. */
  private takeSteps(count: number, rows: StepRows, mayConverge: boolean): number {
    const { head, checkpoints } = this;
    const first = head.step;
    while (head.step < first + count) {
      this.keepWhereDue();
      const wanted = Math.min(first + count, checkpoints.dueAt) - head.step;
      if (takeSteps(head, wanted, rows, mayConverge) < wanted) break;
    }
    return head.step - first;
  }

  private keepWhereDue(): void {
    const { head, checkpoints } = this;
    if (head.step === checkpoints.dueAt) checkpoints.keep(head.snapshot());
  }

  private putInForce(hyperparameters: Hyperparameters): void {
    const rule = this.ruleOf(hyperparameters);
    const { head } = this;
    if (head.step === 0) {
      this.edits = [{ step: 0, rule }];
      this.checkpoints = new Checkpoints(head.snapshotLength);
      head.begin(rule);
    } else if (rule !== present(this.edits.at(-1)).rule) {
      // Who goes back to this step goes back to before the edit.
      this.keepWhereDue();
      this.edits = [...this.edits.filter((edit) => edit.step < head.step), { step: head.step, rule }];
      head.follow(rule);
    }
  }

  /** The rule in force when it is the same as asked for, else a new one. */
  private ruleOf(hyperparameters: Hyperparameters): Rule {
    const last = this.edits.at(-1)?.rule;
    if (last !== undefined && isSame(last.hyperparameters, hyperparameters)) return last;
    const { config, examples } = this.setup;
    checkBatches(hyperparameters, examples.count, config.dropLast);
    return new Rule(config.optimizer, hyperparameters);
  }

  /** Brings `loop` to `step` of the log, from the nearest checkpoint. */
  private bring(loop: Loop, step: number): void {
    const past = this.edits.filter((edit) => edit.step < step || edit.step === 0);
    if (step === 0) loop.begin(past[0].rule);
    else {
      const snapshot = this.checkpoints.before(step);
      // An edit at the very step of the snapshot came after it.
      loop.restore(snapshot, ruleAt(past, snapshot[0] - 1));
    }
    replay(loop, past, step);
  }

  private inspect(loop: Loop, view: AskedView, options: DetailOptions): StepDetail {
    loop.prepare();
    return this.inspector.inspect(loop, view, options);
  }

  private checkStep(step: number): void {
    if (!(Number.isInteger(step) && step >= 0 && step <= this.head.step))
      throw new RangeError(`This run has steps 0 to ${this.head.step}, not ${step}.`);
  }
}

/** Why a run cannot go on from where it stands, as far as its weights say. */
function endOf(loop: Loop, mayConverge: boolean): RunEnd | null {
  if (loop.isFarOut) return 'diverged';
  return mayConverge && loop.isConverged ? 'converged' : null;
}

const isSame = (a: Hyperparameters, b: Hyperparameters): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
