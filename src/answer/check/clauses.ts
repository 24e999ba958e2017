import type { Span } from '../../core/span.ts';

const CLAUSE_MARK = /[，,。；;：:！？!?—]|\.(?=\s|$)/gu;

/** The clauses of a sentence, each but the first with the mark that it begins with. */
export function clausesOf(text: string): Span[] {
  const marks = [...text.matchAll(CLAUSE_MARK)].map(({ index }) => index);
  const starts = [0, ...marks];
  return starts.map((start, i) => ({ start, end: marks[i] ?? text.length }));
}
