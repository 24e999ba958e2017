import { randomUUID } from 'node:crypto';
import { askableQuestions } from '../answer/askable-questions.ts';
import { createQuestionRewriter } from '../answer/model/rewrite-question.ts';
import { createAnswerPipeline } from '../answer/pipeline.ts';
import type { Application, ArticleDate, Readiness } from '../core/application.ts';
import type { Article, Language } from '../core/article.ts';
import { nextTurn } from '../core/async.ts';
import type { ChatModel } from '../core/chat-model.ts';
import { factsOf } from '../core/collection.ts';
import type { AnswerComposer } from '../core/composer.ts';
import { asYinzhengError, YinzhengError } from '../core/errors.ts';
import { memoize } from '../core/memoize.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { AskableQuestion } from '../core/starter-question.ts';
import { createBriefComposer } from '../events/brief-composer.ts';
import { createEventServices } from '../events/event-services.ts';
import { openSnapshot } from '../index/open-snapshot.ts';
import { watchGeneration } from '../index/watch-generation.ts';
import { detectLanguage } from '../language/characters/language.ts';
import { findDates } from '../language/dates/dates.ts';
import type { Lexicon } from '../language/dictionary/lexicon.ts';
import { englishName } from '../language/names/english-name.ts';
import { createNameGlosses } from '../language/names/gloss-names.ts';
import { vocabularyOf } from '../search/collection-vocabulary.ts';
import { explainRanking } from '../search/explain-ranking.ts';
import { createMatchHighlighter } from '../search/highlight-matches.ts';
import { createHybridRetriever } from '../search/retrieve.ts';
import { createApplication } from './application.ts';
import { type ChatModels, createChatModels } from './chat-models.ts';
import { composeAnswerTools, composeComposer, type StoredSentences } from './compose-answers.ts';
import {
  composeChatModel,
  composeChatModels,
  composeEmbedder,
  composeLanguage,
  composeVerifier,
  type Embedder,
  type LanguageResources,
} from './compose-models.ts';
import type { Config } from './config.ts';
import { guardEmbedder } from './guard-embedder.ts';

/** Models whose clients are kept. */
const MAX_WRITERS = 8;

/** Passages that an answer may rest on. */
export const ANSWER_PASSAGES = 12;

/** Models that somebody made elsewhere. */
export interface GivenModels {
  readonly embedder?: Embedder | undefined;
  readonly chatModel?: ChatModel | undefined;
}

export interface ApplicationOptions {
  /** Told of what goes wrong beside requests, and what it was. */
  readonly reportFailure?: ((error: unknown, what: string) => void) | undefined;
  /** Dictionaries that are loaded already. */
  readonly loadLanguage?: (() => Promise<LanguageResources>) | undefined;
  /** In place of those that the configuration names. */
  readonly models?: GivenModels | undefined;
}

/**
 * Everything that answers, in this thread, over the index of the data folder. It takes up new
 * generations of the index while it runs, and waits for the first where there is none yet.
 *
 * @throws {YinzhengError} `index-damaged`, `index-format`, `index-embedder`
 */
export async function composeApplication(
  config: Config,
  { reportFailure = () => {}, loadLanguage, models = {} }: ApplicationOptions = {},
): Promise<Application> {
  const language = await (loadLanguage?.() ?? composeLanguage(config));
  const embedder = models.embedder ?? composeEmbedder(config, language);
  const generations = await followGenerations(config, language, embedder, reportFailure);
  const chatModels = composeChatModels(config, reportFailure);
  const application = composeOver({
    config,
    language,
    embedder,
    givenChatModel: models.chatModel,
    currentIndex: generations.current,
    chatModels,
    reportFailure,
  });
  return {
    ...application,
    close: async () => {
      chatModels.close();
      generations.close();
    },
  };
}

interface Generations {
  readonly current: () => SearchIndex;
  readonly close: () => void;
}

