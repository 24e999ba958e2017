import { describe, expect, it } from 'vitest';
import {
  skeletonsOfChinese,
  skeletonsOfEnglish,
} from '../../../src/language/names/phonetic-keys.ts';

describe('consonant skeletons', () => {
  it.each([
    ['别洛乌索夫', 'Belousov'],
    ['赫列宁', 'Khrenin'],
    ['纳西尔扎德', 'Nasirzadeh'],
    ['穆卡姆别托夫', 'Mukambetov'],
    ['伊曼库洛夫', 'Imankulov'],
    ['阿姆列巴耶夫', 'Amrebayev'],
    ['汤普森', 'Thompson'],
    ['马尔博罗', 'Marlborough'],
    ['辛格', 'Singh'],
    ['纽卡斯尔', 'Newcastle'],
    ['桑德兰', 'Sunderland'],
    ['马可尼', 'Marconi'],
  ])('of %s and %s agree', (chinese, english) => {
    const skeletons = skeletonsOfChinese(chinese);
    expect(skeletonsOfEnglish(english).some((skeleton) => skeletons.includes(skeleton))).toBe(true);
  });

  it('tell names apart', () => {
    const names = ['别洛乌索夫', '赫列宁', '纳西尔扎德', '穆卡姆别托夫', '伊曼库洛夫'];
    const skeletons = names.flatMap(skeletonsOfChinese);
    expect(new Set(skeletons).size).toBe(skeletons.length);
  });

  it('are none where there is no letter', () => {
    expect(skeletonsOfEnglish('42')).toEqual([]);
    expect(skeletonsOfChinese('')).toEqual([]);
    expect(skeletonsOfChinese('abc')).toEqual([]);
  });
});
