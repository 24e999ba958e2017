import type { Citation } from '../../../src/core/citation.ts';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatPublished } from '../text/published-date.ts';
import { useQuoteCards } from './quote-card-context.ts';
import './QuoteCard.css';

/** A quote shown in full, with its origin; pressed, it opens the article there. */
export function QuoteExcerpt({ citation }: { readonly citation: Citation }) {
  const messages = useMessages();
  const language = useLanguage();
  const cards = useQuoteCards();
  return (
    <button type="button" className="quote-excerpt" onClick={() => cards.open(citation.marker)}>
      <span className="quote-excerpt-origin">
        [{citation.marker}] {citation.source}
        {' · '}
        {formatPublished(citation.publishedAt, language) ?? messages.undated}
        {' · '}
        {citation.title}
      </span>
      <span className="quote-excerpt-words" lang={languageTag(citation.language)}>
        {citation.quote}
      </span>
    </button>
  );
}
