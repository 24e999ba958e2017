import type { AnswerKind } from '../core/answer.ts';
import type { Span } from '../core/span.ts';

/** What an answer must hold to answer at all. */
export type AnswerType =
  | 'person'
  | 'place'
  | 'date'
  | 'duration'
  | 'count'
  | 'quantity'
  | 'money'
  | 'percentage'
  | 'ordinal'
  | 'name'
  | 'phrase'
  | 'reason'
  | 'remark'
  | 'polarity'
  | 'statement';

/** A question as read from its own words, before anything is looked up. */
export interface QuestionForm {
  readonly kind: AnswerKind;
  readonly expects: AnswerType;
  /** Several things are asked for (哪些, which countries), not one. */
  readonly many: boolean;
  /** Units or measure words the answer is counted in (支, 人, 级), most specific first. */
  readonly units: readonly string[];
  /** The noun that is asked for (城市, treaty), folded, or null: its answer is one of these. */
  readonly focus: string | null;
  /** The newest statement is wanted (最新, latest). */
  readonly wantsLatest: boolean;
  /** Words that ask and say nothing of the matter (是多少, how many); not to be searched for. */
  readonly cues: readonly Span[];
}

/** One way of asking. The first rule of a language whose pattern matches decides. */
export interface QuestionCue {
  readonly kind: AnswerKind;
  readonly expects: AnswerType;
  /** Must be global; group `unit`, where there is one, names what the answer is counted in. */
  readonly pattern: RegExp;
  readonly many?: boolean;
}
