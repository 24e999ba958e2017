import { beforeAll, expect, it } from 'vitest';
import {
  createMatchHighlighter,
  type HighlightMatches,
} from '../../src/search/highlight-matches.ts';
import { openSeeds, query, type TestCollection } from './seed-collection.ts';

let seeds: TestCollection;
let highlight: HighlightMatches;
beforeAll(async () => {
  seeds = await openSeeds();
  highlight = createMatchHighlighter(seeds.language.analyzer);
});

async function highlighted(text: string): Promise<string[]> {
  const { passages } = await seeds.retriever.retrieve(query(text));
  const [best] = passages;
  if (best === undefined) return [];
  return highlight(text, best).map(({ start, end }) => best.article.body.slice(start, end));
}

it('marks the words of the query where they stand', async () => {
  expect(await highlighted('董军会见阿西夫')).toEqual(expect.arrayContaining(['董军', '阿西夫']));
});

it('marks words in another inflection and width', async () => {
  const marked = await highlighted('agricultural official, ２,４００ benefits');
  expect(marked).toEqual(expect.arrayContaining(['2,400', 'officials']));
});

it('marks translations in an article of the other language', async () => {
  expect(await highlighted('What did he say about NATO as a military alliance?')).toEqual(
    expect.arrayContaining(['北约', '军事联盟']),
  );
});

it('gives ordered spans inside the passage that do not overlap', async () => {
  const text = '上合组织成员国国防部长会议在青岛举行';
  const { passages } = await seeds.retriever.retrieve(query(text));
  for (const passage of passages) {
    let end = passage.chunk.start;
    for (const span of highlight(text, passage)) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(passage.chunk.end);
      end = span.end;
    }
  }
});
