import { createSentenceChecker, type SentenceReader } from '../answer/check/check-sentence.ts';
import {
  createExtractiveComposer,
  DEFAULT_LIMITS,
  type ExtractiveComposerParts,
  type ExtractiveLimits,
} from '../answer/extractive/extractive-composer.ts';
import type { ModelComposerSettings } from '../answer/model/attempt.ts';
import { createModelComposer } from '../answer/model/model-composer.ts';
import { createVerifier, type Verify } from '../answer/model/verify-answer.ts';
import { suggestQuestions } from '../answer/suggest-questions.ts';
import { createTermRarity } from '../answer/term-rarity.ts';
import { createWordSimilarity } from '../answer/word-similarity.ts';
import type { ChatModel } from '../core/chat-model.ts';
import type { AnswerComposer, CompositionRequest } from '../core/composer.ts';
import type { SentencesOf } from '../core/sentence.ts';
import { loadThesaurus } from '../language/dictionary/thesaurus.ts';
import { createSentenceReader } from '../language/read-sentences.ts';
import type { LanguageResources } from './compose-models.ts';
import type { Config } from './config.ts';

/** What every composer reads and checks with. */
export interface AnswerTools extends ExtractiveComposerParts {
  readonly sentencesOf: SentencesOf;
  readonly checker: SentenceReader;
}

export function composeAnswerTools({
  analyzer,
  annotator,
  names,
  lexicon,
  vectors,
}: LanguageResources): AnswerTools {
  const rarity = createTermRarity(vectors.probabilityOf);
  const similarity = createWordSimilarity((normal) => vectors.vectorOf(normal)?.vector ?? null);
  const sentencesOf = createSentenceReader(annotator);
  const thesaurus = loadThesaurus();
  const checker = createSentenceChecker({
    analyzer,
    annotator,
    sentencesOf,
    names,
    lexicon,
    thesaurus,
    rarity,
    similarity,
  });
  return { analyzer, names, rarity, similarity, sentencesOf, checker };
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
  tools: AnswerTools,
  verifier: ChatModel | null = null,
): AnswerComposer {
  if (chatModel === null || settings === null) return composeExtractive(tools);
  return composeModelComposer(
    {
      contextTokens: settings.contextTokens,
      answerTokens: settings.answerTokens,
      unsupported: settings.unsupportedSentences,
    },
    chatModel,
    tools,
    verifier === null
      ? undefined
      : createVerifier({ chatModel: verifier, timeoutMs: settings.timeoutMs }),
  );
}

/** A composer over a model, which falls back to the articles' own sentences. */
export function composeModelComposer(
  settings: ModelComposerSettings,
  chatModel: ChatModel,
  tools: AnswerTools,
  verify?: Verify,
): AnswerComposer {
  const { names, checker, sentencesOf } = tools;
  return createModelComposer({
    names,
    checker,
    sentencesOf,
    chatModel,
    verify,
    extractive: composeExtractive(tools),
    // No evidence is enough for it: it says what was searched and what comes nearest.
    refusing: composeExtractive(tools, { answerability: Number.POSITIVE_INFINITY }),
    suggest: ({ retrieval, question }: CompositionRequest) => {
      const articles = new Set(retrieval.passages.map((passage) => passage.article));
      return suggestQuestions([...articles], question.language, names);
    },
    settings,
  });
}
