import type { AnswerKind } from '../core/answer.ts';
import type { Span } from '../core/span.ts';
import type { QuestionRequest } from './question-rule.ts';

/** What an answer must hold to answer at all. */
export type AnswerType =
  | 'person'
  /** A post, rank or job beside a name. */
  | 'role'
  /** Who somebody is: what stands beside a name. */
  | 'identity'
  | 'place'
  /** A hall, stadium or hotel, not the city that it stands in. */
  | 'venue'
  | 'date'
  | 'duration'
  | 'count'
  | 'quantity'
  | 'money'
  | 'percentage'
  | 'ordinal'
  | 'name'
  | 'phrase'
  /** Several things named side by side. */
  | 'enumeration'
  /** What something is, means or is for. */
  | 'definition'
  | 'reason'
  | 'remark'
  | 'polarity'
  | 'statement';

/** A question as read from its own words, before anything is looked up. */
export interface QuestionForm {
  /** The rule of asking that decided, or null where none matched. */
  readonly rule: string | null;
  readonly request: QuestionRequest;
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
  /** The sum over all is wanted (一共, in total). */
  readonly wantsTotal: boolean;
  /** Words that ask and say nothing of the matter (是多少, how many); not to be searched for. */
  readonly cues: readonly Span[];
}

/** Whether answers of a type can be pointed at in a sentence, as a date or a name can. */
export function hasSpanAnswer(type: AnswerType): boolean {
  return ![
    'statement',
    'reason',
    'remark',
    'polarity',
    'definition',
    'identity',
    'role',
    'enumeration',
  ].includes(type);
}