async function followGenerations(
  { dataPath }: Config,
  { passageAnalyzer }: LanguageResources,
  embedder: Embedder,
  reportFailure: (error: unknown, what: string) => void,
): Promise<Generations> {
  const open = () =>
    openSnapshot(dataPath, {
      embedderFingerprint: embedder.fingerprint,
      analyzerFingerprint: passageAnalyzer.fingerprint,
    });
  let current: SearchIndex | null = null;
  try {
    current = await open();
  } catch (error) {
    if (asYinzhengError(error).code !== 'index-missing') throw error;
  }
  const watch = watchGeneration({
    directory: dataPath,
    generation: current?.description.generation ?? null,
    open,
    generationOf: ({ description }) => description.generation,
    onOpened: (index) => {
      current = index;
    },
    onFailed: (error) => reportFailure(error, 'a new index could not be opened'),
  });
  return {
    current: () => {
      if (current === null) {
        throw new YinzhengError('index-missing', 'The data folder holds no index.');
      }
      return current;
    },
    close: () => watch.close(),
  };
}

/** The sentences of articles that the index of this moment holds; none of any other's. */
export function storedSentences(currentIndex: () => SearchIndex): StoredSentences {
  return {
    sentencesOf: (article) => indexOf(article)?.sentencesOf(article.id) ?? [],
    titleOf: (article) => indexOf(article)?.titleSentencesOf(article.id) ?? [],
  };

  function indexOf(article: Article): SearchIndex | null {
    const index = currentIndex();
    return index.article(article.id) === article ? index : null;
  }
}

export interface AnsweringParts {
  readonly config: Config;
  readonly language: LanguageResources;
  readonly embedder: Embedder;
  /** Writes and reads again in place of the models that the configuration names. */
  readonly givenChatModel?: ChatModel | undefined;
  /** The index of this moment. @throws {YinzhengError} `index-*` when there is none */
  readonly currentIndex: () => SearchIndex;
  readonly reportFailure: (error: unknown, what: string) => void;
  /** The models that readers may choose from; absent leaves that to whoever passes requests on. */
  readonly chatModels?: ChatModels | undefined;
  /** Told when what answers depends on fails, and when it is back. */
  readonly onReadiness?: ((readiness: Readiness) => void) | undefined;
}

/** Everything that answers, over an index that somebody else looks after. */
export function composeOver(parts: AnsweringParts): Application {
  const { config, language, currentIndex, reportFailure } = parts;
  const { analyzer, annotator, names, lexicon, vectors, readQuestion, readingAid } = language;
  const guard = guardEmbedder(parts.embedder, (readiness, error) => {
    if (error !== null) reportFailure(error, 'questions cannot be embedded');
    parts.onReadiness?.(readiness);
  });
  const retriever = createHybridRetriever({
    index: currentIndex,
    embedder: guard,
    analyzer,
    readQuestion,
    wordVectors: vectors,
  });
  const vocabulary = () => vocabularyOf(currentIndex());
  const tools = { ...composeAnswerTools(language, storedSentences(currentIndex)), vocabulary };
  const { givenChatModel } = parts;
  const configured = composeVerifier(config);
  const verifier = configured === null ? null : (givenChatModel ?? configured);
  const reportModelFailure = (error: unknown) => reportFailure(error, 'the model failed');
  const writeWith = memoize((name: string) => {
    const chatModel = givenChatModel ?? composeChatModel(config, name);
    return {
      model: chatModel?.name ?? null,
      composer: composeComposer(config, chatModel, tools, reportModelFailure, verifier),
      rewriteQuestion:
        chatModel === null
          ? undefined
          : createQuestionRewriter({ chatModel, analyzer, reportFailure: reportModelFailure }),
    };
  }, MAX_WRITERS);
  const defaultModel = config.chatModel?.name ?? '';
  const { composer, model } = writeWith(defaultModel);
  // The Swedish form of a date is the ISO one, in local time.
  const today = () => new Date().toLocaleDateString('sv-SE');
  const eventParts = {
    currentIndex,
    retriever,
    analyzer,
    names,
    lexicon,
    annotator,
    sentencesOf: ({ id }: Article) => currentIndex().sentencesOf(id),
    checker: tools.checker,
    readingAid,
    today,
    newId: randomUUID,
    prose: model === null ? undefined : { model, compose: composer.compose.bind(composer) },
  };
  const briefs = createBriefComposer(eventParts);
  const extractive = {
    model: null,
    composer: composeByKind(
      composeComposer(config, null, tools),
      createBriefComposer({ ...eventParts, prose: undefined }),
    ),
    rewriteQuestion: undefined,
  };
  const answerQuestion = createAnswerPipeline(
    {
      analyzer,
      names,
      readQuestion,
      vocabulary,
      retriever,
      writerOf: (name, isExtractive) => {
        if (isExtractive) return extractive;
        const writer = writeWith(name ?? defaultModel);
        return { ...writer, composer: composeByKind(writer.composer, briefs) };
      },
      collection: () => currentIndex().articles,
      newId: randomUUID,
    },
    { passages: ANSWER_PASSAGES },
  );
  return createApplication({
    currentIndex,
    events: createEventServices(eventParts),
    answerQuestion,
    retriever,
    detectLanguage,
    explainRanking,
    highlightMatches: createMatchHighlighter(analyzer),
    datesOf: relativeDatesOf,
    embed: (texts, signal) => embedInTurns(texts, parts, signal),
    lookUpWord: (word) => lexicon.lookup(word),
    readingAid: ({ articleId, start, end, language: reader }) =>
      readingAid(currentIndex().sentencesOf(articleId), { start, end }, reader),
    textAid: ({ texts, language: reader }) =>
      texts.map((text) => {
        const source = { text, language: detectLanguage(text), reference: null };
        const span = { start: 0, end: text.length };
        const names = { kind: 'certain', names: [] } as const;
        const words = readingAid(annotator.annotate(source), span, reader, names);
        return [...new Set(words.map(({ gloss }) => gloss))];
      }),
    askableQuestions: (reader) => askableIn(currentIndex(), reader, lexicon),
    readiness: guard.readiness,
    today,
    limits: config.conversation,
    chatModels: parts.chatModels ?? createChatModels(config),
    close: async () => {},
  });
}

