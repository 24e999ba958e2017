import type { ExtractiveComposerParts } from '../../src/answer/extractive/extractive-composer.ts';
import { createTermRarity, type TermRarity } from '../../src/answer/term-rarity.ts';
import { createWordSimilarity, type WordSimilarity } from '../../src/answer/word-similarity.ts';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import type { Article } from '../../src/core/article.ts';
import type { SentencesOf } from '../../src/core/sentence.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { loadThesaurus, type Thesaurus } from '../../src/language/dictionary/thesaurus.ts';

/** The analyzers as the product has them, from the files that ship. */
export async function loadLanguageTools(): Promise<
  LanguageResources & {
    readonly rarity: TermRarity;
    readonly similarity: WordSimilarity;
    readonly sentencesOf: SentencesOf;
    readonly titleOf: SentencesOf;
    readonly thesaurus: Thesaurus;
    readonly reader: ExtractiveComposerParts['reader'];
    readonly writeShortAnswer: ExtractiveComposerParts['writeShortAnswer'];
  }
> {
  const language = await composeLanguage({ dictionaryPath: null });
  const { vectors } = language;
  const { reader, sentencesOf, writeShortAnswer } = composeAnswerTools(language);
  return {
    ...language,
    rarity: createTermRarity(vectors.probabilityOf),
    similarity: createWordSimilarity((normal) => vectors.vectorOf(normal)?.vector ?? null),
    reader,
    writeShortAnswer,
    sentencesOf,
    titleOf: reader.titleOf,
    thesaurus: loadThesaurus(),
  };
}

/** The ten seed articles, as ingested. */
export async function loadSeeds(): Promise<readonly Article[]> {
  const { articles } = await ingestPaths(['seeds']);
  return articles;
}
