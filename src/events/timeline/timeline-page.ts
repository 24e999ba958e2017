import type { AnswerNotice } from '../../core/answer.ts';
import type { Article } from '../../core/article.ts';
import { requireOrderedRange } from '../../core/date-range.ts';
import { createFilterTest } from '../../core/filters.ts';
import type {
  NewsEvent,
  TimelineEntry,
  TimelinePage,
  TimelineRequest,
} from '../../core/news-event.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { SummaryParts } from '../event-parts.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { articlesOf, requireEvent } from '../find-event.ts';
import { latestFirst, readingNotices } from '../read-scope.ts';
import type { ReportedSentence } from '../reported-sentence.ts';
import { createTopicRelevance, relevantPassages } from '../topic.ts';
import { createTurns } from '../turns.ts';
import {
  type DatedSentence,
  datedSentences,
  groupHappenings,
  writeTimeline,
} from './timeline-entries.ts';

/** More articles than these are not read for one timeline: it is made of the events found already. */
const MAX_ARTICLES_READ = 500;
/** Articles of one event that are read for its row. */
const MAX_ARTICLES_OF_EVENT = 3;
/** Passages of a topic that its timeline is made of. */
const MAX_PASSAGES = 50;

/** What one timeline may cost. */
export interface TimelineBudget {
  /** Articles that are read, the latest ones first. */
  readonly articles: number;
  /** Dated statements that are set in order. */
  readonly statements: number;
  /** Milliseconds after which no further article is read. */
  readonly milliseconds: number;
}

export const TIMELINE_BUDGET: TimelineBudget = {
  articles: 2_000,
  statements: 5_000,
  milliseconds: 5_000,
};

/** Rows of timelines that are kept, so that their later pages come at once: about ten megabytes. */
const MAX_KEPT_ROWS = 15_000;

interface TimelineScope {
  readonly articles: readonly Article[];
  /** Whether a statement of those articles belongs to what was asked for. */
  readonly accept: (sentence: ReportedSentence) => boolean;
  readonly byWordsOnly: boolean;
}

/** A timeline of one index, before it is cut into pages. */
interface WholeTimeline {
  readonly entries: readonly TimelineEntry[];
  readonly undatedArticles: number;
  readonly notices: readonly AnswerNotice[];
}

/** Makes pages of timelines. @throws {YinzhengError} `event-not-found`, `inverted-range` */
export function createTimelinePages(
  parts: SummaryParts,
  budget: TimelineBudget = TIMELINE_BUDGET,
): (request: TimelineRequest) => Promise<TimelinePage> {
  const kept = new WeakMap<SearchIndex, KeptTimelines>();
  return async (request) => {
    const { page, pageSize, signal, ...asked } = request;
    requireOrderedRange(request.filters);
    requireOrderedRange(request.dated ?? {});
    const index = parts.currentIndex();
    if (request.eventId !== undefined) requireEvent(index, request.eventId);
    if (
      request.eventId === undefined &&
      request.topic === undefined &&
      index.articles.length > MAX_ARTICLES_READ
    ) {
      const undatedArticles = index.articles.filter(
        ({ publishedAt }) => publishedAt === null,
      ).length;
      return {
        ...(await pageOfEvents(request, index, parts)),
        page,
        pageSize,
        undatedArticles,
        notices: [],
      };
    }
    const ofIndex = kept.get(index) ?? new KeptTimelines();
    kept.set(index, ofIndex);
    const key = JSON.stringify(asked);
    const known = ofIndex.get(key);
    const whole = known ?? (await makeTimeline(request, index, parts, budget));
    if (known === undefined) ofIndex.keep(key, whole);
    const { entries, undatedArticles, notices } = whole;
    const start = (page - 1) * pageSize;
    return {
      entries: entries.slice(start, start + pageSize),
      total: entries.length,
      page,
      pageSize,
      undatedArticles,
      notices,
    };
  };
}

/** Whole timelines, those that were asked for last, up to a number of rows. */
class KeptTimelines {
  readonly #timelines = new Map<string, WholeTimeline>();
  #rows = 0;

  get(key: string): WholeTimeline | undefined {
    const known = this.#timelines.get(key);
    if (known === undefined) return undefined;
    // The order of a Map's keys is that of their use.
    this.#timelines.delete(key);
    this.#timelines.set(key, known);
    return known;
  }

