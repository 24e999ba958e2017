import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/language/segment/sentences.ts';

const seed = readFileSync(new URL('../../../seeds/shanghai-spirit.txt', import.meta.url), 'utf8');

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Texts written with `|` where a sentence ends. */
const marked = {
  'Chinese full stops, question and exclamation marks': '会议在青岛举行。|谁主持？|太好了！|完',
  'clauses joined by ；': '坚持团结协作,弘扬精神；坚持普惠共赢。|我们要努力。',
  'a full stop with its closing quotation mark': '他说：“你好。我很高兴。”|第二句。',
  'the speaker after the quotation': '“我们赢了。”张三说。|下一句。',
  'a term in quotation marks': '举办“向新而行！”活动，吸引了人。|好的',
  'a direct question before the next sentence': '他问：“为什么？”|随后，大家散去。',
  'a title with a question mark': '《为什么？》一书。|好！',
  'brackets inside a sentence': '他来了（昨天。）走了。|（他走了。）|他又来了。',
  'straight quotation marks in Chinese': '"让各国和谐共处","共同发展"。|"合作很好。"|他走了。',
  'a doubled full stop': '他说：“好。”。|另外一句。',
  'decimals and percentages': '增长5.2%,达到3.1万亿元。|出口增长2.0%。',
  'ASCII punctuation in Chinese': 'GDP增长5.2%.|他说,很好.|真的?|是的!',
  'an ellipsis in mid-sentence': '他说……然后走了。|完。',
  'an ellipsis at the end': '签署了会议纪要。| ...',
  'an English abbreviation in Chinese': '由U.S.主导的会议。|完',
  'enumerated items': '3.加强合作。|4.深化改革',
  'full-width space': '第一句。|　第二句。',
  'titles and initials': 'Dr. Smith met J. F. Kennedy.|Mr. Wang left.',
  'country abbreviations': 'The U.S. President spoke.|He left the U.S.| In 2024 it joined.',
  'numbers and figures': 'It cost 5.2 million.|No. 5 was late.|See Fig. 2.|The end.',
  'an answer of one word': 'Did he agree?|No.|They left.',
  'company names': 'Apple Inc. said so.|He works at Apple Inc.|The firm grew.',
  'times of day': 'At 9 a.m. Beijing time it began.|It ended at 5 p.m.|The crowd left.',
  'English quotations':
    'He said "It is good. We like it," and left.|"Why?" he asked.|"Stop."|It did.',
  'the English speaker after a quotation': '"It works." Li Ming said.|Next one.',
  'reference marks':
    'in the region [1][2][4].|A sentence. [3][4]|Another one.[citation needed]|End.',
  'numbered items': '1. Strengthen trade.|2. Do it.',
  'web addresses': 'Visit www.example.com/a?b=1 today.|It is open.',
  'a lower-case word after a question mark': 'Yahoo! announced it... and left.|Done.',
  'a missing space': 'They met in the region.|The summit was long.',
  'a brand in lower case': 'Sales fell.|iPhone sales rose.',
};

describe('splitSentences', () => {
  it.each(Object.entries(marked))('handles %s', (_name, text) => {
    const sentences = text.split('|');
    const plain = sentences.join(/^[\x20-\x7e]*$/.test(text) ? ' ' : '');
    expect(sentencesOf(plain)).toEqual(sentences.map((sentence) => sentence.trim()));
  });

  it('ends a sentence at a line break and leaves the bullets of lists out', () => {
    expect(sentencesOf('- First point\n• Second. Third.\n\n第三段\r\n第四段。')).toEqual([
      'First point',
      'Second.',
      'Third.',
      '第三段',
      '第四段。',
    ]);
  });

  it('is not misled by a quotation that never closes', () => {
    expect(sentencesOf('他说：“第一句。第二句。第三句。')).toHaveLength(3);
    expect(sentencesOf('He said "one. Two. Three.')).toHaveLength(3);
  });

  it('splits inside a quotation too long to show', () => {
    const speech = '我们要坚持团结协作，弘扬上海精神。'.repeat(20);
    expect(sentencesOf(`他说：“${speech}”`)).toHaveLength(20);
  });

  it('finds the sentences of the seed page', () => {
    const sentences = sentencesOf(seed);
    expect(sentences).toContain(
      '吉尔吉斯斯坦国务秘书伊曼库 洛夫,阿塞拜疆国民会议副主席阿斯克罗夫,省委书记、省人大常委会主任郝鹏致辞。',
    );
    expect(sentences).toContain(
      '阿西夫指出,北约是一个军事联盟,是一个"非常排外 的俱乐部",完全受西方国家影响。',
    );
  });

  it('covers every character but white space, in order, without overlap, trimmed', () => {
    const fragment = fc.constantFrom(
      ...[
        '。',
        '！',
        '“',
        '”',
        '"',
        '（',
        '）',
        '(',
        ')',
        '...',
        '……',
        '.',
        '?',
        '\n',
        ' ',
        '　',
        '1.',
      ],
      ...[
        '合作组织',
        '5.2%',
        'U.S.',
        'Dr. ',
        'the region',
        '[1]',
        '《',
        '》',
        '：',
        ',',
        '；',
        'A',
        '😀',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 80 }),
        ),
        (text) => {
          const spans = splitSentences(text);
          let previousEnd = 0;
          let covered = '';
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(previousEnd);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            covered += text.slice(start, end);
            previousEnd = end;
          }
          const withoutBullets = text.replace(
            /(^|[\n\r\u2028\u2029])\s*(?:[-–—•·●○■□◆▪►*]\s+)+/gu,
            '$1',
          );
          expect(covered.replace(/\s/gu, '')).toBe(withoutBullets.replace(/\s/gu, ''));
        },
      ),
      { numRuns: 500 },
    );
  });
});
