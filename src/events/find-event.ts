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

/** Names that are glossed before a title in the other language. */
const MAX_GLOSSED = 3;

/**
 * An event's title in the reader's language where it has one; else the other one, with its names
 * and places in the reader's before it.
 */
export function titleOf({ title, places, participants }: NewsEvent, language: Language): string {
  const own = title[language];
  if (own !== null) return own;
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const given = title[other];
  if (given === null) return EVENT_PHRASES[language].untitled;
  const glossed = [...places, ...participants].flatMap((name) => {
    const [inTitle, gloss] = [name[other], name[language]];
    return inTitle !== null && gloss !== null && given.includes(inTitle) ? [gloss] : [];
  });
  const names = [...new Set(glossed)].slice(0, MAX_GLOSSED).join(language === 'zh' ? '、' : ', ');
  return names === '' ? given : `${names}${language === 'zh' ? '：' : ': '}${given}`;
}
