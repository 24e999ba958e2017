import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** What indexing needs of an embedder: any LangChain `Embeddings`, with a name for its vectors. */
export interface IndexEmbedder extends Pick<EmbeddingsInterface, 'embedDocuments'> {
  /** Changes whenever the vectors could: model, dimensions, data. Kept in the manifest. */
  readonly fingerprint: string;
}
