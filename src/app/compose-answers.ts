import { createSentenceChecker } from '../answer/check/check-sentence.ts';
import {
  createExtractiveComposer,
  DEFAULT_LIMITS,
  type ExtractiveComposerParts,
  type ExtractiveLimits,
} from '../answer/extractive/extractive-composer.ts';
import { createModelComposer } from '../answer/model/model-composer.ts';
import { suggestQuestions } from '../answer/suggest-questions.ts';
import { createTermRarity } from '../answer/term-rarity.ts';
import { createWordSimilarity } from '../answer/word-similarity.ts';
import type { ChatModel } from '../core/chat-model.ts';
import type { AnswerComposer, CompositionRequest } from '../core/composer.ts';
import type { LanguageResources } from './compose-models.ts';
import type { Config } from './config.ts';

/** What every composer reads and checks with. */
export function composeAnswerTools({
  analyzer,
  names,
  lexicon,
  vectors,
}: LanguageResources): ExtractiveComposerParts {
  const rarity = createTermRarity(vectors.probabilityOf);
  const similarity = createWordSimilarity((normal) => vectors.vectorOf(normal)?.vector ?? null);
  const checker = createSentenceChecker({ analyzer, names, lexicon, rarity, similarity });
  return { analyzer, names, rarity, similarity, checker };
}

/** Answers in the articles' own sentences. */
export function composeExtractive(
  tools: ExtractiveComposerParts,
  limits: Partial<ExtractiveLimits> = {},
): ReturnType<typeof createExtractiveComposer> {
  return createExtractiveComposer(tools, { ...DEFAULT_LIMITS, ...limits });
}

/** The composer that a configuration names: a model that falls back, or the extractive one. */
export function composeComposer(
  { chatModel: settings }: Config,
  chatModel: ChatModel | null,
  tools: ExtractiveComposerParts,
  reportFailure: (error: unknown) => void = () => {},
): AnswerComposer {
  const extractive = composeExtractive(tools);
  if (chatModel === null || settings === null) return extractive;
  const { analyzer, names, checker } = tools;
  return createModelComposer({
    analyzer,
    names,
    checker,
    chatModel,
    reportFailure,
    extractive,
    // No evidence is enough for it: it says what was searched and what comes nearest.
    refusing: composeExtractive(tools, { answerability: Number.POSITIVE_INFINITY }),
    suggest: ({ retrieval, question }: CompositionRequest) => {
      const articles = new Set(retrieval.passages.map((passage) => passage.article));
      return suggestQuestions([...articles], question.language, names);
    },
    settings: {
      contextTokens: settings.contextTokens,
      answerTokens: settings.answerTokens,
      unsupported: settings.unsupportedSentences,
    },
  });
}
