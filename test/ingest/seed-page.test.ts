import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IngestResult } from '../../src/core/ingest-result.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
let result: IngestResult;

beforeAll(async () => {
  result = await ingestPaths([seeds]);
});

describe('the seed page', () => {
  it('gives ten articles and leaves nothing out', () => {
    expect(result.articles).toHaveLength(10);
    expect(result.skipped).toEqual([]);
    expect(result.warnings).toEqual([]);
    expect(result.nearDuplicates).toEqual([]);
    expect(result.filesRead).toBe(1);
  });

  it('knows each article by title, outlet, date and language', () => {
    const rows = result.articles.map(({ title, outlet, publishedAt, language, truncated }) =>
      [title.slice(0, 12), outlet.zh, outlet.en, publishedAt, language, truncated].join(' | '),
    );
    expect(rows).toEqual([
      '上海合作组织成员国将打造 | 新华社 | Xinhua News Agency | 2025-07-07T15:26 | zh | true',
      '2025年上海合作组织民 | 辽宁日报 | Liaoning Daily | 2025-07-05T02:40 | zh | true',
      "深刻理解把握“中国—中亚 | 人民日报 | People's Daily | 2025-06-29T22:01 | en | false",
      "携手构建更加紧密的上海合 | 人民日报 | People's Daily | 2025-06-28T21:49 | zh | true",
      '就维护地区和平,上合防长 | 环球时报 | Global Times | 2025-06-26T22:46 | zh | true',
      '中国军队将与上合组织成员 | 智通财经 | Zhitong Finance | 2025-06-26T07:22 | zh | true',
      '巴基斯坦防长:上合组织国 | 中国新闻网 | China News Service (chinanews.com) | 2025-06-26T01:34 | zh | true',
      '董军会见出席上合组织成员 | 快讯 | news flash | 2025-06-25T11:59 | zh | true',
      '东西问丨阿依达尔·阿姆列 | 中国新闻网 | China News Service (chinanews.com) | 2025-06-19T08:27 | en | false',
      "携手共进 向“新”而行( | 人民日报海外版 | People's Daily Overseas Edition | 2025-06-17T21:51 | en | false",
    ]);
  });

  it('loses no character and changes none but white space', () => {
    const page = readFileSync(`${seeds}/shanghai-spirit.txt`, 'utf8');
    const told = result.articles
      .map(({ title, outlet, publishedAt, body }) =>
        [title, `${outlet.name}·`, publishedAt?.replace('T', ''), body].join(''),
      )
      .join('');
    expect(told.replace(/\s/gu, '')).toBe(
      page.slice(page.indexOf('Search documents') + 'Search documents'.length).replace(/\s/gu, ''),
    );
  });

  it('repairs every wrapped word and keeps the two spaces that were meant', () => {
    const bodies = result.articles
      .filter(({ language }) => language === 'zh')
      .map(({ body }) => body);
    const text = bodies.join('\n');
    for (const word of [
      '上合组织天津峰会',
      '伊曼库洛夫',
      '人类命运共同体',
      '穆卡姆别托夫',
      '贡献上合力量',
    ]) {
      expect(text).toContain(word);
    }
    expect(text.match(/\S{2} \S{2}/gu)).toEqual(['日电 记者', '记者 郭媛']);
  });

  it('recovers paragraphs', () => {
    const [culture, , , , , flash] = result.articles;
    expect(culture?.body.split('\n').map((paragraph) => paragraph.slice(0, 4))).toEqual([
      '新华社青',
      '当日,上',
      '与会代表',
      '会上,各',
      '...',
    ]);
    expect(flash?.body.split('\n').map((paragraph) => paragraph.slice(0, 6))).toEqual([
      '中国军队将与',
      '智通财经6月',
      '张晓刚:6月',
      '在上合组织建',
      '团结协作、众',
    ]);
  });

  it('gives the English briefs their headings and items back', () => {
    const lines = result.articles[2]?.body.split('\n') ?? [];
    expect(lines[0]).toBe('Core Points');
    expect(lines[2]).toBe('Group 1: Historical Context and Development');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(11);
    expect(lines[1]).toMatch(/^- The core message .* in the region \[1\]\[2\]\[4\]\.$/);
  });

  it('gives the same ids every time', async () => {
    const again = await ingestPaths([`${seeds}/shanghai-spirit.txt`]);
    expect(again.articles).toEqual(result.articles);
    expect(new Set(again.articles.map(({ id }) => id)).size).toBe(10);
  });
});
