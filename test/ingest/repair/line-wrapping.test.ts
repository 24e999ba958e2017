import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateLineWidth, repairLineWrapping } from '../../../src/ingest/repair/line-wrapping.ts';
import { displayWidth } from '../../../src/language/characters/display-width.ts';

const article =
  '董军26日主持会议并发言。董军说,国际形势变乱交织之际,尤其需要上合组织发挥"稳定锚"作用。中方愿同各成员国一道,坚守上合初心,弘扬"上海精神",坚定捍卫国际公平正义,共同应对安全挑战,推动防务安全合作行稳致远,为建设团结互信、和平安宁、繁荣发展、睦邻友好、公平正义的共同家园提供更有力支撑。';

/** Sets a text in lines of a width, as a page does, with spaces where the lines end. */
function wrap(text: string, width: number): string {
  const pieces = text.match(/[\w.%+-]+|./gu) ?? [];
  let wrapped = '';
  let column = 0;
  for (const piece of pieces) {
    const columns = displayWidth(piece) + (/[,"]/.test(piece) ? 1 : 0);
    const mayStartLine = !/[,。、"]/.test(piece);
    if (column + columns > width && mayStartLine) {
      wrapped += ' ';
      column = 0;
    }
    wrapped += piece;
    column += columns;
  }
  return wrapped;
}

describe('repairLineWrapping', () => {
  it.each([60, 76, 90, 120])('gives a text wrapped at %d columns back as it was', (width) => {
    const text = article.repeat(4);
    const wrapped = wrap(text, width);
    expect(wrapped).toContain(' ');
    expect(repairLineWrapping(wrapped, estimateLineWidth([wrapped]))).toBe(text);
  });

  it('turns the spaces between run-together paragraphs into line breaks', () => {
    const paragraphs = [article, `${article}完毕。`, article];
    const wrapped = paragraphs.map((paragraph) => wrap(paragraph, 90)).join(' ');
    expect(repairLineWrapping(wrapped, estimateLineWidth([wrapped])).split('\n')).toEqual(
      paragraphs,
    );
  });

  it('keeps spaces that were meant', () => {
    const text = wrap(`新华社青岛7月7日电 记者7日从文化和旅游部获悉,${article.repeat(2)}`, 90);
    expect(repairLineWrapping(text, 90)).toContain('电 记者7日');
    const spaced = wrap(
      `据 IT 之家 8 月 16 日消息,英特尔发布 XeSS 1.2 版本,${article.repeat(2)}`,
      90,
    );
    expect(repairLineWrapping(spaced, 90)).toContain(
      '据 IT 之家 8 月 16 日消息,英特尔发布 XeSS 1.2 版本',
    );
    const english = 'The member states met in Qingdao on Wednesday to talk about security. '.repeat(
      5,
    );
    expect(repairLineWrapping(english.trim(), 90)).toBe(english.trim());
  });

  it('joins nothing where no line width shows', () => {
    const text = '上海合作组织 青岛 会议 防务 合作';
    expect(estimateLineWidth([text])).toBeNull();
    expect(repairLineWrapping(text, null)).toBe(text);
  });

  it('puts a bracketed credit between paragraphs on a line of its own', () => {
    expect(repairLineWrapping('充满期待。 (责编:赵欣悦、袁勃) 携手应对挑战。', 90)).toBe(
      '充满期待。\n(责编:赵欣悦、袁勃)\n携手应对挑战。',
    );
  });

  it('joins the mark of a cut to the word it cuts', () => {
    expect(repairLineWrapping('不断拓展合作渠 ...', 90)).toBe('不断拓展合作渠...');
    expect(repairLineWrapping('签署了会议纪要。 ...', 90)).toBe('签署了会议纪要。\n...');
  });

  it('changes white space only, whatever the text', () => {
    const fragment = fc.constantFrom(
      ...[
        '上海合作组织',
        '。',
        ',',
        '"',
        ' ',
        '\n',
        'the region',
        '5.2%',
        '(',
        ')',
        '...',
        '😀',
        '　',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 120 }),
        fc.option(fc.integer({ min: 10, max: 120 })),
        (parts, width) => {
          const text = parts.join('');
          const repaired = repairLineWrapping(text, width ?? estimateLineWidth([text]));
          expect(repaired.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});
