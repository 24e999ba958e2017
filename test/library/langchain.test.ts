import { Embeddings } from '@langchain/core/embeddings';
import { RunnableLambda } from '@langchain/core/runnables';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Collection, openCollection } from '../../src/library/collection.ts';
import {
  CollectionEmbeddings,
  CollectionVectorStore,
  PassageRetriever,
} from '../../src/library/langchain.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

const QUESTION = '谁主持了上合组织国防部长会议？';

let dataPath: string;
let collection: Collection;

beforeAll(async () => {
  dataPath = temporaryDirectory();
  collection = await openCollection({ dataPath, articles: 'seeds' });
}, 120_000);

afterAll(() => collection.close());

/** Whether every citation of an answer is exact. */
function expectExact({ citations }: Awaited<ReturnType<Collection['ask']>>): void {
  expect(citations.length).toBeGreaterThan(0);
  for (const { articleId, start, end, quote } of citations) {
    expect(collection.article(articleId).body.slice(start, end)).toBe(quote);
  }
}

describe('a collection that was opened', () => {
  it('answers, searches and summarizes, with exact citations', async () => {
    const events: string[] = [];
    const answer = await collection.ask(QUESTION, { onEvent: ({ type }) => events.push(type) });
    expect(answer.answer).toContain('董军');
    expect(events.at(-1)).toBe('done');
    expectExact(answer);
    const english = await collection.ask('What did it decide?', {
      conversation: [{ role: 'user', content: 'Tell me about NATO.' }],
    });
    expect(english.language).toBe('en');
    expectExact(await collection.summarize({ topic: '青岛 国防部长会议', length: 'brief' }));
    const results = await collection.search('NATO', { limit: 2, filters: { language: 'en' } });
    expect(results.map(({ passage }) => passage.article.language)).toEqual(['en', 'en']);
  });

  it('is opened again without being indexed, and by others at the same time', async () => {
    const stages: string[] = [];
    const again = await openCollection({
      dataPath,
      articles: 'seeds',
      onProgress: ({ stage }) => stages.push(stage),
    });
    expect(stages).toEqual([]);
    expect((await again.ask(QUESTION)).answer).toContain('董军');
    await again.close();
  });

  it('says what is wrong where there is nothing to open', async () => {
    const empty = temporaryDirectory();
    await expect(openCollection({ dataPath: empty })).rejects.toMatchObject({
      code: 'index-missing',
    });
    await expect(openCollection({ dataPath: empty, articles: empty })).rejects.toMatchObject({
      code: 'nothing-to-index',
    });
    await expect(collection.ask(' ')).rejects.toMatchObject({ code: 'empty-question' });
  });
});

describe('as parts of LangChain', () => {
  it('its retriever drops into a chain and keeps exact offsets', async () => {
    const retriever = new PassageRetriever({ collection, limit: 3 });
    const documents = await retriever.invoke(QUESTION);
    expect(documents).toHaveLength(3);
    for (const { pageContent, metadata } of documents) {
      const { body } = collection.article(metadata.articleId);
      expect(body.slice(metadata.start, metadata.end)).toBe(pageContent);
    }
    const sources = RunnableLambda.from((found: typeof documents) =>
      found.map(({ metadata }) => metadata.source),
    );
    expect(await retriever.pipe(sources).invoke('民间友好论坛')).toContain('Liao Ning Ri Bao');
  });

  it('its store is searched by words, gives retrievers, and takes nothing in', async () => {
    const store = new CollectionVectorStore(collection);
    const [document] = await store.asRetriever({ k: 1 }).invoke('NATO');
    expect(document?.pageContent).toMatch(/NATO|北约/u);
    const [[first, score] = []] = await store.similaritySearchWithScore(QUESTION, 1);
    expect(first?.pageContent).toContain('董军');
    expect(score).toBeGreaterThan(0);
    await expect(store.addDocuments()).rejects.toThrow(/^The store is read-only/u);
  });

  it('its embedder is an embedder', async () => {
    const embeddings = new CollectionEmbeddings(collection);
    const [ministers = [], football = []] = await embeddings.embedDocuments([
      'defence ministers meet',
      'a football match',
    ]);
    const query = await embeddings.embedQuery('国防部长会议');
    const closeness = (vector: number[]) =>
      vector.reduce((sum, value, index) => sum + value * (query[index] ?? 0), 0);
    expect(closeness(ministers)).toBeGreaterThan(closeness(football));
  });

  it('any embedder and any chat model serve it', async () => {
    const asked: string[] = [];
    class LetterCounts extends Embeddings {
      override async embedDocuments(texts: string[]): Promise<number[][]> {
        return await Promise.all(texts.map((text) => this.embedQuery(text)));
      }
      override async embedQuery(text: string): Promise<number[]> {
        asked.push(text);
        const counts = new Array<number>(16).fill(1);
        for (const letter of text) {
          const place = (letter.codePointAt(0) ?? 0) % 16;
          counts[place] = (counts[place] ?? 0) + 1;
        }
        return counts;
      }
    }
    const chatModel = new FakeListChatModel({ responses: ['董军主持会议并发言[1]。'] });
    const own = await openCollection({
      dataPath: temporaryDirectory(),
      articles: ['seeds'],
      embedder: new LetterCounts({}),
      chatModel,
      settings: { VERIFY_WITH_MODEL: 'false' },
    });
    const answer = await own.ask(QUESTION);
    expect(asked.at(-1)).toMatch(/^谁主持了上合组织国防部长会议/u);
    expect(answer.composer).toBe('model');
    expect(answer.sentences.map(({ text }) => text).join('')).toContain('董军主持会议并发言');
    expectExact(answer);
    await own.close();
  });

  it('a chat model that fails gives way to the articles, and says so', async () => {
    const chatModel = new FakeListChatModel({ responses: [] });
    chatModel.stream = () => Promise.reject(new Error('out of service'));
    const failures: string[] = [];
    const own = await openCollection({
      dataPath,
      chatModel,
      onFailure: (error) => failures.push(String(error)),
    });
    const answer = await own.ask(QUESTION);
    expect(answer.composer).toBe('extractive');
    expect(answer.answer).toContain('董军');
    expect(failures.join()).toContain('out of service');
    await own.close();
  });
});
