import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ChatModel } from '../core/chat-model.ts';
import { YinzhengError } from '../core/errors.ts';

/**
 * Any LangChain `Embeddings` as an embedder of an index.
 * @param name of its vectors: an index is made anew when it changes
 */
export function adaptEmbeddings(embeddings: EmbeddingsInterface, name: string) {
  const failed = (cause: unknown) =>
    new YinzhengError('embedding-failed', `${name}: ${messageOf(cause)}`, { cause });
  return {
    fingerprint: `langchain:${name}`,
    embedDocuments: (texts: string[]) =>
      embeddings.embedDocuments(texts).catch((cause) => Promise.reject(failed(cause))),
    embedQuery: (text: string) =>
      embeddings.embedQuery(text).catch((cause) => Promise.reject(failed(cause))),
  };
}

/** As much of a LangChain chat model as is called; any `BaseChatModel` has it. */
export type LangChainChatModel = Pick<BaseChatModel, 'stream'>;

/** Any LangChain chat model as a model that writes answers. How long it writes is its own setting. */
export function adaptChatModel(model: LangChainChatModel, name: string): ChatModel {
  return {
    name,
    async *stream({ messages, signal }) {
      try {
        const written = messages.map(({ role, content }) => ({ role, content }));
        const chunks = await model.stream(written, signal === undefined ? {} : { signal });
        for await (const { text } of chunks) if (text !== '') yield text;
      } catch (cause) {
        signal?.throwIfAborted();
        throw new YinzhengError('model-unavailable', `${name}: ${messageOf(cause)}`, { cause });
      }
    },
  };
}

/** What to call a LangChain object by: its model where it says so, and its class. */
export function nameOfModel(model: object): string {
  const named = model as { readonly model?: unknown; readonly modelName?: unknown };
  const own = [named.model, named.modelName].find((name) => typeof name === 'string');
  const kind = model.constructor.name;
  return typeof own === 'string' ? `${kind}:${own}` : kind;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
