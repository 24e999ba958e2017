import type { Chunk, Language } from '../core/article.ts';
import type { RerankTrace } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { TextAnalyzer } from '../text/text-analyzer.ts';
import type { WordOccurrence } from '../text/word-occurrences.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import { answerFormMatch } from './answer-form-match.ts';
import { type ExpectedAnswer, offsetsOfForm } from './expected-answer.ts';
import type { RankedChunk } from './fuse-signals.ts';
import { createMeaningMatch, type PassageMeaning } from './meaning-match.ts';
import { phraseMatch } from './phrase-match.ts';
import type { ConceptWord, QuestionWord } from './question-words.ts';
import type { PairWeights, RerankFeature } from './ranking-settings.ts';
import { coverage, tellingWeights } from './word-coverage.ts';

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

const FEATURES: readonly RerankFeature[] = [
  'coverage',
  'phrases',
  'answerForm',
  'meaning',
  'articleMeaning',
];

const NO_MEANING: PassageMeaning = { sentence: 0, words: [] };

/** A candidate with what was found in it of the question's words. */
interface SeenChunk {
  readonly candidate: RankedChunk;
  readonly chunk: Chunk;
  readonly occurrences: readonly WordOccurrence[];
  /** How near it comes to each word of the question: 1 where it holds the word itself. */
  readonly held: readonly number[];
  readonly meaning: PassageMeaning;
}

/** For each article, the best that any of its candidates has for each word of the question. */
function bestByArticle(
  seen: readonly SeenChunk[],
  valuesOf: (one: SeenChunk) => ArrayLike<number>,
): Map<string, ArrayLike<number>> {
  const byArticle = new Map<string, ArrayLike<number>>();
  for (const one of seen) {
    const values = valuesOf(one);
    const known = byArticle.get(one.chunk.articleId);
    byArticle.set(
      one.chunk.articleId,
      known === undefined
        ? values
        : Array.from(values, (value, word) => Math.max(value, known[word] ?? 0)),
    );
  }
  return byArticle;
}

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
  { analyzer, wordVectors }: RerankParts,
  index: SearchIndex,
  weights: PairWeights['features'],
): RerankedChunk[] {
  const tokens = question.words.map(({ token }) => token);
  const rarities = question.words.map(({ rarity }) => rarity);
  const conceptRarities = question.concepts.map(({ rarity }) => rarity);
  const telling = tellingWeights(question.words);
  const meaningOf =
    (weights.meaning === 0 && weights.articleMeaning === 0) || wordVectors === undefined
      ? () => NO_MEANING
      : createMeaningMatch(question.concepts, wordVectors, index);
  const looksForWords = weights.coverage !== 0 || weights.phrases !== 0 || weights.answerForm !== 0;
  const seen = ranked.slice(0, pool).map((candidate): SeenChunk => {
    const chunk = index.chunks[candidate.chunk];
    if (chunk === undefined) throw new RangeError(`There is no chunk ${candidate.chunk}.`);
    const occurrences = looksForWords ? analyzer.occurrences(chunk.text, tokens) : [];
    const held = tokens.map(() => 0);
    for (const { word } of occurrences) held[word] = 1;
    return { candidate, chunk, occurrences, held, meaning: meaningOf(candidate.chunk) };
  });
  const heldByArticle = bestByArticle(seen, ({ held }) => held);
  const meaningByArticle = bestByArticle(seen, ({ meaning }) => meaning.words);

  const reranked = seen.map(({ candidate, chunk, occurrences, held, meaning }): RerankedChunk => {
    const formOffsets =
      question.expected === null || weights.answerForm === 0
        ? []
        : offsetsOfForm(chunk.text, question.expected, question.text);
    const window = WINDOW[index.articleOf(candidate.chunk).language];
    const values: Readonly<Record<RerankFeature, number>> = {
      coverage: coverage(heldByArticle.get(chunk.articleId) ?? held, telling),
      phrases: weights.phrases === 0 ? 0 : phraseMatch(occurrences, question.words),
      answerForm: answerFormMatch(occurrences, rarities, window, formOffsets),
      meaning: meaning.sentence,
      articleMeaning: coverage(meaningByArticle.get(chunk.articleId) ?? [], conceptRarities),
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
