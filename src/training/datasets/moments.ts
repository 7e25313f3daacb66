// Brings random columns to exact moments, so that a problem's curvature is what its settings say and not nearly so.

const mean = (f: (i: number) => number, count: number): number => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += f(i);
  return sum / count;
};

/** Shifts a column to mean 0. */
export function centre(column: Float64Array): void {
  const middle = mean((i) => column[i], column.length);
  for (let i = 0; i < column.length; i++) column[i] = column[i] - middle;
}

/** Scales a column to mean square 1; a column of zeros stays. */
export function normalise(column: Float64Array): void {
  const power = mean((i) => column[i] * column[i], column.length);
  if (power === 0) return;
  const scale = 1 / Math.sqrt(power);
  for (let i = 0; i < column.length; i++) column[i] = column[i] * scale;
}

/** Takes from `column` its part along `direction`, a column of mean square 1. */
export function orthogonalise(column: Float64Array, direction: Float64Array): void {
  const part = mean((i) => column[i] * direction[i], column.length);
  for (let i = 0; i < column.length; i++) column[i] = column[i] - part * direction[i];
}
