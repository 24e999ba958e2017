import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { SearchView as Found } from '../../../src/core/http-views.ts';
import { searchPassages } from '../api/search.ts';
import { RequestState } from '../components/RequestState.tsx';
import { SearchForm } from '../components/SearchForm.tsx';
import { useRequest } from '../components/use-request.ts';
import { ViewPage } from '../components/ViewPage.tsx';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { filterParameters } from '../state/route.ts';
import { formatDay, formatRange } from '../text/published-date.ts';
import { SearchHit } from './SearchHit.tsx';
import './SearchView.css';

const LIMIT = 20;

/** The plain search of the collection: passages, best first, each saying why it is there. */
export default function SearchView({
  query,
  filters,
}: {
  readonly query: string;
  readonly filters: ArticleFilters;
}) {
  const messages = useMessages();
  const commands = useCommands();
  const asked = query !== '';
  const key = asked ? JSON.stringify([query, filterParameters(filters)]) : null;
  const { result, error, pending, retry } = useRequest(key, (signal) =>
    searchPassages(query, filters, LIMIT, signal),
  );
  return (
    <ViewPage>
      <h1 className="visually-hidden">{messages.searchHeading}</h1>
      <SearchForm
        key={query}
        label={messages.searchHeading}
        placeholder={messages.searchPlaceholder}
        query={query}
        filters={filters}
        isFocused={!asked}
        onSearch={(words, chosen) =>
          commands.show({ name: 'search', query: words, filters: chosen })
        }
      />
      <RequestState pending={asked && pending} error={asked ? error : null} onRetry={retry}>
        {asked && result !== null ? <FoundSummary found={result} /> : messages.searchStart}
      </RequestState>
      {asked && result !== null && (
        <ol>
          {result.results.map((hit, index) => (
            <SearchHit
              key={`${hit.passage.articleId} ${hit.passage.start}`}
              hit={hit}
              position={index + 1}
            />
          ))}
        </ol>
      )}
    </ViewPage>
  );
}

function FoundSummary({ found }: { readonly found: Found }) {
  const messages = useMessages();
  const language = useLanguage();
  const { dateRange, nearestDates, results } = found;
  const nearest = nearestDates.map((day) => formatDay(day, language)).join(' · ');
  return (
    <>
      <span>{results.length === 0 ? messages.noResults : messages.results(results.length)}</span>
      {dateRange !== null && (
        <span>
          {messages.dateRangeApplied(
            dateRange.expression,
            formatRange(dateRange.from, dateRange.to),
          )}
        </span>
      )}
      {results.length === 0 && nearest !== '' && <span>{messages.nearestDates(nearest)}</span>}
    </>
  );
}
