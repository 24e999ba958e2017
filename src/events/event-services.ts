import type { Application } from '../core/application.ts';
import type { NewsEvent } from '../core/news-event.ts';
import { comparePresses } from './compare-presses.ts';
import { findEventChanges } from './event-changes.ts';
import { listEvents, listStories } from './event-list.ts';
import { createSummaryParts, type EventServiceParts } from './event-parts.ts';
import { articlesOf, requireEvent } from './find-event.ts';
import { summarize } from './summary/summarize.ts';
import { createTimelinePages } from './timeline/timeline-page.ts';

export type EventServices = Pick<
  Application,
  | 'listEvents'
  | 'listStories'
  | 'getEvent'
  | 'summarize'
  | 'timeline'
  | 'eventChanges'
  | 'comparePresses'
>;

/** Everything the application offers about events, over one index at a time. */
export function createEventServices(parts: EventServiceParts): EventServices {
  const summaryParts = createSummaryParts(parts);
  const { readSentences } = summaryParts;
  const timelinePage = createTimelinePages(summaryParts);

  function getEvent(id: string): NewsEvent {
    return requireEvent(parts.currentIndex(), id);
  }

  return {
    getEvent,
    listEvents: (request) => listEvents(parts.currentIndex(), request),
    listStories: (request) => listStories(parts.currentIndex(), request),
    summarize: (request) => summarize(request, summaryParts),
    timeline: (request) => timelinePage(request),
    async eventChanges(id, since, language, signal) {
      const event = getEvent(id);
      const articles = articlesOf(event, parts.currentIndex());
      return await findEventChanges({ event, articles, since, language, readSentences, signal });
    },
    async comparePresses(id, left, right, language, signal) {
      const event = getEvent(id);
      const articles = articlesOf(event, parts.currentIndex());
      const { checker } = parts;
      return await comparePresses({
        event,
        articles,
        left,
        right,
        language,
        readSentences,
        checker,
        signal,
      });
    },
  };
}
