// What the page is doing now: the one store. Everything drawn follows from it and from the log of steps.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Examples } from '../training/examples.ts';
import type { LossSurface } from '../training/lossSurface.ts';
import type { Hyperparameters, RunConfig, RunEnd, StepDetail } from '../training/run.ts';
import type { Domain } from '../training/vector.ts';

/** `ready` before the first step; an end of the run (`diverged`, `converged`, `limit`) stays until something changes. */
export type Status = 'ready' | 'running' | 'paused' | RunEnd;

export const phases = ['sample', 'forward', 'loss', 'backward', 'update'] as const;
export type Phase = (typeof phases)[number];

export interface LabState {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
  /** The training examples of `config`, or null until the trainer has made them. */
  readonly examples: Examples | null;
  /** Steps in the log, and the step the page shows: 0 <= cursor <= stepCount. */
  readonly stepCount: number;
  readonly cursor: number;
  /** Points of the full loss along the path that are known (`history.fullLoss`); changes when there are more. */
  readonly fullLossCount: number;
  /** The step about to be taken at the cursor; briefly of an older cursor while the next one is on its way. */
  readonly detail: StepDetail | null;
  readonly status: Status;
  /** The run stops by itself at this many steps. */
  readonly stepLimit: number;
  /** Steps per second, from 0.5; Infinity is as fast as it goes. */
  readonly speed: number;
  /** The part of weight space in view, and the full loss on it. */
  readonly view: Domain;
  readonly surface: LossSurface | null;
  /** While set, the lab is in slow motion and shows this phase of the pending step. */
  readonly phase: Phase | null;
  /** What was wrong with the link or a message, for a notice that can be dismissed. */
  readonly notices: readonly string[];
}

export type LabStore = StoreApi<LabState>;

export const createLabStore = (initial: LabState): LabStore => createStore<LabState>(() => initial);
