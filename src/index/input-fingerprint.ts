import { createHash } from 'node:crypto';
import type { IndexingRequest } from './indexing-request.ts';
import { BM25_PARAMETERS } from './keyword/bm25.ts';
import { FORMAT_VERSION } from './snapshot/manifest.ts';
import { GRAPH_PARAMETERS } from './vector/vector-graph.ts';

/**
 * Equal for two runs that would build the same index: SHA-256 over the articles, the places of
 * the chunks, and everything that decides what is made of them.
 */
export function inputFingerprint({
  articles,
  chunks,
  chunkSettings,
  embedder,
  analyzer,
  eventDetector,
}: Pick<
  IndexingRequest,
  'articles' | 'chunks' | 'chunkSettings' | 'embedder' | 'analyzer' | 'eventDetector'
>): string {
  const hash = createHash('sha256');
  // JSON in a list keeps neighbours apart, so no two inputs run together to the same bytes.
  const add = (value: unknown) => hash.update(`${JSON.stringify(value)}\n`);
  add([FORMAT_VERSION, embedder.fingerprint, analyzer.fingerprint, chunkSettings]);
  add([BM25_PARAMETERS, GRAPH_PARAMETERS, eventDetector?.fingerprint ?? null]);
  for (const article of articles) add(article);
  for (const { id, articleId, start, end } of chunks) add([id, articleId, start, end]);
  return hash.digest('hex');
}
