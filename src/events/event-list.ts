import { requireOrderedRange } from '../core/date-range.ts';
import { failedFilters } from '../core/filters.ts';
import type { EventListRequest, EventPage, NewsEvent } from '../core/news-event.ts';
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
  const matching = events.filter((event) => holdsWords(event, words) && passes(event));
  const sorted = matching.sort((a, b) => ORDERS[sort](a, b, index) || (a.id < b.id ? -1 : 1));
  const start = (page - 1) * pageSize;
  return { events: sorted.slice(start, start + pageSize), total: sorted.length, page, pageSize };

  function passes({ articleIds, copyIds }: NewsEvent): boolean {
    return [...articleIds, ...copyIds].some((id) => {
      const article = index.article(id);
      return article !== undefined && failedFilters(article, filters).length === 0;
    });
  }
}

function holdsWords({ title, places, participants }: NewsEvent, words: readonly string[]) {
  if (words.length === 0) return true;
  const names = [title, ...places, ...participants].flatMap(({ zh, en }) => [zh, en]);
  const text = foldText(names.filter((name) => name !== null).join('\n'));
  return words.every((word) => text.includes(word));
}

type Order = (a: NewsEvent, b: NewsEvent, index: SearchIndex) => number;

const ORDERS: Readonly<Record<EventListRequest['sort'], Order>> = {
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
