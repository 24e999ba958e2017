import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/language/dictionary/load-lexicon.ts';

const tablePath = new URL('../../../src/language/dictionary/data/cc-cedict.tsv', import.meta.url);
const lexicon = loadLexicon();
const stemsOf = (word: string) => lexicon.conceptStems(word).map(({ stem }) => stem);

describe('concept stems', () => {
  it('meet the English word that translates them', () => {
    expect(stemsOf('合作')).toEqual(expect.arrayContaining(['cooper', 'collabor']));
    expect(stemsOf('国防部长')).toEqual(expect.arrayContaining(['defens', 'minist']));
    expect(stemsOf('峰会')).toContain('summit');
    expect(stemsOf('上海合作组织')).toEqual(['sco', 'shanghai', 'cooper', 'organ']);
  });

  it('weigh a translation above a description', () => {
    const weights = new Map(lexicon.conceptStems('合作').map(({ stem, weight }) => [stem, weight]));
    expect(weights.get('cooper')).toBe(1);
    expect(weights.get('togeth')).toBe(1 / 2);
  });

  it('follow a word that only points to another', () => {
    // CC-CEDICT: 湖北 → "see 湖北省", 赫鲁雪夫 → "see 赫鲁晓夫".
    expect(stemsOf('湖北')).toEqual(stemsOf('湖北省'));
    expect(stemsOf('赫鲁雪夫')).toContain('khrushchev');
  });

  it('leave out labels, notes and function words', () => {
    for (const word of ['的', '董', '上海', '王', '北约', '女']) {
      expect(stemsOf(word)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(surnam|abbr|of|the|to|a)$/u)]),
      );
    }
  });

  it('are empty for an unknown word', () => {
    expect(lexicon.conceptStems('乔尔蓬阿塔')).toEqual([]);
    expect(lexicon.conceptStems('')).toEqual([]);
  });
});

describe('lookup', () => {
  it('finds simplified and traditional words', () => {
    expect(lexicon.lookup('国防')).toEqual([
      {
        simplified: '国防',
        traditional: '國防',
        pinyin: 'guo2 fang2',
        glosses: ['national defense'],
      },
    ]);
    expect(lexicon.lookup('國防')).toEqual(lexicon.lookup('国防'));
  });

  it('keeps every reading of a word, in order', () => {
    expect(lexicon.lookup('行').map(({ pinyin }) => pinyin)).toEqual(['hang2', 'heng2', 'xing2']);
  });

  it('agrees with a plain scan of the table, for words in it and beside it', () => {
    const lines = readFileSync(tablePath, 'utf8').split('\n').slice(1, -1);
    const scan = new Map<string, number>();
    for (const line of lines) {
      const word = line.slice(0, line.indexOf('\t'));
      scan.set(word, (scan.get(word) ?? 0) + 1);
    }
    const words = [...scan.keys()];
    const simplifiedOnly = (word: string) =>
      lexicon.lookup(word).filter(({ simplified }) => simplified === word).length;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: words.length - 1 }).map((position) => words[position] ?? ''),
        fc.constantFrom('', '的', '\t', '#', '~'),
        (word, suffix) => simplifiedOnly(word + suffix) === (scan.get(word + suffix) ?? 0),
      ),
      { numRuns: 500 },
    );
    expect(simplifiedOnly(words[0] ?? '')).toBe(scan.get(words[0] ?? ''));
    expect(simplifiedOnly(words.at(-1) ?? '')).toBe(scan.get(words.at(-1) ?? ''));
  });
});

it('the shipped table is the one its fingerprint names', () => {
  const bytes = readFileSync(tablePath);
  const body = bytes.subarray(bytes.indexOf('\n') + 1);
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
  expect(lexicon.fingerprint).toContain(digest);
});
