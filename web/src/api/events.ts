import type { Language } from '../../../src/core/article.ts';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { EventView } from '../../../src/core/http-views.ts';
import type {
  EventChanges,
  EventListRequest,
  EventPage,
  NewsStory,
  PressComparison,
  StoryListRequest,
  StoryPage,
  TimelinePage,
} from '../../../src/core/news-event.ts';
import { filterParameters } from '../state/route.ts';
import { getJson } from './request.ts';

export interface EventsQuery {
  readonly query: string;
  readonly filters: ArticleFilters;
  readonly sort: EventListRequest['sort'];
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export type StoriesQuery = Omit<EventsQuery, 'sort'> & Pick<StoryListRequest, 'sort'>;

const listParameters = (asked: EventsQuery | StoriesQuery): URLSearchParams =>
  new URLSearchParams([
    ...(asked.query === '' ? [] : [['q', asked.query]]),
    ['sort', asked.sort],
    ['page', String(asked.page)],
    ['pageSize', String(asked.pageSize)],
    ...filterParameters(asked.filters),
  ]);

/** The events of the collection. @throws as `send` */
export const getEvents = (asked: EventsQuery, signal: AbortSignal): Promise<EventPage> =>
  getJson(`/api/events?${listParameters(asked)}`, signal);

/** Events that belong together over weeks, and those that stand alone. @throws as `send` */
export const getStories = (asked: StoriesQuery, signal: AbortSignal): Promise<StoryPage> =>
  getJson(`/api/stories?${listParameters(asked)}`, signal);

const eventPath = (id: string): string => `/api/events/${encodeURIComponent(id)}`;

/** An event or a story with its articles in short; a story has days too. @throws as `send` */
export const getEvent = (
  id: string,
  signal: AbortSignal,
): Promise<EventView & Partial<Pick<NewsStory, 'days'>>> => getJson(eventPath(id), signal);

/** What later articles add or alter. @param since `YYYY-MM-DD`, or null for each against the ones before */
export function getEventChanges(
  id: string,
  since: string | null,
  language: Language,
  signal: AbortSignal,
): Promise<EventChanges> {
  const parameters = new URLSearchParams({ language, ...(since === null ? {} : { since }) });
  return getJson(`${eventPath(id)}/changes?${parameters}`, signal);
}

/** What two presses say of one event. @param left, right a language, or an outlet's name */
export function getPressComparison(
  id: string,
  left: string,
  right: string,
  language: Language,
  signal: AbortSignal,
): Promise<PressComparison> {
  const parameters = new URLSearchParams({ left, right, language });
  return getJson(`${eventPath(id)}/presses?${parameters}`, signal);
}

export interface TimelineQuery {
  readonly event: string | null;
  readonly topic: string;
  readonly filters: ArticleFilters;
  readonly language: Language;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Dated statements, oldest first. @throws as `send` */
export function getTimeline(asked: TimelineQuery, signal: AbortSignal): Promise<TimelinePage> {
  const { language: articleLanguage, ...published } = asked.filters;
  const parameters = new URLSearchParams([
    ...(asked.event === null ? [] : [['event', asked.event]]),
    ...(asked.topic === '' ? [] : [['topic', asked.topic]]),
    ...filterParameters(published),
    ...(articleLanguage === undefined ? [] : [['articleLanguage', articleLanguage]]),
    ['language', asked.language],
    ['page', String(asked.page)],
    ['pageSize', String(asked.pageSize)],
  ]);
  return getJson(`/api/timeline?${parameters}`, signal);
}
