/** The Euclidean length of a vector. */
export function vectorLength(vector: ArrayLike<number>): number {
  let squares = 0;
  for (let place = 0; place < vector.length; place++) squares += (vector[place] as number) ** 2;
  return Math.sqrt(squares);
}

/** A vector of length 1 in a byte a component: each is `scale` times its step. */
export interface QuantizedVector {
  /** The steps of this vector, and perhaps of many others. */
  readonly steps: Int8Array;
  /** Where those of this one begin. */
  readonly offset: number;
  readonly dimensions: number;
  readonly scale: number;
}

/** The largest step; the smallest is its negative. */
const MAX_STEP = 127;

/** The direction of a vector in whole steps; null for one without length. */
export function quantize(vector: ArrayLike<number>): QuantizedVector | null {
  let largest = 0;
  for (let place = 0; place < vector.length; place++) {
    largest = Math.max(largest, Math.abs(vector[place] as number));
  }
  if (largest === 0) return null;
  const steps = Int8Array.from(vector, (value) => Math.round((value / largest) * MAX_STEP));
  const squares = steps.reduce((sum, step) => sum + step * step, 0);
  return { steps, offset: 0, dimensions: steps.length, scale: Math.fround(1 / Math.sqrt(squares)) };
}
