import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { evaluateRetrieval } from '../../src/evaluate/retrieval.ts';
import { openArticles, openSeeds, type TestCollection } from '../retrieve/seed-collection.ts';

let seeds: TestCollection;
beforeAll(async () => {
  seeds = await openSeeds();
});

const openCollection = async (articles: readonly Article[]) =>
  (await openArticles(articles, seeds.language)).retriever;

const lines = (records: readonly unknown[]) =>
  records.map((record) => JSON.stringify(record)).join('\n');

/** A BEIR folder of the seed articles with two answerable questions and one unjudged one. */
function beirFolder(gzipped: boolean): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beir-'));
  mkdirSync(path.join(folder, 'qrels'));
  const corpus = lines(
    seeds.articles.map(({ body, title }, i) => ({ _id: `d${i}`, title, text: body })),
  );
  if (gzipped) writeFileSync(path.join(folder, 'corpus.jsonl.gz'), gzipSync(corpus));
  else writeFileSync(path.join(folder, 'corpus.jsonl'), corpus);
  const queries = [
    { _id: 'q1', text: '民间友好论坛在哪里开幕？', metadata: { answer: ['沈阳'] } },
    { _id: 'q2', text: 'Which city hosted the friendship forum?', metadata: { answer: 'Paris' } },
    { _id: 'q3', text: '没有判定的问题' },
  ];
  writeFileSync(path.join(folder, 'queries.jsonl'), lines(queries));
  const forum = seeds.articles.findIndex(({ title }) => title.includes('民间友好论坛'));
  writeFileSync(
    path.join(folder, 'qrels/test.tsv'),
    `query-id\tcorpus-id\tscore\nq1\td${forum}\t1\nq2\td${forum}\t1\nq2\td0\t0\n`,
  );
  return folder;
}

describe('evaluating retrieval', () => {
  it.each([false, true])('scores a BEIR folder (gzipped: %s)', async (gzipped) => {
    const scores = await evaluateRetrieval(beirFolder(gzipped), { openCollection });
    expect(scores).toMatchObject({
      queries: 2,
      'nDCG@10': 1,
      'MRR@10': 1,
      'hit@1': 1,
      'hit@10': 1,
      'answerHit@1': 0.5,
      'answerHit@5': 0.5,
    });
    expect(scores.p99Ms).toBeGreaterThanOrEqual(scores.p50Ms);
  });

  it('says which file is missing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'beir-'));
    await expect(evaluateRetrieval(folder, { openCollection })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('corpus.jsonl'),
    });
  });

  it('says which line is not of the form', async () => {
    const folder = beirFolder(false);
    writeFileSync(path.join(folder, 'queries.jsonl'), '{"_id":"q1","text":"a"}\n{"text":5}');
    await expect(evaluateRetrieval(folder, { openCollection })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('Line 2 of queries.jsonl'),
    });
  });
});
