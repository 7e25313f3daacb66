// The comparison in numbers: what each run needed until the loss of all data was first at or below a target, and where it
// stands now. Losses are those of the weights before each step, so the step at which one is reached is a number of steps;
// of a run so long that its log was thinned, the first of those kept.

import { joined, type Vector, type Weights } from '../../training/vector.ts';
import { cuttingOf, usedBy } from '../epochs.ts';
import type { History } from '../history.ts';
import { stepTime } from './clock.ts';
import type { Race } from './race.ts';
import { type RunView, weightsAt } from './raceState.ts';

export interface Result {
  readonly letter: string;
  /** Until the target was reached; null while it was not. */
  readonly steps: number | null;
  readonly epochs: number | null;
  readonly examples: number | null;
  readonly time: number | null;
  /** Loss of all data at the last step taken, and the way from there to the lowest minimum that is known. */
  readonly finalLoss: number;
  readonly distance: number;
}

export const resultColumns = ['steps', 'epochs', 'examples', 'time', 'finalLoss', 'distance'] as const;
export type ResultColumn = (typeof resultColumns)[number];

/** Weights of a log looked through with one question, counted one by one: some milliseconds with the largest data. */
const numbersPerLook = 4096;

/** Says at which of some weights the loss of all data is first at or below a target; null at none. */
export type AskFirstBelow = (weights: Float64Array, target: number) => Promise<number | null>;

/** Looks through a log for the first step at which the loss of all data is at or below a target, a little at a time. */
export class TargetSearch {
  /** The number of steps it took, or null as far as was looked. */
  found: number | null = null;
  private readonly history: History;
  private readonly target: number;
  private readonly revision: number;
  private step = 0;
  /** The steps after which the weights were looked at that the log has no row of yet. */
  private seen = 0;

  constructor(history: History, target: number) {
    this.history = history;
    this.target = target;
    this.revision = history.revision;
  }

  /** Whether this search is still about that log, that target, and a stretch of the log that has not changed. */
  fits(history: History, target: number): boolean {
    return history === this.history && target === this.target && history.revision === this.revision;
  }

  /** Asks about the next rows; says whether there are more to look at now. */
  async look(ask: AskFirstBelow): Promise<boolean> {
    const { history, target } = this;
    if (this.found !== null || !this.fits(history, target)) return false;
    const { steps, weights, next } = this.due();
    if (steps.length === 0) return false;
    const { count } = history;
    const index = await ask(joined(weights), target);
    if (!this.fits(history, target)) return false;
    if (index !== null) this.found = steps[index];
    this.step = next;
    if (steps.at(-1) === count) this.seen = count;
    return this.found === null && next < count;
  }

  /** The next steps that the log has weights of, and the step to go on from after them. */
  private due(): { readonly steps: readonly number[]; readonly weights: readonly Vector[]; readonly next: number } {
    const { history } = this;
    const { count, head } = history;
    const { stride } = history.path;
    const steps: number[] = [];
    const weights: Vector[] = [];
    let numbers = 0;
    let step = Math.ceil(this.step / stride) * stride;
    for (; step < count && numbers < numbersPerLook; step += stride) {
      const known = history.weightsAt(step);
      if (known === null) break;
      steps.push(step);
      weights.push(known);
      numbers += known.length;
    }
    // Where the last step led has no row of its own yet.
    if (step >= count && head !== null && count !== this.seen) {
      steps.push(count);
      weights.push(head);
    }
    return { steps, weights, next: Math.min(step, count) };
  }
}

/** The weights that a run has come to; null while none are known. */
export function lastWeights(run: Pick<RunView, 'history' | 'start' | 'end'>): Vector | null {
  // Where the last step of a run that diverged led is no place to compare.
  return weightsAt(run, run.end === 'diverged' ? run.history.count - 1 : run.history.count);
}

/**
 * @param steps that it took to the target; null while it was not reached
 * @param finalLoss loss of all data at `lastWeights`
 */
export function resultOf(
  race: Race,
  run: RunView,
  steps: number | null,
  finalLoss: number,
  minimum: Weights | null,
): Result {
  const weights = lastWeights(run);
  const { hardware } = race.store.getState();
  const seen = steps === null ? null : usedBy(run.edits, cuttingOf(run.config), steps).seen;
  const perEpoch = race.settingOf(run).epochExamples;
  return {
    ...{ letter: run.letter, steps, examples: seen, finalLoss },
    epochs: seen === null ? null : seen / perEpoch,
    time: seen === null || steps === null ? null : steps * stepTime(0, hardware) + seen / hardware.parallelWidth,
    distance:
      minimum === null || weights === null ? Number.NaN : Math.hypot(weights[0] - minimum[0], weights[1] - minimum[1]),
  };
}

/** Sorted by a column, what is missing last. */
export function sortResults(
  results: readonly Result[],
  column: ResultColumn | 'letter',
  isDescending: boolean,
): Result[] {
  const way = isDescending ? -1 : 1;
  return [...results].sort((a, b) => {
    if (column === 'letter') return way * (a.letter < b.letter ? -1 : 1);
    const [p, q] = [a[column] ?? Number.NaN, b[column] ?? Number.NaN];
    if (Number.isNaN(p) || Number.isNaN(q)) return Number(Number.isNaN(p)) - Number(Number.isNaN(q));
    return way * (p - q);
  });
}
