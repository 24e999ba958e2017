import type { QuestionWord } from './question-words.ts';

/** What a number counts beside another word as rare: the figures of another year answer nothing. */
const NUMBER_WEIGHT = 4;
/** What a name counts: a passage without it hardly speaks of what is asked about. */
const NAME_WEIGHT = 2;

const NUMBER = /\d/u;
const CAPITAL = /^\p{Lu}/u;

/**
 * How much it tells of a passage that it holds each word of the question: the word's rarity, more
 * for numbers and for names, which leave no other way to say it. Names are known by their capital
 * where a capital tells anything: in Latin letters, after the first word.
 *
 * @param words in order of their place in the question
 */
export function queryTermWeights(words: readonly QuestionWord[]): number[] {
  return words.map(({ token, rarity }) => {
    if (NUMBER.test(token.normal)) return NUMBER_WEIGHT * rarity;
    return token.start > 0 && CAPITAL.test(token.text) ? NAME_WEIGHT * rarity : rarity;
  });
}

/**
 * How much of a question a text covers, from 0 to 1: the mean of what it has for each word, by the
 * words' weights; 0 of a question without weight.
 *
 * @param values for each word, from 0 (nothing) to 1 (the word itself)
 */
export function coverage(values: ArrayLike<number>, weights: readonly number[]): number {
  let all = 0;
  let covered = 0;
  for (let word = 0; word < weights.length; word++) {
    const weight = weights[word] as number;
    all += weight;
    covered += weight * (values[word] as number);
  }
  return all === 0 ? 0 : covered / all;
}
