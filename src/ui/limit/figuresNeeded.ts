// How exactly the numbers of a formula are to be shown so that a reader who works it out finds the result that stands beside it.

const fewest = 3;
const most = 7;

/** Significant figures of `numbers` with which `result` of them is, to three figures, that of the numbers themselves. */
export function figuresNeeded(numbers: readonly number[], result: (numbers: readonly number[]) => number): number {
  const shown = (values: readonly number[]): string => result(values).toPrecision(fewest);
  const exact = shown(numbers);
  for (let figures = fewest; figures < most; figures++)
    if (shown(numbers.map((value) => Number(value.toPrecision(figures)))) === exact) return figures;
  return most;
}
