import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateRetrieval } from '../../../lab/evaluate/retrieval.ts';
import type { Article } from '../../../src/core/article.ts';
import { openArticles, openSeeds, type TestCollection } from '../../search/seed-collection.ts';
import { beirFolder } from './beir-folder.ts';

let seeds: TestCollection;
beforeAll(async () => {
  seeds = await openSeeds();
});

const openCollection = async (articles: readonly Article[]) =>
  (await openArticles(articles, seeds.language)).retriever;

describe('evaluating retrieval', () => {
  it.each([false, true])('scores a BEIR folder (gzipped: %s)', async (gzipped) => {
    const scores = await evaluateRetrieval(beirFolder(seeds.articles, gzipped), { openCollection });
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
    const folder = beirFolder(seeds.articles, false);
    writeFileSync(path.join(folder, 'queries.jsonl'), '{"_id":"q1","text":"a"}\n{"text":5}');
    await expect(evaluateRetrieval(folder, { openCollection })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('Line 2 of queries.jsonl'),
    });
  });
});
