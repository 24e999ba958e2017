import type { Chunk } from '../core/article.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { WordVectors } from '../language/dictionary/word-vectors.ts';
import type { WordOccurrence } from '../language/segment/word-occurrences.ts';
import type { TextAnalyzer } from '../language/terms/text-analyzer.ts';
import type { ExpectedAnswer } from '../question/expected-answer.ts';
import type { RankedChunk } from './fuse-signals.ts';
import { createMeaningMatch, type PassageMeaning } from './meaning-match.ts';
import type { ConceptWord, QuestionWord } from './question-words.ts';
import type { PairWeights } from './ranking-settings.ts';

/** A question as a closer look at passages sees it. */
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

/** A candidate with what was found in it of the question's words. */
export interface CandidateFeatures {
  readonly candidate: RankedChunk;
  readonly chunk: Chunk;
  readonly occurrences: readonly WordOccurrence[];
  /** For each word of the question 1 where it is held, as written, else 0. */
  readonly held: readonly number[];
  readonly meaning: PassageMeaning;
}

/** Looks candidates' words up, as far as some feature that has a weight asks for them. */
export function extractFeatures(
  candidates: readonly RankedChunk[],
  question: RerankQuestion,
  { analyzer, wordVectors }: RerankParts,
  index: SearchIndex,
  weights: PairWeights['features'],
): CandidateFeatures[] {
  const { coverage, phrases, answerForm, meaning, articleMeaning } = weights;
  const tokens = question.words.map(({ token }) => token);
  const looksForWords = coverage !== 0 || phrases !== 0 || answerForm !== 0;
  const looksForMeaning = meaning !== 0 || articleMeaning !== 0;
  const noMeaning: PassageMeaning = { sentence: 0, words: question.concepts.map(() => 0) };
  const meaningOf =
    looksForMeaning && wordVectors !== undefined
      ? createMeaningMatch(question.concepts, wordVectors, index)
      : () => noMeaning;
  return candidates.map((candidate) => {
    const chunk = index.chunks[candidate.chunk];
    if (chunk === undefined) throw new RangeError(`There is no chunk ${candidate.chunk}.`);
    const occurrences = looksForWords ? analyzer.occurrences(chunk.text, tokens) : [];
    const held = tokens.map(() => 0);
    for (const { word } of occurrences) held[word] = 1;
    return { candidate, chunk, occurrences, held, meaning: meaningOf(candidate.chunk) };
  });
}

/** For each article, the best that any of its candidates has for each word of the question. */
export function bestByArticle(
  seen: readonly CandidateFeatures[],
  valuesOf: (one: CandidateFeatures) => ArrayLike<number>,
): ReadonlyMap<string, ArrayLike<number>> {
  const byArticle = new Map<string, ArrayLike<number>>();
  for (const one of seen) {
    const { articleId } = one.chunk;
    const known = byArticle.get(articleId);
    const values = valuesOf(one);
    const best =
      known === undefined
        ? values
        : Array.from(values, (value, word) => Math.max(value, known[word] as number));
    byArticle.set(articleId, best);
  }
  return byArticle;
}