  keep(key: string, timeline: WholeTimeline): void {
    this.#drop(key);
    this.#timelines.set(key, timeline);
    // An empty one has its key all the same.
    this.#rows += 1 + timeline.entries.length;
    for (const oldest of this.#timelines.keys()) {
      if (this.#rows <= MAX_KEPT_ROWS || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const known = this.#timelines.get(key);
    if (known === undefined) return;
    this.#timelines.delete(key);
    this.#rows -= 1 + known.entries.length;
  }
}

/**
 * One row for each event, by its first day. The events are in the index, so that only the articles
 * of the page's own are read, however many there are.
 */
async function pageOfEvents(
  request: TimelineRequest,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<{ entries: readonly TimelineEntry[]; total: number }> {
  const { filters, dated = {}, language, page, pageSize } = request;
  const passesFilters = createFilterTest(filters);
  const turns = createTurns(request.signal);
  const passes = ({ articleIds }: NewsEvent) =>
    articleIds.some((id) => {
      const article = index.article(id);
      return article !== undefined && passesFilters(article);
    });
  const events = index.events
    .flatMap((event) =>
      event.from === null || event.to === null ? [] : [{ event, from: event.from, to: event.to }],
    )
    .filter(({ event, from, to }) => overlaps({ from, to }, dated) && passes(event))
    .sort((a, b) => compareTexts(a.from, b.from) || compareTexts(a.event.id, b.event.id));
  const weights = events.map(({ event }) => event.articleIds.length + event.outlets.length);
  const ranked = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const ranks = new Map(ranked.map((place, rank) => [events[place], rank + 1]));
  const start = (page - 1) * pageSize;
  const entries: TimelineEntry[] = [];
  let marker = 0;
  for (const one of events.slice(start, start + pageSize)) {
    const articles = articlesOf(one.event, index);
    const sentences = articles
      .slice(0, MAX_ARTICLES_OF_EVENT)
      .flatMap((article) => parts.readSentences(article));
    const ofEvent = datedSentences(sentences).filter(({ date }) => overlaps(date, one));
    const [best] = writeTimeline(groupHappenings(ofEvent, language), language, null)
      .sort((a, b) => a.rank - b.rank)
      .map((entry) => ({
        ...entry,
        citations: entry.citations.map((citation) => ({ ...citation, marker: ++marker })),
        sources: Math.max(entry.sources, one.event.outlets.length),
        rank: ranks.get(one) ?? events.length,
      }));
    if (best !== undefined) entries.push(best);
    await turns.next();
  }
  return { entries, total: events.length };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function makeTimeline(
  request: TimelineRequest,
  index: SearchIndex,
  parts: SummaryParts,
  budget: TimelineBudget,
): Promise<WholeTimeline> {
  const { dated = {}, language, signal } = request;
  const { articles, accept, byWordsOnly } = await findScope(request, index, parts);
  const turns = createTurns(signal);
  const until = performance.now() + budget.milliseconds;
  const found: DatedSentence[] = [];
  let readArticles = 0;
  let isTruncated = false;
  for (const article of latestFirst(articles, budget.articles)) {
    if (readArticles >= budget.articles || performance.now() > until) break;
    const own = datedSentences(parts.readSentences(article).filter(accept));
    readArticles += 1;
    for (const one of own) {
      if (!overlaps(one.date, dated)) continue;
      isTruncated ||= found.length >= budget.statements;
      if (!isTruncated) found.push(one);
    }
    if (isTruncated) break;
    await turns.next();
  }
  const begins = request.eventId === undefined ? null : requireEvent(index, request.eventId).from;
  const happenings = groupHappenings(found, language);
  const phrases = EVENT_PHRASES[language];
  return {
    entries: writeTimeline(happenings, language, begins),
    undatedArticles: articles.filter(({ publishedAt }) => publishedAt === null).length,
    notices: [
      ...readingNotices(readArticles, articles.length - readArticles, language),
      ...(isTruncated
        ? [{ code: 'scope-limited', text: phrases.keptSome(found.length) } as const]
        : []),
      ...(byWordsOnly ? [{ code: 'words-only', text: phrases.byWordsOnly } as const] : []),
    ],
  };
}

async function findScope(
  { eventId, topic, filters, signal }: TimelineRequest,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<TimelineScope> {
  const passes = createFilterTest(filters);
  const event = eventId === undefined ? null : requireEvent(index, eventId);
  const within =
    event === null ? index.articles.filter(isOriginalIn(index)) : articlesOf(event, index);
  if (topic === undefined) {
    return { articles: within.filter(passes), accept: () => true, byWordsOnly: false };
  }
  const { passages, byWordsOnly = false } = await parts.retriever.retrieve(
    {
      text: topic,
      language: detectLanguage(topic),
      filters,
      limit: MAX_PASSAGES,
      today: parts.today(),
    },
    signal,
  );
  const relevant = relevantPassages(passages, createTopicRelevance(topic, index, parts));
  const ids = new Set(relevant.map(({ article }) => article.id));
  return {
    articles: within.filter((article) => ids.has(article.id) && passes(article)),
    accept: (sentence) =>
      relevant.some(
        ({ chunk }) =>
          chunk.articleId === sentence.article.id &&
          sentence.start < chunk.end &&
          chunk.start < sentence.end,
      ),
    byWordsOnly,
  };
}

/** A reprint says nothing that its original does not. */
function isOriginalIn(index: SearchIndex): (article: Article) => boolean {
  return ({ copyOf }) => copyOf === null || index.article(copyOf) === undefined;
}

function overlaps(
  date: { readonly from: string; readonly to: string },
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): boolean {
  return (from === undefined || date.to >= from) && (to === undefined || date.from <= to);
}
