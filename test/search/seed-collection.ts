import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import type { Article } from '../../src/core/article.ts';
import type { RetrievalQuery, Retriever } from '../../src/core/passage.ts';
import type { SearchIndex } from '../../src/core/search-index.ts';
import { buildMemoryIndex } from '../../src/index/memory-index.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { createPassageAnalyzer } from '../../src/language/terms/passage-analyzer.ts';
import { createBuiltInEmbedder } from '../../src/models/built-in/embedder.ts';
import type { RankingSettings } from '../../src/search/ranking-settings.ts';
import { createHybridRetriever } from '../../src/search/retrieve.ts';

/** The product's retriever over articles of a test. */
export interface TestCollection {
  readonly language: LanguageResources;
  readonly articles: readonly Article[];
  readonly index: SearchIndex;
  readonly retriever: Retriever;
}

/** The day after the last seed article. */
export const TODAY = '2025-07-08';

export async function openArticles(
  articles: readonly Article[],
  language: LanguageResources,
  settings?: RankingSettings,
): Promise<TestCollection> {
  const { analyzer, vectors, readQuestion } = language;
  const embedder = createBuiltInEmbedder({
    vectors,
    tokenize: (text) => analyzer.tokens(text),
    tokenizerFingerprint: analyzer.fingerprint,
  });
  const chunks = articles.flatMap((article) => chunkArticle(article, { size: 400, overlap: 1 }));
  const index = await buildMemoryIndex({
    articles,
    chunks,
    embedder,
    analyzer: createPassageAnalyzer(language),
  });
  const retriever = createHybridRetriever({
    index: () => index,
    embedder,
    analyzer,
    readQuestion,
    wordVectors: vectors,
    settings,
  });
  return { language, articles, index, retriever };
}

/** The ten seed articles with the dictionaries that ship. */
export async function openSeeds(): Promise<TestCollection> {
  const language = await composeLanguage({ dictionaryPath: null });
  const { articles } = await ingestPaths(['seeds']);
  return openArticles(articles, language);
}

export function query(text: string, rest: Partial<RetrievalQuery> = {}): RetrievalQuery {
  return { text, language: detectLanguage(text), filters: {}, limit: 10, today: TODAY, ...rest };
}

/** An article of a test; only what matters to it is given. */
export function article(fields: Partial<Article> & Pick<Article, 'id' | 'body'>): Article {
  return {
    title: '',
    outlet: { name: '新华社', zh: '新华社', en: 'Xinhua' },
    publishedAt: null,
    language: 'zh',
    url: null,
    truncated: false,
    origin: { path: 'test.jsonl', position: 0 },
    copyOf: null,
    ...fields,
  };
}
