// The comparison in numbers: what each run needed until the loss of all data was first at or below a target, and where it
// stands now. Losses are those of the weights before each step, so the step at which one is reached is a number of steps;
// of a run so long that its log was thinned, the first of those kept.

import type { Examples } from '../../training/examples.ts';
import type { Loss } from '../../training/loss.ts';
import type { Model } from '../../training/model.ts';
import { sampleMeanLoss } from '../../training/objective/lossSurface.ts';
import type { Setting } from '../../training/run/configuration.ts';
import { Landscape, type Rest } from '../../training/theory/minima.ts';
import type { Vector, Weights } from '../../training/vector.ts';
import { cuttingOf, usedBy } from '../epochs.ts';
import type { History } from '../history.ts';
import { stepTime } from './clock.ts';
import type { Race } from './race.ts';
import type { RunView } from './raceState.ts';

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

/** Rows of a log looked through at a time: some milliseconds with the largest data. */
const rowsPerLook = 256;

/** Looks through a log for the first step at which the loss of all data is at or below a target, a little at a time. */
export class TargetSearch {
  /** The number of steps it took, or null as far as was looked. */
  found: number | null = null;
  private readonly history: History;
  private readonly target: number;
  private readonly revision: number;
  private row = 0;

  constructor(history: History, target: number) {
    this.history = history;
    this.target = target;
    this.revision = history.revision;
  }

  /** Whether this search is still about that log, that target, and a stretch of the log that has not changed. */
  fits(history: History, target: number): boolean {
    return history === this.history && target === this.target && history.revision === this.revision;
  }

  private isReachedBy(weights: Vector | null, model: Model, loss: Loss, examples: Examples): boolean {
    return weights !== null && sampleMeanLoss(model, loss, examples, weights)[0] <= this.target;
  }

  /** Looks at the next rows; says whether there are more to look at now. */
  look({ model, loss }: Setting, examples: Examples): boolean {
    const { history } = this;
    const end = Math.min(history.rows, this.row + rowsPerLook);
    if (this.found !== null || end <= this.row) return false;
    const [w1, w2] = [history.column('w1'), history.column('w2')];
    const weights = new Float64Array(2 * (end - this.row));
    for (let row = this.row; row < end; row++) weights.set([w1[row], w2[row]], 2 * (row - this.row));
    const index = sampleMeanLoss(model, loss, examples, weights).findIndex((value) => value <= this.target);
    if (index >= 0) this.found = (this.row + index) * history.stride;
    this.row = end;
    if (this.found === null && end === history.rows && this.isReachedBy(history.head, model, loss, examples))
      this.found = history.count;
    return this.found === null && end < history.rows;
  }
}

/** The weights that a run has come to. */
export function lastWeights({ history, config, end }: Pick<RunView, 'history' | 'config' | 'end'>): Weights {
  // Where the last step of a run that diverged led is no place to compare.
  const step = end === 'diverged' ? history.count - 1 : history.count;
  const known = history.weightsNear(step);
  return known === null ? config.start : history.path.pointOf(known);
}

/** Legs of a descent, each of which goes a tenth of the domain's diagonal at most. */
const mostLegs = 40;

function followDown(landscape: Landscape, from: Weights): Rest {
  let rest = landscape.settle(from);
  for (let leg = 1; leg < mostLegs && rest.isMoving; leg++) rest = landscape.settle(rest.weights);
  return rest;
}

/** The lowest minimum to which the loss of all data leads from where the runs are, and from their start. */
export function lowestMinimum(setting: Setting, examples: Examples, from: readonly Weights[]): Weights | null {
  const landscape = new Landscape(setting, examples);
  const rests = from
    .filter((weights) => weights.every(Number.isFinite))
    .map((weights) => followDown(landscape, weights))
    .filter(({ isMoving, loss }) => !isMoving && Number.isFinite(loss));
  return rests.length === 0 ? null : rests.reduce((lowest, rest) => (rest.loss < lowest.loss ? rest : lowest)).weights;
}

export function resultOf(
  race: Race,
  run: RunView,
  steps: number | null,
  setting: Setting,
  examples: Examples,
  minimum: Weights | null,
): Result {
  const weights = lastWeights(run);
  const [finalLoss] = sampleMeanLoss(setting.model, setting.loss, examples, Float64Array.from(weights));
  const { hardware } = race.store.getState();
  const seen = steps === null ? null : usedBy(run.edits, cuttingOf(run.config), steps).seen;
  const perEpoch = race.settingOf(run).epochExamples;
  return {
    ...{ letter: run.letter, steps, examples: seen, finalLoss },
    epochs: seen === null ? null : seen / perEpoch,
    time: seen === null || steps === null ? null : steps * stepTime(0, hardware) + seen / hardware.parallelWidth,
    distance: minimum === null ? Number.NaN : Math.hypot(weights[0] - minimum[0], weights[1] - minimum[1]),
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
