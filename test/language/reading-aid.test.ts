import { beforeAll, describe, expect, it } from 'vitest';
import { composeLanguage, type LanguageResources } from '../../src/app/compose-models.ts';
import type { Language } from '../../src/core/article.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { createReadingAid, type ReadingAid } from '../../src/language/reading-aid.ts';

let language: LanguageResources;
let aid: ReadingAid;
beforeAll(async () => {
  language = await composeLanguage({ dictionaryPath: null });
  const { lexicon, vectors } = language;
  aid = createReadingAid({ lexicon, probabilityOf: vectors.probabilityOf });
});

const read = (text: string, source: Language, reference = '2025-06-26') =>
  language.annotator.annotate({ text, language: source, reference });
function glosses(text: string, source: Language): Record<string, string> {
  const reader = source === 'zh' ? 'en' : 'zh';
  const words = aid(read(text, source), { start: 0, end: text.length }, reader);
  return Object.fromEntries(words.map(({ start, end, gloss }) => [text.slice(start, end), gloss]));
}

describe('an aid to reading', () => {
  it('says in English what names, titles, places, dates, numbers and verbs are', () => {
    const told = glosses('6月25日至26日,国防部长董军在青岛主持会议,签约156.3亿元,增长5.2%。', 'zh');
    expect(told).toMatchObject({
      '6月25日至26日': 'June 25–26, 2025',
      董军: 'Dong Jun',
      青岛: 'Qingdao',
      主持: 'take charge of',
      会议: 'meeting',
      '156.3亿元': '15.63 billion yuan',
    });
    expect(told['国防部长']).toMatch(/defen[cs]e/iu);
  });

  it('says in Chinese what countries, dates, numbers and common words are', () => {
    const told = glosses(
      'On June 26, 2025 Russia and India discussed peace with 2.5 million people.',
      'en',
    );
    expect(told).toMatchObject({
      'June 26, 2025': '2025年6月26日',
      Russia: '俄罗斯',
      India: '印度',
      peace: '和平',
    });
    expect(Object.values(told)).toContain('250万');
  });

  it('tells of words inside what was asked, in order, never twice, and never of its own language', async () => {
    const { articles } = await ingestPaths(['seeds']);
    for (const { body, language: source, publishedAt } of articles) {
      const sentences = read(body, source, publishedAt ?? '');
      const other = source === 'zh' ? 'en' : 'zh';
      const span = { start: 40, end: Math.min(600, body.length) };
      const words = aid(sentences, span, other);
      let last = span.start;
      for (const { start, end, gloss } of words) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(span.end);
        expect(gloss.trim()).not.toBe('');
        last = end;
      }
      expect(words.length).toBeGreaterThan(10);
      expect(aid(sentences, span, source)).toEqual([]);
    }
  });
});
