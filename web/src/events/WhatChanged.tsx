import { useMemo, useState } from 'react';
import type { Citation } from '../../../src/core/citation.ts';
import type { EventChange, NewsEvent } from '../../../src/core/news-event.ts';
import { QuoteCardArea } from '../answer/QuoteCardArea.tsx';
import { QuoteExcerpt } from '../answer/QuoteExcerpt.tsx';
import { getEventChanges } from '../api/events.ts';
import { RequestState } from '../components/RequestState.tsx';
import { useRequest } from '../components/use-request.ts';
import { useLanguage, useMessages } from '../language/messages.ts';

/** Every quote of the changes once. */
function citationsOf(changes: readonly EventChange[]): readonly Citation[] {
  const quotes = changes.flatMap(({ earlier, later }) => [earlier, later]);
  const byMarker = new Map(quotes.flatMap((quote) => (quote ? [[quote.marker, quote]] : [])));
  return [...byMarker.values()];
}

/** What later articles on an event add to the earlier ones, or alter of them. */
export function WhatChanged({ event }: { readonly event: NewsEvent }) {
  const messages = useMessages();
  const language = useLanguage();
  const [since, setSince] = useState('');
  const { result, error, pending, retry } = useRequest(
    JSON.stringify([event.id, since, language]),
    (signal) => getEventChanges(event.id, since === '' ? null : since, language, signal),
  );
  const citations = useMemo(() => citationsOf(result?.changes ?? []), [result]);
  return (
    <>
      <div className="press-choices">
        <label>
          {messages.since}
          <input
            className="field"
            type="date"
            value={since}
            onChange={(change) => setSince(change.target.value)}
          />
        </label>
      </div>
      {result === null || error !== null ? (
        <RequestState pending={pending} error={error} onRetry={retry} />
      ) : (
        <QuoteCardArea citations={citations}>
          {result.changes.length === 0 && <p className="origin-line">{messages.noChanges}</p>}
          <ol className="change-list">
            {result.changes.map(({ kind, about, earlier, later }) => (
              <li key={later.marker}>
                <p>
                  <span className="tag">{messages.changeKinds[kind]}</span> {about}
                </p>
                <div className="press-pair">
                  {earlier !== null && (
                    <section>
                      <h3>{messages.earlierSaid}</h3>
                      <QuoteExcerpt citation={earlier} />
                    </section>
                  )}
                  <section>
                    <h3>{messages.laterSays}</h3>
                    <QuoteExcerpt citation={later} />
                  </section>
                </div>
              </li>
            ))}
          </ol>
        </QuoteCardArea>
      )}
    </>
  );
}
