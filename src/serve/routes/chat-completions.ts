import type { RequestHandler, Response } from 'express';
import type { AnswerEvent } from '../../core/answer-event.ts';
import type { Application } from '../../core/application.ts';
import type { AnswerEvents } from '../answer-events.ts';
import { endOf } from '../answer-response.ts';
import { readAnswerText } from '../answer-text.ts';
import { articleLinksFor, type LinkArticle } from '../article-link.ts';
import { type EventStream, openEventStream } from '../event-stream.ts';
import type { HttpLimits } from '../http-limits.ts';
import { openaiError, sendOpenAIError } from '../openai-error.ts';
import { completionSchema, evidenceOf, modelId } from '../openai-messages.ts';
import { readRequest } from '../read-request.ts';
import { type CountTokens, usageOf } from '../token-usage.ts';
import { type UrlCitation, urlCitationsOf } from '../url-citations.ts';

/** What routes for OpenAI's clients are made with. */
export interface OpenAIRouteParts {
  readonly application: Application;
  readonly answerEvents: AnswerEvents;
  readonly limits: HttpLimits;
  /** Address of the page, or null where requests tell it. */
  readonly publicUrl: string | null;
  readonly countTokens: CountTokens;
}

/** What one completion is written with. */
interface Writing {
  readonly linkArticle: LinkArticle;
  /** The usage of an answer, in the form of chat completions. */
  readonly usage: (answer: string) => object;
  readonly includeUsage: boolean;
  /** The model that was chosen. */
  readonly model: string | undefined;
}

/** `POST /v1/chat/completions`: the same answers for OpenAI clients, citations as annotations. */
export function chatCompletions(parts: OpenAIRouteParts): RequestHandler {
  const { application, answerEvents, limits, publicUrl, countTokens } = parts;
  return async (request, response) => {
    const { stream, includeUsage, asked } = readRequest(completionSchema, request.body);
    const events = answerEvents((signal) => application.answer({ ...asked, signal }), response);
    const writing: Writing = {
      model: asked.model,
      linkArticle: articleLinksFor(publicUrl, request),
      includeUsage,
      usage: (answer) => {
        const { input, output, total } = usageOf(asked.messages, answer, countTokens);
        return { prompt_tokens: input, completion_tokens: output, total_tokens: total };
      },
    };
    if (stream) await streamCompletion(events, response, limits, writing);
    else await sendCompletion(events, response, writing);
  };
}

async function sendCompletion(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
  { linkArticle, usage, model }: Writing,
): Promise<void> {
  const end = await endOf(events);
  if (end?.type === 'error') sendOpenAIError(response, end.problem);
  if (end?.type !== 'done') return;
  const { answer } = end;
  const annotations = urlCitationsOf(answer.answer, answer.citations, linkArticle);
  response.set('Cache-Control', 'no-store').json({
    ...envelope(answer.id, model, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: answer.answer,
          refusal: null,
          annotations: annotations.map(asAnnotation),
        },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: usage(answer.answer),
    ...evidenceOf(answer),
  });
}

async function streamCompletion(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
  limits: HttpLimits,
  { linkArticle, usage, includeUsage, model }: Writing,
): Promise<void> {
  let stream: EventStream | undefined;
  let id = '';
  const nothingUsed = includeUsage ? { usage: null } : {};
  const chunk = (delta: object, finishReason: string | null = null, extra: object = {}) => ({
    ...envelope(id, model, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
    ...nothingUsed,
    ...extra,
  });
  for await (const event of readAnswerText(events, linkArticle)) {
    if (stream === undefined && event.type === 'failed') {
      sendOpenAIError(response, event.problem);
      continue;
    }
    stream ??= openEventStream(response, limits);
    switch (event.type) {
      case 'begun':
        id = event.id;
        await stream.send(chunk({ role: 'assistant', content: '' }));
        break;
      case 'text': {
        const { text: content, citations } = event;
        const annotations = citations.map(asAnnotation);
        await stream.send(chunk(annotations.length === 0 ? { content } : { content, annotations }));
        break;
      }
      case 'done':
        await stream.send(chunk({}, 'stop', evidenceOf(event.answer)));
        if (includeUsage) {
          const used = usage(event.answer.answer);
          await stream.send({
            ...envelope(id, model, 'chat.completion.chunk'),
            choices: [],
            usage: used,
          });
        }
        await stream.send('[DONE]');
        break;
      case 'failed':
        await stream.send(openaiError(event.problem));
        break;
    }
  }
  stream?.end();
}

function asAnnotation(citation: UrlCitation) {
  return { type: 'url_citation', url_citation: citation };
}

function envelope(id: string, model: string | undefined, object: string) {
  return { id, object, created: Math.floor(Date.now() / 1_000), model: modelId(model) };
}
