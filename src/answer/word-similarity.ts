/** How near two words are in meaning, by their normal forms: a cosine, 0 where one is unknown. */
export type WordSimilarity = (a: string, b: string) => number;

/** Words of either language whose unit vectors stay in memory. */
const CACHE_SIZE = 50_000;

/**
 * Similarity by word vectors that both languages share.
 * @param vectorOf vector of a normal form, of any length, or null when the word is unknown
 */
export function createWordSimilarity(
  vectorOf: (normal: string) => Float32Array | null,
): WordSimilarity {
  const units = new Map<string, Float32Array | null>();
  const unitOf = (normal: string) => {
    const known = units.get(normal);
    if (known !== undefined) return known;
    if (units.size >= CACHE_SIZE) units.clear();
    const vector = vectorOf(normal);
    const unit = vector === null ? null : toUnit(vector);
    units.set(normal, unit);
    return unit;
  };
  return (a, b) => {
    const first = unitOf(a);
    const second = unitOf(b);
    if (first === null || second === null) return 0;
    let cosine = 0;
    for (let i = 0; i < first.length; i++) cosine += (first[i] ?? 0) * (second[i] ?? 0);
    return cosine;
  };
}

function toUnit(vector: Float32Array): Float32Array | null {
  const length = Math.hypot(...vector);
  return length === 0 ? null : vector.map((value) => value / length);
}
