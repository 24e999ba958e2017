import { createSentenceChecker } from '../../src/answer/check/check-sentence.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import type { Article, Language } from '../../src/core/article.ts';
import type { SearchIndex } from '../../src/core/search-index.ts';
import { createEventDetector } from '../../src/events/event-detector.ts';
import type { EventServiceParts } from '../../src/events/event-parts.ts';
import { createEventServices, type EventServices } from '../../src/events/event-services.ts';
import type { EventTools } from '../../src/events/event-tools.ts';
import { buildMemoryIndex } from '../../src/index/memory-index.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { loadThesaurus } from '../../src/language/dictionary/thesaurus.ts';
import { createReadingAid } from '../../src/language/reading-aid.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';
import { createPassageAnalyzer } from '../../src/language/terms/passage-analyzer.ts';
import { loadWordVectors } from '../../src/models/built-in/load-embedder.ts';
import { createQuestionReader } from '../../src/question/read-question.ts';
import { createHybridRetriever } from '../../src/search/retrieve.ts';
import { loadBuiltInEmbedder } from '../models/load-built-in-embedder.ts';

export interface EventCollection {
  readonly tools: EventTools;
  readonly articles: readonly Article[];
  readonly index: SearchIndex;
  readonly parts: EventServiceParts;
  readonly services: EventServices;
}

/** The ten seed articles, as ingested. */
export async function loadSeeds(): Promise<readonly Article[]> {
  return (await ingestPaths(['seeds'])).articles;
}

export const eventTools = loadLanguageTools();

/** The event services over some articles, with the product's own parts and no file written. */
export async function openCollection(articles: readonly Article[]): Promise<EventCollection> {
  const tools = await eventTools;
  const embedder = loadBuiltInEmbedder(tools.lexicon, tools.analyzer);
  const chunks = articles.flatMap((article) => chunkArticle(article, { size: 400, overlap: 60 }));
  const { analyzer } = tools;
  const eventDetector = createEventDetector(tools);
  const index = await buildMemoryIndex({
    articles,
    chunks,
    embedder,
    analyzer: createPassageAnalyzer({ ...tools, vectors: loadWordVectors(tools.lexicon) }),
    eventDetector,
  });
  const parts: EventServiceParts = {
    ...tools,
    currentIndex: () => index,
    sentencesOf: ({ id }) => index.sentencesOf(id),
    retriever: createHybridRetriever({
      index: () => index,
      embedder,
      analyzer,
      readQuestion: createQuestionReader({
        annotator: tools.annotator,
        plain: (text) => analyzer.plain(text),
        names: tools.names,
        isCommonEnglish: tools.lexicon.isCommonEnglish,
      }),
    }),
    checker: createSentenceChecker({
      ...tools,
      sentencesOf: ({ body: text, language, publishedAt: reference, title }) =>
        tools.annotator.annotate({ text, language, reference, title }),
      titleOf: ({ title: text, language, publishedAt: reference }) =>
        tools.annotator.annotate({ text, language, reference }),
      thesaurus: loadThesaurus(),
    }),
    readingAid: createReadingAid({ lexicon: tools.lexicon, probabilityOf: () => 0 }),
    today: () => '2025-07-10',
    newId: () => 'answer-1',
  };
  return { tools, articles, index, parts, services: createEventServices(parts) };
}

/** An article for a test; what is not given is of no matter there. */
export function article(
  id: string,
  body: string,
  given: Partial<Omit<Article, 'id' | 'body'>> & { readonly publishedAt?: string | null } = {},
): Article {
  const language: Language = given.language ?? 'en';
  return {
    id,
    title: '',
    outlet: { name: `Outlet ${id}`, zh: `Outlet ${id}`, en: `Outlet ${id}` },
    publishedAt: '2025-06-26',
    language,
    url: null,
    truncated: false,
    origin: { path: `${id}.txt`, position: 0 },
    copyOf: null,
    ...given,
    body,
  };
}

/** The numbers of some articles in the seed file, from 1. */
export function numbersOf(ids: readonly string[], articles: readonly Article[]): number[] {
  return ids.map((id) => articles.findIndex((one) => one.id === id) + 1).sort((a, b) => a - b);
}

export async function readEvents(events: AsyncIterable<AnswerEvent>): Promise<AnswerEvent[]> {
  const all: AnswerEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

export function answerOf(events: readonly AnswerEvent[]): Answer {
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error(`The stream ended with ${JSON.stringify(last)}.`);
  return last.answer;
}
