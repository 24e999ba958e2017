import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import type { Article } from '../../src/core/article.ts';
import { embeddedText } from '../../src/indexing/embedded-text.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { COLLECTION_FILES } from './collection-files.ts';
import { loadTools } from './load-tools.ts';

/** What the peers get for nothing, in milliseconds; ours does the same within its build. */
export interface PreparationTimes {
  /** Reading the articles and cutting them into passages. */
  readonly reading: number;
  /** Cutting the passages into words. */
  readonly words: number;
  readonly embedding: number;
}

export interface Preparation {
  readonly passages: number;
  readonly times: PreparationTimes;
}

/**
 * Cuts a folder's articles into the passages that ours will cut too, their words and their vectors,
 * once for all peers, and leaves them beside the articles.
 */
export async function prepareCollection(directory: string): Promise<Preparation> {
  const tools = await loadTools(new Uint32Array());
  const started = performance.now();
  const { chunks: settings } = readConfig({}, directory);
  const { articles } = await ingestPaths([path.join(directory, COLLECTION_FILES.articles)]);
  const cut = articles.map((article) => ({ article, chunks: chunkArticle(article, settings) }));
  const times = { reading: performance.now() - started, words: 0, embedding: 0 };
  const documents: number[] = [];
  const passages = createWriteStream(path.join(directory, COLLECTION_FILES.passages));
  const vectors = createWriteStream(path.join(directory, COLLECTION_FILES.vectors));
  for (const { article, chunks } of cut) {
    for (const { text, words, vector } of await prepareArticle(article, chunks)) {
      documents.push(article.origin.position);
      if (!passages.write(`${JSON.stringify({ text, words })}\n`)) await once(passages, 'drain');
      vectors.write(Buffer.from(vector.buffer));
    }
  }
  await Promise.all([passages, vectors].map((stream) => new Promise((done) => stream.end(done))));
  await writeFile(
    path.join(directory, COLLECTION_FILES.documents),
    Buffer.from(Uint32Array.from(documents).buffer),
  );
  return { passages: documents.length, times };

  async function prepareArticle(article: Article, chunks: ReturnType<typeof chunkArticle>) {
    const texts = chunks.map((chunk) => embeddedText(chunk, article));
    const began = performance.now();
    const words = texts.map((text) => tools.words(text).join(' '));
    const cutting = performance.now();
    const embedded = await tools.embedder.embedDocuments(texts);
    times.words += cutting - began;
    times.embedding += performance.now() - cutting;
    return texts.map((text, place) => ({
      text,
      words: words[place] ?? '',
      vector: Float32Array.from(embedded[place] ?? []),
    }));
  }
}
