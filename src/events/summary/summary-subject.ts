import type { AnswerNotice } from '../../core/answer.ts';
import type { Article } from '../../core/article.ts';
import { requireOrderedRange } from '../../core/date-range.ts';
import { YinzhengError } from '../../core/errors.ts';
import { createFilterTest, failedFilters } from '../../core/filters.ts';
import type { BilingualName, NewsEvent, SummaryRequest } from '../../core/news-event.ts';
import type { AppliedDateRange, Passage, Retrieval } from '../../core/passage.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import { findEventNames } from '../detection/event-names.ts';
import type { SummaryParts } from '../event-parts.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { articlesOf, requireEvent, titleOf } from '../find-event.ts';
import { readingNotices, readScope } from '../read-scope.ts';
import { createTopicRelevance, relevantPassages } from '../topic.ts';
import { briefAid } from './brief-aid.ts';
import type { BriefSubject } from './plan-brief.ts';

/** What a summary is to be made of. */
export interface SummarySubject {
  /** The request as a question, in the reader's language. */
  readonly question: string;
  /** Null where the collection has nothing on it. */
  readonly brief: BriefSubject | null;
  /** For a period, its events, each told apart. */
  readonly events: readonly EventBrief[] | null;
  readonly passages: readonly Passage[];
  readonly dateRange: AppliedDateRange | null;
  readonly timings: Readonly<Record<string, number>>;
  /** What was left out, and how it was searched. */
  readonly notices: readonly AnswerNotice[];
  /** Why there is nothing. */
  readonly nothing: 'topic' | 'filters' | 'period';
}

export interface EventBrief extends BriefSubject {
  readonly title: string;
}

/** Passages that a topic's summary may rest on, and that an event's shows as its sources. */
const MAX_PASSAGES = 24;
const PASSAGES_OF_ARTICLE = 3;
/** A topic is an event when this share of the articles on it are the event's. */
const EVENT_SHARE = 0.6;
/** Events that the summary of a period can tell of, and articles where there are no events. */
const MAX_EVENTS = 12;
const MAX_ARTICLES = 40;

/**
 * Finds what is asked for: an event, a topic, or a period.
 * @throws {YinzhengError} `event-not-found`, `inverted-range`, `invalid-request`, at once
 */
export function requireSummaryRequest(
  { eventId, topic, from, to }: SummaryRequest,
  index: SearchIndex,
): void {
  requireOrderedRange({ from, to });
  if (eventId !== undefined) requireEvent(index, eventId);
  if (eventId !== undefined && topic !== undefined) {
    throw new YinzhengError(
      'invalid-request',
      'One of "event" and "topic" was expected; both came.',
      {
        field: 'topic',
      },
    );
  }
  const isNamed = eventId !== undefined || (topic !== undefined && topic.trim() !== '');
  if (isNamed || from !== undefined || to !== undefined) return;
  throw new YinzhengError(
    'invalid-request',
    'An event, a topic, or a period from "from" to "to" was expected; none came.',
    { field: 'topic' },
  );
}

