import { createContext, useContext } from 'react';
import type { Citation } from '../../../src/core/citation.ts';
import type { ReaderTarget } from '../state/route.ts';

/** What the markers of one answer share: its citations, and the card that shows their quotes. */
export interface QuoteCards {
  readonly citations: readonly Citation[];
  /** Marker whose quote is shown, or null. */
  readonly shown: number | null;
  show(marker: number, anchor: HTMLElement, how: 'pointer' | 'focus'): void;
  hide(how: 'pointer' | 'now'): void;
  /** Moves the focus into the card. */
  enter(): void;
  open(marker: number): void;
}

export const QuoteCardContext = createContext<QuoteCards | null>(null);

export function useQuoteCards(): QuoteCards {
  const cards = useContext(QuoteCardContext);
  if (cards === null) throw new Error('A citation marker needs a QuoteCardArea above it.');
  return cards;
}

export const useCitations = (): readonly Citation[] => useQuoteCards().citations;

/** The cited article with every quote that the answer takes from it, scrolled to one of them. */
export function readerTargetFor(
  citations: readonly Citation[],
  marker: number,
): ReaderTarget | null {
  const cited = citations.find((citation) => citation.marker === marker);
  if (cited === undefined) return null;
  const spans = citations
    .filter(({ articleId }) => articleId === cited.articleId)
    .map(({ marker: number, start, end }) => ({ marker: number, start, end }));
  const active = spans.findIndex((span) => span.marker === marker);
  return { articleId: cited.articleId, spans, active };
}
