import { useState } from 'react';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { TimelineEntry, TimelinePage } from '../../../src/core/news-event.ts';
import { CitationMarker } from '../answer/CitationMarker.tsx';
import { NoticeList } from '../answer/NoticeList.tsx';
import { QuoteCardArea } from '../answer/QuoteCardArea.tsx';
import { getTimeline } from '../api/events.ts';
import { Pager } from '../components/Pager.tsx';
import { RequestState } from '../components/RequestState.tsx';
import { useRequest } from '../components/use-request.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { filterParameters } from '../state/route.ts';
import { formatRange } from '../text/published-date.ts';
import { StatementChart } from './StatementChart.tsx';
import { groupByDate } from './statement-dates.ts';
import './StatementTimeline.css';

const PAGE_SIZE = 60;

/** Dated statements, oldest first, as a picture and as a list; each cited. */
export function StatementTimeline({
  event,
  topic,
  filters,
}: {
  readonly event: string | null;
  readonly topic: string;
  readonly filters: ArticleFilters;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const scope = JSON.stringify([event, topic, filterParameters(filters)]);
  const [at, setAt] = useState({ scope, page: 1 });
  const page = at.scope === scope ? at.page : 1;
  const { result, error, pending, retry } = useRequest(
    JSON.stringify([scope, language, page]),
    (signal) => getTimeline({ event, topic, filters, language, page, pageSize: PAGE_SIZE }, signal),
  );
  return (
    <>
      <RequestState pending={pending && result === null} error={error} onRetry={retry}>
        {result !== null && (
          <span>
            {result.total === 0 ? messages.noStatements : messages.statements(result.total)}
          </span>
        )}
        {result !== null && result.undatedArticles > 0 && (
          <span>{messages.undatedArticles(result.undatedArticles)}</span>
        )}
      </RequestState>
      {result !== null && <NoticeList notices={result.notices} />}
      {result !== null && result.entries.length > 0 && (
        <>
          <Statements timeline={result} />
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

function Statements({ timeline }: { readonly timeline: TimelinePage }) {
  const citations = timeline.entries.flatMap((entry) => entry.citations);
  const groups = groupByDate(timeline.entries);
  return (
    <QuoteCardArea citations={citations}>
      <StatementChart groups={groups} />
      <ol className="statements answer">
        {groups.map(({ when, entries }) => (
          <li key={when} id={`date-${when}`} tabIndex={-1}>
            <h2>{when}</h2>
            <ul>
              {entries.map((entry) => (
                <Statement key={entry.citations[0]?.marker ?? entry.text} entry={entry} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </QuoteCardArea>
  );
}

function Statement({ entry }: { readonly entry: TimelineEntry }) {
  const messages = useMessages();
  const { citations, date, language, sources, text } = entry;
  return (
    <li>
      <span lang={languageTag(language)}>{text}</span>
      {citations.map(({ marker }) => (
        <CitationMarker key={marker} marker={marker} />
      ))}
      {date.resolved && (
        <span className="sentence-note">
          {date.expression} = {formatRange(date.from, date.to)}
        </span>
      )}
      {!date.certain && <span className="sentence-note">{messages.uncertainDate}</span>}
      {sources > 1 && <span className="sentence-note">{messages.corroboration(sources)}</span>}
    </li>
  );
}
