/** Offset basis and prime of the FNV-1a hash of 32 bits. */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A unit vector for a text none of whose words is known: the same for the same text, and apart
 * from any other's, so that it neither fails the index nor comes near anything by chance.
 */
export function fallbackVector(text: string, dimensions: number): number[] {
  let state = FNV_BASIS;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), FNV_PRIME);
  const vector = Array.from({ length: dimensions }, () => {
    state = nextState(state);
    return state / 2 ** 31;
  });
  const norm = Math.hypot(...vector);
  return vector.map((x) => x / norm);
}

/** Mulberry32, a generator of well-spread 32-bit integers; here signed. */
function nextState(state: number): number {
  let mixed = (state + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return mixed ^ (mixed >>> 14);
}
