/**
 * Lower triangular factor of a symmetric positive definite matrix, both row-major:
 * `factor · factorᵀ = matrix`.
 * @throws {RangeError} when the matrix is not positive definite
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  const at = (row: number, column: number) => factor[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
      if (row === column && rest <= 0) throw new RangeError('The matrix is not positive definite.');
      factor[row * size + column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  return factor;
}

/** Solves `factor · x = vector` for a lower triangular factor. */
export function solveLower(factor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const solution = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let rest = vector[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= (factor[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 1);
  }
  return solution;
}
