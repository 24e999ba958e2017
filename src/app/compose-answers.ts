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
import type { Article } from '../core/article.ts';
import type { ChatModel } from '../core/chat-model.ts';
import type { AnswerComposer, CompositionRequest } from '../core/composer.ts';
import type { Sentence, SentencesOf } from '../core/sentence.ts';
import type { LanguageResources } from './compose-models.ts';
import type { Config } from './config.ts';

/** What every composer reads and checks with. */
export function composeAnswerTools({
  analyzer,
  names,
  lexicon,
  vectors,
  annotator,
}: LanguageResources): ExtractiveComposerParts {
  const rarity = createTermRarity(vectors.probabilityOf);
  const similarity = createWordSimilarity((normal) => vectors.vectorOf(normal)?.vector ?? null);
  const checker = createSentenceChecker({ analyzer, names, lexicon, rarity, similarity });
  const sentencesOf = rememberArticles(
    ({ body, language, publishedAt, title }) =>
      annotator.annotate({ text: body, language, reference: publishedAt, title }),
    MAX_ANNOTATED,
  );
  return { analyzer, names, rarity, similarity, checker, sentencesOf };
}

/** Articles whose sentences stay in memory until they come out of the index. */
const MAX_ANNOTATED = 2_000;

/** Annotates an article on first use; the articles not used for longest are forgotten. */
function rememberArticles(annotate: SentencesOf, limit: number): SentencesOf {
  let young = new Map<Article, readonly Sentence[]>();
  let old = new Map<Article, readonly Sentence[]>();
  return (article) => {
    const sentences = young.get(article) ?? old.get(article) ?? annotate(article);
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(article, sentences);
    return sentences;
  };
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
): AnswerComposer {
  const extractive = composeExtractive(tools);
  if (chatModel === null || settings === null) return extractive;
  const { analyzer, names, checker, sentencesOf } = tools;
  return createModelComposer({
    analyzer,
    checker,
    sentencesOf,
    chatModel,
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
