import type { ArticleFilters } from '../../../src/core/filters.ts';
import { SearchForm } from '../components/SearchForm.tsx';
import { ViewPage } from '../components/ViewPage.tsx';
import { useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { StatementTimeline } from './StatementTimeline.tsx';

/** Every dated statement of the collection, or of a topic, in the order of what it tells of. */
export default function TimelineView({
  query,
  filters,
}: {
  readonly query: string;
  readonly filters: ArticleFilters;
}) {
  const messages = useMessages();
  const commands = useCommands();
  return (
    <ViewPage>
      <h1 className="view-heading">{messages.timelineHeading}</h1>
      <SearchForm
        key={query}
        label={messages.timelineHeading}
        placeholder={messages.timelinePlaceholder}
        query={query}
        filters={filters}
        onSearch={(topic, chosen) =>
          commands.show({ name: 'timeline', query: topic, filters: chosen })
        }
      />
      <StatementTimeline event={null} topic={query} filters={filters} />
    </ViewPage>
  );
}
