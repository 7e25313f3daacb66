// Long computations of the comparison, one at a time on the pool of workers: many seeds, the map of starts, the sweep, the
// range test. Results show while they come in; cancelling one leaves nothing running.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { View } from '../../training/plane.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { Edit, Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { type BasinMap, basinSteps } from '../../training/studies/basins.ts';
import {
  bandOf,
  type Ensemble,
  type EnsemblePart,
  type EnsembleRequest,
  pointSteps,
} from '../../training/studies/ensemble.ts';
import type { RateRange } from '../../training/studies/rateRange.ts';
import {
  batchSizeAxis,
  rateAxis,
  SweepCollector,
  type SweepMap,
  type SweepRequest,
} from '../../training/studies/sweep.ts';
import type { TaskId, TaskPart, TaskRequest, TaskResult } from '../../training/studies/tasks.ts';
import { defaultLearningRate } from '../defaults.ts';
import type { Lab } from '../lab.ts';
import { hasLayers } from '../network.ts';
import { examplesKey } from '../surfaces.ts';
import { throttled } from '../throttled.ts';
import { shownView } from '../view.ts';

/** Milliseconds between two pictures of what has come in. */
const pictureInterval = 40;

/** Points kept of each path of a fan: enough for a plot. */
const fanPoints = 400;

const sweepCells = 16;
export const sweepSteps = 500;
export const sweepSeeds = 3;
/** The sweep's rates reach so many times below and above the usual one. */
const [ratesBelow, ratesAbove] = [100, 100];

const basinCells = 64;
/** A network's loss takes its time to fall: a rate must be kept longer to be judged. */
const rangeStepsOf = (config: RunConfig): number => (hasLayers(config) ? 1000 : 200);

/** The run that a study is about. */
export interface Subject {
  readonly config: RunConfig;
  readonly edits: readonly Edit[];
  readonly hyperparameters: Hyperparameters;
}

/** How often a run is repeated, how far, and what each of them has of its own. */
export interface Repetition {
  readonly members: number;
  readonly steps: number;
  readonly vary: Varied;
}

export type Varied = NonNullable<EnsembleRequest['vary']>;

export interface Fan {
  readonly run: Subject;
  /** The letter of the run that was repeated. */
  readonly letter: string;
  readonly steps: number;
  readonly vary: Varied;
  /** The plane in which the paths are seen. */
  readonly view: View;
  readonly pointSteps: Int32Array;
  readonly parts: readonly EnsemblePart[];
  readonly band: Pick<Ensemble, 'median' | 'lowerQuartile' | 'upperQuartile'>;
  /** Once all parts are there. */
  readonly result: Ensemble | null;
}

export interface Sweep {
  readonly request: SweepRequest;
  readonly map: SweepMap;
}

export interface StudiesState {
  /** The study under way, and how much of it is done. */
  readonly running: TaskId | null;
  readonly done: number;
  readonly total: number;
  readonly fan: Fan | null;
  readonly basins: BasinMap | null;
  readonly sweep: Sweep | null;
  readonly rateRange: RateRange | null;
  /** Why the last study could not be made. */
  readonly failure: string | null;
}

const nothing: StudiesState = {
  ...{ running: null, done: 0, total: 0, fan: null, basins: null, sweep: null, rateRange: null, failure: null },
};

export class Studies {
  readonly store: StoreApi<StudiesState> = createStore<StudiesState>(() => nothing);
  private readonly lab: Lab;
  private abort: AbortController | null = null;

  constructor(lab: Lab) {
    this.lab = lab;
    // What was computed belongs to the data it was computed on.
    lab.store.subscribe(({ config }, before) => {
      if (examplesKey(config) !== examplesKey(before.config)) this.forget();
    });
  }

  /** Ends the study under way and keeps what is there. */
  cancel(): void {
    this.abort?.abort();
    this.abort = null;
    this.store.setState({ running: null });
  }

  /** Drops all results. */
  forget(): void {
    this.cancel();
    this.store.setState(nothing);
  }

  hide(name: 'fan' | 'basins'): void {
    if (this.store.getState().running === (name === 'fan' ? 'ensemble' : 'basins')) this.cancel();
    this.store.setState({ [name]: null });
  }

