import type { AnswerNotice } from '../../core/answer.ts';
import type { Article } from '../../core/article.ts';
import { requireOrderedRange } from '../../core/date-range.ts';
import { createFilterTest } from '../../core/filters.ts';
import type { TimelineEntry, TimelinePage, TimelineRequest } from '../../core/news-event.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { SummaryParts } from '../event-parts.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { articlesOf, requireEvent } from '../find-event.ts';
import { latestFirst, readingNotices } from '../read-scope.ts';
import type { Statement } from '../statement.ts';
import { createTopicRelevance, relevantPassages } from '../topic.ts';
import { createTurns } from '../turns.ts';
import {
  type DatedStatement,
  datedStatements,
  groupingSteps,
  writeTimeline,
} from './timeline-entries.ts';

/** Passages of a topic that its timeline is made of. */
const MOST_PASSAGES = 50;
/** More articles than this are not kept once they are read: they would push out all others. */
const FEW_ARTICLES = 100;

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
  readonly accept: (statement: Statement) => boolean;
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
    if (request.eventId !== undefined) requireEvent(index.events, request.eventId);
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

async function makeTimeline(
  request: TimelineRequest,
  index: SearchIndex,
  parts: SummaryParts,
  budget: TimelineBudget,
): Promise<WholeTimeline> {
  const { dated = {}, language, signal } = request;
  const { articles, accept, byWordsOnly } = await findScope(request, index, parts);
  const turns = createTurns(signal);
  const read = articles.length > FEW_ARTICLES ? parts.readStatementsOnce : parts.readStatements;
  const until = performance.now() + budget.milliseconds;
  const found: DatedStatement[] = [];
  let readArticles = 0;
  let isTruncated = false;
  for (const article of latestFirst(articles, budget.articles)) {
    if (readArticles >= budget.articles || performance.now() > until) break;
    const own = datedStatements(read(article).filter(accept));
    readArticles += 1;
    for (const one of own) {
      if (!overlaps(one.date, dated)) continue;
      isTruncated ||= found.length >= budget.statements;
      if (!isTruncated) found.push(one);
    }
    if (isTruncated) break;
    await turns.next();
  }
  const steps = groupingSteps(found, language);
  let step = steps.next();
  while (!step.done) {
    await turns.next();
    step = steps.next();
  }
  const phrases = EVENT_PHRASES[language];
  return {
    entries: writeTimeline(step.value, language),
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
  const event = eventId === undefined ? null : requireEvent(index.events, eventId);
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
      limit: MOST_PASSAGES,
      today: parts.today(),
    },
    signal,
  );
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
