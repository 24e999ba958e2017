import type { Article } from '../../core/article.ts';
import { requireOrderedRange } from '../../core/date-range.ts';
import { failedFilters } from '../../core/filters.ts';
import type {
  NewsEvent,
  TimelineEntry,
  TimelinePage,
  TimelineRequest,
} from '../../core/news-event.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { SummaryParts } from '../event-parts.ts';
import { articlesOf, requireEvent } from '../find-event.ts';
import type { ReportedSentence } from '../reported-sentence.ts';
import { createTopicRelevance, relevantPassages } from '../topic.ts';
import {
  type DatedSentence,
  datedSentences,
  groupHappenings,
  writeTimeline,
} from './timeline-entries.ts';

/** Passages of a topic that its timeline is made of. */
const MAX_PASSAGES = 50;
/** Articles whose sentences a timeline reads; beyond, it is made of the events found already. */
const MAX_ARTICLES_READ = 120;
/** Articles of one event that are read for its row. */
const MAX_ARTICLES_OF_EVENT = 3;
/** Articles read before other requests get their turn. */
const TURN = 10;

/** Makes pages of timelines. @throws {YinzhengError} `event-not-found`, `inverted-range` */
export function createTimelinePages(
  parts: SummaryParts,
): (request: TimelineRequest) => Promise<TimelinePage> {
  return async (request) => {
    requireOrderedRange(request.filters);
    requireOrderedRange(request.dated ?? {});
    const index = parts.currentIndex();
    const event = request.eventId === undefined ? null : requireEvent(index, request.eventId);
    const scope = await findScope(request, event, index, parts);
    const undatedArticles = scope.articles.filter(({ publishedAt }) => publishedAt === null).length;
    const { page, pageSize } = request;
    const paged =
      scope.articles.length > MAX_ARTICLES_READ && request.topic === undefined
        ? await pageOfEvents(request, event, index, parts)
        : pageOf(await readTimeline(request, event, scope, parts), request);
    return { ...paged, page, pageSize, undatedArticles };
  };
}

function pageOf(entries: readonly TimelineEntry[], { page, pageSize }: TimelineRequest) {
  const start = (page - 1) * pageSize;
  return { entries: entries.slice(start, start + pageSize), total: entries.length };
}

interface TimelineScope {
  readonly articles: readonly Article[];
  /** Whether a sentence of those articles belongs to what was asked for. */
  readonly accept: (sentence: ReportedSentence) => boolean;
}

/** Every happening that some articles tell of. */
async function readTimeline(
  { dated = {}, language }: TimelineRequest,
  event: NewsEvent | null,
  { articles, accept }: TimelineScope,
  parts: SummaryParts,
): Promise<TimelineEntry[]> {
  const found: DatedSentence[] = [];
  for (const [number, article] of articles.entries()) {
    const sentences = parts.readSentences(article).filter(accept);
    found.push(...datedSentences(sentences).filter(({ date }) => overlaps(date, dated)));
    if ((number + 1) % TURN === 0) await nextTurn();
  }
  return writeTimeline(groupHappenings(found, language), language, event?.from ?? null);
}

/**
 * One row for each event, by its first day. The events are in the index, so that only the articles
 * of the page's own are read, however many there are.
 */
async function pageOfEvents(
  request: TimelineRequest,
  within: NewsEvent | null,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<{ entries: readonly TimelineEntry[]; total: number }> {
  const { filters, dated = {}, language, page, pageSize } = request;
  const ids = within === null ? null : new Set(within.articleIds);
  const passes = ({ articleIds }: NewsEvent) =>
    articleIds.some((id) => {
      const article = index.article(id);
      return (
        article !== undefined &&
        (ids === null || ids.has(id)) &&
        failedFilters(article, filters).length === 0
      );
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
    await nextTurn();
  }
  return { entries, total: events.length };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function findScope(
  { topic, filters }: TimelineRequest,
  event: NewsEvent | null,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<TimelineScope> {
  const passes = (article: Article) => failedFilters(article, filters).length === 0;
  const within =
    event === null ? index.articles.filter(isOriginalIn(index)) : articlesOf(event, index);
  if (topic === undefined) {
    return { articles: within.filter(passes), accept: () => true };
  }
  const { passages } = await parts.retriever.retrieve({
    text: topic,
    language: detectLanguage(topic),
    filters,
    limit: MAX_PASSAGES,
    today: parts.today(),
  });
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
