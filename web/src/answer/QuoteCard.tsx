import type { ResolvedExpression } from '../../../src/core/block.ts';
import type { Citation } from '../../../src/core/citation.ts';
import { Icon } from '../components/Icon.tsx';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatPublished } from '../text/published-date.ts';
import './QuoteCard.css';

/** A quote with where it comes from, what its dates mean, and the way to the ones beside it. */
export function QuoteCard({
  citation,
  dates,
  position,
  total,
  onPrevious,
  onNext,
  onOpen,
}: {
  readonly citation: Citation;
  readonly dates: readonly ResolvedExpression[];
  readonly position: number;
  readonly total: number;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onOpen: () => void;
}) {
  const messages = useMessages();
  const language = useLanguage();
  return (
    <div className="quote-card">
      <p className="quote-card-title">
        <span className="quote-card-number">{citation.marker}</span>
        {citation.title}
      </p>
      <p className="quote-card-origin">
        {citation.source}
        {' · '}
        {formatPublished(citation.publishedAt, language) ?? messages.undated}
        {' · '}
        {messages.languages[citation.language]}
      </p>
      <blockquote className="quote-card-words" lang={languageTag(citation.language)}>
        {citation.quote}
      </blockquote>
      {dates.length > 0 && (
        <ul className="quote-card-dates">
          {dates.map(({ expression, from, written }) => (
            <li key={`${expression} ${from}`}>{messages.resolvedDate(expression, written)}</li>
          ))}
        </ul>
      )}
      <div className="quote-card-actions">
        <button
          type="button"
          className="quiet-button"
          aria-label={messages.previousQuote}
          disabled={onPrevious === null}
          onClick={onPrevious ?? undefined}
        >
          <Icon name="previous" />
        </button>
        <span>{messages.quoteOf(position, total)}</span>
        <button
          type="button"
          className="quiet-button"
          aria-label={messages.nextQuote}
          disabled={onNext === null}
          onClick={onNext ?? undefined}
        >
          <Icon name="next" />
        </button>
        <button type="button" className="plain-button quote-card-open" onClick={onOpen}>
          {messages.openInArticle}
        </button>
      </div>
    </div>
  );
}