  /** Repeats a run with other shuffles of the same data, or with other first weights of the same network. */
  async runSeeds(run: Subject, letter: string, { members, steps, vary }: Repetition): Promise<void> {
    const { config, edits } = run;
    const { plane: view } = this.lab.store.getState();
    const points = Math.min(steps + 1, fanPoints);
    const parts: EnsemblePart[] = [];
    const fanWith = (result: Ensemble | null): Fan => ({
      ...{ run, letter, steps, vary, view, pointSteps: pointSteps(steps, points), parts: [...parts], result },
      band: result ?? bandOf(parts.map(({ losses }) => losses)),
    });
    await this.study(
      'ensemble',
      { config, edits, members, steps, points, loss: 'full', vary, view },
      {
        onPart: (part) => void parts.push(part),
        picture: () => ({ fan: parts.length === 0 ? null : fanWith(null) }),
        conclude: (result) => ({ fan: fanWith(result) }),
      },
    );
  }

  /** Where the page's run ends from each start in view. */
  async mapStarts(): Promise<void> {
    const { config, hyperparameters, view, aspect } = this.lab.store.getState();
    const steps = basinSteps(hyperparameters.batchSize);
    const cells = { columns: basinCells, rows: basinCells };
    await this.study(
      'basins',
      { config, hyperparameters, domain: shownView(view, aspect), ...cells, steps },
      {
        conclude: (basins) => ({ basins }),
      },
    );
  }

  /** The final loss over learning rate and batch size. */
  async runSweep(): Promise<void> {
    const { config, hyperparameters } = this.lab.store.getState();
    const usual = defaultLearningRate(config.problem, config.optimizer);
    const request: SweepRequest = {
      ...{ config, hyperparameters, steps: sweepSteps, seeds: sweepSeeds },
      learningRates: rateAxis(usual / ratesBelow, usual * ratesAbove, sweepCells),
      batchSizes: batchSizeAxis(trainingCount(config), sweepCells),
    };
    const collector = new SweepCollector(request);
    const picture = (): Partial<StudiesState> => ({ sweep: { request, map: { ...collector.map } } });
    await this.study('sweep', request, { onPart: (part) => collector.add(part), picture, conclude: picture });
  }

  /** One run whose rate grows every step. */
  async testRates(): Promise<void> {
    const { config, hyperparameters } = this.lab.store.getState();
    const usual = defaultLearningRate(config.problem, config.optimizer);
    const request = {
      config,
      hyperparameters,
      lowest: usual / 1000,
      highest: usual * 1000,
      steps: rangeStepsOf(config),
    };
    await this.study('rateRange', request, { conclude: (rateRange) => ({ rateRange }) });
  }

  private async study<Id extends TaskId>(
    id: Id,
    request: TaskRequest<Id>,
    {
      onPart,
      picture = () => ({}),
      conclude,
    }: {
      readonly onPart?: (part: TaskPart<Id>) => void;
      readonly picture?: () => Partial<StudiesState>;
      readonly conclude: (result: TaskResult<Id>) => Partial<StudiesState>;
    },
  ): Promise<void> {
    const opening = this.lab.pool();
    if (opening === null) return;
    this.cancel();
    const abort = new AbortController();
    this.abort = abort;
    this.store.setState({ running: id, done: 0, total: 0, failure: null });
    let progress = { done: 0, total: 0 };
    const show = throttled(() => this.store.setState({ ...progress, ...picture() }), pictureInterval);
    abort.signal.addEventListener('abort', show.cancel);
    try {
      const pool = await opening;
      const result = await pool.run(id, request, {
        signal: abort.signal,
        onPart: (part, done, total) => {
          if (abort.signal.aborted) return;
          onPart?.(part);
          progress = { done, total };
          show.ask();
        },
      });
      show.cancel();
      if (!abort.signal.aborted) this.store.setState({ running: null, ...conclude(result) });
    } catch (error) {
      show.cancel();
      if (abort.signal.aborted) return;
      this.store.setState({ running: null, failure: error instanceof Error ? error.message : String(error) });
    }
  }
}
