import type { CallToolResult, McpServer, ResourceLink } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Answer } from '../../core/answer.ts';
import type { AnswerEvent } from '../../core/answer-event.ts';
import type { Citation } from '../../core/citation.ts';
import { asYinzhengError } from '../../core/errors.ts';
import { endOf } from '../answer-response.ts';
import { day, filterFields, language } from '../request-fields.ts';
import { articleUri } from './resources.ts';
import type { McpParts } from './server.ts';

/** Every tool reads a collection that is here; none changes anything or looks elsewhere. */
const READ_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

const filters = z.object(filterFields);

const citationSchema = z.object({
  marker: z.number().describe('The number behind the sentences that rest on it: [1]'),
  articleId: z.string(),
  title: z.string(),
  source: z.string(),
  publishedAt: z.string().nullable(),
  quote: z.string().describe('The words of the article, exactly'),
  start: z.number().describe('UTF-16 offset of the quote in the text of the article'),
  end: z.number(),
  url: z.string().describe('Opens the article with the quote highlighted'),
});

const answerSchema = z.object({
  answer: z.string().describe('Markdown with the markers of its citations'),
  outcome: z.enum(['answered', 'possible', 'not-found']),
  abstained: z.boolean().describe('Whether the articles hold no answer'),
  language,
  citations: z.array(citationSchema),
});

const searchResultSchema = z.object({
  results: z.array(
    z.object({
      id: z.string().describe('For fetch'),
      title: z.string(),
      url: z.string(),
      text: z.string().describe('The passage that was found'),
      source: z.string(),
      publishedAt: z.string().nullable(),
    }),
  ),
});

const documentSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string(),
  metadata: z.record(z.string(), z.string()),
});

const timelineSchema = z.object({
  total: z.number(),
  entries: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      text: z.string(),
      sources: z.number().describe('Independent outlets that say so'),
      citations: z.array(citationSchema),
    }),
  ),
});

/** `search` and `fetch`, as connectors expect them, and what else an application answers. */
export function registerTools(server: McpServer, parts: McpParts): void {
  registerReading(server, parts);
  registerAnswering(server, parts);
  registerTimeline(server, parts);
}

function registerReading(server: McpServer, parts: McpParts): void {
  const { application } = parts;
  server.registerTool(
    'search',
    {
      title: 'Search the news',
      description:
        'Finds passages of news articles for a question or keywords, in Chinese or English, whichever ' +
        'language the articles are in. 检索新闻，中英文均可。',
      inputSchema: filters.extend({
        query: z.string().min(1).describe('A question or keywords'),
        limit: z.int().min(1).max(50).default(10),
      }),
      outputSchema: searchResultSchema,
      annotations: READ_ONLY,
    },
    ({ query, limit, ...narrowed }, { mcpReq: { signal } }) =>
      orToolError(async () => {
        const found = await application.search({ query, limit, filters: narrowed, signal });
        const results = found.results.map(({ passage: { article, chunk } }, place) => ({
          id: article.id,
          title: article.title,
          url: addressOf(parts, { ...chunk, marker: place + 1 }, article.url),
          text: chunk.text,
          source: article.outlet[found.language],
          publishedAt: article.publishedAt,
        }));
        return { structuredContent: { results }, content: [inJson({ results })] };
      }),
  );
  server.registerTool(
    'fetch',
    {
      title: 'Read an article',
      description:
        'The whole text of an article that search found, by its id. 按 id 读取报道全文。',
      inputSchema: z.object({ id: z.string().min(1).max(200) }),
      outputSchema: documentSchema,
      annotations: READ_ONLY,
    },
    ({ id }) =>
      orToolError(async () => {
        const article = application.getArticle(id);
        const { title, url, publishedAt, outlet } = article;
        const document = {
          id,
          title,
          text: article.body,
          url: parts.linkArticle?.(id) ?? url ?? articleUri(id),
          metadata: {
            source: outlet.name,
            language: article.language,
            ...(publishedAt === null ? {} : { published_at: publishedAt }),
            ...(url === null ? {} : { original_url: url }),
          },
        };
        return { structuredContent: document, content: [inJson(document)] };
      }),
  );
}

