import type { Chunk, Language } from '../core/article.ts';
import type { RerankTrace } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { TextAnalyzer } from '../text/text-analyzer.ts';
import type { WordOccurrence } from '../text/word-occurrences.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import { answerFormMatch } from './answer-form-match.ts';
import { type ExpectedAnswer, offsetsOfForm } from './expected-answer.ts';
import type { RankedChunk } from './fuse-signals.ts';
import { createMeaningMatch } from './meaning-match.ts';
import type { ConceptWord, QuestionWord } from './question-words.ts';
import type { PairWeights, RerankFeature } from './ranking-settings.ts';

/** A candidate after a closer look at its words. */
export interface RerankedChunk extends RankedChunk {
  readonly rerank: readonly RerankTrace[];
}

/** A question as the reranker sees it. */
export interface RerankQuestion {
  readonly words: readonly QuestionWord[];
  readonly concepts: readonly ConceptWord[];
  readonly text: string;
  readonly expected: ExpectedAnswer | null;
}

export interface RerankParts {
  readonly analyzer: TextAnalyzer;
  /** Vectors of single words; absent leaves their meanings out. */
  readonly wordVectors: WordVectors | undefined;
}

/** About a sentence, in UTF-16 code units. */
const WINDOW: Readonly<Record<Language, number>> = { zh: 60, en: 180 };

const FEATURES: readonly RerankFeature[] = ['coverage', 'answerForm', 'meaning'];

/** A candidate with the question's words that were found in it, as positions in the question. */
interface SeenChunk {
  readonly candidate: RankedChunk;
  readonly chunk: Chunk;
  readonly occurrences: readonly WordOccurrence[];
  readonly words: ReadonlySet<number>;
}

/** For each article, the question's words that are in any of its candidates. */
function wordsByArticle(seen: readonly SeenChunk[]): Map<string, Set<number>> {
  const byArticle = new Map<string, Set<number>>();
  for (const { chunk, words } of seen) {
    const known = byArticle.get(chunk.articleId) ?? new Set();
    for (const word of words) known.add(word);
    byArticle.set(chunk.articleId, known);
  }
  return byArticle;
}

/** Rarity of some of the question's words, as a share of all of it. */
function shareOf(words: ReadonlySet<number>, question: readonly QuestionWord[]): number {
  let all = 0;
  let found = 0;
  for (const [word, { rarity }] of question.entries()) {
    all += rarity;
    if (words.has(word)) found += rarity;
  }
  return all === 0 ? 0 : found / all;
}

/**
 * Orders the best candidates anew by what their words tell together: how many of the question's
 * rare words are there or in the rest of the article, whether a number or a date stands beside
 * them when one is asked for, and across languages how near they are in meaning. Those below the
 * pool stay behind it. (The closeness of the words to each other was tried and earned nothing:
 * a chunk is a few sentences already.)
 *
 * @param ranked best first
 * @param pool how many to look at
 */
export function rerankChunks(
  ranked: readonly RankedChunk[],
  pool: number,
  question: RerankQuestion,
  { analyzer, wordVectors }: RerankParts,
  index: SearchIndex,
  weights: PairWeights['features'],
): RerankedChunk[] {
  const tokens = question.words.map(({ token }) => token);
  const rarities = question.words.map(({ rarity }) => rarity);
  const meaningOf =
    weights.meaning === 0 || wordVectors === undefined
      ? () => 0
      : createMeaningMatch(question.concepts, wordVectors, index);
  const looksForWords = weights.coverage !== 0 || weights.answerForm !== 0;
  const seen = ranked.slice(0, pool).map((candidate): SeenChunk => {
    const chunk = index.chunks[candidate.chunk];
    if (chunk === undefined) throw new RangeError(`There is no chunk ${candidate.chunk}.`);
    const occurrences = looksForWords ? analyzer.occurrences(chunk.text, tokens) : [];
    const words = new Set(occurrences.map(({ word }) => word));
    return { candidate, chunk, occurrences, words };
  });
  const articleWords = wordsByArticle(seen);

  const reranked = seen.map(({ candidate, chunk, occurrences, words }): RerankedChunk => {
    const formOffsets =
      question.expected === null || weights.answerForm === 0
        ? []
        : offsetsOfForm(chunk.text, question.expected, question.text);
    const window = WINDOW[index.articleOf(candidate.chunk).language];
    const values: Readonly<Record<RerankFeature, number>> = {
      coverage: shareOf(articleWords.get(chunk.articleId) ?? words, question.words),
      answerForm: answerFormMatch(occurrences, rarities, window, formOffsets),
      meaning: meaningOf(candidate.chunk),
    };
    const rerank = FEATURES.filter((feature) => weights[feature] !== 0).map((feature) => ({
      feature,
      value: values[feature],
      contribution: weights[feature] * values[feature],
    }));
    return {
      ...candidate,
      score: rerank.reduce((sum, { contribution }) => sum + contribution, candidate.score),
      rerank,
    };
  });
  const rest = ranked.slice(pool).map((one) => ({ ...one, rerank: [] }));
  return [...reranked.sort((a, b) => b.score - a.score || a.chunk - b.chunk), ...rest];
}
