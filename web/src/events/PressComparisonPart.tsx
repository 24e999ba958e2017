import { useState } from 'react';
import type { Language } from '../../../src/core/article.ts';
import type { NewsEvent, PressComparison, PressSide } from '../../../src/core/news-event.ts';
import { Quote } from '../answer/Quote.tsx';
import { QuoteCardArea } from '../answer/QuoteCardArea.tsx';
import { getPressComparison } from '../api/events.ts';
import { RequestState } from '../components/RequestState.tsx';
import { useRequest } from '../components/use-request.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import type { Messages } from '../language/messages-en.ts';

/** A press is a language, or an outlet by its name. */
const pressName = (
  press: string,
  { outlets }: NewsEvent,
  messages: Messages,
  language: Language,
): string =>
  press === 'zh' || press === 'en'
    ? messages.languagePress[press]
    : (outlets.find(({ name }) => name === press)?.[language] ?? press);

/** The two languages where both report the event, else its first two outlets, else null. */
function firstPair({ languages, outlets }: NewsEvent): readonly [string, string] | null {
  if (languages.length > 1) return ['zh', 'en'];
  const [one, other] = outlets;
  return one === undefined || other === undefined ? null : [one.name, other.name];
}

/** What two presses say of one event, beside each other. */
export function PressComparisonPart({ event }: { readonly event: NewsEvent }) {
  const messages = useMessages();
  const pair = firstPair(event);
  if (pair === null) return <p className="origin-line">{messages.onePress}</p>;
  return <ChosenPresses event={event} pair={pair} />;
}

function ChosenPresses({
  event,
  pair,
}: {
  readonly event: NewsEvent;
  readonly pair: readonly [string, string];
}) {
  const messages = useMessages();
  const language = useLanguage();
  const [left, setLeft] = useState(pair[0]);
  const [right, setRight] = useState(pair[1]);
  const { result, error, pending, retry } = useRequest(
    JSON.stringify([event.id, left, right, language]),
    (signal) => getPressComparison(event.id, left, right, language, signal),
  );
  const presses = [...event.languages, ...event.outlets.map(({ name }) => name)];
  const choice = (label: string, value: string, onChange: (press: string) => void) => (
    <label>
      {label}
      <select className="field" value={value} onChange={(change) => onChange(change.target.value)}>
        {presses.map((press) => (
          <option key={press} value={press}>
            {pressName(press, event, messages, language)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <div className="press-choices">
        {choice(messages.leftPress, left, setLeft)}
        {choice(messages.rightPress, right, setRight)}
      </div>
      {result === null || error !== null ? (
        <RequestState pending={pending} error={error} onRetry={retry} />
      ) : (
        <Comparison comparison={result} />
      )}
    </>
  );
}

function Comparison({ comparison }: { readonly comparison: PressComparison }) {
  const messages = useMessages();
  const { event, left, right, shared, citations } = comparison;
  return (
    <QuoteCardArea citations={citations}>
      <div className="press-comparison answer">
        <h3 className="press-shared-heading">{messages.bothSay}</h3>
        {shared.length === 0 && <p className="origin-line">{messages.nothingShared}</p>}
        {shared.map((pair) => (
          <div key={pair.left.text} className="press-pair">
            <Quote {...pair.left} />
            <Quote {...pair.right} />
          </div>
        ))}
        <div className="press-pair">
          <OneSide side={left} event={event} />
          <OneSide side={right} event={event} />
        </div>
      </div>
    </QuoteCardArea>
  );
}

function OneSide({ side, event }: { readonly side: PressSide; readonly event: NewsEvent }) {
  const messages = useMessages();
  const language = useLanguage();
  const empty = side.articleIds.length === 0 ? messages.noArticlesOfPress : messages.nothingOnly;
  return (
    <section>
      <h3>{messages.onlySays(pressName(side.press, event, messages, language))}</h3>
      {side.only.length === 0 && <p className="origin-line">{empty}</p>}
      <ul>
        {side.only.map((sentence) => (
          <li key={sentence.text}>
            <Quote {...sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
