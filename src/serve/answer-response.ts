import type { Response } from 'express';
import type { AnswerEvent } from '../core/answer-event.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import type { HttpLimits } from './http-limits.ts';
import { sendProblem } from './problem-response.ts';

/**
 * Answers with server-sent events as they come, or with the whole `Answer` as one JSON, where an
 * `error` event becomes its problem details.
 */
export async function sendAnswer(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
  stream: boolean,
  limits: HttpLimits,
): Promise<void> {
  if (stream) await streamEvents(events, response, limits);
  else await sendJson(events, response);
}

/** How an answer ended: with itself or a problem; null where its reader left before. */
export type AnswerEnd = Extract<AnswerEvent, { readonly type: 'done' | 'error' }> | null;

/** Waits for the whole of an answer. */
export async function endOf(events: AsyncIterable<AnswerEvent>): Promise<AnswerEnd> {
  let end: AnswerEnd = null;
  for await (const event of events) {
    if (event.type === 'done' || event.type === 'error') end = event;
  }
  return end;
}

async function sendJson(events: AsyncIterable<AnswerEvent>, response: Response): Promise<void> {
  const end = await endOf(events);
  if (end?.type === 'done') response.set('Cache-Control', 'no-store').json(end.answer);
  if (end?.type === 'error') sendProblem(response, end.problem);
}

/** The status line waits for the first event, so that what fails at once still fails with its own. */
async function streamEvents(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
  limits: HttpLimits,
): Promise<void> {
  let stream: EventStream | undefined;
  for await (const event of events) {
    if (stream === undefined && event.type === 'error') {
      sendProblem(response, event.problem);
      continue;
    }
    stream ??= openEventStream(response, limits);
    await stream.send(event, event.type);
  }
  stream?.end();
}
