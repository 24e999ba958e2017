import type { Article } from '../../core/article.ts';
import { requireOrderedRange } from '../../core/date-range.ts';
import { failedFilters } from '../../core/filters.ts';
import type { TimelineEntry, TimelinePage, TimelineRequest } from '../../core/news-event.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { SummaryParts } from '../event-parts.ts';
import { articlesOf, requireEvent } from '../find-event.ts';
import type { Statement } from '../statement.ts';
import { createTopicRelevance, relevantPassages } from '../topic.ts';
import {
  type DatedStatement,
  datedStatements,
  groupingSteps,
  writeTimeline,
} from './timeline-entries.ts';

/** Passages of a topic that its timeline is made of. */
const MOST_PASSAGES = 50;
/** Articles read, and statements merged, before other requests get their turn. */
const TURN = 50;

interface TimelineScope {
  readonly articles: readonly Article[];
  /** Whether a statement of those articles belongs to what was asked for. */
  readonly accept: (statement: Statement) => boolean;
}

/** A timeline of one index, before it is cut into pages. */
interface WholeTimeline {
  readonly entries: readonly TimelineEntry[];
  readonly undatedArticles: number;
}

/** Timelines that are kept, so that their later pages come at once. */
const MOST_KEPT = 8;

/** Makes pages of timelines. @throws {YinzhengError} `event-not-found`, `inverted-range` */
export function createTimelinePages(
  parts: SummaryParts,
): (request: TimelineRequest) => Promise<TimelinePage> {
  const kept = new WeakMap<SearchIndex, Map<string, Promise<WholeTimeline>>>();
  return async (request) => {
    const { page, pageSize, ...asked } = request;
    requireOrderedRange(request.filters);
    requireOrderedRange(request.dated ?? {});
    const index = parts.currentIndex();
    if (request.eventId !== undefined) requireEvent(index.events, request.eventId);
    const ofIndex = kept.get(index) ?? new Map<string, Promise<WholeTimeline>>();
    kept.set(index, ofIndex);
    const key = JSON.stringify(asked);
    const making = ofIndex.get(key) ?? makeTimeline(request, index, parts);
    ofIndex.set(key, making);
    const [oldest] = ofIndex.keys();
    if (ofIndex.size > MOST_KEPT && oldest !== undefined) ofIndex.delete(oldest);
    // What failed once may succeed the next time.
    making.catch(() => ofIndex.delete(key));
    const { entries, undatedArticles } = await making;
    const start = (page - 1) * pageSize;
    const total = entries.length;
    return {
      entries: entries.slice(start, start + pageSize),
      total,
      page,
      pageSize,
      undatedArticles,
    };
  };
}

async function makeTimeline(
  request: TimelineRequest,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<WholeTimeline> {
  const { dated = {}, language } = request;
  const { articles, accept } = await findScope(request, index, parts);
  const found: DatedStatement[] = [];
  for (const [number, article] of articles.entries()) {
    const statements = parts.readStatements(article).filter(accept);
    found.push(...datedStatements(statements).filter(({ date }) => overlaps(date, dated)));
    if ((number + 1) % TURN === 0) await nextTurn();
  }
  const steps = groupingSteps(found, language);
  let step = steps.next();
  for (let count = 1; !step.done; count++) {
    if (count % TURN === 0) await nextTurn();
    step = steps.next();
  }
  return {
    entries: writeTimeline(step.value, language),
    undatedArticles: articles.filter(({ publishedAt }) => publishedAt === null).length,
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function findScope(
  { eventId, topic, filters }: TimelineRequest,
  index: SearchIndex,
  parts: SummaryParts,
): Promise<TimelineScope> {
  const passes = (article: Article) => failedFilters(article, filters).length === 0;
  const event = eventId === undefined ? null : requireEvent(index.events, eventId);
  const within =
    event === null ? index.articles.filter(isOriginalIn(index)) : articlesOf(event, index);
  if (topic === undefined) {
    return { articles: within.filter(passes), accept: () => true };
  }
  const { passages } = await parts.retriever.retrieve({
    text: topic,
    language: detectLanguage(topic),
    filters,
    limit: MOST_PASSAGES,
    today: parts.today(),
  });
  const relevant = relevantPassages(passages, createTopicRelevance(topic, index, parts));
  const ids = new Set(relevant.map(({ article }) => article.id));
  return {
    articles: within.filter((article) => ids.has(article.id) && passes(article)),
    accept: (statement) =>
      relevant.some(
        ({ chunk }) =>
          chunk.articleId === statement.article.id &&
          statement.start < chunk.end &&
          chunk.start < statement.end,
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
