import type { CompositionEvent } from '../../core/answer-event.ts';
import type { CompositionWriter } from '../../core/composition-writer.ts';
import type { FoundConflict } from './find-conflicts.ts';

/** What sources state differently, each statement with its citation. */
export function* writeConflicts(
  found: readonly FoundConflict[],
  writer: CompositionWriter,
): Generator<CompositionEvent> {
  for (const { about, statements } of found) {
    const cited = statements.map(({ value, span }) => ({
      value,
      citation: writer.cite(span.article, span).marker,
    }));
    yield* writer.write({ kind: 'conflict', about, statements: cited });
  }
}
