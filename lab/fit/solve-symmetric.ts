/** Solves `matrix · x = vector` by elimination with pivots. */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  const size = vector.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const [top, other] = [rows[pivot], rows[column]];
    if (top === undefined || other === undefined) continue;
    rows[column] = top;
    rows[pivot] = other;
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (top[column] || 1e-12);
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (top[at] ?? 0);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const values = rows[row] ?? [];
    let rest = values[size] ?? 0;
    for (let at = row + 1; at < size; at++) rest -= (values[at] ?? 0) * (solution[at] ?? 0);
    solution[row] = rest / (values[row] || 1e-12);
  }
  return solution;
}
