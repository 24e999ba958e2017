import { randomUUID } from 'node:crypto';
import { createQuestionRewriter } from '../answer/model/rewrite-question.ts';
import { createAnswerPipeline } from '../answer/pipeline.ts';
import type { Application, ArticleDate } from '../core/application.ts';
import type { Article } from '../core/article.ts';
import type { AnswerComposer } from '../core/composer.ts';
import { asYinzhengError, YinzhengError } from '../core/errors.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { createBriefComposer } from '../events/brief-composer.ts';
import { createEventServices } from '../events/event-services.ts';
import { openSnapshot } from '../index/open-snapshot.ts';
import { watchGeneration } from '../index/watch-generation.ts';
import { detectLanguage } from '../language/characters/language.ts';
import { findDates } from '../language/dates/dates.ts';
import { explainRanking } from '../search/explain-ranking.ts';
import { createMatchHighlighter } from '../search/highlight-matches.ts';
import { createHybridRetriever } from '../search/retrieve.ts';
import { createApplication } from './application.ts';
import { composeAnswerTools, composeComposer } from './compose-answers.ts';
import {
  composeChatModel,
  composeEmbedder,
  composeLanguage,
  type Embedder,
  type LanguageResources,
} from './compose-models.ts';
import type { Config } from './config.ts';
import { createSentenceCache } from './sentence-cache.ts';

/** Passages that an answer may rest on. */
const ANSWER_PASSAGES = 12;

export interface ApplicationSurroundings {
  /** Told of what goes wrong beside requests: a new generation that cannot be opened. */
  readonly reportFailure?: ((error: unknown) => void) | undefined;
  /** Dictionaries that are loaded already. */
  readonly loadLanguage?: (() => Promise<LanguageResources>) | undefined;
}

/**
 * Everything that answers, over the index of the data folder. It takes up new generations of the
 * index while it runs, and waits for the first where there is none yet.
 *
 * @throws {YinzhengError} `index-damaged`, `index-format`, `index-embedder`
 */
export async function composeApplication(
  config: Config,
  { reportFailure = () => {}, loadLanguage }: ApplicationSurroundings = {},
): Promise<Application> {
  const language = await (loadLanguage?.() ?? composeLanguage(config));
  const embedder = composeEmbedder(config, language);
  const generations = await followGenerations(config, language, embedder, reportFailure);
  return composeOver(generations, config, language, embedder);
}

interface Generations {
  readonly current: () => SearchIndex;
  readonly close: () => void;
}

async function followGenerations(
  { dataPath }: Config,
  { passageAnalyzer }: LanguageResources,
  embedder: Embedder,
  reportFailure: (error: unknown) => void,
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
    onOpened: (index) => {
      current = index;
    },
    onFailed: reportFailure,
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

function composeOver(
  generations: Generations,
  config: Config,
  language: LanguageResources,
  embedder: Embedder,
): Application {
  const { analyzer, annotator, names, lexicon, vectors } = language;
  const currentIndex = generations.current;
  const retriever = createHybridRetriever({
    index: currentIndex,
    embedder,
    analyzer,
    wordVectors: vectors,
  });
  const tools = composeAnswerTools(language);
  const chatModel = composeChatModel(config);
  const composer = composeComposer(config, chatModel, tools);
  // The Swedish form of a date is the ISO one, in local time.
  const today = () => new Date().toLocaleDateString('sv-SE');
  const eventParts = {
    currentIndex,
    retriever,
    analyzer,
    names,
    lexicon,
    annotator,
    sentencesOf: createSentenceCache(language.annotator),
    checker: tools.checker,
    today,
    newId: randomUUID,
    composeProse: chatModel === null ? undefined : composer.compose.bind(composer),
  };
  const answerQuestion = createAnswerPipeline(
    {
      analyzer,
      names,
      retriever,
      composer: composeByKind(composer, createBriefComposer(eventParts)),
      composerKind: chatModel === null ? 'extractive' : 'model',
      collection: () => currentIndex().articles,
      rewriteQuestion:
        chatModel === null ? undefined : createQuestionRewriter({ chatModel, analyzer }),
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
    lookUpWord: (word) => lexicon.lookup(word),
    today,
    questionLimit: config.server.questionLimit,
    chatModelName: chatModel?.name ?? null,
    close: async () => generations.close(),
  });
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

/** Dates that are spelled out need no help; vague ones have none to give. */
function relativeDatesOf({ body, language, publishedAt }: Article): ArticleDate[] {
  return findDates(body, { language, reference: publishedAt }).flatMap(
    ({ start, end, from, to, relative }) =>
      relative && from !== null && to !== null ? [{ start, end, from, to }] : [],
  );
}
