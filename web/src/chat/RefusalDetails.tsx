import type { Refusal } from '../../../src/core/answer.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatDay } from '../text/published-date.ts';
import { QuoteExcerpt } from './QuoteExcerpt.tsx';
import { useCitations } from './quote-card-context.ts';
import './AnswerPanels.css';

/** Why there is no answer: what was missing, the nearest evidence, what the collection covers. */
export function RefusalDetails({
  refusal,
  text,
}: {
  readonly refusal: Refusal;
  /** The answer's text; what it holds already is not said twice. */
  readonly text: string;
}) {
  const messages = useMessages();
  const language = useLanguage();
  const citations = useCitations();
  const nearest = citations.filter(
    ({ marker }) => refusal.nearest.includes(marker) && !text.includes(`[${marker}]`),
  );
  const { covers, explanation } = refusal;
  const missing = refusal.missing.filter((word) => !text.includes(word));
  const saysDates = covers !== null && text.includes(covers.from.slice(0, 10));
  const explained = text.includes(explanation.trim());
  const nothingMore =
    missing.length === 0 && nearest.length === 0 && (covers === null || saysDates);
  if (explained && nothingMore) return null;
  return (
    <div className="refusal">
      {!explained && <p>{explanation}</p>}
      {missing.length > 0 && (
        <p className="refusal-missing">
          {messages.missing}
          {missing.map((word) => (
            <span key={word} className="tag">
              {word}
            </span>
          ))}
        </p>
      )}
      {nearest.length > 0 && (
        <section className="answer-panel">
          <h3>{messages.nearest}</h3>
          {nearest.map((citation) => (
            <QuoteExcerpt key={citation.marker} citation={citation} />
          ))}
        </section>
      )}
      {covers !== null && !saysDates && (
        <p className="refusal-covers">
          {messages.covers(
            formatDay(covers.from.slice(0, 10), language),
            formatDay(covers.to.slice(0, 10), language),
          )}
        </p>
      )}
    </div>
  );
}
