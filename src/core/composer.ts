import type { AnswerKind } from './answer.ts';
import type { CompositionEvent } from './answer-event.ts';
import type { Article, Language } from './article.ts';
import type { Block } from './block.ts';
import type { ArticleFilters } from './filters.ts';
import type { Retrieval } from './passage.ts';

/** One turn of a conversation. */
export interface ChatMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
  /** What an answer was made of, where the client kept it. */
  readonly blocks?: readonly SpokenBlock[] | undefined;
}

/** As much of a block as a later question can refer to. */
export interface SpokenBlock {
  readonly kind: Block['kind'];
  readonly text: string;
}

/** A question, understood. */
export interface Question {
  /** As the user wrote it. */
  readonly asked: string;
  /** Rewritten so that it stands without the conversation; equal to `asked` otherwise. */
  readonly standalone: string;
  /** Language to answer in. */
  readonly language: Language;
  readonly kind: AnswerKind;
}

/** One of the questions that a question is made of, or one side of its comparison. */
export interface QuestionPart {
  /** As it stands in the question. */
  readonly label: string;
  /** So that it stands by itself. */
  readonly standalone: string;
  readonly retrieval: Retrieval;
}

/** What a composer answers from. */
export interface CompositionRequest {
  readonly question: Question;
  readonly retrieval: Retrieval;
  /** Absent or empty where the question is one. */
  readonly parts?: readonly QuestionPart[] | undefined;
  readonly filters: ArticleFilters;
  /** Earlier turns, oldest first, without the question. */
  readonly conversation: readonly ChatMessage[];
  /** Every article of the collection, for what a refusal says it covers. */
  readonly collection: readonly Article[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly signal?: AbortSignal | undefined;
}

/** Makes an answer from passages. Every sentence it yields has been checked. */
export interface AnswerComposer {
  compose(request: CompositionRequest): AsyncIterable<CompositionEvent>;
}
