import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { AnswerEvent } from '../../../src/core/answer-event.ts';
import type { Language } from '../../../src/core/article.ts';
import type { ChatMessage } from '../../../src/core/composer.ts';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { SummaryLength } from '../../../src/core/news-event.ts';
import { isAborted, send, UnreachableError } from './request.ts';

export interface QuestionRequest {
  readonly messages: readonly ChatMessage[];
  readonly filters: ArticleFilters;
  /** Language to answer in; absent means that of the question. */
  readonly answerLanguage?: Language;
  readonly model?: string;
  readonly composer?: 'extractive';
}

export interface EventSummaryRequest {
  readonly event: string;
  readonly language: Language;
  readonly length: SummaryLength;
}

/** Asks, and yields the answer's events as they arrive. See `streamEvents`. */
export const streamAnswer = (request: QuestionRequest, signal: AbortSignal) =>
  streamEvents('/api/chat', request, signal);

/** Asks for a summary, and yields its events as they arrive. See `streamEvents`. */
export const streamSummary = (request: EventSummaryRequest, signal: AbortSignal) =>
  streamEvents('/api/summaries', request, signal);

/**
 * @param signal aborting it closes the connection, which ends the server's work too
 * @throws {ProblemError} when the server refuses the request
 * @throws {UnreachableError} when the stream breaks off before its closing event
 */
async function* streamEvents(
  path: string,
  request: QuestionRequest | EventSummaryRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ ...request, stream: true }),
    signal,
  });
  if (response.body === null) throw new UnreachableError('The answer has no body.');
  const events = response.body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await events.read();
      if (done) break;
      const event = JSON.parse(value.data) as AnswerEvent;
      yield event;
      if (event.type === 'done' || event.type === 'error') return;
    }
  } catch (thrown) {
    if (isAborted(thrown)) throw thrown;
    throw new UnreachableError('The answer broke off.', { cause: thrown });
  } finally {
    events.cancel().catch(() => {});
  }
  throw new UnreachableError('The answer ended without its closing event.');
}
