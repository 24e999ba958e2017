import type { Conflict } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { CitationList } from '../../core/citation-list.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import type { FoundConflict } from '../agreement/find-conflicts.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { AnswerPiece } from './composition-stream.ts';

export interface WrittenConflicts {
  readonly pieces: readonly AnswerPiece[];
  readonly conflicts: readonly Conflict[];
}

/** What sources state differently, each statement with its outlet, day and citation. */
export function writeConflicts(
  found: readonly FoundConflict[],
  language: Language,
  citations: CitationList,
): WrittenConflicts {
  const phrases = ANSWER_PHRASES[language];
  const pieces: AnswerPiece[] = [];
  const conflicts: Conflict[] = [];
  for (const { about, statements } of found) {
    const cited = statements.map(({ value, span }) => ({
      value,
      citation: citations.cite(span.article, span),
    }));
    conflicts.push({
      about,
      statements: cited.map(({ value, citation }) => ({ value, citation: citation.marker })),
    });
    const worded = cited.map(({ value, citation }) => {
      const day = citation.publishedAt?.slice(0, 10);
      const written = day === undefined ? null : writeDays(day, day, language);
      return phrases.statement(value, citation.source, written, citation.marker);
    });
    pieces.push({
      text: `\n\n${phrases.conflict(about, worded)}`,
      citations: cited.map(({ citation }) => citation),
      sentence: null,
    });
  }
  return { pieces, conflicts };
}
