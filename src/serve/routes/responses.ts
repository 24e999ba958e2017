import type { RequestHandler, Response } from 'express';
import type { Answer } from '../../core/answer.ts';
import type { AnswerEvent } from '../../core/answer-event.ts';
import type { Problem } from '../../core/errors.ts';
import { endOf } from '../answer-response.ts';
import { readAnswerText } from '../answer-text.ts';
import { articleLinksFor, type LinkArticle } from '../article-link.ts';
import { type EventStream, openEventStream } from '../event-stream.ts';
import type { HttpLimits } from '../http-limits.ts';
import { sendOpenAIError } from '../openai-error.ts';
import { evidenceOf, modelId } from '../openai-messages.ts';
import { readRequest } from '../read-request.ts';
import { responsesSchema } from '../responses-request.ts';
import { usageOf } from '../token-usage.ts';
import { type UrlCitation, urlCitationsOf } from '../url-citations.ts';
import type { OpenAIRouteParts } from './chat-completions.ts';

/** What one response is written with. */
interface Writing {
  readonly linkArticle: LinkArticle;
  /** The usage of an answer, in the form of responses. */
  readonly usage: (answer: string) => object;
  /** The model that was chosen. */
  readonly model: string | undefined;
}

/** `POST /v1/responses`: the same answers in the form that newer OpenAI clients ask for first. */
export function responses(parts: OpenAIRouteParts): RequestHandler {
  const { application, answerEvents, limits, publicUrl, countTokens } = parts;
  return async (request, response) => {
    const { stream, asked } = readRequest(responsesSchema, request.body);
    const events = answerEvents((signal) => application.answer({ ...asked, signal }), response);
    const writing: Writing = {
      model: asked.model,
      linkArticle: articleLinksFor(publicUrl, request),
      usage: (answer) => {
        const { input, output, total } = usageOf(asked.messages, answer, countTokens);
        return {
          input_tokens: input,
          input_tokens_details: { cached_tokens: 0 },
          output_tokens: output,
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: total,
        };
      },
    };
    if (stream) await streamResponse(events, response, limits, writing);
    else await sendResponse(events, response, writing);
  };
}

async function sendResponse(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
  { linkArticle, usage, model }: Writing,
): Promise<void> {
  const end = await endOf(events);
  if (end?.type === 'error') sendOpenAIError(response, end.problem);
  if (end?.type !== 'done') return;
  const { answer } = end;
  const text = answer.answer;
  const annotations = urlCitationsOf(text, answer.citations, linkArticle);
  const item = messageItem(answer.id, 'completed', [textPart(text, annotations)]);
  response
    .set('Cache-Control', 'no-store')
    .json(envelope(answer.id, model, 'completed', [item], { answer, usage: usage(text) }));
}

async function streamResponse(
  events: AsyncIterable<AnswerEvent>,
  response: Response,
  limits: HttpLimits,
  { linkArticle, usage, model }: Writing,
): Promise<void> {
  let stream: EventStream | undefined;
  let sequence = 0;
  let id = '';
  let text = '';
  const annotations: UrlCitation[] = [];

  const send = async (type: string, fields: object) => {
    await stream?.send({ type, sequence_number: sequence, ...fields }, type);
    sequence += 1;
  };
  const place = () => ({ item_id: messageId(id), output_index: 0, content_index: 0 });

  for await (const event of readAnswerText(events, linkArticle)) {
    if (stream === undefined && event.type === 'failed') {
      sendOpenAIError(response, event.problem);
      continue;
    }
    stream ??= openEventStream(response, limits);
    switch (event.type) {
      case 'begun': {
        id = event.id;
        const begun = { response: envelope(id, model, 'in_progress', []) };
        await send('response.created', begun);
        await send('response.in_progress', begun);
        const item = messageItem(id, 'in_progress', []);
        await send('response.output_item.added', { output_index: 0, item });
        await send('response.content_part.added', { ...place(), part: textPart('', []) });
        break;
      }
      case 'text':
        text += event.text;
        await send('response.output_text.delta', { ...place(), delta: event.text, logprobs: [] });
        for (const citation of event.citations) {
          await send('response.output_text.annotation.added', {
            ...place(),
            annotation_index: annotations.length,
            annotation: asAnnotation(citation),
          });
          annotations.push(citation);
        }
        break;
      case 'done': {
        const part = textPart(text, annotations);
        const item = messageItem(id, 'completed', [part]);
        const { answer } = event;
        await send('response.output_text.done', { ...place(), text, logprobs: [] });
        await send('response.content_part.done', { ...place(), part });
        await send('response.output_item.done', { output_index: 0, item });
        await send('response.completed', {
          response: envelope(id, model, 'completed', [item], { answer, usage: usage(text) }),
        });
        break;
      }
      case 'failed':
        await send('response.failed', {
          response: { ...envelope(id, model, 'failed', []), error: failureOf(event.problem) },
        });
        break;
    }
  }
  stream?.end();
}

type Status = 'in_progress' | 'completed' | 'failed';

function envelope(
  id: string,
  model: string | undefined,
  status: Status,
  output: readonly object[],
  done?: { readonly answer: Answer; readonly usage: object },
) {
  const now = Math.floor(Date.now() / 1_000);
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: now,
    completed_at: status === 'completed' ? now : null,
    status,
    background: false,
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: null,
    metadata: {},
    model: modelId(model),
    output,
    parallel_tool_calls: false,
    previous_response_id: null,
    reasoning: { effort: null, summary: null },
    store: false,
    temperature: null,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: null,
    truncation: 'disabled',
    usage: done?.usage ?? null,
    user: null,
    ...(done === undefined ? {} : evidenceOf(done.answer)),
  };
}

function messageId(id: string): string {
  return `msg_${id}`;
}

function messageItem(id: string, status: Status, content: readonly object[]) {
  return { id: messageId(id), type: 'message', status, role: 'assistant', content };
}

function textPart(text: string, annotations: readonly UrlCitation[]) {
  return {
    type: 'output_text',
    text,
    annotations: annotations.map(asAnnotation),
    logprobs: [],
  };
}

function asAnnotation(citation: UrlCitation) {
  return { type: 'url_citation', ...citation };
}

function failureOf({ code, title, detail, action }: Problem) {
  return { code, message: `${title}: ${detail} ${action}` };
}
