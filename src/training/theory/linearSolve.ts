// Small dense matrices, row by row in one array: product, linear system, and the test for being positive definite.

/** Product of an n x m and an m x p matrix. */
export function multiply(left: Float64Array, right: Float64Array, n: number, m = n, p = n): Float64Array {
  const product = new Float64Array(n * p);
  for (let row = 0; row < n; row++) {
    for (let middle = 0; middle < m; middle++) {
      const factor = left[row * m + middle];
      for (let column = 0; column < p; column++) product[row * p + column] += factor * right[middle * p + column];
    }
  }
  return product;
}

export function identityMatrix(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}

/**
 * Solves matrix x = right for an n x n matrix by elimination, the largest entry of each column as pivot.
 * Null when the matrix is singular as far as doubles can tell.
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const n = right.length;
  const rows = Array.from({ length: n }, (_, row) => [...matrix.subarray(row * n, (row + 1) * n), right[row]]);
  const size = matrix.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    if (!(Math.abs(rows[pivot][column]) > 1e-14 * size)) return null;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = column + 1; row < n; row++) {
      const factor = rows[row][column] / rows[column][column];
      for (let entry = column; entry <= n; entry++) rows[row][entry] -= factor * rows[column][entry];
    }
  }
  const solution = new Float64Array(n);
  for (let row = n - 1; row >= 0; row--) {
    let sum = rows[row][n];
    for (let column = row + 1; column < n; column++) sum -= rows[row][column] * solution[column];
    solution[row] = sum / rows[row][row];
  }
  return solution;
}

/** Whether a symmetric n x n matrix is positive definite, by Cholesky's factorisation. */
export function isPositiveDefinite(matrix: Float64Array, n: number): boolean {
  const factor = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * n + column];
      for (let k = 0; k < column; k++) rest -= factor[row * n + k] * factor[column * n + k];
      if (row === column) {
        if (!(rest > 0 && rest < Number.POSITIVE_INFINITY)) return false;
        factor[row * n + row] = Math.sqrt(rest);
      } else factor[row * n + column] = rest / factor[column * n + column];
    }
  }
  return true;
}
