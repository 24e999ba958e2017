const INCREMENT = 0x6d2b79f5;

/** Mulberry32: a well-spread signed number of 32 bits for any state. */
export function mulberry32(state: number): number {
  let mixed = (state + INCREMENT) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return mixed ^ (mixed >>> 14);
}

/** Numbers from 0 to below 1 that depend on the seed alone. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    const next = (mulberry32(state) >>> 0) / 2 ** 32;
    state = (state + INCREMENT) | 0;
    return next;
  };
}
