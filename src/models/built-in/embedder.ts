import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { SentenceToken } from '../../core/sentence.ts';
import { addWeighted, vectorLength } from '../../core/vectors.ts';
import type { WordVectors } from '../../language/dictionary/word-vectors.ts';
import type { Token } from '../../language/terms/text-analyzer.ts';
import { fallbackVector } from './fallback-vector.ts';

export interface BuiltInEmbedderParts {
  readonly vectors: WordVectors;
  /** Words of a text in either language, as `TextAnalyzer.tokens` cuts them. */
  readonly tokenize: (text: string) => readonly Pick<Token, 'normal' | 'stop'>[];
  /** Changes when the words that `tokenize` yields could change. */
  readonly tokenizerFingerprint: string;
}

/** LangChain embeddings that need no network, and say what made them. */
export interface BuiltInEmbedder extends EmbeddingsInterface {
  readonly fingerprint: string;
  readonly dimensions: number;
  /** The vector of a text that was cut into words before. */
  embedWords(words: Iterable<Pick<SentenceToken, 'normal' | 'stop'>>, text: string): number[];
}

/**
 * Chinese and English texts as vectors of one space: the mean of their words' vectors, frequent
 * words held down (see `SMOOTHING` of `word-vectors.ts`), of unit length. Deterministic, without I/O, never zero.
 */
export function createBuiltInEmbedder(parts: BuiltInEmbedderParts): BuiltInEmbedder {
  const { vectors, tokenize } = parts;
  const { dimensions } = vectors;

  const embedWords: BuiltInEmbedder['embedWords'] = (words, text) => {
    const sum = new Float64Array(dimensions);
    for (const { normal, stop } of words) {
      const word = stop ? null : vectors.vectorOf(normal);
      if (word === null) continue;
      addWeighted(sum, word.vector, word.weight);
    }
    const norm = vectorLength(sum);
    return norm === 0 ? fallbackVector(text, dimensions) : Array.from(sum, (x) => x / norm);
  };

  const embed = (text: string) => embedWords(tokenize(text), text);

  return {
    fingerprint: `built-in/${dimensions}/${vectors.fingerprint}/${parts.tokenizerFingerprint}`,
    dimensions,
    embedWords,
    embedDocuments: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
  };
}
