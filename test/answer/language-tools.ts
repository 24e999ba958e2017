import {
  createShortAnswerWriter,
  type WriteShortAnswer,
} from '../../src/answer/short-answer/reader-script.ts';
import { createTermRarity, type TermRarity } from '../../src/answer/term-rarity.ts';
import { createWordSimilarity, type WordSimilarity } from '../../src/answer/word-similarity.ts';
import { rememberSentences } from '../../src/app/compose-answers.ts';
import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import type { Article } from '../../src/core/article.ts';
import type { SentencesOf } from '../../src/core/sentence.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';

/** The analyzers as the product has them, from the files that ship. */
export async function loadLanguageTools(): Promise<
  LanguageResources & {
    readonly rarity: TermRarity;
    readonly similarity: WordSimilarity;
    readonly sentencesOf: SentencesOf;
    readonly writeShortAnswer: WriteShortAnswer;
  }
> {
  const language = await composeLanguage({ dictionaryPath: null });
  const { vectors } = language;
  return {
    ...language,
    rarity: createTermRarity(vectors.probabilityOf),
    sentencesOf: rememberSentences(language.annotator),
    writeShortAnswer: createShortAnswerWriter(language.lexicon),
    similarity: createWordSimilarity((normal) => vectors.vectorOf(normal)?.vector ?? null),
  };
}

/** The ten seed articles, as ingested. */
export async function loadSeeds(): Promise<readonly Article[]> {
  const { articles } = await ingestPaths(['seeds']);
  return articles;
}
