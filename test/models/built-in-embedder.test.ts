import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/language/dictionary/load-lexicon.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';
import type { BuiltInEmbedder } from '../../src/models/built-in/embedder.ts';
import { loadBuiltInEmbedder } from './load-built-in-embedder.ts';

let embedder: BuiltInEmbedder;

beforeAll(async () => {
  const lexicon = loadLexicon();
  embedder = loadBuiltInEmbedder(lexicon, (await loadLanguageTools({ lexicon })).analyzer);
});

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

async function similarity(a: string, b: string): Promise<number> {
  return dot(await embedder.embedQuery(a), await embedder.embedQuery(b));
}

describe('the built-in embedder', () => {
  it.each([
    [
      'Defence ministers of the member states met in Qingdao.',
      '成员国国防部长会议在青岛举行。',
      '旅游部门领导人讨论了文化年活动。',
    ],
    [
      'Tourism and culture bring peoples closer.',
      '文化和旅游促进各国民众相知相亲。',
      '国防部长就军事合作交换意见。',
    ],
    [
      '青年创新创业大赛展示人工智能项目',
      'The youth competition showed projects in artificial intelligence.',
      'The minister condemned terrorism and organized crime.',
    ],
  ])('brings %s nearer to its translation than to another subject', async (text, same, other) => {
    expect(await similarity(text, same)).toBeGreaterThan((await similarity(text, other)) + 0.2);
  });

  it('knows words that mean nearly the same within a language', async () => {
    expect(await similarity('医生救治病人', '大夫在医院治疗患者')).toBeGreaterThan(0.4);
    expect(
      await similarity('The court jailed the thief.', 'The judge imprisoned a robber.'),
    ).toBeGreaterThan(0.4);
    expect(await similarity('医生救治病人', '球队赢得比赛')).toBeLessThan(0.2);
  });

  it('yields unit vectors, the same each time, for any text at all', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', ' ', '的', 'the', '\ud800', '12345', 'xyzzyq', '乔尔蓬阿塔', '🙂'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const [first, second] = await embedder.embedDocuments([input, input]);
        expect(first).toHaveLength(embedder.dimensions);
        expect(first).toEqual(second);
        expect(first).toEqual(await embedder.embedQuery(input));
        expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 6);
      }),
    );
  });

  it('tells unknown texts apart', async () => {
    expect(Math.abs(await similarity('xyzzyq', 'qwrtzpl'))).toBeLessThan(0.5);
  });

  it('has a fingerprint that names the shipped table', () => {
    const bytes = readFileSync(
      new URL('../../src/models/built-in/data/word-vectors.bin', import.meta.url),
    );
    const body = bytes.subarray(bytes.indexOf('\n') + 1);
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
    expect(embedder.fingerprint).toContain(digest);
  });
});
