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

/**
 * Compares vectors with the same directions, one after the other.
 * @param units directions of length 1; null is near to nothing
 * @returns what takes over the cosines of a vector, in the directions' order; 0 where its length is
 *   another than theirs
 */
export function createCosines(
  units: readonly (Float64Array | null)[],
): (vector: QuantizedVector, cosines: Float64Array) => void {
  const dimensions = Math.max(0, ...units.map((unit) => unit?.length ?? 0));
  const components = new Float64Array(dimensions);
  return ({ steps, offset, scale, dimensions: own }, cosines) => {
    cosines.fill(0);
    if (own !== dimensions) return;
    for (let place = 0; place < dimensions; place++) {
      components[place] = steps[offset + place] as number;
    }
    for (let one = 0; one < units.length; one++) {
      const unit = units[one] as Float64Array | null;
      if (unit !== null) cosines[one] = scale * dot(unit, components);
    }
  };
}

/** Four sums side by side: one alone would wait for each addition before it began the next. */
function dot(a: Float64Array, b: Float64Array): number {
  const { length } = a;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let place = 0;
  for (; place + 3 < length; place += 4) {
    first += (a[place] as number) * (b[place] as number);
    second += (a[place + 1] as number) * (b[place + 1] as number);
    third += (a[place + 2] as number) * (b[place + 2] as number);
    fourth += (a[place + 3] as number) * (b[place + 3] as number);
  }
  for (; place < length; place++) first += (a[place] as number) * (b[place] as number);
  return first + second + (third + fourth);
}

/** Adds `weight` times a vector to a sum of as many dimensions. */
export function addWeighted(sum: Float64Array, vector: Float32Array, weight: number): void {
  for (let i = 0; i < vector.length; i++) {
    sum[i] = (sum[i] as number) + weight * (vector[i] as number);
  }
}
