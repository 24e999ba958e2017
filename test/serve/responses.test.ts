import { createOpenAI } from '@ai-sdk/openai';
import { ChatOpenAI } from '@langchain/openai';
import { generateText, streamText } from 'ai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { YinzhengError } from '../../src/core/errors.ts';
import { type Served, serve } from './http-fixture.ts';
import { ARTICLES, createMemoryApplication } from './memory-application.ts';

const PUBLIC_URL = 'https://news.example';
const QUESTIONS = ['国防部长会议在哪里举行?', 'Where did the Ministers meet?'];

let server: Served;
let client: OpenAI;
beforeAll(async () => {
  server = await serve({ publicUrl: PUBLIC_URL });
  client = new OpenAI({ apiKey: 'any', baseURL: `${server.url}/v1`, maxRetries: 0 });
});
afterAll(() => server.close());

type Annotation = OpenAI.Responses.ResponseOutputText['annotations'][number];

function annotationsOf(response: OpenAI.Responses.Response): Annotation[] {
  const [item] = response.output;
  const [part] = item?.type === 'message' ? item.content : [];
  return part?.type === 'output_text' ? part.annotations : [];
}

describe('the Responses API', () => {
  it.each(QUESTIONS)('answers %s with the places of its citations', async (input) => {
    const response = await client.responses.create({ model: 'any', input });
    const [annotation] = annotationsOf(response);
    expect(response.status).toBe('completed');
    expect(annotation?.type).toBe('url_citation');
    if (annotation?.type !== 'url_citation') return;
    expect(response.output_text.slice(annotation.start_index, annotation.end_index)).toBe('[1]');
    expect(annotation.url.startsWith(`${PUBLIC_URL}/#/?article=seed-`)).toBe(true);
    expect(response.usage?.total_tokens).toBeGreaterThan(0);
  });

  it.each(QUESTIONS)('streams the same answer to %s', async (input) => {
    const whole = await client.responses.create({ model: 'any', input });
    const stream = await client.responses.create({ model: 'any', input, stream: true });
    const types: string[] = [];
    const added: unknown[] = [];
    let text = '';
    let place = 0;
    let completed: OpenAI.Responses.Response | undefined;
    for await (const event of stream) {
      expect(event.sequence_number).toBe(place);
      place += 1;
      types.push(event.type);
      if (event.type === 'response.output_text.delta') text += event.delta;
      if (event.type === 'response.output_text.annotation.added') added.push(event.annotation);
      if (event.type === 'response.completed') completed = event.response;
    }
    expect(types.slice(0, 4)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
    ]);
    expect(types.slice(-4)).toEqual([
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(text).toBe(whole.output_text);
    expect(added).toEqual(annotationsOf(whole));
    expect(completed?.output).toEqual(whole.output);
    expect(completed?.usage).toEqual(whole.usage);
  });

  it('reads a conversation of its own parts', async () => {
    const application = createMemoryApplication();
    const other = await serve({ application });
    const asking = new OpenAI({ apiKey: 'any', baseURL: `${other.url}/v1`, maxRetries: 0 });
    const first = await asking.responses.create({ model: 'any', input: QUESTIONS[0] ?? '' });
    await asking.responses.create({
      model: 'any',
      instructions: 'Tell a joke.',
      input: [
        { role: 'user', content: [{ type: 'input_text', text: '会议?' }] },
        ...(first.output as OpenAI.Responses.ResponseInputItem[]),
        { role: 'user', content: '谁主持?' },
      ],
    });
    expect(application.asked[1]?.messages).toEqual([
      { role: 'user', content: '会议?' },
      { role: 'assistant', content: first.output_text },
      { role: 'user', content: '谁主持?' },
    ]);
    await other.close();
  });

  it.each([
    [{ previous_response_id: 'resp_1' }, 'previous_response_id'],
    [{ tool_choice: 'required' as const }, 'tool_choice'],
    [{ background: true }, 'background'],
    [
      { text: { format: { type: 'json_schema' as const, name: 'x', schema: {} } } },
      'text.format.type',
    ],
    [{ input: '' }, undefined],
  ])('says that it does not do %j', async (wish, param) => {
    const asked = client.responses.create({ model: 'any', input: 'x', ...wish });
    await expect(asked).rejects.toMatchObject({ status: 400, ...(param ? { param } : {}) });
  });

  it('ends a stream that fails with its reason', async () => {
    const problem = new YinzhengError('model-timeout', 'Nothing came.').toProblem();
    const application = createMemoryApplication({
      async *answer() {
        yield { type: 'block-delta', id: 'b1', text: '会议' };
        yield { type: 'error', problem };
      },
    });
    const other = await serve({ application });
    const asking = new OpenAI({ apiKey: 'any', baseURL: `${other.url}/v1`, maxRetries: 0 });
    const stream = await asking.responses.create({ model: 'any', input: 'x', stream: true });
    let failure: unknown;
    for await (const event of stream) {
      if (event.type === 'response.failed') failure = event.response.error;
    }
    expect(failure).toMatchObject({ code: 'model-timeout' });
    await other.close();
  });
});

describe('the AI SDK', () => {
  const models = () => {
    const openai = createOpenAI({ apiKey: 'any', baseURL: `${server.url}/v1` });
    return [openai.responses('yinzheng'), openai.chat('yinzheng')];
  };

  it.each([0, 1])('gets sources whole and streamed (responses, chat: %i)', async (which) => {
    const model = models()[which];
    if (model === undefined) throw new Error('There is no such model.');
    const prompt = QUESTIONS[0] ?? '';
    const whole = await generateText({ model, prompt, maxRetries: 0 });
    expect(whole.text).toContain('[1]');
    expect(whole.sources).toMatchObject([
      { sourceType: 'url', url: expect.stringContaining(`${PUBLIC_URL}/#/?article=`) },
    ]);
    expect(whole.usage.outputTokens).toBeGreaterThan(0);
    const stream = streamText({ model, prompt, maxRetries: 0 });
    expect(await stream.text).toBe(whole.text);
    expect((await stream.sources).map((source) => 'url' in source && source.url)).toEqual(
      whole.sources.map((source) => 'url' in source && source.url),
    );
  });
});

describe('LangChain', () => {
  it('gets the answer and its usage', async () => {
    const model = new ChatOpenAI({
      apiKey: 'any',
      model: 'yinzheng',
      configuration: { baseURL: `${server.url}/v1` },
      maxRetries: 0,
    });
    const answer = await model.invoke(QUESTIONS[0] ?? '');
    expect(answer.text).toContain('[1]');
    expect(answer).toMatchObject({ usage_metadata: { total_tokens: expect.any(Number) } });
  });
});

/** What Dify reads of a passage. */
interface DifyRecord {
  readonly content: string;
  readonly score: number;
  readonly title: string;
  readonly metadata: {
    readonly article_id: string;
    readonly start: number;
    readonly end: number;
    readonly url: string;
  };
}

describe('the retrieval of Dify', () => {
  it('gives passages, best first, with links', async () => {
    const response = await server.post('/retrieval', {
      knowledge_id: 'news',
      query: QUESTIONS[0],
      retrieval_setting: { top_k: 2, score_threshold: 0.5 },
    });
    const { records } = (await response.json()) as { records: DifyRecord[] };
    expect(response.status).toBe(200);
    expect(records.length).toBeGreaterThan(0);
    expect(records.length).toBeLessThanOrEqual(2);
    for (const { content, score, title, metadata } of records) {
      const article = ARTICLES.find(({ id }) => id === metadata.article_id);
      expect(article?.body.slice(metadata.start, metadata.end)).toBe(content);
      expect(title).toBe(article?.title);
      expect(score).toBeGreaterThanOrEqual(0.5);
      expect(score).toBeLessThanOrEqual(1);
      expect(metadata.url).toContain(PUBLIC_URL);
    }
  });
});
