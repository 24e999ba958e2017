import type { KeyboardEvent } from 'react';
import { useLanguage, useMessages } from '../language/messages.ts';
import { formatPublished } from '../text/published-date.ts';
import { useQuoteCards } from './quote-card-context.ts';
import './AnswerBody.css';

/** The number at the end of a claim: hover or focus shows the quote, a click opens the article. */
export function CitationMarker({ marker }: { readonly marker: number }) {
  const messages = useMessages();
  const language = useLanguage();
  const cards = useQuoteCards();
  const citation = cards.citations.find((each) => each.marker === marker);
  if (citation === undefined) return null;
  const date = formatPublished(citation.publishedAt, language);

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'ArrowDown') cards.enter();
    else if (step !== 0) {
      const answer = event.currentTarget.closest('.answer');
      const markers = [...(answer?.querySelectorAll<HTMLElement>('.citation-marker') ?? [])];
      markers[markers.indexOf(event.currentTarget) + step]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <button
      type="button"
      className="citation-marker"
      aria-label={messages.citation(marker, citation.source, date)}
      aria-expanded={cards.shown === marker}
      aria-haspopup="dialog"
      onPointerEnter={(event) => {
        if (event.pointerType !== 'touch') cards.show(marker, event.currentTarget, 'pointer');
      }}
      onPointerLeave={() => cards.hide('pointer')}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) {
          cards.show(marker, event.currentTarget, 'focus');
        }
      }}
      onBlur={() => cards.hide('pointer')}
      onKeyDown={onKeyDown}
      onClick={() => cards.open(marker)}
    >
      {marker}
    </button>
  );
}
