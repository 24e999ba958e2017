import type { Language } from '../../core/article.ts';
import type { NewsEvent } from '../../core/news-event.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { titleOf } from '../find-event.ts';
import type { SummarySubject } from './summary-subject.ts';

const MAX_SUGGESTIONS = 3;

/** Other events to ask about, and the timeline of this one. */
export function suggestSummaries(
  { passages }: Pick<SummarySubject, 'passages'>,
  events: readonly NewsEvent[],
  language: Language,
): string[] {
  const phrases = EVENT_PHRASES[language];
  const used = new Set(passages.map(({ article }) => article.id));
  const isUsed = ({ articleIds }: NewsEvent) => articleIds.some((id) => used.has(id));
  const own = events.find(isUsed);
  const others = events.filter((event) => !isUsed(event));
  const timeline = own === undefined ? [] : [phrases.timelineOf(titleOf(own, language))];
  return [
    ...timeline,
    ...others.map((event) => phrases.suggestion(titleOf(event, language))),
  ].slice(0, MAX_SUGGESTIONS);
}
