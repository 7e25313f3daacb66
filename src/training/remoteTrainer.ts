// The trainer as the page sees it: the same methods, answered later, wherever the trainer runs.

import type { Trainer } from './trainer.ts';

type TrainerMethod = 'start' | 'advance' | 'rewind' | 'preview' | 'restore' | 'surface' | 'losses';

export type RemoteTrainer = {
  readonly [Method in TrainerMethod]: (...request: Parameters<Trainer[Method]>) => Promise<ReturnType<Trainer[Method]>>;
} & {
  /** Where it runs, for the page's own account of itself. */
  readonly place: 'worker' | 'page';
  /** Ends it; requests under way stay unanswered. */
  dispose(): void;
};
