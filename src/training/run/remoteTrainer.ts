// The trainer as the page sees it: the same methods, answered later, wherever the trainer runs.

import type { LossSurface } from '../objective/lossSurface.ts';
import type { Reach } from './reach.ts';
import type { RunConfig } from './run.ts';
import type { Trainer } from './trainer.ts';

type TrainerMethod =
  | ('start' | 'advance' | 'rewind' | 'preview')
  | ('surface' | 'plane' | 'maps' | 'losses' | 'noise' | 'curvature');

/** How the losses of a surface become colours and levels. */
export interface ScaleNumbers {
  readonly minimum: number;
  readonly maximum: number;
  /** Height above the minimum at which the logarithm takes over from the straight line. */
  readonly floor: number;
  /** Height above the minimum of the lowest isoline worth drawing: of the surface 3 % lie below. */
  readonly lowestLine: number;
}

export interface TracedLine {
  readonly level: number;
  /** Open lines as w1, w2, w1, w2, ... */
  readonly lines: readonly Float64Array<ArrayBuffer>[];
}

/** What is drawn of a loss surface, whatever the view and the theme. */
export interface SurfaceTracing {
  readonly scale: ScaleNumbers;
  /** For each sample its place in a table of 256 colours. */
  readonly shades: Uint8Array<ArrayBuffer>;
  readonly isolines: readonly TracedLine[];
}

/** A surface with what is drawn of it. */
export interface DrawableSurface extends LossSurface {
  readonly tracing: SurfaceTracing;
}

/** What a request is answered with when the trainer is gone: its worker died or fell silent. Another may take over. */
export class TrainerLostError extends Error {
  override readonly name = 'TrainerLostError';
}

export type RemoteTrainer = {
  readonly [Method in TrainerMethod]: (...request: Parameters<Trainer[Method]>) => Promise<ReturnType<Trainer[Method]>>;
} & {
  /** Traces a surface beside the page's own thread, wherever there is one. */
  readonly trace: (surface: LossSurface) => Promise<SurfaceTracing>;
  /** Where it runs, for the page's own account of itself. */
  readonly place: 'worker' | 'page';
  /** What it can train; everything when absent. */
  readonly reach?: Reach;
  /** One that does the same better, once it has begun; null when none will. Whoever moves to it disposes of this one. */
  readonly successor?: Promise<RemoteTrainer | null>;
  /** Ends it; requests under way stay unanswered. */
  dispose(): void;
};

/** Starts a trainer that can train what a configuration names. */
export type Connect = (
  config: Pick<RunConfig, 'problem' | 'data' | 'arrangement'>,
  /** What it has to hold at least. */
  least: Reach,
) => Promise<RemoteTrainer>;
