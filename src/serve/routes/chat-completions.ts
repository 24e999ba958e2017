import type { RequestHandler, Response } from 'express';
import type { AnswerEvent } from '../../core/answer-event.ts';
import type { Application } from '../../core/application.ts';
import { MarkdownStream } from '../../core/block-markdown.ts';
import type { AnswerEvents } from '../answer-events.ts';
import { type EventStream, openEventStream } from '../event-stream.ts';
import type { HttpLimits } from '../http-limits.ts';
import { openaiError, sendOpenAIError } from '../openai-error.ts';
import { completionSchema, evidenceOf } from '../openai-messages.ts';
import { readRequest } from '../read-request.ts';
import { MODEL_ID } from './openai-models.ts';

/** `POST /v1/chat/completions`: the same answers for OpenAI clients, evidence in extra fields. */
export function chatCompletions(
  application: Application,
  answerEvents: AnswerEvents,
  limits: HttpLimits,
): RequestHandler {
  return async (request, response) => {
    const { stream, ...asked } = readRequest(completionSchema, request.body);
    const events = answerEvents((signal) => application.answer({ ...asked, signal }), response);
    if (stream) await streamCompletion(events, response, limits);
    else await sendCompletion(events, response);
  };
}

async function sendCompletion(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
): Promise<void> {
  for await (const event of events) {
    if (event.type === 'error') sendOpenAIError(response, event.problem);
    if (event.type !== 'done') continue;
    const { answer } = event;
    response.json({
      ...envelope(answer.id, 'chat.completion'),
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: answer.answer, refusal: null },
          logprobs: null,
          finish_reason: 'stop',
        },
      ],
      ...evidenceOf(answer),
    });
  }
}

async function streamCompletion(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
  limits: HttpLimits,
): Promise<void> {
  let stream: EventStream | undefined;
  let id = '';
  let markdown = new MarkdownStream('en');
  const chunk = (delta: object, finishReason: string | null = null, extra: object = {}) => ({
    ...envelope(id, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    ...extra,
  });
  for await (const event of events) {
    if (stream === undefined && event.type === 'error') {
      sendOpenAIError(response, event.problem);
      continue;
    }
    stream ??= openEventStream(response, limits);
    switch (event.type) {
      case 'meta':
        id = event.id;
        markdown = new MarkdownStream(event.language);
        await stream.send(chunk({ role: 'assistant', content: '' }));
        break;
      case 'citation':
        markdown.cite(event.citation);
        break;
      case 'block-start':
      case 'block-delta':
      case 'block-end':
      case 'check': {
        const content = markdown.push(event);
        if (content !== '') await stream.send(chunk({ content }));
        break;
      }
      case 'notice':
        if (event.replace) {
          // The protocol cannot take back what it sent, so the reader is told where to begin anew.
          markdown.restart();
          await stream.send(chunk({ content: `\n\n---\n\n${event.notice.text}\n\n` }));
        }
        break;
      case 'done':
        await stream.send(chunk({}, 'stop', evidenceOf(event.answer)));
        await stream.send('[DONE]');
        break;
      case 'error':
        await stream.send(openaiError(event.problem));
        break;
    }
  }
  stream?.end();
}

function envelope(id: string, object: string) {
  return { id, object, created: Math.floor(Date.now() / 1_000), model: MODEL_ID };
}
