// The trainer as the page sees it: the same methods, answered later, wherever the trainer runs.

import type { Reach } from './reach.ts';
import type { RunConfig } from './run.ts';
import type { Trainer } from './trainer.ts';

type TrainerMethod =
  | ('start' | 'advance' | 'rewind' | 'preview')
  | ('surface' | 'plane' | 'maps' | 'losses' | 'noise' | 'curvature');

/** What a request is answered with when the trainer is gone: its worker died or fell silent. Another may take over. */
export class TrainerLostError extends Error {
  override readonly name = 'TrainerLostError';
}

export type RemoteTrainer = {
  readonly [Method in TrainerMethod]: (...request: Parameters<Trainer[Method]>) => Promise<ReturnType<Trainer[Method]>>;
} & {
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
