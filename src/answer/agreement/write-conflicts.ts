import type { CompositionEvent } from '../../core/answer-event.ts';
import type { CompositionWriter } from '../../core/composition-writer.ts';
import type { FoundConflict } from './find-conflicts.ts';

/**
 * What sources state differently, each statement with its citation: a conflict, or a ledger from
 * the oldest report on where each only brings the one before it up to date.
 */
export function* writeConflicts(
  found: readonly FoundConflict[],
  writer: CompositionWriter,
): Generator<CompositionEvent> {
  for (const { about, isUpdate, statements } of found) {
    const cited = statements.map(({ value, span }) => ({
      value,
      citation: writer.cite(span.article, span),
    }));
    if (isUpdate) {
      const rows = cited.map(({ value, citation: { source, publishedAt, marker } }) => ({
        value,
        who: source,
        asOf: publishedAt?.slice(0, 10) ?? null,
        citation: marker,
      }));
      rows.sort((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''));
      yield* writer.write({ kind: 'ledger', about, rows });
    } else {
      yield* writer.write({
        kind: 'conflict',
        about,
        statements: cited.map(({ value, citation }) => ({ value, citation: citation.marker })),
      });
    }
  }
}
