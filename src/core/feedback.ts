import type { AnswerOutcome } from './answer.ts';
import type { Language } from './article.ts';

/** What a reader says of an answer, with what they were shown. */
export interface Feedback {
  readonly verdict: 'useful' | 'wrong';
  readonly question: string;
  readonly language: Language;
  readonly outcome: AnswerOutcome;
  readonly shortAnswer: string | null;
  /** Words of the first quotes that were shown, in order. */
  readonly quotes: readonly string[];
  readonly composer: 'extractive' | 'model';
  readonly model: string | null;
  /** What the reader adds, or nothing. */
  readonly note: string;
}

/** Keeps what readers say. */
export interface FeedbackLog {
  /** @throws {YinzhengError} `feedback-full` */
  add(feedback: Feedback): Promise<void>;
}
