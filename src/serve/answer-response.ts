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

async function sendJson(events: AsyncIterable<AnswerEvent>, response: Response): Promise<void> {
  for await (const event of events) {
    if (event.type === 'done') response.set('Cache-Control', 'no-store').json(event.answer);
    if (event.type === 'error') sendProblem(response, event.problem);
  }
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
