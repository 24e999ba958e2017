import type { ArticleFilters } from '../../../src/core/filters.ts';
import { ViewPage } from '../components/ViewPage.tsx';
import { EventDetails } from './EventDetails.tsx';
import { EventList } from './EventList.tsx';
import './EventsView.css';

/** What happened: all events of the collection, or one of them in full. */
export default function EventsView({
  event,
  query,
  filters,
}: {
  readonly event: string | null;
  readonly query: string;
  readonly filters: ArticleFilters;
}) {
  return (
    <ViewPage key={event}>
      {event === null ? (
        <EventList query={query} filters={filters} />
      ) : (
        <EventDetails id={event} query={query} filters={filters} />
      )}
    </ViewPage>
  );
}
