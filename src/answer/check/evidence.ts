import type { Evidence } from '../../core/sentence-checker.ts';
import { blankOrders } from '../instruction-text.ts';

/** Whether the quote stands, character by character, where it is said to. */
export function standsInPlace({ quote, place }: Evidence): boolean {
  if (quote === '') return false;
  return place === undefined || place.body.startsWith(quote, place.start);
}

/** How much text before the quote may explain its 同日 and 他. */
const CONTEXT_LENGTH = 400;
/** Read further back than that, so that a sentence that gives orders is seen whole. */
const READ_BACK = 1200;

/**
 * The text that leads up to the quote in its article, with orders to an assistant blanked; empty
 * where unknown.
 */
export function contextBefore({ place }: Evidence): string {
  if (place === undefined) return '';
  const before = place.body.slice(Math.max(0, place.start - READ_BACK), place.start);
  return blankOrders(before).slice(-CONTEXT_LENGTH);
}
