import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { ChatModel } from '../core/chat-model.ts';
import type { PassageAnalyzer } from '../core/search-index.ts';
import type { IndexEmbedder } from '../index/index-embedder.ts';
import type { ReadingTools } from '../index/threads/reading-thread.ts';
import type { WordVectors } from '../language/dictionary/word-vectors.ts';
import { createReadingAid, type ReadingAid } from '../language/reading-aid.ts';
import {
  type LanguageTools,
  loadLanguageTools,
  type TextAnalyzerFiles,
} from '../language/segment/load-language-tools.ts';
import { createPassageAnalyzer } from '../language/terms/passage-analyzer.ts';
import { createBuiltInEmbedder } from '../models/built-in/embedder.ts';
import { loadWordVectors } from '../models/built-in/load-embedder.ts';
import {
  adaptChatModel,
  adaptEmbeddings,
  type LangChainChatModel,
  nameOfModel,
} from '../models/langchain.ts';
import { createOpenAIChatModel } from '../models/openai/chat-model.ts';
import { createOpenAIEmbeddings } from '../models/openai/embeddings.ts';
import { listServerModels } from '../models/openai/list-models.ts';
import { DEFAULT_RETRY_POLICY } from '../models/openai/retry.ts';
import { createQuestionReader, type QuestionReader } from '../question/read-question.ts';
import { type ChatModels, createChatModels } from './chat-models.ts';
import type { Config } from './config.ts';

/** What every stage understands language with, loaded once. */
export interface LanguageResources extends LanguageTools {
  readonly vectors: WordVectors;
  readonly readQuestion: QuestionReader;
  /** What an index is made with. */
  readonly passageAnalyzer: PassageAnalyzer;
  readonly readingAid: ReadingAid;
}

/** Where the dictionaries of a configuration are; also what a thread loads them from. */
export function analyzerFiles({
  dictionaryPath,
}: Pick<Config, 'dictionaryPath'>): TextAnalyzerFiles {
  return dictionaryPath === null ? {} : { dictionaryPath };
}

/** Loads the dictionaries and the word vectors. */
export async function composeLanguage(
  config: Pick<Config, 'dictionaryPath'>,
): Promise<LanguageResources> {
  const tools = await loadLanguageTools(analyzerFiles(config));
  return joinVectors(tools, loadWordVectors(tools.lexicon));
}

/** Language tools with word vectors, and what depends on both. */
export function joinVectors(tools: LanguageTools, vectors: WordVectors): LanguageResources {
  const { analyzer, annotator, names, lexicon } = tools;
  return {
    ...tools,
    vectors,
    readingAid: createReadingAid({ lexicon, probabilityOf: vectors.probabilityOf }),
    passageAnalyzer: createPassageAnalyzer({ ...tools, vectors }),
    readQuestion: createQuestionReader({
      annotator,
      plain: (text) => analyzer.plain(text),
      names,
      isCommonEnglish: lexicon.isCommonEnglish,
    }),
  };
}

/** Words whose vectors a thread keeps: those that most of a text is made of. */
const VECTORS_IN_THREAD = 10_000;

/** What a thread that reads articles needs to know of the configuration. */
export interface ReadingSettings extends Pick<Config, 'dictionaryPath'> {
  /** Whether vectors are made of the words that it reads. */
  readonly embedsWords: boolean;
}

/** What articles are read with, for a thread that reads some of them. */
export async function composeReading(settings: ReadingSettings): Promise<ReadingTools> {
  const tools = await loadLanguageTools(analyzerFiles(settings));
  const vectors = loadWordVectors(tools.lexicon, VECTORS_IN_THREAD);
  const language = joinVectors(tools, vectors);
  const { embedWords } = settings.embedsWords
    ? composeEmbedder({ embeddingModel: null }, language)
    : { embedWords: undefined };
  return { analyzer: language.passageAnalyzer, embedWords };
}

export type Embedder = EmbeddingsInterface & IndexEmbedder;

/** The embedder that a configuration names: the built-in one, or a model on a server. */
export function composeEmbedder(
  { embeddingModel }: Pick<Config, 'embeddingModel'>,
  { analyzer, vectors }: LanguageResources,
): Embedder {
  if (embeddingModel === null) {
    return createBuiltInEmbedder({
      vectors,
      tokenize: (text) => analyzer.tokens(text),
      tokenizerFingerprint: analyzer.fingerprint,
    });
  }
  const { name, retries, ...settings } = embeddingModel;
  return createOpenAIEmbeddings({
    ...settings,
    model: name,
    retry: { ...DEFAULT_RETRY_POLICY, retries },
  });
}

/** The models that a reader may choose from; the server is asked for its list where the settings say so. */
export function composeChatModels(
  config: Pick<Config, 'chatModel'>,
  reportFailure: (error: unknown, what: string) => void,
): ChatModels {
  const { chatModel } = config;
  if (chatModel === null) return createChatModels(config);
  const { apiKey, baseUrl, timeoutMs } = chatModel;
  return createChatModels(config, {
    reportFailure,
    listServerModels: () => listServerModels({ apiKey, baseUrl, timeoutMs }),
  });
}

/**
 * A model that writes answers, or null where answers are extractive.
 * @param name absent means the one that is used where nobody chooses
 */
export function composeChatModel(
  { chatModel }: Pick<Config, 'chatModel'>,
  name?: string,
): ChatModel | null {
  return chatModel === null ? null : modelNamed(name ?? chatModel.name, chatModel);
}

/** The model that reads answers once more, or null where the rules alone decide. */
export function composeVerifier({ chatModel }: Pick<Config, 'chatModel'>): ChatModel | null {
  if (chatModel === null || chatModel.verifier === null) return null;
  return modelNamed(chatModel.verifier, chatModel);
}

/** Models that somebody made with LangChain, and the settings that stand in for naming them. */
export interface GivenModelSettings {
  readonly embedder?: EmbeddingsInterface | undefined;
  readonly chatModel?: LangChainChatModel | undefined;
}

/** A model on a server has to have one; this one is never asked. */
const NO_SERVER = 'http://unused.invalid/v1';

/** LangChain's models as ours; `settings` make a configuration that expects them. */
export function composeGivenModels({ embedder, chatModel }: GivenModelSettings) {
  const chatModelName = chatModel === undefined ? undefined : nameOfModel(chatModel);
  return {
    embedder: embedder && adaptEmbeddings(embedder, nameOfModel(embedder)),
    chatModel: chatModel && adaptChatModel(chatModel, chatModelName ?? ''),
    settings: {
      ...(embedder && { EMBEDDING_MODEL: nameOfModel(embedder), EMBEDDING_BASE_URL: NO_SERVER }),
      ...(chatModelName && { CHAT_MODEL: chatModelName, OPENAI_BASE_URL: NO_SERVER }),
    },
  };
}

function modelNamed(name: string, chatModel: NonNullable<Config['chatModel']>): ChatModel {
  const { apiKey, baseUrl, timeoutMs, idleTimeoutMs, totalTimeoutMs, retries } = chatModel;
  return createOpenAIChatModel({
    model: name,
    apiKey,
    baseUrl,
    firstTokenTimeoutMs: timeoutMs,
    idleTimeoutMs,
    totalTimeoutMs,
    retry: { ...DEFAULT_RETRY_POLICY, retries },
  });
}
