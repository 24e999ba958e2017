import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Passage, Retrieval, RetrievalQuery, Retriever } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { TextAnalyzer } from '../text/text-analyzer.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import { admitArticles } from './admit-articles.ts';
import { type CollectionView, createCollectionViews } from './collection-view.ts';
import { expectedAnswer } from './expected-answer.ts';
import { foldCopies } from './fold-copies.ts';
import { fuseSignals } from './fuse-signals.ts';
import { gatherCandidates } from './gather-candidates.ts';
import { createMeaningMatcher } from './meaning-match.ts';
import { queryTerms } from './query-terms.ts';
import { conceptWords, questionWords } from './question-words.ts';
import { languagePair, RANKING_SETTINGS, type RankingSettings } from './ranking-settings.ts';
import {
  type RerankedChunk,
  type RerankParts,
  type RerankQuestion,
  rerankChunks,
} from './rerank.ts';
import type { SearchForm } from './signal-scores.ts';

export interface HybridRetrieverParts {
  /** The index of this moment; a new generation is taken up with the next question. */
  readonly index: () => SearchIndex;
  readonly embedder: Pick<EmbeddingsInterface, 'embedQuery'>;
  readonly analyzer: TextAnalyzer;
  /** Vectors of single words, which compare passages in the other language word by word. */
  readonly wordVectors?: WordVectors | undefined;
  /** Absent means the product's; others are for measuring. */
  readonly settings?: RankingSettings | undefined;
}

class HybridRetriever implements Retriever {
  readonly #index: () => SearchIndex;
  readonly #embedder: Pick<EmbeddingsInterface, 'embedQuery'>;
  readonly #settings: RankingSettings;
  readonly #rerankParts: RerankParts;
  readonly #viewOf = createCollectionViews();

  constructor({ index, embedder, analyzer, wordVectors, settings }: HybridRetrieverParts) {
    this.#index = index;
    this.#embedder = embedder;
    this.#settings = settings ?? RANKING_SETTINGS;
    this.#rerankParts = {
      analyzer,
      meanings: wordVectors === undefined ? null : createMeaningMatcher(analyzer, wordVectors),
    };
  }

  async retrieve(query: RetrievalQuery, signal?: AbortSignal): Promise<Retrieval> {
    const index = this.#index();
    const view = this.#viewOf(index);
    const started = performance.now();

    const plain = { ...query, text: this.#rerankParts.analyzer.plain(query.text) };
    const { accept, admitted, excluded, dateRange, nearestDates } = admitArticles(plain, view);
    const searched = { articles: index.articles.length, chunks: index.chunks.length, excluded };
    if (admitted === 0) {
      return { passages: [], dateRange, searched, nearestDates, timings: {} };
    }

    const vector = await this.#embedder.embedQuery(plain.text);
    signal?.throwIfAborted();
    const embedded = performance.now();

    const ranked = this.#rank(plain, vector, view, accept);
    const passages = foldCopies(passagesOf(ranked, index), query.limit);
    return {
      passages,
      dateRange,
      searched,
      nearestDates,
      timings: { embed: embedded - started, search: performance.now() - embedded },
    };
  }

  /** Each language's passages are found apart, so that many of one never hide the other's. */
  #rank(
    query: RetrievalQuery,
    vector: readonly number[],
    view: CollectionView,
    accept: ((chunk: number) => boolean) | undefined,
  ): RerankedChunk[] {
    const { index, languages } = view;
    const { analyzer } = this.#rerankParts;
    const { weights, words, fusion, balanceLanguages, listLength, pool } = this.#settings;
    const concepts = conceptWords(analyzer.conceptGroups(query.text), index);
    const question: RerankQuestion = {
      text: query.text,
      words: questionWords(analyzer.tokens(query.text), index, words),
      concepts,
      expected: expectedAnswer(query.text),
    };
    const form: SearchForm = { terms: queryTerms(query, concepts, analyzer, index, words), vector };

    const ranked = languages.flatMap((language) => {
      const pair = languagePair(query.language, language);
      const { signals, features } = weights[pair];
      const gathered = gatherCandidates(form, view, signals, {
        limit: listLength,
        language: balanceLanguages ? language : undefined,
        accept,
      });
      const candidates = gathered.filter((chunk) => index.articleOf(chunk).language === language);
      const fused = fuseSignals(candidates, form, index, signals, fusion);
      return rerankChunks(fused, pool[pair], question, this.#rerankParts, index, features);
    });
    return ranked.sort((a, b) => b.score - a.score || a.chunk - b.chunk);
  }
}

function* passagesOf(ranked: readonly RerankedChunk[], index: SearchIndex): Generator<Passage> {
  for (const { chunk: number, score, signals, rerank, matched } of ranked) {
    const chunk = index.chunks[number];
    if (chunk === undefined) throw new RangeError(`There is no chunk ${number}.`);
    const trace = { signals, rerank, matched };
    yield { chunk, article: index.articleOf(number), score, trace, copies: [] };
  }
}

/** The way in: finds passages by words, concepts, names, titles and vectors together. */
export function createHybridRetriever(parts: HybridRetrieverParts): Retriever {
  return new HybridRetriever(parts);
}
