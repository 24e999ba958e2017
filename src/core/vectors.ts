/** The Euclidean length of a vector. */
export function vectorLength(vector: ArrayLike<number>): number {
  let squares = 0;
  for (let place = 0; place < vector.length; place++) squares += (vector[place] as number) ** 2;
  return Math.sqrt(squares);
}

/** Adds `weight` times a vector to a sum of as many dimensions. */
export function addWeighted(sum: Float64Array, vector: Float32Array, weight: number): void {
  for (let i = 0; i < vector.length; i++) {
    sum[i] = (sum[i] as number) + weight * (vector[i] as number);
  }
}
