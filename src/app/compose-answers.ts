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
import { loadAskingWords, loadReaderModel } from '../answer/reader/load-reader.ts';
import type { ReaderParts } from '../answer/reader/reader.ts';
import { createWordCosines } from '../answer/reader/word-cosines.ts';
import { createShortAnswerWriter } from '../answer/short-answer/reader-script.ts';
import { suggestQuestions } from '../answer/suggest-questions.ts';
import { createTermRarity } from '../answer/term-rarity.ts';
import { createWordSimilarity } from '../answer/word-similarity.ts';
import type { Article } from '../core/article.ts';
import type { ChatModel } from '../core/chat-model.ts';
import type { AnswerComposer, CompositionRequest } from '../core/composer.ts';
import type { Sentence, SentencesOf } from '../core/sentence.ts';
import { loadThesaurus, type Thesaurus } from '../language/dictionary/thesaurus.ts';
import type { TextAnalyzer } from '../language/terms/text-analyzer.ts';
import type { LanguageResources } from './compose-models.ts';
import type { Config } from './config.ts';

/** What every composer reads and checks with. */
export interface AnswerTools extends ExtractiveComposerParts {
  readonly analyzer: TextAnalyzer;
  readonly checker: SentenceReader;
}

/** Sentences as an index holds them; none of an article that it lacks. */
export interface StoredSentences {
  readonly sentencesOf: SentencesOf;
  /** Those of an article's title. */
  readonly titleOf: SentencesOf;
}

const NONE_STORED: StoredSentences = { sentencesOf: () => [], titleOf: () => [] };

/**
 * Makes the tools over the dictionaries.
 * @param stored sentences as an index holds them; articles it has none of are annotated on first use
 */
export function composeAnswerTools(
  language: LanguageResources,
  stored: StoredSentences = NONE_STORED,
): AnswerTools {
  const { analyzer, annotator, names, lexicon, vectors, readQuestion } = language;
  const rarity = createTermRarity(vectors.probabilityOf);
  const similarity = createWordSimilarity((normal) => vectors.vectorOf(normal)?.vector ?? null);
  const thesaurus = loadThesaurus();
  const reader = { ...composeReader(language, stored, thesaurus), model: loadReaderModel() };
  const { sentencesOf, titleOf } = reader;
  const checker = createSentenceChecker({
    analyzer,
    annotator,
    sentencesOf,
    titleOf,
    names,
    lexicon,
    thesaurus,
    rarity,
    similarity,
  });
  const writeShortAnswer = createShortAnswerWriter(lexicon);
  return { analyzer, names, checker, readQuestion, reader, sentencesOf, writeShortAnswer };
}

/** Articles whose sentences stay in memory where no index holds them. */
const MAX_ANNOTATED = 200;

/** What the reader reads passages with. */
export function composeReader(
  { vectors, annotator, lexicon }: LanguageResources,
  stored: StoredSentences = NONE_STORED,
  { synonymsOf }: Pick<Thesaurus, 'synonymsOf'> = loadThesaurus(),
): ReaderParts {
  const annotate = (text: string, { language, publishedAt, title }: Article) =>
    annotator.annotate({ text, language, reference: publishedAt, title });
  const annotated = rememberArticles((article) => annotate(article.body, article), MAX_ANNOTATED);
  const annotatedTitle = rememberArticles(
    (article) => (article.title === '' ? [] : annotate(article.title, { ...article, title: '' })),
    MAX_ANNOTATED,
  );
  return {
    rarity: createTermRarity(vectors.probabilityOf),
    familyOf: lexicon.familyOf,
    conceptStems: lexicon.conceptStems,
    synonymsOf,
    cosinesOf: createWordCosines((normal) => vectors.vectorOf(normal)?.vector ?? null),
    askingWords: loadAskingWords(),
    sentencesOf: storedOr(stored.sentencesOf, annotated),
    titleOf: storedOr(stored.titleOf, annotatedTitle),
  };
}

function storedOr(stored: SentencesOf, annotated: SentencesOf): SentencesOf {
  return (article) => {
    const sentences = stored(article);
    return sentences.length > 0 ? sentences : annotated(article);
  };
}

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
  tools: AnswerTools,
  reportFailure: (error: unknown) => void = () => {},
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
    {
      reportFailure,
      ...(verifier !== null && {
        verify: createVerifier({
          chatModel: verifier,
          timeoutMs: settings.timeoutMs,
          reportFailure,
        }),
      }),
    },
  );
}

export interface ModelComposerOptions {
  readonly reportFailure?: ((error: unknown) => void) | undefined;
  readonly verify?: Verify | undefined;
}

/** A composer over a model, which falls back to the articles' own sentences. */
export function composeModelComposer(
  settings: ModelComposerSettings,
  chatModel: ChatModel,
  tools: AnswerTools,
  { reportFailure, verify }: ModelComposerOptions = {},
): AnswerComposer {
  const { checker, sentencesOf } = tools;
  return createModelComposer({
    reportFailure,
    checker,
    sentencesOf,
    chatModel,
    verify,
    extractive: composeExtractive(tools),
    // No evidence is enough for it: it says what was searched and what comes nearest.
    refusing: composeExtractive(tools, {
      thresholds: { answered: Number.POSITIVE_INFINITY, possible: Number.POSITIVE_INFINITY },
    }),
    suggest: ({ retrieval, question }: CompositionRequest) => {
      const articles = new Set(retrieval.passages.map((passage) => passage.article));
      return suggestQuestions([...articles], question.language, sentencesOf);
    },
    settings,
  });
}
