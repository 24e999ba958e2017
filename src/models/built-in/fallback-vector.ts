import { hashText } from '../../core/hash.ts';
import { mulberry32 } from '../../core/random.ts';
import { vectorLength } from '../../core/vectors.ts';

/**
 * A unit vector for a text none of whose words is known: the same for the same text, and apart
 * from any other's, so that it neither fails the index nor comes near anything by chance.
 */
export function fallbackVector(text: string, dimensions: number): number[] {
  let state = hashText(text);
  const vector = Array.from({ length: dimensions }, () => {
    state = mulberry32(state);
    return state / 2 ** 31;
  });
  const norm = vectorLength(vector);
  return vector.map((x) => x / norm);
}
