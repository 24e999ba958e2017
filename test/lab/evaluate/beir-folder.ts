import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Article } from '../../../src/core/article.ts';

const lines = (records: readonly unknown[]) =>
  records.map((record) => JSON.stringify(record)).join('\n');

/** A BEIR folder of the seed articles with two answerable questions and one unjudged one. */
export function beirFolder(articles: readonly Article[], gzipped: boolean): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beir-'));
  mkdirSync(path.join(folder, 'qrels'));
  const corpus = lines(articles.map(({ body, title }, i) => ({ _id: `d${i}`, title, text: body })));
  if (gzipped) writeFileSync(path.join(folder, 'corpus.jsonl.gz'), gzipSync(corpus));
  else writeFileSync(path.join(folder, 'corpus.jsonl'), corpus);
  const queries = [
    { _id: 'q1', text: '民间友好论坛在哪里开幕？', metadata: { answer: ['沈阳'] } },
    { _id: 'q2', text: 'Which city hosted the friendship forum?', metadata: { answer: 'Paris' } },
    { _id: 'q3', text: '没有判定的问题' },
  ];
  writeFileSync(path.join(folder, 'queries.jsonl'), lines(queries));
  const forum = articles.findIndex(({ title }) => title.includes('民间友好论坛'));
  writeFileSync(
    path.join(folder, 'qrels/test.tsv'),
    `query-id\tcorpus-id\tscore\nq1\td${forum}\t1\nq2\td${forum}\t1\nq2\td0\t0\n`,
  );
  return folder;
}
