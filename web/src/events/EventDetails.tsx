import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { EventView } from '../../../src/core/http-views.ts';
import type { BilingualName } from '../../../src/core/news-event.ts';
import { getEvent } from '../api/events.ts';
import { RequestState } from '../components/RequestState.tsx';
import { useRequest } from '../components/use-request.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { formatRoute } from '../state/route.ts';
import { formatPublished } from '../text/published-date.ts';
import { StatementTimeline } from '../timeline/StatementTimeline.tsx';
import { EventSummary } from './EventSummary.tsx';
import { eventDates, eventName, nameInBoth } from './event-name.ts';
import { PressComparisonPart } from './PressComparisonPart.tsx';
import { StoryDays } from './StoryDays.tsx';
import { WhatChanged } from './WhatChanged.tsx';

const PARTS = ['summary', 'timeline', 'presses', 'changes'] as const;
const MAX_NAMES = 12;

/** One event: who, where and when, and four ways to read what was reported of it. */
export function EventDetails({
  id,
  query,
  filters,
}: {
  readonly id: string;
  readonly query: string;
  readonly filters: ArticleFilters;
}) {
  const messages = useMessages();
  const { result, error, pending, retry } = useRequest(id, (signal) => getEvent(id, signal));
  const all = { name: 'events', event: null, query, filters } as const;
  return (
    <>
      <a className="event-back" href={formatRoute({ view: all, reader: null })}>
        ← {messages.allEvents}
      </a>
      {result === null ? (
        <RequestState pending={pending} error={error} onRetry={retry} />
      ) : (
        <>
          <EventFacts event={result} />
          {result.days !== undefined && <StoryDays days={result.days} />}
          <Tabs.Root defaultValue="summary" className="event-parts">
            <Tabs.List className="event-tabs" aria-label={messages.eventsHeading}>
              {PARTS.map((part) => (
                <Tabs.Trigger key={part} value={part} className="event-tab">
                  {messages.eventParts[part]}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Tabs.Content value="summary">
              <h2 className="visually-hidden">{messages.eventParts.summary}</h2>
              <EventSummary id={id} />
            </Tabs.Content>
            <Tabs.Content value="timeline">
              <h2 className="visually-hidden">{messages.eventParts.timeline}</h2>
              <StatementTimeline event={id} topic="" filters={{}} />
            </Tabs.Content>
            <Tabs.Content value="presses">
              <h2 className="visually-hidden">{messages.eventParts.presses}</h2>
              <PressComparisonPart event={result} />
            </Tabs.Content>
            <Tabs.Content value="changes">
              <h2 className="visually-hidden">{messages.eventParts.changes}</h2>
              <WhatChanged event={result} />
            </Tabs.Content>
          </Tabs.Root>
          <EventArticles event={result} />
        </>
      )}
    </>
  );
}

function EventFacts({ event }: { readonly event: EventView }) {
  const messages = useMessages();
  const language = useLanguage();
  const { title, lang } = eventName(event, language);
  const names = (list: readonly BilingualName[]): ReactNode =>
    list
      .slice(0, MAX_NAMES)
      .map((name) => nameInBoth(name, language))
      .join(language === 'zh' ? '、' : '; ');
  return (
    <>
      <h1 className="view-heading event-title" lang={lang}>
        {title}
      </h1>
      <p className="event-when">
        {[
          eventDates(event) ?? messages.undatedEvent,
          messages.reports(event.articleIds.length, event.outlets.length),
        ].join(' · ')}
      </p>
      <dl className="event-facts">
        {event.places.length > 0 && (
          <div>
            <dt>{messages.places}</dt>
            <dd>{names(event.places)}</dd>
          </div>
        )}
        {event.participants.length > 0 && (
          <div>
            <dt>{messages.participants}</dt>
            <dd>{names(event.participants)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function EventArticles({ event }: { readonly event: EventView }) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  return (
    <section className="event-articles">
      <h2>{messages.reportedBy}</h2>
      <ul>
        {event.articles.map((article) => (
          <li key={article.id}>
            <button
              type="button"
              className="quote-excerpt"
              onClick={() => commands.openReader({ articleId: article.id, spans: [], active: 0 })}
            >
              <span lang={languageTag(article.language)}>{article.title}</span>
              <span className="quote-excerpt-origin">
                {article.outlet[language]}
                {' · '}
                {formatPublished(article.publishedAt, language) ?? messages.undated}
                {' · '}
                {messages.languages[article.language]}
                {article.copyOf !== null && ` · ${messages.reprint}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
