import { isWithin, type Span } from '../../core/span.ts';

const CLAUSE_MARK = /[，,。；;：:！？!?—]|\.(?=\s|$)/gu;

/** The clauses of a sentence, each but the first with the mark that it begins with. */
export function clausesOf(text: string): Span[] {
  const marks = [...text.matchAll(CLAUSE_MARK)].map(({ index }) => index);
  const starts = [0, ...marks];
  return starts.map((start, i) => ({ start, end: marks[i] ?? text.length }));
}

/** The one of some clauses that a stretch lies in; undefined where it reaches over two. */
export function clauseAt(clauses: readonly Span[], span: Span): Span | undefined {
  return clauses.find((clause) => isWithin(span, clause));
}
