/** The Euclidean length of a vector. */
export function vectorLength(vector: ArrayLike<number>): number {
  let squares = 0;
  for (let place = 0; place < vector.length; place++) squares += (vector[place] as number) ** 2;
  return Math.sqrt(squares);
}
