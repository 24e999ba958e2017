import type { Lexicon } from '../../src/language/dictionary/lexicon.ts';
import type { TextAnalyzer } from '../../src/language/terms/text-analyzer.ts';
import { type BuiltInEmbedder, createBuiltInEmbedder } from '../../src/models/built-in/embedder.ts';
import { loadWordVectors } from '../../src/models/built-in/load-embedder.ts';

/** The embedder used where no other is configured, over dictionaries that a test has loaded. */
export function loadBuiltInEmbedder(lexicon: Lexicon, analyzer: TextAnalyzer): BuiltInEmbedder {
  return createBuiltInEmbedder({
    vectors: loadWordVectors(lexicon),
    tokenize: (text) => analyzer.tokens(text),
    tokenizerFingerprint: analyzer.fingerprint,
  });
}
