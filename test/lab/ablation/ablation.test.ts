import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AblatedRetriever, runAblation } from '../../../lab/ablation/ablation.ts';
import { ownMeasures } from '../../../lab/ablation/ablation-measures.ts';
import type { Article } from '../../../src/core/article.ts';
import { openArticles, openSeeds, type TestCollection } from '../../search/seed-collection.ts';
import { beirFolder } from '../evaluate/beir-folder.ts';

let seeds: TestCollection;
beforeAll(async () => {
  seeds = await openSeeds();
});

const NOTHING_FOUND = {
  retrieve: async () => ({
    passages: [],
    dateRange: null,
    searched: { articles: 0, chunks: 0, excluded: {} },
    nearestDates: [],
    timings: {},
  }),
};

/** The product, then retrieval without what finds anything. */
async function open(articles: readonly Article[]): Promise<readonly AblatedRetriever[]> {
  const { retriever } = await openArticles(articles, seeds.language);
  return [
    { without: null, retriever },
    { without: 'search', retriever: NOTHING_FOUND },
  ];
}

describe('an ablation', () => {
  it('sets every rule beside the product, on every collection', async () => {
    const folders = [beirFolder(seeds.articles, false), beirFolder(seeds.articles, true)];
    const measured: string[] = [];
    const report = await runAblation(folders, open, (without, collection) =>
      measured.push(`${without} ${collection}`),
    );
    const names = folders.map((folder) => path.basename(folder));
    expect(report.collections).toEqual(
      names.map((name) => ({ name, questions: 2, measures: ['nDCG@10', 'MRR@10'] })),
    );
    expect(measured).toEqual([...names.flatMap((name) => [`null ${name}`, `search ${name}`])]);
    const [whole, without, ...rest] = report.rows;
    expect(rest).toEqual([]);
    expect(whole?.without).toBeNull();
    for (const { figures } of whole?.cells ?? []) {
      expect(figures['nDCG@10']).toEqual({ value: 1, difference: 0, standardError: 0 });
    }
    expect(without?.cells).toHaveLength(2);
    for (const { figures } of without?.cells ?? []) {
      expect(figures['MRR@10']).toEqual({ value: 0, difference: -1, standardError: 0 });
    }
  });

  it('wants folders that can be told apart', async () => {
    const folder = beirFolder(seeds.articles, false);
    await expect(runAblation([folder, folder], open, () => {})).rejects.toMatchObject({
      code: 'usage',
    });
  });
});

describe('what a collection is measured by', () => {
  const question = (relevant: number, answers: string[][]) => ({
    relevance: new Map(Array.from({ length: relevant }, (_, i) => [`d${i}`, 1])),
    answers,
  });

  it('is the place of the document where each question has one', () => {
    expect(ownMeasures([question(1, [['沈阳']]), question(1, [['308']])])).toEqual([
      'nDCG@10',
      'MRR@10',
    ]);
  });

  it('is having an answer where documents are many and answers stated', () => {
    expect(ownMeasures([question(3, [['12人']]), question(1, [['308']])])).toEqual([
      'answerHit@1',
      'answerHit@5',
    ]);
    expect(ownMeasures([question(3, [])])).toEqual(['nDCG@10', 'MRR@10']);
  });
});
