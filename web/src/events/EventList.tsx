import { useState } from 'react';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { EventListRequest, NewsEvent } from '../../../src/core/news-event.ts';
import { getEvents, getStories } from '../api/events.ts';
import { Pager } from '../components/Pager.tsx';
import { RequestState } from '../components/RequestState.tsx';
import { SearchForm } from '../components/SearchForm.tsx';
import { TitleAid, TitleAids } from '../components/TitleAid.tsx';
import { useRequest } from '../components/use-request.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { filterParameters, formatRoute } from '../state/route.ts';
import { useAppState } from '../state/store.ts';
import { EventAxis } from './EventAxis.tsx';
import { eventDates, eventName, nameIn } from './event-name.ts';

const PAGE_SIZE = 30;
/** What is listed, and in which orders it can be. */
const SORTS = {
  stories: ['weight', 'newest', 'oldest'],
  events: ['newest', 'oldest', 'most-reported'],
} as const satisfies Record<string, readonly EventListRequest['sort'][]>;
type Listed = keyof typeof SORTS;
const LISTED: readonly Listed[] = ['stories', 'events'];

/** The stories or events of the collection, on a time axis and as a list. */
export function EventList({
  query,
  filters,
}: {
  readonly query: string;
  readonly filters: ArticleFilters;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const generation = useAppState((state) => state.health?.index?.generation ?? null);
  const [listed, setListed] = useState<Listed>('stories');
  const [sort, setSort] = useState<EventListRequest['sort']>('weight');
  const scope = JSON.stringify([listed, query, filterParameters(filters), sort, generation]);
  const [at, setAt] = useState({ scope, page: 1 });
  const page = at.scope === scope ? at.page : 1;
  const { result, error, pending, retry } = useRequest(
    `${scope} ${page}`,
    async (signal): Promise<{ readonly events: readonly NewsEvent[]; readonly total: number }> => {
      const asked = { query, filters, page, pageSize: PAGE_SIZE };
      if (listed === 'events') return getEvents({ ...asked, sort }, signal);
      const order = sort === 'most-reported' ? 'weight' : sort;
      const { stories, total } = await getStories({ ...asked, sort: order }, signal);
      return { events: stories, total };
    },
  );
  const hrefOf = ({ id }: NewsEvent): string =>
    formatRoute({ view: { name: 'events', event: id, query, filters }, reader: null });
  return (
    <>
      <h1 className="view-heading">{messages.eventsHeading}</h1>
      <SearchForm
        key={query}
        label={messages.eventsHeading}
        placeholder={messages.eventsPlaceholder}
        query={query}
        filters={filters}
        onSearch={(words, chosen) =>
          commands.show({ name: 'events', event: null, query: words, filters: chosen })
        }
      />
      <fieldset className="list-choice">
        <legend className="visually-hidden">{messages.listed}</legend>
        {LISTED.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="listed"
              checked={each === listed}
              onChange={() => {
                setListed(each);
                setSort(SORTS[each][0]);
              }}
            />
            {messages.listedKinds[each]}
          </label>
        ))}
      </fieldset>
      <div className="event-list-state">
        <RequestState pending={pending && result === null} error={error} onRetry={retry}>
          {result !== null &&
            (result.total === 0 ? messages.noEvents : messages.listedCount[listed](result.total))}
        </RequestState>
        <label>
          <span className="visually-hidden">{messages.sort}</span>
          <select
            className="field"
            value={sort}
            onChange={(change) =>
              setSort(SORTS[listed].find((each) => each === change.target.value) ?? 'newest')
            }
          >
            {SORTS[listed].map((each) => (
              <option key={each} value={each}>
                {messages.sorts[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {result !== null && result.events.length > 0 && (
        <>
          <EventAxis events={result.events} hrefOf={hrefOf} />
          <TitleAids titles={result.events.map((event) => eventName(event, language).title)}>
            <ol className="event-list">
              {result.events.map((event) => (
                <EventRow key={event.id} event={event} href={hrefOf(event)} />
              ))}
            </ol>
          </TitleAids>
          <Pager
            page={page}
            pageSize={PAGE_SIZE}
            total={result.total}
            onPage={(next) => setAt({ scope, page: next })}
          />
        </>
      )}
    </>
  );
}

function EventRow({ event, href }: { readonly event: NewsEvent; readonly href: string }) {
  const messages = useMessages();
  const language = useLanguage();
  const { title, lang } = eventName(event, language);
  const { articleIds, outlets, places } = event;
  return (
    <li className="event-row">
      <p className="event-row-date">{eventDates(event) ?? messages.undatedEvent}</p>
      <div>
        <h2>
          <a href={href} lang={lang}>
            {title}
          </a>
        </h2>
        <TitleAid title={title} />
        <p className="origin-line">
          {[
            messages.reports(articleIds.length, outlets.length),
            ...places.slice(0, 3).map((place) => nameIn(place, language)),
          ].join(' · ')}
        </p>
      </div>
    </li>
  );
}
