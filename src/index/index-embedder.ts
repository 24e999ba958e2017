import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { SentenceToken } from '../core/sentence.ts';

/** Makes a vector of words in their order; of `text`, which they were cut from, where none is known. */
export type EmbedWords = (
  words: Iterable<Pick<SentenceToken, 'normal' | 'stop'>>,
  text: string,
) => number[];

/** What indexing needs of an embedder: any LangChain `Embeddings`, with a name for its vectors. */
export interface IndexEmbedder extends Pick<EmbeddingsInterface, 'embedDocuments'> {
  /** Changes whenever the vectors could: model, dimensions, data. Kept in the manifest. */
  readonly fingerprint: string;
  /** Present where vectors come of words: articles that are read once need not be cut again. */
  readonly embedWords?: EmbedWords | undefined;
}
