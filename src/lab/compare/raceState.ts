// The state of the comparison, and its runs as plots and tables show them.

import type { Edit, RunConfig, RunEnd } from '../../training/run/run.ts';
import type { History } from '../history.ts';
import type { Clock, Hardware } from './clock.ts';
import type { Contender, Rival, Slot } from './contender.ts';

/** The future that a branched run would have had: drawn faded, and still run on. */
export interface Ghost extends Rival {
  readonly edits: readonly Edit[];
  /** Step of the own run at which it took another way. */
  readonly branchedAt: number;
}

export interface RaceState {
  readonly contenders: readonly Contender[];
  readonly ghost: Ghost | null;
  /** The only run that is shown, if one was singled out. */
  readonly solo: Slot | null;
  readonly clock: Clock;
  readonly hardware: Hardware;
  /** The loss that counts as reached in the table of results; null for one that follows from the runs. */
  readonly targetLoss: number | null;
  /** Grows with every step, loss, and end that comes. */
  readonly tick: number;
}

/** A run as plots and tables show it. */
export interface RunView extends Rival {
  /** Null for the ghost. */
  readonly slot: Slot | null;
  readonly letter: string;
  readonly config: RunConfig;
  readonly edits: readonly Edit[];
  readonly history: History;
  readonly end: RunEnd | 'lost' | null;
  /** Steps taken by the time at which the page looks, and by the end of the own run. */
  readonly cursor: number;
  readonly head: number;
  readonly isShown: boolean;
}
