import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/language/characters/language.ts';

describe('detectLanguage', () => {
  it.each([
    '谁主持了上合组织国防部长会议？',
    'Khawaja Asif 说了什么',
    'Dong Jun 在 Qingdao 见了谁？',
    'SCO是什么',
    '《The Economist》怎么评价SCO？',
    '“What is the Shanghai Spirit”是谁问的',
    '介绍一下 Shanghai Cooperation Organization Youth Innovation and Entrepreneurship Competition',
    '上海精神',
    '上海合作組織是甚麼？',
    '2025？',
  ])('takes %s for Chinese', (question) => {
    expect(detectLanguage(question)).toBe('zh');
  });

  it.each([
    'Who chaired the meeting in Qingdao?',
    'What is the 上海精神?',
    'What does 上海合作组织成员国 mean?',
    'What did 董军 say about 国防部长会议 in 青岛?',
    'Who said "我们要坚持团结协作,弘扬上海精神"?',
    'Shanghai Spirit principles',
    'Explain 命运共同体 in English',
    '2025?',
    '',
  ])('takes %s for English', (question) => {
    expect(detectLanguage(question)).toBe('en');
  });

  it('judges a long text by most of it', () => {
    expect(
      detectLanguage(`${'各方一致同意提名乔尔蓬阿塔市。'.repeat(9)} The end of the text.`),
    ).toBe('zh');
    expect(detectLanguage(`${'The member states met in Qingdao. '.repeat(9)}上海精神`)).toBe('en');
  });

  it('sets closed quotations aside, and only those', () => {
    expect(detectLanguage('What does 《上合组织将以峰会为契机》 report')).toBe('en');
    expect(detectLanguage('谁写了“The Old Man and the Sea”')).toBe('zh');
    expect(detectLanguage('“上海 What is the spirit of the organization”')).toBe('en');
    expect(detectLanguage('"会议在\n青岛" was held')).toBe('zh');
    expect(detectLanguage('《会议 《纪要》 is the record of the meeting')).toBe('en');
  });
});
