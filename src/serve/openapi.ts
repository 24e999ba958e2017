import type { RequestHandler } from 'express';
import { z } from 'zod';
import { ERRORS } from '../core/errors.ts';
import { completionSchema } from './openai-messages.ts';
import { responsesSchema } from './responses-request.ts';
import { articlesSchema } from './routes/articles.ts';
import { chatSchema } from './routes/chat.ts';
import { embeddingsSchema } from './routes/embeddings.ts';
import { changesSchema } from './routes/event-changes.ts';
import { pressesSchema } from './routes/event-presses.ts';
import { eventsSchema } from './routes/events.ts';
import { feedbackSchema } from './routes/feedback.ts';
import { lexiconSchema } from './routes/lexicon.ts';
import { readingAidSchema, textAidSchema } from './routes/reading-aid.ts';
import { retrievalSchema } from './routes/retrieval.ts';
import { searchSchema } from './routes/search.ts';
import { storiesSchema } from './routes/stories.ts';
import { suggestionsSchema } from './routes/suggestions.ts';
import { summarySchema } from './routes/summaries.ts';
import { timelineSchema } from './routes/timeline.ts';
import { nothingSchema, uploadSchema } from './routes/uploads.ts';

interface Operation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** What is checked of a body; a schema of the route itself. */
  readonly body?: z.ZodType;
  /** What is checked of a query. */
  readonly query?: z.ZodType;
  /** Media types of what comes back; JSON alone where absent. */
  readonly produces?: readonly string[];
}

const JSON_TYPE = 'application/json';
const STREAM_TYPE = 'text/event-stream';
const JSON_OR_STREAM = [JSON_TYPE, STREAM_TYPE];

const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/chat',
    id: 'chat',
    summary: 'Answer a question, with evidence',
    body: chatSchema,
    produces: JSON_OR_STREAM,
  },
  {
    method: 'post',
    path: '/api/summaries',
    id: 'summarize',
    summary: 'A cited summary of an event, a topic or a period',
    body: summarySchema,
    produces: JSON_OR_STREAM,
  },
  {
    method: 'get',
    path: '/api/search',
    id: 'search',
    summary: 'Passages, best first',
    query: searchSchema,
  },
  {
    method: 'get',
    path: '/api/articles',
    id: 'listArticles',
    summary: 'Articles, newest first',
    query: articlesSchema,
  },
  {
    method: 'get',
    path: '/api/articles/{id}',
    id: 'getArticle',
    summary: 'A whole article; offsets of citations count on its body',
  },
  {
    method: 'get',
    path: '/api/articles/{id}/aid',
    id: 'getReadingAid',
    summary: 'What words of an article mean, for who reads the other language',
    query: readingAidSchema,
  },
  {
    method: 'post',
    path: '/api/aid',
    id: 'getTextAid',
    summary: 'What the words of titles mean, for who reads the other language',
    body: textAidSchema,
  },
  {
    method: 'get',
    path: '/api/stories',
    id: 'listStories',
    summary: 'Events that belong together over weeks, by weight',
    query: storiesSchema,
  },
  {
    method: 'get',
    path: '/api/stories/{id}',
    id: 'getStory',
    summary: 'A story with its days and articles',
  },
  {
    method: 'get',
    path: '/api/events',
    id: 'listEvents',
    summary: 'What happened, as groups of articles',
    query: eventsSchema,
  },
  {
    method: 'get',
    path: '/api/events/{id}',
    id: 'getEvent',
    summary: 'An event with its articles',
  },
  {
    method: 'get',
    path: '/api/events/{id}/changes',
    id: 'eventChanges',
    summary: 'What later articles add or alter',
    query: changesSchema,
  },
  {
    method: 'get',
    path: '/api/events/{id}/presses',
    id: 'comparePresses',
    summary: 'What two presses say of an event',
    query: pressesSchema,
  },
  {
    method: 'get',
    path: '/api/timeline',
    id: 'timeline',
    summary: 'Dated statements, oldest first',
    query: timelineSchema,
  },
  {
    method: 'get',
    path: '/api/suggestions',
    id: 'listSuggestions',
    summary: 'Questions that were asked of this index and answered well',
    query: suggestionsSchema,
  },
  {
    method: 'post',
    path: '/api/feedback',
    id: 'giveFeedback',
    summary: 'Say of an answer that it is useful or wrong',
    body: feedbackSchema,
  },
  {
    method: 'get',
    path: '/api/collection',
    id: 'getCollection',
    summary: 'Which index is served, and what is being made of it',
  },
  {
    method: 'get',
    path: '/api/sources',
    id: 'listSources',
    summary: 'Where the articles come from',
  },
  {
    method: 'post',
    path: '/api/uploads',
    id: 'upload',
    summary: 'Bring one file of news; its bytes are the body, as application/octet-stream',
    query: uploadSchema,
  },
  {
    method: 'post',
    path: '/api/uploads/{id}/remove',
    id: 'removeUpload',
    summary: 'Take a file that was brought out of the index',
    body: nothingSchema,
  },
  {
    method: 'post',
    path: '/api/uploads/{id}/restore',
    id: 'restoreUpload',
    summary: 'Undo the removal of a file',
    body: nothingSchema,
  },
  {
    method: 'get',
    path: '/api/lexicon',
    id: 'lookUpWord',
    summary: 'Senses of a Chinese word',
    query: lexiconSchema,
  },
  { method: 'get', path: '/api/health', id: 'health', summary: 'What the server serves' },
  {
    method: 'get',
    path: '/api/ready',
    id: 'ready',
    summary: 'Whether a question could be answered now; 503 where not. Needs no key',
  },
  { method: 'get', path: '/api/openapi.json', id: 'openapi', summary: 'This document' },
  {
    method: 'post',
    path: '/v1/chat/completions',
    id: 'createChatCompletion',
    summary: 'Chat Completions of OpenAI; citations are annotations',
    body: completionSchema,
    produces: JSON_OR_STREAM,
  },
  {
    method: 'post',
    path: '/v1/responses',
    id: 'createResponse',
    summary: 'Responses of OpenAI; citations are annotations',
    body: responsesSchema,
    produces: JSON_OR_STREAM,
  },
  {
    method: 'post',
    path: '/v1/embeddings',
    id: 'createEmbedding',
    summary: 'Vectors by the embedder of the index',
    body: embeddingsSchema,
  },
  { method: 'get', path: '/v1/models', id: 'listModels', summary: 'Models of this server' },
  { method: 'get', path: '/v1/models/{id}', id: 'getModel', summary: 'A model of this server' },
  {
    method: 'post',
    path: '/retrieval',
    id: 'retrieve',
    summary: "Dify's External Knowledge API",
    body: retrievalSchema,
  },
  {
    method: 'post',
    path: '/mcp',
    id: 'mcp',
    summary: 'Model Context Protocol over streamable HTTP, without sessions',
    body: z.looseObject({ jsonrpc: z.literal('2.0') }),
    produces: JSON_OR_STREAM,
  },
  {
    method: 'get',
    path: '/metrics',
    id: 'metrics',
    summary: 'Metrics in the form of Prometheus',
    produces: ['text/plain'],
  },
];

