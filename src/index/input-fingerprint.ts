import { createHash } from 'node:crypto';
import type { IndexingRequest } from './indexing-request.ts';
import { BM25_PARAMETERS } from './keyword/bm25.ts';
import { FORMAT_VERSION } from './snapshot/manifest.ts';
import { GRAPH_PARAMETERS } from './vector/vector-graph.ts';

interface Fingerprinted {
  readonly fingerprint: string;
}

/** What reads articles, by its fingerprints. */
export interface IndexFingerprints {
  readonly embedder: Fingerprinted;
  readonly analyzer: Fingerprinted;
  readonly eventDetector?: Fingerprinted | undefined;
}

/** What decides, beside the articles, what an index holds. */
export interface IndexSettings extends IndexFingerprints, Pick<IndexingRequest, 'chunkSettings'> {}

/**
 * Equal for two runs that would build the same index: SHA-256 over the articles, the places of
 * the chunks, and everything that decides what is made of them.
 */
export function inputFingerprint(
  request: IndexSettings & Pick<IndexingRequest, 'articles' | 'chunks'>,
): string {
  const hash = createHash('sha256');
  // JSON in a list keeps neighbours apart, so no two inputs run together to the same bytes.
  const add = (value: unknown) => hash.update(`${JSON.stringify(value)}\n`);
  for (const setting of listSettings(request)) add(setting);
  for (const article of request.articles) add(article);
  for (const { id, articleId, start, end } of request.chunks) add([id, articleId, start, end]);
  return hash.digest('hex');
}

/**
 * Equal for two runs that would make the same index of the same files.
 * @param readingCode identifies the code that reads articles
 */
export function settingsFingerprint(settings: IndexSettings, readingCode: string): string {
  const text = JSON.stringify([...listSettings(settings), readingCode]);
  return createHash('sha256').update(text).digest('hex');
}

function listSettings({ chunkSettings, embedder, analyzer, eventDetector }: IndexSettings) {
  return [
    [FORMAT_VERSION, embedder.fingerprint, analyzer.fingerprint, chunkSettings],
    [BM25_PARAMETERS, GRAPH_PARAMETERS, eventDetector?.fingerprint ?? null],
  ];
}
