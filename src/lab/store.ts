// What the page is doing now: the one store. Everything drawn follows from it and from the log of steps.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Examples } from '../training/examples.ts';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { Scaling } from '../training/ownData/scaling.ts';
import type { View } from '../training/plane.ts';
import type { NoiseReply } from '../training/run/batchDraws.ts';
import type { MapGrid, MapsReply } from '../training/run/dataMaps.ts';
import type { DrawableSurface } from '../training/run/remoteTrainer.ts';
import type { Hyperparameters, RunConfig, RunEnd, StepDetail } from '../training/run/run.ts';
import type { LimitAccount } from '../training/studies/limit.ts';
import type { PointAccount } from '../training/studies/pointKind.ts';
import type { Domain, Point, Vector } from '../training/vector.ts';
import type { CurvaturePoint } from './curvaturePoints.ts';
import { defaultSpeed, defaultStepLimit } from './defaults.ts';
import type { SetAside } from './history.ts';
import type { OpenLesson, Sampled } from './lessonState.ts';
import type { Notice } from './notices.ts';
import { type PlaneChoice, planeAtFirst, type ShownPlane } from './planeChoice.ts';

/** `ready` before the first step; an end of the run (`diverged`, `converged`, `limit`) stays until something changes. */
export type Status = 'ready' | 'running' | 'paused' | RunEnd;

/** @param end why the run stopped at its last step, if it did */
export function statusOf({
  isPlaying,
  end,
  cursor,
  stepCount,
}: Pick<LabState, 'cursor' | 'stepCount'> & { readonly isPlaying: boolean; readonly end: RunEnd | null }): Status {
  if (isPlaying) return 'running';
  if (end !== null && cursor === stepCount) return end;
  return stepCount === 0 ? 'ready' : 'paused';
}

export const phases = ['sample', 'forward', 'loss', 'backward', 'update'] as const;
export type Phase = (typeof phases)[number];

/** How the gradients of the examples are drawn at the weights. */
export const gradientViews = ['fan', 'chain', 'cloud'] as const;
export type GradientView = (typeof gradientViews)[number];

/** Where the loss of the mini-batch alone is drawn: nowhere, over the loss of all examples, or in its place. */
export const batchSurfaces = ['off', 'over', 'instead'] as const;
export type BatchSurface = (typeof batchSurfaces)[number];

/** What is drawn in weight space beside the run itself. */
export interface Layers {
  /** Whether the gradients of the examples are drawn in every phase; they always are in the backward phase. */
  readonly gradients: boolean;
  readonly gradientView: GradientView;
  readonly batchSurface: BatchSurface;
  /** Whether the run's own path and step are left out, for another one to be seen alone. */
  readonly hidesRun: boolean;
  /** Seed of the batches drawn anew at the present weights; null before the first draw. */
  readonly resampleSeed: number | null;
}

export const initialLayers: Layers = {
  gradients: false,
  gradientView: 'fan',
  batchSurface: 'off',
  hidesRun: false,
  resampleSeed: null,
};

/** Mini-batches drawn at held weights. */
export interface Draws {
  /** Where they were drawn, as it is seen. */
  readonly weights: Point;
  readonly sample: NoiseReply;
}