const problemSchema = z.object({
  type: z.string(),
  code: z.enum(Object.keys(ERRORS)),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  action: z.string().describe('What to do about it'),
  field: z.string().optional(),
});

const openaiErrorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string(),
  }),
});

/** The API as an OpenAPI 3.1 document, made from the schemas that requests are checked with. */
export function describeApi() {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yinzheng',
      version: '0.1.0',
      description: 'Answers from a collection of news whose every sentence shows its evidence.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{}, { bearer: [] }, { basic: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
      },
      schemas: { Problem: toSchema(problemSchema), OpenAIError: toSchema(openaiErrorSchema) },
    },
  };
}

/** `GET /api/openapi.json`. */
export function openapi(): RequestHandler {
  let document: ReturnType<typeof describeApi> | undefined;
  return (_request, response) => {
    document ??= describeApi();
    response.json(document);
  };
}

function describe({ path, id, summary, body, query, produces = [JSON_TYPE] }: Operation) {
  const isOpenAI = path.startsWith('/v1');
  const errorType = isOpenAI ? JSON_TYPE : 'application/problem+json';
  const $ref = `#/components/schemas/${isOpenAI ? 'OpenAIError' : 'Problem'}`;
  return {
    operationId: id,
    summary,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { [JSON_TYPE]: { schema: toSchema(body) } } } }),
    responses: {
      200: {
        description: 'Done',
        content: Object.fromEntries(produces.map((type) => [type, {}])),
      },
      default: { description: 'An error', content: { [errorType]: { schema: { $ref } } } },
    },
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodType | undefined) {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = toSchema(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** What a request may hold, before anything is made of it. */
function toSchema(schema: z.ZodType) {
  const { $schema: _, ...kept } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return kept;
}
