import { describe, expect, it } from 'vitest';
import { createRegionNames } from '../../../src/language/names/region-names.ts';

const regions = createRegionNames();

describe('region names', () => {
  it.each([
    ['俄罗斯', 'Russia', 'Russian', 'RU'],
    ['吉尔吉斯斯坦', 'Kyrgyzstan', 'Kyrgyz', 'KG'],
    ['乌兹别克斯坦', 'Uzbekistan', 'Uzbek', 'UZ'],
    ['美国', 'the United States', 'U.S.', 'US'],
    ['英国', 'United Kingdom', 'British', 'GB'],
    ['土耳其', 'Türkiye', 'Turkey', 'TR'],
    ['缅甸', 'Myanmar', 'Burma', 'MM'],
    ['香港', 'Hong Kong', 'hong kong', 'HK'],
    ['波斯尼亚和黑塞哥维那', 'Bosnia & Herzegovina', 'Bosnia and Herzegovina', 'BA'],
  ])('%s, %s and %s are one region', (chinese, english, other, code) => {
    expect([chinese, english, other].map(regions.codeOf)).toEqual([code, code, code]);
  });

  it('do not take other words', () => {
    expect(['青岛', 'Roman', 'Asif', '', '斯坦'].map(regions.codeOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('are found where they stand, the longest first', () => {
    expect(regions.lengthAt('会见白俄罗斯国防部长', 2)).toBe('白俄罗斯'.length);
    expect(regions.lengthAt('会见俄罗斯联邦代表', 2)).toBe('俄罗斯联邦'.length);
    expect(regions.lengthAt('会见代表', 2)).toBe(0);
    expect(regions.lengthAt('会见', 9)).toBe(0);
  });
});