export interface LabState {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
  /** The training examples, always those that `detail` is of. */
  readonly examples: Examples | null;
  /** The examples held out as a test; null where none are, or none are known yet. */
  readonly test: Examples | null;
  /** How both were brought to a scale of their own; null where they are as they were drawn. */
  readonly scaling: Scaling | null;
  /** Whether a view is open in which examples are changed by hand, and whether one is being dragged just now. */
  readonly dataEditing: 'off' | 'open' | 'drag';
  /** The row of the data that is chosen there, counted from 0. */
  readonly chosenRow: number | null;
  /** The path of the run that an edit of the examples replaced, until the next step. */
  readonly ghostPath: { readonly x: Vector; readonly y: Vector } | null;
  /** The mark of the data that the link is about and has no room for, until they are opened. */
  readonly awaitedData: string | null;
  /** The plane that weight space is seen in, the one of `detail`; null is all of it, which two weights have. */
  readonly plane: View;
  /** What plane that is, of more than two weights; null before one was found. */
  readonly shownPlane: ShownPlane | null;
  readonly planeChoice: PlaneChoice;
  /** Steps in the log, and the step the page shows: 0 <= cursor <= stepCount. */
  readonly stepCount: number;
  readonly cursor: number;
  /** Points of the full loss along the path that are known (`history.fullLoss`); changes when there are more. */
  readonly fullLossCount: number;
  /**
   * The step about to be taken at the cursor, of the problem and the optimizer of `config` or null. While the next one is on
   * its way it is briefly of an older cursor, start, or set of data; `Lab.isCurrent` tells.
   */
  readonly detail: StepDetail | null;
  /** What may be told of that step while a question is asked and `detail` is null; else `detail` itself. */
  readonly sampled: Sampled | null;
  /** The lesson that is open, and by their keys those that were left; null is free play. */
  readonly lesson: OpenLesson | null;
  readonly lessonsLeft: Readonly<Record<string, OpenLesson>>;
  /** Whether a view shows other mini-batches, which are drawn anew with every step then. */
  readonly wantsDraws: boolean;
  /** Other mini-batches drawn at the weights, of this step or of one a moment ago; null before the first draw. */
  readonly draws: Draws | null;
  /** The full loss where the weights of a step are seen in the plane: at their nearest point of it. */
  readonly planeLoss: PlaneLoss | null;
  /** Whether a view shows how the loss curves along the run; and what was measured of it. */
  readonly wantsCurvature: boolean;
  readonly curvature: readonly CurvaturePoint[];
  readonly limits: Limits;
  /** What kind of place the run has ended at, once it is known. */
  readonly ended: PointAccount | null;
  readonly status: Status;
  /** The run stops by itself at this many steps. */
  readonly stepLimit: number;
  /** Steps per second, from 0.5; Infinity is as fast as it goes. */
  readonly speed: number;
  /** The part of weight space in view, and the full loss on it. */
  readonly view: Domain;
  /** Whose view that is in planes of more than two weights; null for one that is to be fitted to the run. */
  readonly viewOrigin: ViewOrigin | null;
  readonly surface: DrawableSurface | null;
  /** The loss of the pending mini-batch alone, while a layer shows it; briefly that of the mini-batch before. */
  readonly batchSurface: LossSurface | null;
  /** The step whose mini-batch that is. */
  readonly batchSurfaceStep: number;
  /** The step at which the surface was asked for; before the present one where its plane goes along with the weights. */
  readonly surfaceStep: number;
  /** How many times as wide as high the plot is that shows it; null before there is one. */
  readonly aspect: number | null;
  /** While set, the lab is in slow motion and shows this phase of the pending step. */
  readonly phase: Phase | null;
  /** The layer of weights, from 0, that the phase has come to where it goes through layers; null when it is through all. */
  readonly phaseLayer: number | null;
  /** Whether losses are drawn on a logarithmic axis. */
  readonly isLossLogarithmic: boolean;
  readonly layers: Layers;
  /** Index of the example that is pointed at, lit wherever it appears. */
  readonly litExample: number | null;
  /** Index of the example that is chosen for its numbers to be shown wherever there is room for one; null for the mean. */
  readonly chosenExample: number | null;
  /** Indices of the weights that are followed in numbers; of two weights always both. */
  readonly watched: readonly number[];
  /** Maps of what units say that pictures ask for, and the last ones that came. */
  readonly wantedMaps: Readonly<Partial<Record<MapName, MapGrid>>>;
  readonly maps: Readonly<Partial<Record<MapName, MapsReply>>>;
  /** What the link says of the runs beside this one, name by name; only the comparison reads it, and writes it. */
  readonly beside: Readonly<Record<string, string>>;
  /** What was wrong with the link or a message, until it is dismissed or mended. */
  readonly notices: readonly Notice[];
  /** The run that another optimizer or problem has replaced, as long as it can be taken back. */
  readonly former: FormerRun | null;
  /** Set when training broke down too often and stopped: the details, for copying. A new run tries again. */
  readonly failure: string | null;
}

