// The tasks by key: what a pool of workers can be asked for, what each part brings, and what comes out.

import type { RunConfig } from '../run/run.ts';
import type { TableReading } from '../table/readTable.ts';
import type { NoiseFloor } from '../theory/noiseFloor.ts';
import { type BasinMap, type BasinPart, type BasinRequest, basinTask } from './basins.ts';
import { type DivergenceReport, type DivergenceRequest, divergenceTask, type TriedRate } from './divergence.ts';
import { type Ensemble, type EnsemblePart, type EnsembleRequest, ensembleTask } from './ensemble.ts';
import { type LimitAccount, type LimitRequest, limitAccount } from './limit.ts';
import { type CurvesPart, type PointAccount, type PointRequest, pointKind } from './pointKind.ts';
import {
  type FirstBelowRequest,
  type FloorsRequest,
  firstBelow,
  floors,
  type LossesRequest,
  losses,
  type StableRatesRequest,
  type Standings,
  type StandingsRequest,
  stableRatesTask,
  standings,
  usualTarget,
} from './questions.ts';
import { type RateRange, type RateRangeRequest, rateRangeTask } from './rateRange.ts';
import { type Section, type SectionRequest, section } from './section.ts';
import { type SweepMap, type SweepPart, type SweepRequest, sweepTask } from './sweep.ts';
import { type TableRequest, tableQuestion } from './table.ts';
import type { Task } from './task.ts';

export interface TaskTypes {
  readonly sweep: { readonly request: SweepRequest; readonly part: SweepPart; readonly result: SweepMap };
  readonly ensemble: { readonly request: EnsembleRequest; readonly part: EnsemblePart; readonly result: Ensemble };
  readonly basins: { readonly request: BasinRequest; readonly part: BasinPart; readonly result: BasinMap };
  readonly divergence: {
    readonly request: DivergenceRequest;
    readonly part: TriedRate | null;
    readonly result: DivergenceReport;
  };
  readonly rateRange: { readonly request: RateRangeRequest; readonly part: RateRange; readonly result: RateRange };
  readonly stableRates: {
    readonly request: StableRatesRequest;
    readonly part: { readonly row: number; readonly rate: number | null };
    readonly result: readonly number[];
  };
  readonly floors: Question<FloorsRequest, readonly (NoiseFloor | null)[]>;
  readonly losses: Question<LossesRequest, Float64Array>;
  readonly standings: Question<StandingsRequest, Standings>;
  readonly usualTarget: Question<{ readonly config: RunConfig }, number>;
  readonly firstBelow: Question<FirstBelowRequest, number | null>;
  readonly section: Question<SectionRequest, Section>;
  readonly limit: Question<LimitRequest, LimitAccount | null>;
  readonly pointKind: { readonly request: PointRequest; readonly part: CurvesPart; readonly result: PointAccount };
  readonly table: Question<TableRequest, TableReading>;
}

/** What is answered as a whole. */
interface Question<Request, Answer> {
  readonly request: Request;
  readonly part: Answer;
  readonly result: Answer;
}

export type TaskId = keyof TaskTypes;
export type TaskRequest<Id extends TaskId = TaskId> = TaskTypes[Id]['request'];
export type TaskPart<Id extends TaskId = TaskId> = TaskTypes[Id]['part'];
export type TaskResult<Id extends TaskId = TaskId> = TaskTypes[Id]['result'];

const makers: {
  readonly [Id in TaskId]: (request: TaskRequest<Id>) => Task<TaskPart<Id>, TaskResult<Id>>;
} = {
  sweep: sweepTask,
  ensemble: ensembleTask,
  basins: basinTask,
  divergence: divergenceTask,
  rateRange: rateRangeTask,
  stableRates: stableRatesTask,
  floors,
  losses,
  standings,
  usualTarget,
  firstBelow,
  section,
  limit: limitAccount,
  pointKind,
  table: tableQuestion,
};

/** @throws RangeError that says which part of the request is refused and why */
export function createTask<Id extends TaskId>(id: Id, request: TaskRequest<Id>): Task<TaskPart<Id>, TaskResult<Id>> {
  return makers[id](request);
}
