import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinHardWrappedLines } from '../../../src/ingest/repair/hard-line-breaks.ts';

describe('joinHardWrappedLines', () => {
  it('joins English lines of one width, and keeps paragraphs and lists', () => {
    const text = [
      'The defence ministers of the Shanghai Cooperation Organization met in',
      'Qingdao on Wednesday. The meeting was chaired by the host country, and',
      'all ten member states took part in it, among them three that had newly',
      'joined.',
      '',
      'They agreed on:',
      '- joint exercises',
      '- exchanges of officers',
    ].join('\n');
    expect(joinHardWrappedLines(text).split('\n')).toEqual([
      'The defence ministers of the Shanghai Cooperation Organization met in Qingdao on Wednesday. The meeting was chaired by the host country, and all ten member states took part in it, among them three that had newly joined.',
      '',
      'They agreed on:',
      '- joint exercises',
      '- exchanges of officers',
    ]);
  });

  it('joins Chinese lines without a space', () => {
    const sentence =
      '上海合作组织成员国国防部长会议在山东青岛举行，中国国防部长董军主持会议并发言，今年中国是上合组织轮值主席国，此次防长会是落实轮值主席国工作的重要活动，各方进行了沟通交流，凝聚了共识。';
    const wrapped = sentence.replace(/.{20}(?=.)/gu, '$&\n');
    expect(joinHardWrappedLines(wrapped)).toBe(sentence);
  });

  it('leaves paragraphs, verse and tables alone', () => {
    for (const text of [
      '第一段讲会议。\n第二段讲合作，比第一段长一些，因为内容多。\n第三段。',
      'Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you',
      '姓名\t国家\n董军\t中国\n辛格\t印度',
    ]) {
      expect(joinHardWrappedLines(text)).toBe(text);
    }
  });

  it('changes white space only', () => {
    const line = fc.constantFrom(
      '',
      '- item',
      'a word or two more of the same text here',
      '合作组织'.repeat(9),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        expect(joinHardWrappedLines(text).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('takes a text of any number of lines', () => {
    const text = 'a line\n'.repeat(200_000);
    expect(joinHardWrappedLines(text)).toBe(text);
  });
});
