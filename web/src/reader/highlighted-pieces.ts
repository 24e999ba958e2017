import type { ReaderSpan } from '../state/route.ts';

/** A stretch of text under the same highlights. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  /** Indices of the spans that cover it. */
  readonly spans: readonly number[];
  /** Indices of the spans that end with it, where their numbers are shown. */
  readonly ends: readonly number[];
}

/**
 * Cuts a stretch of an article where highlights begin and end. Highlights may overlap.
 * The pieces' texts join to `body.slice(start, end)`.
 * @param start UTF-16 offset on the body, inclusive
 * @param end exclusive
 */
export function highlightedPieces(
  body: string,
  start: number,
  end: number,
  spans: readonly Pick<ReaderSpan, 'start' | 'end'>[],
): readonly TextPiece[] {
  const cuts = new Set([start, end]);
  for (const span of spans) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  const sorted = [...cuts].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    const covering = spans.flatMap((span, at) =>
      span.start <= from && to <= span.end ? [at] : [],
    );
    return {
      start: from,
      text: body.slice(from, to),
      spans: covering,
      ends: covering.filter((at) => spans[at]?.end === to),
    };
  });
}