function registerAnswering(server: McpServer, parts: McpParts): void {
  const { application } = parts;
  server.registerTool(
    'ask',
    {
      title: 'Ask the news',
      description:
        'Answers a question from the articles alone; every sentence cites its evidence, word for word, ' +
        'and where there is none it says so. 只根据新闻回答，每句附出处。',
      inputSchema: filters.extend({
        question: z.string().min(1).describe('One question that stands by itself'),
        today: day.optional().describe('The day that "yesterday" is relative to'),
      }),
      outputSchema: answerSchema,
      annotations: READ_ONLY,
    },
    ({ question, today, ...narrowed }, { mcpReq: { signal } }) =>
      orToolError(() => {
        const messages = [{ role: 'user', content: question }] as const;
        const asked = { messages, filters: narrowed, today, signal };
        return answerResult(application.answer(asked), parts);
      }),
  );
  server.registerTool(
    'summarize',
    {
      title: 'Summarize an event, a topic or a period',
      description: 'A cited summary: core points, differences, timeline. 带出处的综述。',
      inputSchema: z.object({
        topic: z.string().min(1).max(1_000).optional(),
        event: z.string().min(1).max(200).optional().describe('Id of an event'),
        from: day.optional(),
        to: day.optional(),
        language: language.default('en'),
        length: z.enum(['brief', 'standard', 'full']).default('standard'),
      }),
      outputSchema: answerSchema,
      annotations: READ_ONLY,
    },
    ({ event, ...asked }, { mcpReq: { signal } }) =>
      orToolError(() =>
        answerResult(application.summarize({ ...asked, eventId: event, signal }), parts),
      ),
  );
}

function registerTimeline(server: McpServer, parts: McpParts): void {
  server.registerTool(
    'timeline',
    {
      title: 'What happened when',
      description: 'Dated statements of the articles, oldest first, each cited. 时间线。',
      inputSchema: z.object({
        topic: z.string().min(1).max(200).optional(),
        event: z.string().min(1).max(200).optional().describe('Id of an event'),
        datedFrom: day.optional().describe('First day that is told of'),
        datedTo: day.optional().describe('Last day that is told of'),
        language: language.default('en'),
        page: z.int().min(1).default(1),
      }),
      outputSchema: timelineSchema,
      annotations: READ_ONLY,
    },
    ({ topic, event, datedFrom, datedTo, page, ...asked }, { mcpReq: { signal } }) =>
      orToolError(async () => {
        const found = await parts.application.timeline({
          ...asked,
          filters: {},
          dated: { from: datedFrom, to: datedTo },
          eventId: event,
          topic,
          page,
          pageSize: 50,
          signal,
        });
        const entries = found.entries.map(({ date, text, sources, citations }) => ({
          from: date.from,
          to: date.to,
          text,
          sources,
          citations: citations.map((citation) => viewCitation(citation, parts)),
        }));
        const timeline = { total: found.total, entries };
        return { structuredContent: timeline, content: [inJson(timeline)] };
      }),
  );
}

/** The end of an answer as a tool's result, with a link to each article it cites. */
async function answerResult(
  events: AsyncIterable<AnswerEvent>,
  parts: McpParts,
): Promise<CallToolResult> {
  const end = await endOf(events);
  if (end === null) return failure('The answer ended without its closing event.');
  if (end.type === 'error') {
    const { title, detail, action } = end.problem;
    return failure(`${title}: ${detail} ${action}`);
  }
  const { answer, outcome, abstained, language: spoken, citations } = end.answer;
  const structuredContent = {
    answer,
    outcome,
    abstained,
    language: spoken,
    citations: citations.map((citation) => viewCitation(citation, parts)),
  };
  return {
    structuredContent,
    content: [{ type: 'text', text: withSources(end.answer, parts) }, ...linksTo(citations)],
  };
}

/** For clients that read text alone: the answer, then what its markers stand for. */
function withSources({ answer, citations }: Answer, parts: McpParts): string {
  if (citations.length === 0) return answer;
  const sources = citations.map((citation) => {
    const { marker, title, source, publishedAt } = citation;
    const origin = [source, publishedAt?.slice(0, 10)].filter(Boolean).join(', ');
    return `[${marker}] ${title} (${origin}) ${viewCitation(citation, parts).url}`;
  });
  return `${answer}\n\n${sources.join('\n')}`;
}

function linksTo(citations: readonly Citation[]): ResourceLink[] {
  const byArticle = new Map(citations.map((citation) => [citation.articleId, citation]));
  return [...byArticle.values()].map(({ articleId, title }) => ({
    type: 'resource_link',
    uri: articleUri(articleId),
    name: articleId,
    title,
    mimeType: 'text/plain',
  }));
}

function viewCitation(citation: Citation, parts: McpParts) {
  const { marker, articleId, title, source, publishedAt, quote, start, end } = citation;
  const url = addressOf(parts, citation, null);
  return { marker, articleId, title, source, publishedAt, quote, start, end, url };
}

/** Where a span is shown: on the page, else in the outlet's own article, else as a resource. */
function addressOf(
  { linkArticle }: McpParts,
  span: Pick<Citation, 'articleId' | 'marker' | 'start' | 'end'>,
  original: string | null,
): string {
  const { articleId } = span;
  return linkArticle?.(articleId, span) ?? original ?? articleUri(articleId);
}

function inJson(value: unknown) {
  return { type: 'text', text: JSON.stringify(value) } as const;
}

/** What an assistant did wrong, or this server could not do, in words that say what to do next. */
async function orToolError(work: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work();
  } catch (thrown) {
    return failure(asYinzhengError(thrown).toText());
  }
}

function failure(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}
