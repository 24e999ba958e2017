import type { SearchIndex } from '../core/search-index.ts';
import { createCosines } from '../core/vectors.ts';
import type { WordVectors } from '../language/dictionary/word-vectors.ts';
import type { ConceptWord } from './question-words.ts';

/** How a passage answers to a question, word by word. */
export interface PassageMeaning {
  /** Share of the question's rarity that its best sentence answers to, from 0 to 1. */
  readonly sentence: number;
  /** For each word of the question, how near the passage comes to it, from 0 to 1. */
  readonly words: ArrayLike<number>;
}

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.2;

/**
 * Reads a question for holding chunks of an index against it. Each of its words counts by its
 * nearest in meaning there, whatever the language (the late interaction of ColBERT, Khattab and
 * Zaharia 2020, over static word vectors); a translation in the dictionary is as near as the root
 * of its weight.
 */
export function createMeaningMatch(
  question: readonly ConceptWord[],
  vectors: WordVectors,
  index: SearchIndex,
): (chunk: number) => PassageMeaning {
  const rarities = question.map(({ rarity }) => rarity);
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const likenessesOf = createLikenesses(question, vectors, index);
  // One for all sentences: there are a hundred of them.
  const nearest = new Float64Array(question.length);

  return (chunk) => {
    const words = new Float64Array(question.length);
    let best = 0;
    for (const sentence of index.sentenceWordsOf(chunk)) {
      nearest.fill(0);
      for (const word of sentence) raise(nearest, likenessesOf(word));
      raise(words, nearest);
      let matched = 0;
      for (let one = 0; one < nearest.length; one++) {
        matched += (nearest[one] as number) * (rarities[one] as number);
      }
      best = Math.max(best, matched);
    }
    return { sentence: total === 0 ? 0 : best / total, words };
  };
}

/** Takes over every value that is above the one there. */
function raise(values: Float64Array, others: Float64Array): void {
  for (let place = 0; place < values.length; place++) {
    const other = others[place] as number;
    if (other > (values[place] as number)) values[place] = other;
  }
}

/**
 * How like each word of a question a word of the index is, from 0 to 1: worked out once, because
 * passages that answer one question share many words.
 */
function createLikenesses(
  question: readonly ConceptWord[],
  vectors: WordVectors,
  index: SearchIndex,
): (word: number) => Float64Array {
  const directions = question.map(({ token }) => directionOf(token.normal, vectors));
  const compare = createCosines(directions);
  const asked = meaningsAsked(question, index);
  const known = new Map<number, Float64Array>();
  let likenesses: Float64Array = new Float64Array(0);

  // One function for all words: thousands are compared, and making one costs as much as that.
  const translate = (stem: number, weight: number) => {
    const meant = asked.get(stem);
    if (meant === undefined) return;
    for (const [one, askedWeight] of meant) {
      likenesses[one] = Math.max(likenesses[one] as number, Math.sqrt(weight * askedWeight));
    }
  };

  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    likenesses = new Float64Array(question.length);
    const vector = index.meaningVector(word);
    if (vector !== null) compare(vector, likenesses);
    for (let one = 0; one < likenesses.length; one++) {
      const related = ((likenesses[one] as number) - UNRELATED) / (1 - UNRELATED);
      likenesses[one] = Math.max(0, related);
    }
    translate(word, 1);
    index.forEachTranslation(word, translate);
    known.set(word, likenesses);
    return likenesses;
  };
}

/** For each number of a word or a stem, the words of the question that mean it, and how surely. */
function meaningsAsked(
  question: readonly ConceptWord[],
  index: SearchIndex,
): ReadonlyMap<number, readonly (readonly [word: number, weight: number])[]> {
  const asked = new Map<number, (readonly [number, number])[]>();
  for (const [word, { token, group }] of question.entries()) {
    for (const { stem, weight } of [{ stem: token.normal, weight: 1 }, ...group]) {
      const number = index.wordNumber(stem);
      if (number < 0) continue;
      const known = asked.get(number);
      if (known === undefined) asked.set(number, [[word, weight]]);
      else known.push([word, weight]);
    }
  }
  return asked;
}

/** A word's vector at length 1; null when it has none (numbers, rare names). */
function directionOf(normal: string, vectors: WordVectors): Float64Array | null {
  const known = vectors.vectorOf(normal);
  if (known === null || known.norm === 0) return null;
  return Float64Array.from(known.vector, (value) => value / known.norm);
}
