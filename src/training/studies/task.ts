// A piece of work in parts that any number of workers can share: parts are pure functions of the request and their
// number, so the order in which they are done, and by whom, never changes a result. To cancel is not to call again.

export interface Task<Part, Result> {
  /** Parts are numbered from 0; those that show most come first. Each takes well under 100 ms. */
  readonly count: number;
  compute(part: number): Part;
  /** What all parts together say; takes them in any order. */
  conclude(parts: readonly Part[]): Result;
}