export async function findSummarySubject(
  request: SummaryRequest,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<SummarySubject> {
  const { eventId, topic, from, to, language, signal } = request;
  const phrases = EVENT_PHRASES[language];
  if (eventId !== undefined) {
    const event = requireEvent(index, eventId);
    const articles = articlesOf(event, index).filter(
      (article) => failedFilters(article, { from, to }).length === 0,
    );
    return {
      ...EMPTY,
      question: phrases.question.event(titleOf(event, language)),
      ...(articles.length === 0
        ? { brief: null }
        : await eventSubject(event, articles, language, index, parts, signal)),
      passages: passagesOf(articles, index),
      nothing: 'filters',
    };
  }
  if (topic !== undefined) {
    const retrieval = await parts.retriever.retrieve(
      {
        text: topic,
        language: detectLanguage(topic),
        filters: { from, to },
        limit: MAX_PASSAGES,
        today: parts.today(),
      },
      signal,
    );
    return await topicSubject(topic, retrieval, index, language, parts, signal);
  }
  return await periodSubject(request, index, parts);
}

const EMPTY = {
  events: null,
  dateRange: null,
  timings: {},
  notices: [],
} as const;

/** What the passages found for a topic give: an event they are mostly of, or themselves. */
export async function topicSubject(
  topic: string,
  retrieval: Retrieval,
  index: SearchIndex,
  language: SummaryRequest['language'],
  parts: SummaryParts,
  signal: AbortSignal | undefined,
): Promise<SummarySubject> {
  const relevance = createTopicRelevance(topic, index, parts);
  const passages = relevantPassages(retrieval.passages, relevance);
  const common = {
    ...EMPTY,
    question: EVENT_PHRASES[language].question.topic(topic),
    dateRange: retrieval.dateRange,
    timings: retrieval.timings,
    notices:
      retrieval.byWordsOnly === true
        ? [{ code: 'words-only', text: EVENT_PHRASES[language].byWordsOnly } as const]
        : [],
    nothing: retrieval.searched.articles === 0 ? 'filters' : 'topic',
  } as const;
  const articles = [...new Set(passages.map(({ article }) => article))];
  const [best] = articles;
  if (best === undefined) return { ...common, brief: null, passages: retrieval.passages };
  const event = [...index.stories, ...index.events].find(
    ({ articleIds }) =>
      articleIds.includes(best.id) &&
      articles.filter(({ id }) => articleIds.includes(id)).length >= EVENT_SHARE * articles.length,
  );
  const byText = ({ text }: { readonly text: string }) => relevance(text);
  if (event !== undefined) {
    const all = articlesOf(event, index);
    const read = await eventSubject(event, all, language, index, parts, signal);
    return {
      ...common,
      brief: { ...read.brief, relevance: byText },
      notices: [...common.notices, ...read.notices],
      passages: passagesOf(all, index),
    };
  }
  const onTopic = (article: Article) =>
    parts
      .readSentences(article)
      .filter((sentence) =>
        passages.some(
          ({ chunk }) =>
            chunk.articleId === article.id &&
            sentence.start < chunk.end &&
            chunk.start < sentence.end,
        ),
      );
  const { sentences } = await readScope(articles, onTopic, signal);
  const { participants } = findEventNames(articles, parts);
  const brief = {
    sentences,
    from: null,
    to: null,
    places: [],
    participants,
    rarity: createWordRarity(index),
    aid: aidOf(participants, parts),
    relevance: byText,
  };
  return { ...common, brief, passages };
}

async function periodSubject(
  { from, to, language, signal }: SummaryRequest,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<SummarySubject> {
  const question = EVENT_PHRASES[language].question.period(
    EVENT_PHRASES[language].openDays(from ?? null, to ?? null),
  );
  const inPeriod = createFilterTest({ from, to });
  const events = index.events
    .map((event) => ({ event, articles: articlesOf(event, index).filter(inPeriod) }))
    .filter(({ articles }) => articles.length > 0)
    .sort(
      (a, b) =>
        b.event.outlets.length - a.event.outlets.length ||
        b.articles.length - a.articles.length ||
        (a.event.id < b.event.id ? -1 : 1),
    )
    .slice(0, MAX_EVENTS);
  const articles =
    events.length > 0
      ? events.flatMap((one) => one.articles)
      : index.articles.filter(inPeriod).slice(0, MAX_ARTICLES);
  const { sentences, leftOut } = await readScope(articles, parts.readSentences, signal);
  const told: EventBrief[] = [];
  let read = 0;
  for (const { event, articles: own } of events) {
    const subject = await eventSubject(event, own, language, index, parts, signal);
    read += subject.read;
    told.push({ ...subject.brief, title: titleOf(event, language) });
  }
  return {
    ...EMPTY,
    question,
    brief:
      sentences.length === 0
        ? null
        : {
            sentences,
            from: null,
            to: null,
            places: [],
            participants: [],
            rarity: createWordRarity(index),
            aid: aidOf([], parts),
          },
    events: events.length === 0 ? null : told,
    notices:
      events.length === 0
        ? readingNotices(articles.length - leftOut, leftOut, language)
        : readingNotices(read, articles.length - read, language),
    passages: passagesOf(articles, index),
    nothing: 'period',
  };
}

interface EventReading {
  readonly brief: BriefSubject;
  readonly notices: readonly AnswerNotice[];
  /** Articles that were read. */
  readonly read: number;
}

async function eventSubject(
  event: NewsEvent,
  articles: readonly Article[],
  language: SummaryRequest['language'],
  index: SearchIndex,
  parts: SummaryParts,
  signal: AbortSignal | undefined,
): Promise<EventReading> {
  const { from, to, places, participants } = event;
  const { sentences, leftOut } = await readScope(
    spreadOverTime(articles),
    parts.readSentences,
    signal,
    BRIEF_BUDGET,
  );
  const rarity = createWordRarity(index);
  const aid = aidOf([...places, ...participants], parts);
  const read = articles.length - leftOut;
  return {
    brief: { sentences, from, to, places, participants, rarity, aid },
    notices: readingNotices(read, leftOut, language),
    read,
  };
}

function aidOf(names: readonly BilingualName[], tools: SummaryParts): BriefSubject['aid'] {
  return (span, language) => briefAid(span, language, { ...tools, names });
}

/** Articles of a large story that a brief is made of. */
const MAX_BRIEF_ARTICLES = 60;
/** A brief reads the beginnings of more articles than can be compared sentence by sentence. */
const BRIEF_BUDGET = { articles: MAX_BRIEF_ARTICLES, sentences: 1_500 };

/** Articles spread over the time of a story, the first and the last among them. */
function spreadOverTime(articles: readonly Article[]): readonly Article[] {
  if (articles.length <= MAX_BRIEF_ARTICLES) return articles;
  const step = (articles.length - 1) / (MAX_BRIEF_ARTICLES - 1);
  return Array.from(
    { length: MAX_BRIEF_ARTICLES },
    (_, place) => articles[Math.round(place * step)],
  ).filter((article) => article !== undefined);
}

/** How rare a word is in the collection: the logarithm of its inverse document frequency. */
function createWordRarity(index: SearchIndex): (word: string) => number {
  const total = index.chunks.length + RARITY_BACKGROUND;
  const known = new Map<string, number>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const rarity = Math.log(total / (index.documentFrequency('words', word) + 1)) / Math.log(total);
    known.set(word, rarity);
    return rarity;
  };
}

/** In a small collection every word is rarer elsewhere than it seems. */
const RARITY_BACKGROUND = 1_000;

/** The first passages of each article, taking turns. */
function passagesOf(articles: readonly Article[], index: SearchIndex): Passage[] {
  const byArticle = articles.map((article) =>
    index.chunksOf(article.id).slice(0, PASSAGES_OF_ARTICLE),
  );
  const passages: Passage[] = [];
  for (let turn = 0; turn < PASSAGES_OF_ARTICLE; turn++) {
    for (const [number, article] of articles.entries()) {
      const chunk = index.chunks[byArticle[number]?.[turn] ?? -1];
      if (chunk === undefined || passages.length >= MAX_PASSAGES) continue;
      const trace = { signals: [], rerank: [], matched: [] };
      passages.push({ chunk, article, score: 1 / (passages.length + 1), trace, copies: [] });
    }
  }
  return passages;
}
