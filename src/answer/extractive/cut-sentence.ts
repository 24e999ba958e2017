import type { Span } from '../../core/span.ts';

/** Marks behind which a long sentence may be cut, the ones between whole clauses first. */
const CLAUSE_END =
  /[；;。！？!?]["”’」』）)]*|[，,：:](?!\d)["”’」』）)]*|——|\s[–—-]\s|\.\s|\.{3}/gu;

/**
 * Stretches of a sentence that are at most `limit` UTF-16 code units long and begin and end at
 * clause marks: the sentence itself where it fits, else every longest run of whole clauses. A clause
 * too long by itself is cut at word boundaries, which `boundaries` lists.
 *
 * @param text the sentence
 * @param boundaries offsets in `text` where words begin, ascending
 */
export function cutSentence(text: string, limit: number, boundaries: readonly number[]): Span[] {
  if (text.length <= limit) return [{ start: 0, end: text.length }];
  const clauses = splitClauses(text).flatMap((clause) =>
    clause.end - clause.start <= limit ? [clause] : splitAtWords(clause, limit, boundaries),
  );
  const runs: Span[] = [];
  for (const [first, { start }] of clauses.entries()) {
    let last = first;
    while ((clauses[last + 1]?.end ?? Infinity) - start <= limit) last++;
    const span = trim(text, { start, end: clauses[last]?.end ?? start });
    const previous = runs.at(-1);
    if (span.end > span.start && (previous === undefined || span.end > previous.end))
      runs.push(span);
  }
  return runs;
}

/** Clauses of a sentence, each with the mark that ends it; together they are the whole text. */
function splitClauses(text: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    const end = match.index + match[0].length;
    clauses.push({ start, end });
    start = end;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}

/** Overlapping pieces of a clause that fit, so that no neighbourhood of words is lost. */
function splitAtWords(clause: Span, limit: number, boundaries: readonly number[]): Span[] {
  const inside = boundaries.filter((at) => at > clause.start && at < clause.end);
  const pieces: Span[] = [];
  let { start } = clause;
  while (clause.end - start > limit) {
    const end = inside.findLast((at) => at > start && at <= start + limit) ?? start + limit;
    pieces.push({ start, end });
    const half = start + (end - start) / 2;
    start = inside.find((at) => at >= half && at < end) ?? end;
  }
  pieces.push({ start, end: clause.end });
  return pieces;
}

function trim(text: string, span: Span): Span {
  const piece = text.slice(span.start, span.end);
  const lead = span.start === 0 ? 0 : (/^[\s，,、；;：:。.…）)”’]+/u.exec(piece)?.[0].length ?? 0);
  const tail =
    span.end === text.length ? 0 : (/[\s，,、；;：:（(“‘]+$/u.exec(piece)?.[0].length ?? 0);
  return { start: span.start + lead, end: Math.max(span.start + lead, span.end - tail) };
}
