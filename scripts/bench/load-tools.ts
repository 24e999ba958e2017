import { composeEmbedder, composeLanguage } from '../../src/compose-models.ts';
import type { QuestionTools } from './search-system.ts';

/** The language tools that come with the product, and its built-in embedder. */
const SHIPPED = { dictionaryPath: null, embeddingModel: null };

/**
 * The language tools that questions and passages of every system are prepared with.
 * @param documentPlaces for each passage the place of its article
 */
export async function loadTools(documentPlaces: Uint32Array): Promise<QuestionTools> {
  const language = await composeLanguage(SHIPPED);
  const embedder = composeEmbedder(SHIPPED, language);
  const { analyzer, passageAnalyzer } = language;
  return {
    analyzer,
    analyzerFingerprint: passageAnalyzer.fingerprint,
    embedder,
    wordVectors: language.vectors,
    words: (text) =>
      analyzer
        .tokens(text)
        .filter(({ stop }) => !stop)
        .map(({ normal }) => normal),
    embed: (text) => embedder.embedQuery(text),
    documentOf: (passage) => documentPlaces[passage] ?? 0,
  };
}
