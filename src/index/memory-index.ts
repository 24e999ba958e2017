import type { Article, Chunk } from '../core/article.ts';
import type { EventDetector } from '../core/event-detection.ts';
import {
  type ByField,
  byField,
  type IndexDescription,
  type PassageAnalyzer,
  type SearchIndex,
} from '../core/search-index.ts';
import { ChunkIndex } from './chunk-index.ts';
import { type ChunkRange, rangesByLanguage } from './chunk-range.ts';
import { embeddedText } from './embedded-text.ts';
import type { IndexEmbedder } from './index-embedder.ts';
import { BM25_PARAMETERS, type Bm25Parameters } from './keyword/bm25.ts';
import { KeywordField } from './keyword/keyword-field.ts';
import { PassageTermsBuilder } from './passage-terms-builder.ts';
import { placeChunks } from './placed-chunk.ts';
import { FlatVectors } from './vector/flat-vectors.ts';
import { VectorGraph } from './vector/vector-graph.ts';
import { needsGraph, VectorIndex, type VectorPart } from './vector/vector-index.ts';
import { SentenceWords } from './words/sentence-words.ts';

export interface MemoryIndexInput {
  readonly articles: readonly Article[];
  /** Chunks of one article stand together, in order of their place in it. */
  readonly chunks: readonly Chunk[];
  readonly embedder: IndexEmbedder;
  readonly analyzer: PassageAnalyzer;
  /** What the index says of itself, where it should say more than can be counted. */
  readonly description?: Partial<IndexDescription>;
  /** Finds the events of the collection; absent leaves them out. */
  readonly eventDetector?: EventDetector | undefined;
  /** Other BM25 parameters than the product's, for measuring. */
  readonly keywordParameters?: ByField<Bm25Parameters>;
}

/**
 * Builds an index in memory, without a trace on disk: for evaluation and tests, where collections
 * are small. It searches with the same code as an opened snapshot.
 *
 * @throws {RangeError} when a chunk names an article that is not there, or a vector is unusable
 */
export async function buildMemoryIndex(input: MemoryIndexInput): Promise<SearchIndex> {
  const { articles, chunks, embedder, analyzer, description } = input;
  const { keywordParameters = BM25_PARAMETERS } = input;
  const placed = placeChunks(articles, chunks);
  const flat = FlatVectors.of(
    placed.length === 0
      ? []
      : await embedder.embedDocuments(
          placed.map(({ chunk, article }) => embeddedText(chunk, article)),
        ),
  );
  const terms = new PassageTermsBuilder();
  for (const { chunk, article } of placed) {
    const { title, language, publishedAt } = article;
    terms.add(analyzer.analyzePassage({ text: chunk.text, title, language, publishedAt }));
  }
  const ranges = rangesByLanguage(placed);
  const detection = await input.eventDetector?.detect(articles, {
    events: [],
    stories: [],
    profiles: [],
  });
  return new ChunkIndex({
    description: {
      generation: 'memory',
      createdAt: new Date().toISOString(),
      articles: articles.length,
      chunks: chunks.length,
      dimensions: flat.dimensions,
      embedder: embedder.fingerprint,
      analyzer: analyzer.fingerprint,
      chunkSize: 0,
      chunkOverlap: 0,
      ...description,
    },
    articles,
    chunks: placed,
    ranges,
    events: detection?.events,
    stories: detection?.stories,
    keywords: byField(
      (field) => new KeywordField(terms.buildField(field, keywordParameters[field])),
    ),
    sentenceWords: new SentenceWords(terms.buildSentenceWords((word) => analyzer.meaningOf(word))),
    vectors: new VectorIndex(flat, [...ranges.values()].map(vectorPart)),
  });

  function vectorPart(range: ChunkRange): VectorPart {
    const part = flat.part(range);
    return { range, graph: needsGraph(part) ? VectorGraph.build(part) : null };
  }
}
