import type { Span } from '../core/span.ts';

/** Words of a sentence that have the form a question asks for. Offsets count within the text. */
export interface AnswerCandidate extends Span {
  readonly text: string;
  /** Equal for candidates that say the same: `06-26`, `1500000`, a folded name. */
  readonly key: string;
  /** How well the form fits, from 0 to 1: a day fits 什么时候 better than a year. */
  readonly fit: number;
}