export interface ViewOrigin {
  /** The plane and the weights that its numbers are of. */
  readonly of: string;
  /** Whether the reader chose it. */
  readonly isChosen: boolean;
}

/** What is known of the limits of the learning rate beside the one that the curvature of all examples sets. */
export interface Limits {
  /** Whether they are being explained. */
  readonly areExplained: boolean;
  /** The limit of the mini-batch; null where there is none besides, or none is known yet. */
  readonly ofBatch: number | null;
  /** The two principal directions while they are explained. */
  readonly account: LimitAccount | null;
}

export const noLimits: Limits = { areExplained: false, ofBatch: null, account: null };

export interface PlaneLoss {
  readonly plane: View;
  readonly weights: Vector;
  readonly loss: number;
}

/** A run that was replaced. */
export interface FormerRun {
  readonly state: Pick<
    LabState,
    | 'config'
    | 'hyperparameters'
    | 'examples'
    | 'test'
    | 'scaling'
    | 'plane'
    | 'shownPlane'
    | 'stepCount'
    | 'cursor'
    | 'detail'
    | 'stepLimit'
    | 'view'
    | 'viewOrigin'
    | 'surface'
    | 'surfaceStep'
    | 'phase'
    | 'phaseLayer'
  >;
  readonly log: SetAside;
  /** Why it stopped at its last step, if it did. */
  readonly end: RunEnd | null;
  /** What holds at its last step, where it showed an earlier one. */
  readonly headHyperparameters: Hyperparameters | null;
}

/** What maps are for: every unit of the picture of a network, or what it predicts over the data. */
export const mapNames = ['units', 'prediction'] as const;
export type MapName = (typeof mapNames)[number];

/** The first two. */
export const watchedAtFirst: readonly number[] = [0, 1];

export type LabStore = StoreApi<LabState>;

/** What the page starts with: a run, and whatever is not as `createLabStore` fills it in. */
export type InitialState = Pick<LabState, 'config' | 'hyperparameters'> & Partial<LabState>;

/** The state before the first answer of a trainer: nothing is known, drawn, or lit beside the run unless it is said. */
export const createLabStore = (initial: InitialState & Pick<LabState, 'view'>): LabStore =>
  createStore<LabState>(() => ({
    examples: null,
    test: null,
    scaling: null,
    dataEditing: 'off',
    chosenRow: null,
    ghostPath: null,
    awaitedData: null,
    plane: null,
    shownPlane: null,
    planeChoice: planeAtFirst,
    stepCount: 0,
    cursor: 0,
    fullLossCount: 0,
    detail: null,
    sampled: null,
    lesson: null,
    lessonsLeft: {},
    wantsDraws: false,
    draws: null,
    planeLoss: null,
    wantsCurvature: false,
    curvature: [],
    limits: noLimits,
    ended: null,
    status: 'ready',
    stepLimit: defaultStepLimit,
    speed: defaultSpeed,
    viewOrigin: null,
    surface: null,
    surfaceStep: 0,
    batchSurface: null,
    batchSurfaceStep: 0,
    aspect: null,
    phase: null,
    phaseLayer: null,
    isLossLogarithmic: false,
    layers: initialLayers,
    litExample: null,
    chosenExample: null,
    watched: watchedAtFirst,
    wantedMaps: {},
    maps: {},
    beside: {},
    notices: [],
    former: null,
    failure: null,
    ...initial,
  }));
