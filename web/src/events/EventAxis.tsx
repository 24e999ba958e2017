import { useMemo } from 'react';
import type { NewsEvent } from '../../../src/core/news-event.ts';
import { NARROW, useMediaQuery } from '../components/media-query.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { layOutAxis } from './axis-layout.ts';
import { eventDates, eventName } from './event-name.ts';

/** Events that are drawn: the first of the list, so that the list itself stays in sight. */
const DRAWN = 8;
/** A day written further to the right would not fit. */
const LAST_TICK = 0.88;

/** The events in time: each bar as long as its event, as strong as it was reported. */
export function EventAxis({
  events,
  hrefOf,
}: {
  readonly events: readonly NewsEvent[];
  readonly hrefOf: (event: NewsEvent) => string;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const narrow = useMediaQuery(NARROW);
  const { places, lanes, ticks } = useMemo(() => {
    const dated = events.slice(0, DRAWN).flatMap((event) => {
      const from = event.from ?? event.to;
      return from === null ? [] : [{ event, from, to: event.to ?? from }];
    });
    return layOutAxis(dated, narrow ? 0.09 : 0.045, narrow ? 3 : 7);
  }, [events, narrow]);
  if (places.length === 0) return null;
  const most = Math.max(...events.map(({ articleIds }) => articleIds.length));
  return (
    <figure className="event-axis" aria-label={messages.eventAxis}>
      <div className="event-axis-lanes" style={{ height: `${lanes * 1.9}rem` }}>
        {ticks.map(({ day, left }) => (
          <span key={day} className="event-axis-line" style={{ left: `${left * 100}%` }} />
        ))}
        {places.map(({ item: { event }, left, width, lane }) => {
          const { title, lang } = eventName(event, language);
          const reports = messages.reports(event.articleIds.length, event.outlets.length);
          const label = `${eventDates(event) ?? ''} · ${title} · ${reports}`;
          return (
            <a
              key={event.id}
              href={hrefOf(event)}
              title={label}
              data-strong={event.articleIds.length * 2 > most}
              style={{
                left: `${left * 100}%`,
                width: `calc(${width * 100}% - 3px)`,
                top: `${lane * 1.9}rem`,
              }}
            >
              <span className="event-axis-count">{event.articleIds.length}</span>
              <span lang={lang}>{title}</span>
            </a>
          );
        })}
      </div>
      <div className="event-axis-ticks" aria-hidden="true">
        {ticks
          .filter(({ left }) => left < LAST_TICK)
          .map(({ day, left }) => (
            <span key={day} style={{ left: `${left * 100}%` }}>
              {day}
            </span>
          ))}
      </div>
    </figure>
  );
}
