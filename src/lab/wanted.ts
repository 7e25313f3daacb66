// What the page wants of the trainer beyond what its state says: a value, replaced as a whole by the lab and read by the
// session.

import type { AdvanceReply } from '../training/run/trainer.ts';

export interface Wanted {
  /** Another number is another run, which begins anew. */
  readonly run: number;
  /** Grows when steps under way are no longer wanted: what they bring is dropped as if they had not been taken. */
  readonly turn: number;
  /** Steps to be shown one after the other with their numbers, in order; the last is where the page is to stand. */
  readonly stops: readonly number[];
  /** Steps that the playback owes, whole ones to be taken at the next opportunity; null while nothing plays. */
  readonly credit: number | null;
  /** Whether playing goes on where nothing moves any more. */
  readonly beyondConvergence: boolean;
}

export const firstWanted: Wanted = { run: 1, turn: 1, stops: [], credit: null, beyondConvergence: false };

/** What is wanted of another run: nothing yet, and nothing of the run before. */
export const ofNextRun = ({ run, turn }: Wanted): Wanted => ({ ...firstWanted, run: run + 1, turn: turn + 1 });

/** The step that is wanted last by a page that shows step `cursor`. */
export const wantedStep = ({ stops }: Wanted, cursor: number): number => stops.at(-1) ?? cursor;

/** Adds a stop, at or after the one that is wanted last. */
export const withStop = (wanted: Wanted, step: number): Wanted =>
  step === wanted.stops.at(-1) ? wanted : { ...wanted, stops: [...wanted.stops, step] };

/** What remains once step `cursor` is shown with its numbers. */
export const pastStop = (wanted: Wanted, cursor: number): Wanted => {
  const stops = wanted.stops.filter((stop) => stop > cursor);
  return stops.length === wanted.stops.length ? wanted : { ...wanted, stops };
};

/** Stops where the page stands: what is under way is dropped. */
export const halted = (wanted: Wanted): Wanted => ({ ...wanted, turn: wanted.turn + 1, stops: [] });

/**
 * The stops that are left when steps have come, none where the run cannot go on.
 * @param hasNumbers whether the detail that came is that of the step as it would be taken now
 */
export function stopsAfter(
  stops: readonly number[],
  { steps, end }: AdvanceReply,
  hasNumbers: boolean,
): readonly number[] {
  if (end === 'diverged' || end === 'limit' || steps.count === 0) return [];
  return hasNumbers ? stops.filter((stop) => stop > steps.firstStep + steps.count) : stops;
}

/** What is owed still after `steps` steps were asked for. */
export function creditAfter(credit: number | null, steps: number, speed: number): number | null {
  if (credit === null) return null;
  return speed === Number.POSITIVE_INFINITY ? 0 : Math.max(0, credit - steps);
}

/** A place that somebody waits for. */
export interface Stop {
  readonly turn: number;
  readonly step: number;
}

/** `reached` also where the run came to its end before; `superseded` where something else was asked for meanwhile. */
export function progressOf(stop: Stop, wanted: Wanted): 'waiting' | 'reached' | 'superseded' {
  if (stop.turn !== wanted.turn) return 'superseded';
  return wanted.stops.some((step) => step <= stop.step) ? 'waiting' : 'reached';
}
