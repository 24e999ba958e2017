import { valueAt } from '../core/array.ts';
import type { Language } from '../core/article.ts';
import type { RerankTrace } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { offsetsOfForm } from '../question/expected-answer.ts';
import { answerFormMatch } from './answer-form-match.ts';
import {
  bestByArticle,
  type CandidateFeatures,
  extractFeatures,
  type RerankParts,
  type RerankQuestion,
} from './candidate-features.ts';
import type { RankedChunk } from './fuse-signals.ts';
import { phraseMatch } from './phrase-match.ts';
import type { PairWeights, RerankFeature } from './ranking-settings.ts';
import { coverage, queryTermWeights } from './word-coverage.ts';

/** A candidate after a closer look at its words. */
export interface RerankedChunk extends RankedChunk {
  readonly rerank: readonly RerankTrace[];
}

/** About a sentence, in UTF-16 code units. */
const WINDOW: Readonly<Record<Language, number>> = { zh: 60, en: 180 };

const FEATURES: readonly RerankFeature[] = [
  'coverage',
  'phrases',
  'answerForm',
  'meaning',
  'articleMeaning',
];

/**
 * Orders the best candidates anew by what their words tell together: how many of the question's
 * telling words are there or in the rest of the article, whether they stand together as they do in
 * the question, whether a number or a date stands beside them when one is asked for, and how near
 * the others come in meaning. Those below the pool stay behind it. (The closeness of words that
 * are no neighbours in the question was tried and earned nothing: a chunk is a few sentences
 * already.)
 *
 * @param ranked best first
 * @param pool how many to look at
 */
export function rerankChunks(
  ranked: readonly RankedChunk[],
  pool: number,
  question: RerankQuestion,
  parts: RerankParts,
  index: SearchIndex,
  weights: PairWeights['features'],
): RerankedChunk[] {
  const rarities = question.words.map(({ rarity }) => rarity);
  const conceptRarities = question.concepts.map(({ rarity }) => rarity);
  const telling = queryTermWeights(question.words);
  const seen = extractFeatures(ranked.slice(0, pool), question, parts, index, weights);
  const heldByArticle = bestByArticle(seen, ({ held }) => held);
  const meaningByArticle = bestByArticle(seen, ({ meaning }) => meaning.words);

  /** Each between 0 and 1. */
  const featureValue: Readonly<Record<RerankFeature, (one: CandidateFeatures) => number>> = {
    coverage: ({ chunk }) => coverage(valueAt(heldByArticle, chunk.articleId), telling),
    phrases: ({ occurrences }) => phraseMatch(occurrences, question.words),
    answerForm: ({ candidate, chunk, occurrences }) => {
      if (question.expected === null) return 0;
      const offsets = offsetsOfForm(chunk.text, question.expected, question.text);
      const window = WINDOW[index.articleOf(candidate.chunk).language];
      return answerFormMatch(occurrences, rarities, window, offsets);
    },
    meaning: ({ meaning }) => meaning.sentence,
    articleMeaning: ({ chunk }) =>
      coverage(valueAt(meaningByArticle, chunk.articleId), conceptRarities),
  };
  const counting = FEATURES.filter((feature) => weights[feature] !== 0);

  const reranked = seen.map((one): RerankedChunk => {
    const rerank = counting.map((feature): RerankTrace => {
      const value = featureValue[feature](one);
      return { feature, value, contribution: weights[feature] * value };
    });
    const gained = rerank.reduce((sum, { contribution }) => sum + contribution, 0);
    return { ...one.candidate, score: one.candidate.score + gained, rerank };
  });
  const rest = ranked.slice(pool).map((one) => ({ ...one, rerank: [] }));
  return [...reranked.sort((a, b) => b.score - a.score || a.chunk - b.chunk), ...rest];
}
