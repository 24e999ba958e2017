import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BenchDocument, openMaterial } from '../../../lab/bench/bench-material.ts';
import { knownItemQuestions } from '../../../lab/bench/known-item-questions.ts';
import { makeUpNews } from '../../../lab/bench/made-up-news.ts';
import { recombineArticles } from '../../../lab/bench/recombine-articles.ts';
import { ingestPaths } from '../../../src/ingest/ingest.ts';
import { temporaryDirectory } from '../../index/temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../../..');

async function readSeeds(): Promise<BenchDocument[]> {
  const { articles } = await ingestPaths([path.join(root, 'seeds')]);
  return articles.map(({ title, body, publishedAt }) => ({ title, text: body, publishedAt }));
}

const jsonLines = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** A question set of two documents, the second of which the news hold as well. */
function writeQuestionSet(folder: string, shared: string): void {
  mkdirSync(path.join(folder, 'qrels'), { recursive: true });
  const documents = [
    { _id: 'a', title: '', text: '青岛港今年上半年完成吞吐量三亿吨。' },
    { _id: 'b', title: '', text: shared },
  ];
  const questions = [
    { _id: 'q1', text: '青岛港的吞吐量是多少？', metadata: { answer: ['三亿吨'] } },
    { _id: 'q2', text: 'Which text is there twice?', metadata: {} },
  ];
  writeFileSync(path.join(folder, 'corpus.jsonl'), jsonLines(documents));
  writeFileSync(path.join(folder, 'queries.jsonl'), jsonLines(questions));
  const judgements = 'query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tb\t1\n';
  writeFileSync(path.join(folder, 'qrels/test.tsv'), judgements);
}

describe('the material of the bench', () => {
  it('puts the documents of a question set among the news, and each text in once', async () => {
    const folder = temporaryDirectory();
    const seeds = await readSeeds();
    const corpus = path.join(folder, 'news.jsonl.gz');
    writeFileSync(corpus, gzipSync(jsonLines(seeds)));
    const [first] = seeds;
    writeQuestionSet(folder, first?.text ?? '');
    const source = await openMaterial({ corpus, questions: folder, mostArticles: 10 });
    const { documents, questions } = source.judged(seeds.length);
    expect(documents).toHaveLength(seeds.length + 1);
    const found = questions.map(({ relevance }) => [...relevance.keys()].map(Number));
    expect(found.map(([place = -1]) => documents[place]?.text)).toEqual([
      '青岛港今年上半年完成吞吐量三亿吨。',
      first?.text,
    ]);
    expect(source.unjudged(4).documents).toHaveLength(4);
    expect(source.unjudged(4).questions.every(({ relevance }) => relevance.size === 0)).toBe(true);
  });

  it('says which file is not there', async () => {
    const places = { corpus: '/no/such/news.jsonl', questions: null, mostArticles: 1 };
    await expect(openMaterial(places)).rejects.toThrow('/no/such/news.jsonl');
  });

  it('grows beyond what there is without saying anything twice', async () => {
    const seeds = await readSeeds();
    const more = recombineArticles(seeds, 2 * seeds.length);
    const texts = [...seeds, ...more].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const total = (documents: readonly BenchDocument[]) =>
      documents.reduce((sum, { text }) => sum + text.length, 0);
    expect(total(more) / total(seeds)).toBeGreaterThan(1.5);
    expect(total(more) / total(seeds)).toBeLessThan(2.5);
  });

  it('asks for words that stand in the article that is to be found', async () => {
    const seeds = await readSeeds();
    const questions = knownItemQuestions(seeds, 10);
    expect(questions).toHaveLength(10);
    for (const { text, relevance } of questions) {
      const [place = ''] = relevance.keys();
      const article = seeds[Number(place)]?.text ?? '';
      for (const word of text.split(' ')) expect(article).toContain(word);
    }
  });

  it('makes up the same news again, with the spread of words that text has', () => {
    const news = makeUpNews(40);
    expect(makeUpNews(40)).toEqual(news);
    const holding = (word: string) => news.filter(({ text }) => text.includes(word)).length;
    expect(holding('的')).toBeGreaterThan(30);
    const topics = news.map(({ title }) => title.slice(0, 4));
    expect(Math.max(...topics.map(holding))).toBeLessThan(10);
  });
});
