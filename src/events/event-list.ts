import { requireOrderedRange } from '../core/date-range.ts';
import { createFilterTest } from '../core/filters.ts';
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

/** What a list of events is made from: an index, or the part of one that holds no words. */
export type EventCollection = Pick<SearchIndex, 'events' | 'stories' | 'article'>;

/**
 * A page of events. An event passes the filters when one of its articles does, and the query when
 * each of its words stands in the title or among places and participants.
 * @throws {YinzhengError} `inverted-range`
 */
export function listEvents(
  collection: EventCollection,
  { filters, query, sort, page, pageSize }: EventListRequest,
): EventPage {
  requireOrderedRange(filters);
  const words = foldText(query ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const sorted = eventsInOrder(collection, sort);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const passes = createFilterTest(filters);
  const matching =
    words.length === 0 && !isFiltered
      ? sorted
      : sorted.filter(
          (event) => holdsWords(event, words, collection) && (!isFiltered || hasArticle(event)),
        );
  const start = (page - 1) * pageSize;
  return {
    events: matching.slice(start, start + pageSize),
    total: matching.length,
    page,
    pageSize,
  };

  function hasArticle({ articleIds, copyIds }: NewsEvent): boolean {
    const isIn = (id: string) => {
      const article = collection.article(id);
      return article !== undefined && passes(article);
    };
    return articleIds.some(isIn) || copyIds.some(isIn);
  }
}

/** A page of stories; an event that is in none stands for itself. @throws as `listEvents` */
export function listStories(
  collection: EventCollection,
  { sort, ...request }: StoryListRequest,
): StoryPage {
  const { events, ...page } = listEvents(
    { events: storiesOf(collection), stories: [], article: (id) => collection.article(id) },
    { sort, ...request },
  );
  return { stories: events as readonly NewsStory[], ...page };
}

/** What a lone event weighs, below every story of several articles. */
const LONE_WEIGHT = 1;

const storiesByEvents = new WeakMap<readonly NewsEvent[], readonly NewsStory[]>();

/** The stories of a collection, each event in exactly one; the same list for the same events. */
function storiesOf({ stories, events }: EventCollection): readonly NewsStory[] {
  const known = storiesByEvents.get(events);
  if (known !== undefined) return known;
  const gathered = new Set(stories.flatMap(({ eventIds }) => eventIds));
  const alone = events.filter(({ id }) => !gathered.has(id));
  const all = [
    ...stories,
    ...alone.map((event): NewsStory => {
      const days = event.from === null ? [] : [{ day: event.from, eventIds: [event.id] }];
      return { ...event, days, eventIds: [event.id], weight: LONE_WEIGHT };
    }),
  ];
  storiesByEvents.set(events, all);
  return all;
}

/** What is the same for every list of one collection, kept as long as its list of events. */
interface EventLists {
  readonly orders: Map<EventListRequest['sort'], readonly NewsEvent[]>;
  /** Names of each event, folded; filled when somebody first looks for words. */
  readonly names: Map<NewsEvent, string>;
}

const listsByEvents = new WeakMap<readonly NewsEvent[], EventLists>();

function listsOf({ events }: EventCollection): EventLists {
  const known = listsByEvents.get(events);
  if (known !== undefined) return known;
  const lists: EventLists = { orders: new Map(), names: new Map() };
  listsByEvents.set(events, lists);
  return lists;
}

/** All events in an order, sorted when it is first asked for. */
export function eventsInOrder(
  collection: EventCollection,
  sort: EventListRequest['sort'],
): readonly NewsEvent[] {
  const { orders } = listsOf(collection);
  const known = orders.get(sort);
  if (known !== undefined) return known;
  const weights = storyWeights(collection);
  const sorted = collection.events
    .map((event) => ({ event, day: dayOf(event, collection), weight: weightOf(event, weights) }))
    .sort((a, b) => ORDERS[sort](a, b) || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
  orders.set(sort, sorted);
  return sorted;
}

function holdsWords(
  event: NewsEvent,
  words: readonly string[],
  collection: EventCollection,
): boolean {
  if (words.length === 0) return true;
  const { names } = listsOf(collection);
  let text = names.get(event);
  if (text === undefined) {
    const { title, places, participants } = event;
    const all = [title, ...places, ...participants].flatMap(({ zh, en }) => [zh, en]);
    text = foldText(all.filter((name) => name !== null).join('\n'));
    names.set(event, text);
  }
  return words.every((word) => text.includes(word));
}

interface DatedEvent {
  readonly event: NewsEvent;
  readonly day: string;
  readonly weight: number;
}

type Order = (a: DatedEvent, b: DatedEvent) => number;

const ORDERS: Readonly<Record<EventListRequest['sort'], Order>> = {
  weight: (a, b) => b.weight - a.weight || compareText(b.day, a.day),
  newest: (a, b) => compareText(b.day, a.day),
  oldest: (a, b) => compareText(a.day || '9999', b.day || '9999'),
  'most-reported': (a, b) =>
    b.event.outlets.length - a.event.outlets.length ||
    b.event.articleIds.length - a.event.articleIds.length ||
    ORDERS.newest(a, b),
};

/** The day an event ended, or where no article dates it the day it was first reported. */
function dayOf({ to, articleIds }: NewsEvent, collection: EventCollection): string {
  const [first] = articleIds;
  return to ?? (first && collection.article(first)?.publishedAt?.slice(0, 10)) ?? '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A story has a weight; an event that of its story, shared out by its part of the articles. */
function weightOf(event: NewsEvent, weights: ReadonlyMap<string, number>): number {
  if ('weight' in event) return (event as NewsStory).weight;
  return weights.get(event.id) ?? Math.log2(1 + event.articleIds.length);
}

function storyWeights({ stories, events }: EventCollection): ReadonlyMap<string, number> {
  const sizes = new Map(events.map(({ id, articleIds }) => [id, articleIds.length]));
  return new Map(
    stories.flatMap(({ weight, eventIds, articleIds }) =>
      eventIds.map((id) => [id, weight * Math.sqrt((sizes.get(id) ?? 1) / articleIds.length)]),
    ),
  );
}
