/**
 * Rarity of a term: ln(1 + (N - n + 0.5) / (n + 0.5)) for n of N chunks, which is never negative.
 * The Robertson–Spärck Jones weight in the form that Lucene's BM25Similarity uses.
 */
export function inverseDocumentFrequency(chunks: number, documentFrequency: number): number {
  return Math.log1p((chunks - documentFrequency + 0.5) / (documentFrequency + 0.5));
}
