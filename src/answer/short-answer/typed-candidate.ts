import type { Quantity, Sentence } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { ReadQuestion } from '../../question/read-question.ts';

/** Words of a sentence that have the type of answer asked for. Offsets count in the sentence. */
export interface TypedCandidate extends Span {
  readonly text: string;
  /** Equal for candidates that say the same: `2025-06-26`, `1500000`, a folded name. */
  readonly key: string;
  /** How well the type fits, from 0 to 1. */
  readonly fit: number;
  /** Whether it belongs by its form to what is asked: a title to the name, a count to its noun. */
  readonly isBound: boolean;
  /** Whether it names a foreigner, whose name is not spelled as a Chinese one is. */
  readonly isForeign?: boolean | undefined;
  /** What it is made of, for a list. */
  readonly items?: readonly string[] | undefined;
  readonly quantity?: Pick<Quantity, 'value' | 'kind' | 'unit'> | undefined;
  /** Days it means, for a date. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
}

/** What candidates are read by. */
export interface CandidateSource {
  readonly question: ReadQuestion;
  readonly sentence: Sentence;
  /** Sentences that follow it in its article, for lists that run on. */
  readonly following: readonly Sentence[];
  readonly names: Pick<NameAnalyzer, 'namesMatch' | 'nameKeys'>;
}

/** Stretches of a sentence between marks that part clauses. */
export function clauseAround(text: string, at: Span): Span {
  const before = Math.max(
    -1,
    ...[...text.slice(0, at.start).matchAll(CLAUSE_MARK)].map(({ index }) => index),
  );
  const behind = /[，。；：！？!?;]|,(?!\d)|\.(?=\s)/u.exec(text.slice(at.end));
  return { start: before + 1, end: behind === null ? text.length : at.end + behind.index };
}

const CLAUSE_MARK = /[，。；：！？!?;]|,(?!\d)|\.(?=\s)/gu;
