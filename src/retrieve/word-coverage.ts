/**
 * How much of a question a text covers, from 0 to 1: the mean of what it has for each word, by the
 * words' weights; 0 of a question without weight.
 *
 * @param values for each word, from 0 (nothing) to 1 (the word itself)
 */
export function coverage(values: readonly number[], weights: readonly number[]): number {
  let all = 0;
  let covered = 0;
  for (const [word, weight] of weights.entries()) {
    all += weight;
    covered += weight * (values[word] ?? 0);
  }
  return all === 0 ? 0 : covered / all;
}
