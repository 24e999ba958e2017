import type { RequestHandler, Response } from 'express';
import type { AnswerSentence } from '../../core/answer.ts';
import type { AnswerEvent } from '../../core/answer-event.ts';
import type { Application } from '../../core/application.ts';
import type { Language } from '../../core/article.ts';
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
  let content = '';
  let language: Language = 'en';
  for await (const event of events) {
    if (event.type === 'meta') language = event.language;
    if (event.type === 'delta') content += event.text;
    if (event.type === 'check') content += markOf(event.sentence, language);
    // What was written so far is void; unlike a stream, this can still take it back.
    if (event.type === 'notice' && event.replace) content = '';
    if (event.type === 'error') sendOpenAIError(response, event.problem);
    if (event.type !== 'done') continue;
    const { answer } = event;
    response.json({
      ...envelope(answer.id, 'chat.completion'),
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content, refusal: null },
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
  let language: Language = 'en';
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
    if (event.type === 'meta') {
      ({ id, language } = event);
      await stream.send(chunk({ role: 'assistant', content: '' }));
    } else if (event.type === 'delta') {
      await stream.send(chunk({ content: event.text }));
    } else if (event.type === 'check') {
      const mark = markOf(event.sentence, language);
      if (mark !== '') await stream.send(chunk({ content: mark }));
    } else if (event.type === 'notice' && event.replace) {
      // The protocol cannot take back what it sent, so the reader is told where to begin anew.
      await stream.send(chunk({ content: `\n\n---\n\n${event.notice.text}\n\n` }));
    } else if (event.type === 'done') {
      await stream.send(chunk({}, 'stop', evidenceOf(event.answer)));
      await stream.send('[DONE]');
    } else if (event.type === 'error') {
      await stream.send(openaiError(event.problem));
    }
  }
  stream?.end();
}

const UNSUPPORTED: Readonly<Record<Language, string>> = {
  zh: '〔报道中没有依据〕',
  en: ' [not supported by the articles]',
};

/** Said behind a sentence that no article supports: OpenAI clients show the text and nothing else. */
function markOf({ support }: AnswerSentence, language: Language): string {
  return support.verdict === 'unsupported' ? UNSUPPORTED[language] : '';
}

function envelope(id: string, object: string) {
  return { id, object, created: Math.floor(Date.now() / 1_000), model: MODEL_ID };
}
