import type { Article, Chunk } from '../core/article.ts';
import type { EventDetection, EventDetector } from '../core/event-detection.ts';
import {
  type ByField,
  byField,
  type IndexDescription,
  type PassageAnalyzer,
  type SearchIndex,
} from '../core/search-index.ts';
import type { SentencesOf } from '../core/sentence.ts';
import { articlesInOrder } from './articles-in-order.ts';
import { ChunkIndex } from './chunk-index.ts';
import { type ChunkRange, rangesByLanguage } from './chunk-range.ts';
import { embeddedText } from './embedded-text.ts';
import type { IndexEmbedder } from './index-embedder.ts';
import { BM25_PARAMETERS, type Bm25Parameters } from './keyword/bm25.ts';
import { KeywordField } from './keyword/keyword-field.ts';
import { orderByLanguage } from './ordered-chunk.ts';
import { articleBatches } from './reading/article-batches.ts';
import { ArticleReader } from './reading/article-reader.ts';
import { ReadingBuilder } from './reading/reading-builder.ts';
import { Sentences } from './sentences/sentences.ts';
import { FlatVectors } from './vector/flat-vectors.ts';
import { VectorGraph } from './vector/vector-graph.ts';
import { needsGraph, VectorIndex, type VectorPart } from './vector/vector-index.ts';
import { Words } from './words/words.ts';

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
  const placed = orderByLanguage(articles, chunks);
  const inOrder = articlesInOrder(articles, placed);
  const reader = new ArticleReader(analyzer, embedder.embedWords?.bind(embedder));
  const reading = new ReadingBuilder();
  const vectors: Float64Array[] = [];
  const wantsVector = () => embedder.embedWords !== undefined;
  for (const batch of articleBatches(inOrder, wantsVector)) {
    const read = reader.read(batch.articles);
    reading.add(read);
    const dimensions = read.vectors.length / Math.max(1, batch.embedded.length);
    for (const row of batch.embedded.keys()) {
      vectors.push(read.vectors.subarray(row * dimensions, (row + 1) * dimensions));
    }
  }
  const flat = FlatVectors.of(
    wantsVector() || placed.length === 0
      ? vectors
      : await embedder.embedDocuments(
          placed.map(({ chunk, article }) => embeddedText(chunk, article)),
        ),
  );
  const sentencesData = reading.buildSentences();
  const words = new Words(reading.buildWords([reader.meanings(reading.words())]));
  const sentences = new Sentences(sentencesData, words);
  const numbers = new Map(inOrder.map(({ article: { id } }, number) => [id, number]));
  const sentencesOf: SentencesOf = (article) => {
    const number = numbers.get(article.id);
    return number === undefined ? [] : sentences.sentencesOf(number, article);
  };
  const nothing: EventDetection = { events: [], stories: [], profiles: [] };
  const detection =
    (await input.eventDetector?.detect(articles, nothing, undefined, sentencesOf)) ?? nothing;
  const ranges = rangesByLanguage(placed);
  const parts = [...ranges.values()].map(vectorPart);
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
    vectorSearch: {
      method: parts.some(({ graph }) => graph !== null) ? 'graph' : 'scan',
      advice: null,
    },
    articles,
    chunks: placed,
    ranges,
    detected: () => detection,
    keywords: byField(
      (field) => new KeywordField(reading.buildField(field, keywordParameters[field])),
    ),
    words,
    sentences,
    vectors: new VectorIndex(flat, parts),
  });

  function vectorPart(range: ChunkRange): VectorPart {
    const part = flat.part(range);
    const pays = needsGraph(part) && VectorGraph.isAvailable();
    return { range, graph: pays ? VectorGraph.build(part) : null };
  }
}
