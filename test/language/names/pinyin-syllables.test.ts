import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/language/dictionary/load-lexicon.ts';
import { pinyinOfChinese, splitPinyin } from '../../../src/language/names/pinyin-syllables.ts';
import { findGrowth } from '../../adversarial/growth.ts';

describe('splitting pinyin', () => {
  it('finds the syllables of a word that is pinyin throughout', () => {
    expect(splitPinyin('Qingdao')).toEqual(['qing', 'dao']);
    expect(splitPinyin('Yueyue')).toEqual(['yue', 'yue']);
    expect(splitPinyin("Xi'an")).toEqual(['xi', 'an']);
    expect(splitPinyin('Jin-ping')).toEqual(['jin', 'ping']);
    expect(splitPinyin('Belousov')).toBeNull();
    expect(splitPinyin('Chicago')).toBeNull();
  });

  it('reads back whatever Chinese is written in', () => {
    const words = [...loadLexicon().words()].filter((word) => /^\p{Script=Han}{2,3}$/u.test(word));
    fc.assert(
      fc.property(fc.constantFrom(...words), (word) => {
        const syllables = pinyinOfChinese(word, false);
        // 嗯 and 呣 have no vowel, and are in no name.
        fc.pre(syllables.every((syllable) => /.[aeiouv]|[aeo]./u.test(syllable)));
        expect(splitPinyin(syllables.join("'"))).toEqual(syllables);
      }),
    );
  });
});

it('takes no longer the more ways a word could be cut in, and gives up on what is no name', async () => {
  const word = { name: 'A, na …, v', make: (length: number) => `a${'na'.repeat(length / 2)}v` };
  expect(await findGrowth([word], splitPinyin, 40)).toEqual([]);
  expect(splitPinyin(`A${'na'.repeat(18)}`)).toHaveLength(19);
  expect(splitPinyin('A'.repeat(16_000))).toBeNull();
});

it('a surname is read as a surname', () => {
  expect(pinyinOfChinese('单国强', true)).toEqual(['shan', 'guo', 'qiang']);
});
