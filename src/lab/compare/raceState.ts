// The state of the comparison, and its runs as plots and tables show them.

import type { Edit, RunConfig, RunEnd } from '../../training/run/run.ts';
import type { Point, Vector } from '../../training/vector.ts';
import type { History } from '../history.ts';
import type { Clock, Hardware } from './clock.ts';
import type { Contender, Rival, Slot } from './contender.ts';
import type { SetId } from './setIds.ts';

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
  /** The set of one click that these runs are, while none of them was changed since. */
  readonly set: SetId | null;
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
  /** The weights at step 0; null while they are not known. */
  readonly start: Vector | null;
  readonly end: RunEnd | 'lost' | null;
  /** Steps taken by the time at which the page looks, and by the end of the own run. */
  readonly cursor: number;
  readonly head: number;
  readonly isShown: boolean;
}

/** The weights of a run before step `step`, or the last ones before them that are kept; null while none are known. */
export const weightsAt = ({ history, start }: Pick<RunView, 'history' | 'start'>, step: number): Vector | null =>
  history.weightsNear(Math.min(step, history.count)) ?? start;

/** Where the weights of a run at its cursor are seen; null while they are not known. */
export function pointAt(run: Pick<RunView, 'history' | 'start' | 'cursor'>): Point | null {
  const weights = weightsAt(run, run.cursor);
  return weights === null ? null : run.history.path.pointOf(weights);
}
