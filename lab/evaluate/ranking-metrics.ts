/**
 * Normalised discounted cumulative gain of the first `depth` results with graded relevance:
 * Σ gain / log2(rank + 1), over the same sum for the best possible order (Järvelin and Kekäläinen,
 * 2002, in the form that trec_eval and BEIR use). 0 when nothing is relevant.
 */
export function normalizedGain(
  ranking: readonly string[],
  relevance: ReadonlyMap<string, number>,
  depth: number,
): number {
  const discounted = (gains: readonly number[]) =>
    gains.slice(0, depth).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
  const ideal = discounted([...relevance.values()].sort((a, b) => b - a));
  if (ideal === 0) return 0;
  return discounted(ranking.map((id) => relevance.get(id) ?? 0)) / ideal;
}

/** One over the rank of the first relevant result among `depth`, or 0. */
export function reciprocalRank(
  ranking: readonly string[],
  relevance: ReadonlyMap<string, number>,
  depth: number,
): number {
  const place = ranking.slice(0, depth).findIndex((id) => (relevance.get(id) ?? 0) > 0);
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank); 0 of
 * nothing.
 * @param share from 0 to 1
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Standard error of the mean, from the sample's variance; 0 of fewer than two values. */
export function standardError(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
