import type { Span } from '../../core/span.ts';
import type { RankedWindow } from './rank-windows.ts';
import type { SoughtTerm } from './sought-terms.ts';

/**
 * Windows that speak of one side of a comparison, best first: its own terms decide, those of the
 * other side count nothing.
 */
export function rankForSide(
  ranked: readonly RankedWindow[],
  terms: readonly SoughtTerm[],
  side: Span,
  other: Span,
): RankedWindow[] {
  const within = (term: SoughtTerm, span: Span) => term.start >= span.start && term.end <= span.end;
  const scored = ranked.flatMap((window) => {
    let own = 0;
    let shared = 0;
    for (const [i, term] of terms.entries()) {
      const strength = window.window.inside[i] ?? 0;
      const around = window.window.around[i] ?? 0;
      if (within(term, side)) own += term.weight * Math.max(strength, around / 2);
      else if (!within(term, other)) shared += term.weight * strength;
    }
    return own === 0 ? [] : [{ window, score: 2 * own + shared }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ window }) => window);
}
