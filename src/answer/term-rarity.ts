/**
 * How telling a word is by itself, from 0 (in nearly every text) to 1 (in hardly any), from counts
 * over a large body of text that has nothing to do with the collection: five articles are too few
 * to tell a rare word from a common one.
 *
 * @param normal a token's normal form
 */
export type TermRarity = (normal: string) => number;

/** Negative decimal logarithms of the probabilities at which a word counts nothing, and fully. */
const COMMON = 2.2;
const RARE = 5.2;
const LEAST = 0.15;
/** A single Chinese character says less than its frequency as a word suggests. */
const SINGLE_CHARACTER = 0.35;

/**
 * Rarity from the share of running text that a word makes up, on a logarithmic scale.
 * @param probability from 0 to 1; 0 for words too rare to have been counted
 */
export function createTermRarity(probability: (normal: string) => number): TermRarity {
  return (normal) => {
    const share = probability(normal);
    const rarity = share === 0 ? 1 : (-Math.log10(share) - COMMON) / (RARE - COMMON);
    const most = /^\p{Script=Han}$/u.test(normal) ? SINGLE_CHARACTER : 1;
    return Math.min(most, Math.max(LEAST, rarity));
  };
}
