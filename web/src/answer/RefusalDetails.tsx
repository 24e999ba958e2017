import type { Refusal } from '../../../src/core/answer.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatDay } from '../text/published-date.ts';
import './AnswerPanels.css';

/** What a refusal's explanation leaves unsaid: what was looked for, and what the collection covers. */
export function RefusalDetails({ refusal }: { readonly refusal: Refusal }) {
  const messages = useMessages();
  const language = useLanguage();
  const { covers, explanation } = refusal;
  const missing = refusal.missing.filter((word) => !explanation.includes(word));
  const saysDates = covers === null || explanation.includes(covers.from.slice(0, 10));
  if (missing.length === 0 && saysDates) return null;
  return (
    <div className="refusal">
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
      {!saysDates && (
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
