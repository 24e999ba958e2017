import type { Token } from './text-analyzer.ts';
import type { WeightedVector, WordVectors } from './word-vectors.ts';

type AlignedToken = Pick<Token, 'normal' | 'stop'>;

/** Below this cosine two words have nothing to do with each other. */
const LEAST_SIMILARITY = 0.2;

/**
 * How well a passage's words stand for the query's, from 0 to 1, across languages: each word of
 * the query takes the most similar word of the passage (the MaxSim of Khattab and Zaharia,
 * "ColBERT", 2020), weighted by how rare it is. Unknown words count when they stand there as they
 * are. One aligner serves one query; words it has compared are remembered.
 */
export function createWordAligner(
  query: readonly AlignedToken[],
  vectors: WordVectors,
): (passage: readonly AlignedToken[]) => number {
  const normals = [...new Set(query.filter(({ stop }) => !stop).map(({ normal }) => normal))];
  const words = normals.map((normal) => ({ normal, known: vectors.vectorOf(normal) }));
  const total = words.reduce((sum, { known }) => sum + (known?.weight ?? 1), 0);
  const similarities = new Map<string, Float32Array>();

  const compare = (normal: string): Float32Array => {
    const known = similarities.get(normal);
    if (known !== undefined) return known;
    const other = vectors.vectorOf(normal);
    const row = new Float32Array(words.length);
    for (const [i, word] of words.entries()) {
      if (word.normal === normal) row[i] = 1;
      else if (word.known !== null && other !== null) {
        const excess = cosine(word.known, other) - LEAST_SIMILARITY;
        row[i] = Math.max(0, excess / (1 - LEAST_SIMILARITY));
      }
    }
    similarities.set(normal, row);
    return row;
  };

  return (passage) => {
    if (total === 0) return 0;
    const best = new Float32Array(words.length);
    for (const { normal, stop } of passage) {
      if (stop) continue;
      const row = compare(normal);
      for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i] ?? 0, row[i] ?? 0);
    }
    return (
      words.reduce((sum, { known }, i) => sum + (known?.weight ?? 1) * (best[i] ?? 0), 0) / total
    );
  };
}

function cosine(a: WeightedVector, b: WeightedVector): number {
  return a.norm === 0 || b.norm === 0 ? 0 : dotProduct(a.vector, b.vector) / (a.norm * b.norm);
}

/** Four sums at a time, which a processor adds up side by side; past the end they add nothing. */
function dotProduct(a: Float32Array, b: Float32Array): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < a.length; i += 4) {
    first += (a[i] ?? 0) * (b[i] ?? 0);
    second += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    third += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    fourth += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  return first + second + third + fourth;
}
