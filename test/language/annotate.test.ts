import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Annotator, Sentence } from '../../src/core/sentence.ts';
import { type Layer, orderLayers } from '../../src/language/layers.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';

let annotator: Annotator;
const seeds = readFileSync(new URL('../../seeds/shanghai-spirit.txt', import.meta.url), 'utf8');

beforeAll(async () => {
  annotator = (await loadLanguageTools()).annotator;
});

function read(text: string, language: Sentence['language'], reference: string | null = null) {
  return annotator.annotate({ text, language, reference, title: '' });
}

describe('an annotated text', () => {
  it('resolves a date by the sentences before it', () => {
    const [, second] = read(
      '青岛防务论坛6月24日在青岛开幕。当天,董军会见了俄罗斯国防部长别洛乌索夫。',
      'zh',
      '2025-06-28',
    );
    expect(second?.dates.map(({ expression, from }) => [expression, from])).toEqual([
      ['当天', '2025-06-24'],
    ]);
  });

  it('keeps datelines, headlines and furniture apart from what is said', () => {
    const text = '新华社青岛7月7日电 会议在青岛举行。\n责任编辑：张三\n合作前景广阔';
    expect(read(text, 'zh').map(({ role }) => role)).toEqual([
      'dateline',
      'prose',
      'furniture',
      'headline',
    ]);
  });

  it('keeps what a portal leaves in a text apart from what it says', () => {
    const text =
      '原标题：水位回落 8月3日，水位回落。广告 好书免费看 ×成都防汛有序。返回搜狐，查看更多 责任编辑：';
    const sentences = annotator.annotate({
      text,
      language: 'zh',
      reference: null,
      title: '水位回落',
    });
    expect(sentences.map(({ text: words, role }) => [words, role])).toEqual([
      ['原标题：水位回落', 'headline'],
      ['8月3日，水位回落。', 'prose'],
      ['广告 好书免费看 ×', 'furniture'],
      ['成都防汛有序。', 'prose'],
      ['返回搜狐，查看更多 责任编辑：', 'furniture'],
    ]);
  });

  it('takes no subject for a headline because the title has its words', () => {
    const [first] = annotator.annotate({
      text: '云南昭通地震造成12人死亡。',
      language: 'zh',
      reference: null,
      title: '云南昭通地震',
    });
    expect([first?.text, first?.role]).toEqual(['云南昭通地震造成12人死亡。', 'prose']);
  });

  it.each([
    ['阿西夫指出,北约是一个军事联盟。', 'zh', '阿西夫', '指出'],
    ['Asif said that NATO was an exclusive club.', 'en', 'Asif', 'said'],
    ['“我们欢迎各国代表。”外长王毅说。', 'zh', '王毅', '说'],
  ] as const)('says who says it: %s', (text, language, speaker, verb) => {
    const [sentence] = read(text, language);
    const found = sentence?.attribution;
    const words = (span: { start: number; end: number } | null | undefined) =>
      span && sentence?.text.slice(span.start, span.end);
    expect([words(found?.speaker), words(found?.verb)]).toEqual([speaker, verb]);
  });

  it.each([
    [
      '12 projects from 8 countries',
      'en',
      [
        [12, 'project'],
        [8, 'countri'],
      ],
    ],
    ['约30名学生参加了比赛', 'zh', [[30, '学生']]],
  ] as const)('says what numbers count: %s', (text, language, expected) => {
    const [sentence] = read(text, language);
    expect(sentence?.quantities.map(({ value, head }) => [value, head])).toEqual(expected);
  });

  it('takes reference marks of the source for no numbers', () => {
    const [sentence] = read('It treated 300 patients [2][3].', 'en');
    expect(sentence?.quantities.map(({ value }) => value)).toEqual([300]);
  });

  it('knows mentions of one bearer', () => {
    const sentences = read('Khawaja Asif spoke. Later Asif left for Pakistan.', 'en');
    const [first, second, third] = sentences.flatMap(({ names }) => names);
    expect(second?.bearer).toBe(first?.bearer);
    expect(third?.bearer).not.toBe(first?.bearer);
  });

  it('has spans that are slices of the sentence, and sentences that are slices of the text', () => {
    const fragments = fc.constantFrom(
      ...seeds.split(/(?<=[。,，\n])/u).slice(0, 400),
      '“',
      '3.5%',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const sentence of read(text, 'zh', '2025-07-01')) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          end = sentence.end;
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          for (const { start, end: last, text: words } of [
            ...sentence.tokens,
            ...sentence.names,
            ...sentence.quantities,
          ]) {
            expect(sentence.text.slice(start, last)).toBe(words);
          }
          for (const date of sentence.dates) {
            expect(sentence.text.slice(date.start, date.end)).toBe(date.expression);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('one unbroken sentence', () => {
  /** Least CPU milliseconds of three readings. */
  const costOf = (text: string) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = process.cpuUsage();
        read(text, 'zh', '2025-07-01');
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1_000;
      }),
    );

  it.each([
    '董军6月26日说2400名',
    '国防部长董军会见了俄罗斯防长别洛乌索夫，',
    'Dong Jun met 12 of them on June 26, ',
    '“他说不',
    '(a',
  ])(
    'of 140,000 characters is read at a cost that grows with its length: %s',
    (part) => {
      const textOf = (length: number) =>
        part.repeat(Math.ceil(length / part.length)).slice(0, length);
      read(textOf(4_000), 'zh', '2025-07-01');
      const short = costOf(textOf(35_000));
      // Four times as much, not sixteen; the rest is for a machine that does other things.
      expect(costOf(textOf(140_000))).toBeLessThan(9 * short + 100);
    },
    60_000,
  );
});

describe('layers', () => {
  const layer = (adds: Layer['adds'], needs: Layer['needs']): Layer => ({
    adds,
    needs,
    version: 1,
    read: () => [],
  });

  it('refuses an order in which a layer lacks what it needs', () => {
    expect(() => orderLayers([layer('quantities', ['tokens']), layer('tokens', [])])).toThrow(
      /Expected a layer that adds "tokens"/,
    );
  });

  it('refuses two layers that add the same', () => {
    expect(() => orderLayers([layer('tokens', []), layer('tokens', [])])).toThrow(/got two/);
  });
});
