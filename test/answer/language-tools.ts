import { createTermRarity, type TermRarity } from '../../src/answer/term-rarity.ts';
import { createWordSimilarity, type WordSimilarity } from '../../src/answer/word-similarity.ts';
import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import type { Article } from '../../src/core/article.ts';
import type { Sentence, SentencesOf } from '../../src/core/sentence.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';

/** The analyzers as the product has them, from the files that ship. */
export async function loadLanguageTools(): Promise<
  LanguageResources & {
    readonly rarity: TermRarity;
    readonly similarity: WordSimilarity;
    readonly sentencesOf: SentencesOf;
  }
> {
  const language = await composeLanguage({ dictionaryPath: null });
  const { vectors, annotator } = language;
  const annotated = new WeakMap<Article, readonly Sentence[]>();
  return {
    ...language,
    rarity: createTermRarity(vectors.probabilityOf),
    similarity: createWordSimilarity((normal) => vectors.vectorOf(normal)?.vector ?? null),
    sentencesOf(article) {
      const { body: text, language, publishedAt: reference, title } = article;
      const sentences =
        annotated.get(article) ?? annotator.annotate({ text, language, reference, title });
      annotated.set(article, sentences);
      return sentences;
    },
  };
}

/** The ten seed articles, as ingested. */
export async function loadSeeds(): Promise<readonly Article[]> {
  const { articles } = await ingestPaths(['seeds']);
  return articles;
}
