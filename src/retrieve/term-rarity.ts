/**
 * Rarity as BM25 weighs it: ln(1 + (N - n + 0.5) / (n + 0.5)), for a term in n of N chunks
 * (Robertson and Zaragoza, 2009, in the form that is never negative).
 */
export function inverseDocumentFrequency(chunks: number, documentFrequency: number): number {
  return Math.log1p((chunks - documentFrequency + 0.5) / (documentFrequency + 0.5));
}
