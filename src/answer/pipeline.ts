import type { AnswerEvent } from '../core/answer-event.ts';
import type { AnswerRequest } from '../core/application.ts';
import type { Article, Language } from '../core/article.ts';
import type { AnswerComposer, ChatMessage, Question } from '../core/composer.ts';
import type { Retrieval, Retriever } from '../core/passage.ts';
import { streamAnswer } from '../core/stream-answer.ts';
import { detectLanguage } from '../language/characters/language.ts';
import { readQuestionForm } from '../question/question-kind.ts';
import { type StandaloneParts, standaloneQuestion } from '../question/standalone-question.ts';

/**
 * Rewrites a follow-up so that it stands alone, or resolves to null where it cannot; the rules of
 * `standaloneQuestion` are then used.
 */
export type QuestionRewriter = (
  messages: readonly ChatMessage[],
  signal: AbortSignal | undefined,
) => Promise<string | null>;

export interface AnswerPipelineParts extends StandaloneParts {
  readonly retriever: Retriever;
  readonly composer: AnswerComposer;
  /** What `meta` announces; `done` says which composer the answer came from in the end. */
  readonly composerKind: 'extractive' | 'model';
  /** Every article of the collection at this moment. */
  readonly collection: () => readonly Article[];
  readonly rewriteQuestion?: QuestionRewriter | undefined;
  /** Unique id of an answer. */
  readonly newId: () => string;
}

export interface AnswerPipelineLimits {
  /** Passages an answer may rest on. */
  readonly passages: number;
}

/** A conversation that ends in a question, checked; relative dates count from `today`. */
export type PipelineRequest = AnswerRequest & { readonly today: string };

/** Answers one request, as events. */
export type AnswerPipeline = (request: PipelineRequest) => AsyncIterable<AnswerEvent>;

/** The way from a conversation to an answer: understand, retrieve, compose. */
export function createAnswerPipeline(
  parts: AnswerPipelineParts,
  limits: AnswerPipelineLimits,
): AnswerPipeline {
  return ({ messages, filters, today, signal }) => {
    const collection = parts.collection();
    return streamAnswer<Question, Retrieval>({
      id: parts.newId(),
      composer: parts.composerKind,
      signal,
      understand: () => understand(messages, parts, signal),
      find: ({ standalone }) =>
        parts.retriever.retrieve(
          {
            text: standalone,
            language: detectLanguage(standalone),
            filters,
            limit: limits.passages,
            today,
          },
          signal,
        ),
      compose: (question, retrieval) =>
        parts.composer.compose({
          question,
          retrieval,
          filters,
          conversation: messages.slice(0, -1),
          collection,
          today,
          signal,
        }),
    });
  };
}

async function understand(
  messages: readonly ChatMessage[],
  parts: AnswerPipelineParts,
  signal: AbortSignal | undefined,
): Promise<Question> {
  const asked = (messages.at(-1)?.content ?? '').trim();
  const byRules = standaloneQuestion(messages, parts);
  const isFollowUp = byRules !== asked;
  const rewritten =
    messages.length > 1 && isFollowUp ? await parts.rewriteQuestion?.(messages, signal) : null;
  const standalone = rewritten?.trim() || byRules;
  const { kind } = readQuestionForm(standalone, detectLanguage(standalone));
  return { asked, standalone, language: answerLanguage(messages, asked), kind };
}

/** A follow-up without words of its own (`2024?`) is answered in the language of the turn before. */
function answerLanguage(messages: readonly ChatMessage[], asked: string): Language {
  const worded = /\p{L}/u.test(asked)
    ? asked
    : messages.findLast(({ role, content }) => role === 'user' && /\p{L}/u.test(content))?.content;
  return detectLanguage(worded ?? asked);
}
