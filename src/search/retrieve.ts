import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { YinzhengError } from '../core/errors.ts';
import type {
  Passage,
  PassageTrace,
  Retrieval,
  RetrievalQuery,
  Retriever,
} from '../core/passage.ts';
import { byField, type SearchIndex } from '../core/search-index.ts';
import type { WordVectors } from '../language/dictionary/word-vectors.ts';
import type { TextAnalyzer } from '../language/terms/text-analyzer.ts';
import { expectedAnswer } from '../question/expected-answer.ts';
import type { QuestionReader, ReadQuestion } from '../question/read-question.ts';
import type { RerankParts, RerankQuestion } from './candidate-features.ts';
import { collapseDuplicates } from './collapse-duplicates.ts';
import { createCollectionViews } from './collection-view.ts';
import { vocabularyOf } from './collection-vocabulary.ts';
import { type DateFilterResult, filterByDate } from './date-filter.ts';
import { fuseSignals } from './fuse-signals.ts';
import { gatherCandidates } from './gather-candidates.ts';
import { queryTerms } from './query-terms.ts';
import { conceptWords, questionWords, wordsFound } from './question-words.ts';
import { languagePair, RANKING_SETTINGS, type RankingSettings } from './ranking-settings.ts';
import { type RerankedChunk, rerankChunks } from './rerank.ts';
import type { SearchForm } from './signal-scores.ts';

export interface HybridRetrieverParts {
  /** The index of this moment; a new generation is taken up with the next question. */
  readonly index: () => SearchIndex;
  readonly embedder: Pick<EmbeddingsInterface, 'embedQuery'>;
  readonly analyzer: TextAnalyzer;
  readonly readQuestion: QuestionReader;
  /** Vectors of single words, which compare passages in the other language word by word. */
  readonly wordVectors?: WordVectors | undefined;
  /** Absent means the product's; others are for measuring. */
  readonly settings?: RankingSettings | undefined;
}

class HybridRetriever implements Retriever {
  readonly #index: () => SearchIndex;
  readonly #embedder: Pick<EmbeddingsInterface, 'embedQuery'>;
  readonly #settings: RankingSettings;
  readonly #readQuestion: QuestionReader;
  readonly #rerankParts: RerankParts;
  readonly #viewOf = createCollectionViews();

  constructor(parts: HybridRetrieverParts) {
    const { index, embedder, analyzer, readQuestion, wordVectors, settings } = parts;
    this.#readQuestion = readQuestion;
    this.#index = index;
    this.#embedder = embedder;
    this.#settings = settings ?? RANKING_SETTINGS;
    this.#rerankParts = { analyzer, wordVectors };
  }

  async retrieve(query: RetrievalQuery, signal?: AbortSignal): Promise<Retrieval> {
    const index = this.#index();
    const view = this.#viewOf(index);
    const started = performance.now();

    const { analyzer } = this.#rerankParts;
    const vocabulary = vocabularyOf(index);
    const read = this.#readQuestion(query.text, query.today, vocabulary);
    const plain = { ...query, text: read.text };
    const admission = filterByDate(read, query.filters, view);
    const { admitted, excluded, dateRange, nearestDates } = admission;
    const searched = { articles: index.articles.length, chunks: index.chunks.length, excluded };
    if (admitted === 0) {
      return { passages: [], dateRange, searched, nearestDates, timings: {} };
    }

    const vector = await this.#embed(plain.text);
    signal?.throwIfAborted();
    const embedded = performance.now();

    const question = this.#rerankQuestion(read, index);
    const ranked = this.#rank(plain, question, read, vector, index, admission);
    const matchedWords = (text: string) => wordsFound(question.words, text, analyzer);
    const passages = collapseDuplicates(passagesOf(ranked, index, matchedWords), query.limit);
    return {
      passages,
      dateRange,
      searched,
      nearestDates,
      ...(vector === null ? { byWordsOnly: true } : {}),
      timings: { embed: embedded - started, search: performance.now() - embedded },
    };
  }

  /** Null where the embedder fails: words find most of what is sought without it. */
  async #embed(text: string): Promise<readonly number[] | null> {
    try {
      return await this.#embedder.embedQuery(text);
    } catch (error) {
      if (error instanceof YinzhengError && error.code === 'embedding-failed') return null;
      throw error;
    }
  }

  #rerankQuestion(read: ReadQuestion, index: SearchIndex): RerankQuestion {
    const { analyzer } = this.#rerankParts;
    const { text, expects } = read;
    return {
      text,
      words: questionWords(analyzer.tokens(text), read, index, this.#settings.words),
      concepts: conceptWords(analyzer.conceptGroups(text), index),
      expected: expectedAnswer(expects),
    };
  }

  /** Each language's passages are found apart, so that many of one never hide the other's. */
  #rank(
    query: RetrievalQuery,
    question: RerankQuestion,
    { names }: ReadQuestion,
    vector: readonly number[] | null,
    index: SearchIndex,
    { accept, tells, dayTerms }: DateFilterResult,
  ): RerankedChunk[] {
    const { analyzer } = this.#rerankParts;
    const { weights, words, balanceLanguages, listLength, pool, dates } = this.#settings;
    const named = { dayTerms, nameKeys: names.flatMap(({ keys }) => keys) };
    const terms = queryTerms(query, question.concepts, named, analyzer, index, words);
    const queries = byField((field) => index.keywordQuery(field, terms[field]));
    const form: SearchForm = { queries, vector };

    const ranked = index.languages.flatMap((language) => {
      const pair = languagePair(query.language, language);
      const { signals, proposing, features } = weights[pair];
      const within = balanceLanguages ? language : undefined;
      const gather = (accepts: DateFilterResult['accept']) =>
        gatherCandidates(form, index, proposing, {
          limit: listLength,
          language: within,
          accept: accepts,
        });
      // What tells of the question's time is found even where much else is nearer in words.
      const timely =
        tells === undefined || tells === accept
          ? []
          : gather((chunk) => tells(chunk) && (accept === undefined || accept(chunk)));
      const gathered = [...new Set([...gather(accept), ...timely])];
      const candidates = balanceLanguages
        ? gathered
        : gathered.filter((chunk) => index.articleOf(chunk).language === language);
      const fused = fuseSignals(candidates, form, index, signals)
        .map((one) =>
          tells?.(one.chunk) === true ? { ...one, score: one.score + dates.weight } : one,
        )
        .sort((a, b) => b.score - a.score || a.chunk - b.chunk);
      return rerankChunks(fused, pool[pair], question, this.#rerankParts, index, features);
    });
    return ranked.sort((a, b) => b.score - a.score || a.chunk - b.chunk);
  }
}

/** One passage at a time, since few of all that are ranked are shown; why, only if somebody asks. */
function* passagesOf(
  ranked: readonly RerankedChunk[],
  index: SearchIndex,
  matchedWords: (text: string) => readonly string[],
): Generator<Passage> {
  for (const { chunk: number, score, signals, rerank } of ranked) {
    const chunk = index.chunks[number];
    if (chunk === undefined) throw new RangeError(`There is no chunk ${number}.`);
    const trace: PassageTrace = {
      rerank,
      get signals() {
        return signals();
      },
      get matched() {
        return matchedWords(chunk.text);
      },
    };
    yield { chunk, article: index.articleOf(number), score, trace, copies: [] };
  }
}

/** The way in: finds passages by words, concepts, names, titles and vectors together. */
export function createHybridRetriever(parts: HybridRetrieverParts): Retriever {
  return new HybridRetriever(parts);
}
