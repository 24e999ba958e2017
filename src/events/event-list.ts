import { requireOrderedRange } from '../core/date-range.ts';
import { type ArticleFilters, failedFilters } from '../core/filters.ts';
import type {
  EventListRequest,
  EventPage,
  NewsEvent,
  NewsStory,
  StoryListRequest,
  StoryPage,
} from '../core/news-event.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { foldText } from '../language/characters/fold.ts';

/**
 * A page of events. An event passes the filters when one of its articles does, and the query when
 * each of its words stands in the title or among places and participants.
 * @throws {YinzhengError} `inverted-range`
 */
export function listEvents(
  events: readonly NewsEvent[],
  index: SearchIndex,
  { filters, query, sort, page, pageSize }: EventListRequest,
): EventPage {
  requireOrderedRange(filters);
  const words = foldText(query ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const matching = events.filter(
    (event) => holdsWords(event, words) && passesFilters(event, filters, index),
  );
  const sorted = matching.sort((a, b) => ORDERS[sort](a, b, index) || (a.id < b.id ? -1 : 1));
  const start = (page - 1) * pageSize;
  return { events: sorted.slice(start, start + pageSize), total: sorted.length, page, pageSize };
}

/** A page of stories; an event that is in none stands for itself. @throws as `listEvents` */
export function listStories(
  index: SearchIndex,
  { filters, query, sort, page, pageSize }: StoryListRequest,
): StoryPage {
  requireOrderedRange(filters);
  const words = foldText(query ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const sorted = storiesOf(index)
    .filter((story) => holdsWords(story, words) && passesFilters(story, filters, index))
    .sort((a, b) =>
      sort === 'weight'
        ? b.weight - a.weight || ORDERS.newest(a, b, index)
        : ORDERS[sort](a, b, index) || b.weight - a.weight,
    );
  const start = (page - 1) * pageSize;
  return { stories: sorted.slice(start, start + pageSize), total: sorted.length, page, pageSize };
}

/** What a lone event weighs, below every story of several articles. */
const LONE_WEIGHT = 1;

function storiesOf({ stories, events }: SearchIndex): NewsStory[] {
  const gathered = new Set(stories.flatMap(({ eventIds }) => eventIds));
  const alone = events.filter(({ id }) => !gathered.has(id));
  return [
    ...stories,
    ...alone.map((event): NewsStory => {
      const days = event.from === null ? [] : [{ day: event.from, eventIds: [event.id] }];
      return { ...event, days, eventIds: [event.id], weight: LONE_WEIGHT };
    }),
  ];
}

/** Whether one of its articles or their reprints passes. */
function passesFilters(
  { articleIds, copyIds }: NewsEvent,
  filters: ArticleFilters,
  index: SearchIndex,
): boolean {
  return [...articleIds, ...copyIds].some((id) => {
    const article = index.article(id);
    return article !== undefined && failedFilters(article, filters).length === 0;
  });
}

function holdsWords({ title, places, participants }: NewsEvent, words: readonly string[]) {
  if (words.length === 0) return true;
  const names = [title, ...places, ...participants].flatMap(({ zh, en }) => [zh, en]);
  const text = foldText(names.filter((name) => name !== null).join('\n'));
  return words.every((word) => text.includes(word));
}

type Order = (a: NewsEvent, b: NewsEvent, index: SearchIndex) => number;

const ORDERS: Readonly<Record<EventListRequest['sort'], Order>> = {
  weight: (a, b, index) => weightOf(b, index) - weightOf(a, index) || ORDERS.newest(a, b, index),
  newest: (a, b, index) => compareText(dayOf(b, index), dayOf(a, index)),
  oldest: (a, b, index) => compareText(dayOf(a, index) || '9999', dayOf(b, index) || '9999'),
  'most-reported': (a, b, index) =>
    b.outlets.length - a.outlets.length ||
    b.articleIds.length - a.articleIds.length ||
    ORDERS.newest(a, b, index),
};

/** The day an event ended, or where no article dates it the day it was first reported. */
function dayOf({ to, articleIds }: NewsEvent, index: SearchIndex): string {
  const [first] = articleIds;
  return to ?? (first && index.article(first)?.publishedAt?.slice(0, 10)) ?? '';
}

/** An event weighs what its story does, shared out by its part of the articles. */
function weightOf(event: NewsEvent, index: SearchIndex): number {
  const known = weights.get(index) ?? storyWeights(index);
  weights.set(index, known);
  return known.get(event.id) ?? Math.log2(1 + event.articleIds.length);
}

const weights = new WeakMap<SearchIndex, ReadonlyMap<string, number>>();

function storyWeights({ stories, events }: SearchIndex): ReadonlyMap<string, number> {
  const sizes = new Map(events.map(({ id, articleIds }) => [id, articleIds.length]));
  return new Map(
    stories.flatMap(({ weight, eventIds, articleIds }) =>
      eventIds.map((id) => [id, weight * Math.sqrt((sizes.get(id) ?? 1) / articleIds.length)]),
    ),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
