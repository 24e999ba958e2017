import type { Article, Language } from '../core/article.ts';
import { YinzhengError } from '../core/errors.ts';
import type { NewsEvent } from '../core/news-event.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { EVENT_PHRASES } from './event-phrases.ts';

/** An event, or a story, by its id. @throws {YinzhengError} `event-not-found` */
export function requireEvent(
  { events, stories }: Pick<SearchIndex, 'events' | 'stories'>,
  id: string,
): NewsEvent {
  const event = events.find((one) => one.id === id) ?? stories.find((one) => one.id === id);
  if (event !== undefined) return event;
  throw new YinzhengError(
    'event-not-found',
    `No event and no story has the id "${id.slice(0, 80)}".`,
  );
}

/** The articles that report an event, earliest first, reprints left out. */
export function articlesOf({ articleIds }: NewsEvent, index: SearchIndex): Article[] {
  return articleIds.flatMap((id) => index.article(id) ?? []);
}

/** An event's title in the reader's language where it has one. */
export function titleOf({ title }: NewsEvent, language: Language): string {
  const own = language === 'zh' ? title.zh : title.en;
  return own ?? title.zh ?? title.en ?? EVENT_PHRASES[language].untitled;
}