/** Characters that the built-in embedder takes between two turns, one text at least: a millisecond or two. */
const CHARACTERS_IN_TURN = 1_000;

/** Vectors of texts, as many at once as the embedder does side by side. */
async function embedInTurns(
  texts: readonly string[],
  { config: { embeddingModel }, embedder }: Pick<AnsweringParts, 'config' | 'embedder'>,
  signal: AbortSignal | undefined,
): Promise<number[][]> {
  const atOnce =
    embeddingModel === null ? Infinity : embeddingModel.batchSize * embeddingModel.concurrency;
  const mostCharacters = embeddingModel === null ? CHARACTERS_IN_TURN : Infinity;
  const vectors: number[][] = [];
  while (vectors.length < texts.length) {
    signal?.throwIfAborted();
    const batch: string[] = [];
    let characters = 0;
    for (const text of texts.slice(vectors.length)) {
      if (batch.length === atOnce || (batch.length > 0 && characters > mostCharacters)) break;
      batch.push(text);
      characters += text.length;
    }
    vectors.push(...(await embedder.embedDocuments(batch)));
    await nextTurn();
  }
  return vectors;
}

/** Summaries and timelines have composers of their own; everything else is answered. */
function composeByKind(answers: AnswerComposer, briefs: AnswerComposer): AnswerComposer {
  return {
    compose: (request) => {
      const { kind } = request.question;
      return (kind === 'summary' || kind === 'timeline' ? briefs : answers).compose(request);
    },
  };
}

/** Stories whose articles are asked about first, articles of each, and newest articles after them. */
const ASKED_STORIES = 12;
const ARTICLES_OF_STORY = 3;
const ASKED_NEWEST = 40;
/** Questions of a language that are worth asking to find a few that are answered. */
const ASKABLE = 40;

function askableIn(
  index: SearchIndex,
  language: Language,
  lexicon: Lexicon,
): readonly AskableQuestion[] {
  const glosses = createNameGlosses(lexicon);
  const stories = [...index.stories].sort((a, b) => b.weight - a.weight).slice(0, ASKED_STORIES);
  const told = stories.flatMap(({ articleIds }) =>
    articleIds.slice(0, ARTICLES_OF_STORY).flatMap((id) => index.article(id) ?? []),
  );
  const newest = factsOf(index.articles).newestFirst.slice(0, ASKED_NEWEST);
  return askableQuestions(language, {
    articles: [...new Set([...told, ...newest])],
    stories,
    sentencesOf: (id) => index.sentencesOf(id),
    inEnglish: (name, kind) => englishName(name, kind, lexicon, glosses),
    limit: ASKABLE,
  });
}

/** Dates that are spelled out need no help; vague ones have none to give. */
function relativeDatesOf({ body, language, publishedAt }: Article): ArticleDate[] {
  return findDates(body, { language, reference: publishedAt }).flatMap(
    ({ start, end, from, to, relative }) =>
      relative && from !== null && to !== null ? [{ start, end, from, to }] : [],
  );
}
