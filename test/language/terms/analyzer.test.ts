import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/article.ts';
import { loadLexicon } from '../../../src/language/dictionary/load-lexicon.ts';
import {
  type LanguageTools,
  loadLanguageTools,
} from '../../../src/language/segment/load-language-tools.ts';
import type { TextAnalyzer } from '../../../src/language/terms/text-analyzer.ts';
import { termsOf } from './terms-of.ts';

const lexicon = loadLexicon();
let tools: LanguageTools;
let analyzer: TextAnalyzer;
beforeAll(async () => {
  tools = await loadLanguageTools({ lexicon });
  ({ analyzer } = tools);
});

const normals = (text: string) =>
  analyzer
    .tokens(text)
    .filter(({ stop }) => !stop)
    .map(({ normal }) => normal);

const analyze = (text: string, language: Language, publishedAt: string | null = null) =>
  termsOf(tools, text, language, publishedAt);

/** Terms of one field that two texts share. */
function shared(
  field: 'words' | 'concepts' | 'names',
  a: [string, Language, (string | null)?],
  b: [string, Language, (string | null)?],
): string[] {
  const other = analyze(...b)[field];
  return [...analyze(...a)[field].keys()].filter((term) => other.has(term));
}

describe('tokens', () => {
  it('cuts both languages, in one form', () => {
    expect(normals('国防部长董军会见了Ministers，２,４００名官员')).toEqual([
      '国防部长',
      '董军',
      '会见',
      'minist',
      '2400',
      '名',
      '官员',
    ]);
  });

  it('tells the country from the pronoun, and joins abbreviations', () => {
    expect(normals('The US and the U.S. gave us the U.N.')).toEqual(['usa', 'usa', 'give', 'un']);
  });

  it('keeps the text as written, in order, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('上合組織', '６月', 'June 26', "China's", ' ', '。', '2,400', 'é'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const token of analyzer.tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
      }),
    );
  });
});

describe('one form for what is the same', () => {
  it.each([
    ['2,400 officials', 'en', '2400名官员', 'zh'],
    ['2400 officials', 'en', '两千四百名官员', 'zh'],
    ['120 million yuan', 'en', '1.2亿元', 'zh'],
    ['twelve projects', 'en', '12个项目', 'zh'],
    ['June 26', 'en', '6月26日', 'zh'],
    ['June 2025', 'en', '2025年6月', 'zh'],
  ] as const)('%s (%s) and %s (%s)', (a, languageA, b, languageB) => {
    const terms = shared('concepts', [a, languageA], [b, languageB]);
    expect(terms.filter((term) => /\d/.test(term))).not.toEqual([]);
  });

  it('takes a bare day for one of the month the article appeared in', () => {
    const article: [string, Language, string] = ['董军26日主持会议', 'zh', '2025-06-26T22:46'];
    expect(shared('words', ['6月26日', 'zh'], article)).toContain('date:6-26');
    expect(shared('words', ['5月26日', 'zh'], article)).not.toContain('date:5-26');
  });

  it('reads Traditional characters and full-width letters', () => {
    const traditional = analyze('上海合作組織　ＳＣＯ', 'zh');
    expect(traditional).toEqual(analyze('上海合作组织 SCO', 'zh'));
  });
});

describe('concepts', () => {
  it.each([
    ['军事联盟', 'military alliance'],
    ['农业官员', 'agricultural officials'],
    ['旅游合作', 'cooperation in tourism'],
  ])('%s meets %s', (chinese, english) => {
    const groups = analyzer.conceptGroups(chinese);
    const wanted = new Set(
      analyzer.conceptGroups(english).flatMap(({ stems }) => stems.map(({ stem }) => stem)),
    );
    for (const { token, stems } of groups) {
      expect(
        stems.some(({ stem }) => wanted.has(stem)),
        token.text,
      ).toBe(true);
    }
  });

  it('takes a word that the dictionary lacks apart into words that it has', () => {
    const [group] = analyzer.conceptGroups('防务领域').filter(({ stems }) => stems.length > 0);
    expect(group?.stems.map(({ stem }) => stem)).toContain('defens');
  });

  it('gives every stem once in a group, with a weight between 0 and 1', () => {
    for (const { stems } of analyzer.conceptGroups(
      '上合组织成员国国防部长会议在青岛举行 SCO 2,400',
    )) {
      expect(new Set(stems.map(({ stem }) => stem)).size).toBe(stems.length);
      for (const { weight } of stems) {
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('occurrences', () => {
  it('finds Chinese words by their characters and English ones by their stem', () => {
    const text = '上合组织國防部長會議：Ministers met, ministerial talks followed.';
    const words = analyzer.tokens('国防部长 minister');
    const found = analyzer
      .occurrences(text, words)
      .map(({ start, end, word }) => `${word}:${text.slice(start, end)}`);
    expect(found).toEqual(['0:國防部長', '1:Ministers']);
  });
});

describe('settings', () => {
  it('learns words from a dictionary of the user', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'words-')), 'words.txt');
    writeFileSync(file, '乔尔蓬阿塔 1000 ns\n');
    const taught = (await loadLanguageTools({ lexicon, dictionaryPath: file })).analyzer;
    const cut = (one: TextAnalyzer) =>
      one.tokens('吉尔吉斯斯坦乔尔蓬阿塔市').map(({ text }) => text);
    expect(cut(taught)).toContain('乔尔蓬阿塔');
    expect(cut(analyzer)).not.toContain('乔尔蓬阿塔');
    expect(taught.fingerprint).not.toBe(analyzer.fingerprint);
  });
});
