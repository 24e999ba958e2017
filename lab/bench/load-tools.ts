import { composeEmbedder, composeLanguage } from '../../src/app/compose-models.ts';
import type { Token } from '../../src/language/terms/text-analyzer.ts';
import type { QuestionTools, StopWords } from './search-system.ts';

/** The language tools that come with the product, and its built-in embedder. */
const SHIPPED = { dictionaryPath: null, embeddingModel: null };

/** What passages and questions of every system are prepared with. */
export async function loadShippedTools(): Promise<
  Pick<
    QuestionTools,
    'analyzer' | 'analyzerFingerprint' | 'embedder' | 'readQuestion' | 'wordVectors'
  >
> {
  const language = await composeLanguage(SHIPPED);
  const embedder = composeEmbedder(SHIPPED, language);
  return {
    analyzer: language.analyzer,
    analyzerFingerprint: language.passageAnalyzer.fingerprint,
    embedder,
    readQuestion: language.readQuestion,
    wordVectors: language.vectors,
  };
}

/**
 * The tools that a system answers questions with.
 * @param documentPlaces for each passage the place of its article
 */
export async function loadTools(
  documentPlaces: Uint32Array,
  stopWords: StopWords,
): Promise<QuestionTools> {
  const shipped = await loadShippedTools();
  return {
    ...shipped,
    words: (question) => wordsOf(shipped.analyzer.tokens(question), stopWords),
    embed: (text) => shipped.embedder.embedQuery(text),
    documentOf: (passage) => documentPlaces[passage] ?? 0,
  };
}

/** Words in the form they are compared in. */
export function wordsOf(tokens: readonly Token[], stopWords: StopWords): string[] {
  return tokens.filter(({ stop }) => stopWords === 'kept' || !stop).map(({ normal }) => normal);
}
