import type { PassageAnalyzer } from '../../core/search-index.ts';
import type { EmbedWords } from '../index-embedder.ts';
import { ArticleReader, type ArticleToRead } from '../reading/article-reader.ts';
import { answerRequests } from './answer-requests.ts';

/** Where a thread finds what it reads with: functions cannot cross to it, so a module is named. */
export interface ReadingModule {
  /** `file:` URL of the module. */
  readonly url: string;
  /** Name of its exported function, which returns a promise of `ReadingTools`. */
  readonly exportName: string;
  /** What to call it with; anything that can be cloned. */
  readonly argument: unknown;
}

/** What articles are read with. */
export interface ReadingTools {
  readonly analyzer: PassageAnalyzer;
  /** Absent where vectors come from elsewhere. */
  readonly embedWords?: EmbedWords | undefined;
}

export type ReadingRequest =
  | { readonly kind: 'open'; readonly module: ReadingModule }
  | { readonly kind: 'read'; readonly articles: readonly ArticleToRead[] }
  | { readonly kind: 'meanings'; readonly words: readonly string[] };

let reader: ArticleReader | undefined;

answerRequests<ReadingRequest>(async (request) => {
  if (request.kind === 'open') {
    const { url, exportName, argument } = request.module;
    const loaded = (await import(url)) as Record<string, (argument: unknown) => unknown>;
    const make = loaded[exportName];
    if (make === undefined) throw new Error(`${url} exports nothing named ${exportName}.`);
    const { analyzer, embedWords } = (await make(argument)) as ReadingTools;
    reader = new ArticleReader(analyzer, embedWords);
    return analyzer.fingerprint;
  }
  if (reader === undefined) throw new Error('Expected a request that opens a module first.');
  return request.kind === 'read' ? reader.read(request.articles) : reader.meanings(request.words);
});
