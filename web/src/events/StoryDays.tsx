import type { NewsEvent, StoryDay } from '../../../src/core/news-event.ts';
import { getEvent } from '../api/events.ts';
import { useRequest } from '../components/use-request.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatRoute } from '../state/route.ts';
import { formatDay } from '../text/published-date.ts';
import { eventName } from './event-name.ts';

/** Events of one story that are named; each is a request. */
const MOST = 20;

/** What happened on each day of a story, each event one press away. */
export function StoryDays({ days }: { readonly days: readonly StoryDay[] }) {
  const messages = useMessages();
  const language = useLanguage();
  const ids = days.flatMap(({ eventIds }) => eventIds).slice(0, MOST);
  const { result } = useRequest(ids.join(' '), async (signal) => {
    const found = await Promise.all(ids.map((id) => getEvent(id, signal).catch(() => null)));
    return new Map(found.flatMap((event) => (event === null ? [] : [[event.id, event] as const])));
  });
  if (ids.length < 2 || result === null) return null;
  return (
    <section className="story-days">
      <h2>{messages.storyDays}</h2>
      <ol>
        {days.map(({ day, eventIds }) => {
          const events = eventIds.flatMap((id): NewsEvent[] => {
            const event = result.get(id);
            return event === undefined ? [] : [event];
          });
          if (events.length === 0) return null;
          return (
            <li key={day} className="event-row">
              <p className="event-row-date">{formatDay(day, language)}</p>
              <ul>
                {events.map((event) => {
                  const { title, lang } = eventName(event, language);
                  const view = { name: 'events', event: event.id, query: '', filters: {} } as const;
                  return (
                    <li key={event.id}>
                      <a href={formatRoute({ view, reader: null })} lang={lang}>
                        {title}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
