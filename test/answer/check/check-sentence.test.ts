import { describe, expect, it } from 'vitest';
import { createSentenceChecker } from '../../../src/answer/check/check-sentence.ts';
import type { Article } from '../../../src/core/article.ts';
import type { Evidence } from '../../../src/core/sentence-checker.ts';
import { loadLanguageTools } from '../language-tools.ts';

const tools = await loadLanguageTools();
const checker = createSentenceChecker(tools);

const body =
  '26日,上海合作组织成员国国防部长会议在青岛举行。中国国防部长董军当天还与多国防长进行双边会晤。' +
  '他说,中方不谋求对抗,愿同各成员国弘扬"上海精神"。';

function articleOf(text: string, changes: Partial<Article> = {}): Article {
  return {
    id: 'a',
    title: '',
    outlet: { name: '', zh: '', en: '' },
    publishedAt: '2025-06-26T22:46',
    language: 'zh',
    body: text,
    url: null,
    truncated: false,
    origin: { path: 'a', position: 0 },
    copyOf: null,
    ...changes,
  };
}

const report = articleOf(body);

function quoting(words: string, article = report): Evidence {
  const start = article.body.indexOf(words);
  return { article, start, end: start + words.length };
}

const MEETING = '26日,上海合作组织成员国国防部长会议在青岛举行。';
const meeting = quoting(MEETING);
const talks = quoting('中国国防部长董军当天还与多国防长进行双边会晤。');
const speech = quoting('他说,中方不谋求对抗,愿同各成员国弘扬"上海精神"。');

const verdict = (sentence: string, ...evidence: Evidence[]) => {
  const { verdict, rule, failed } = checker.check(sentence, evidence, 'zh');
  return [verdict, rule, failed];
};

describe('the check of a sentence', () => {
  it('takes a quotation for supported, whatever its marks, punctuation and width', () => {
    for (const sentence of [
      MEETING,
      '**26日，上海合作组织成员国国防部长会议在青岛举行。**[1]',
      '上海合作组织成员国国防部长会议在青岛举行【1】。',
    ]) {
      expect(verdict(sentence, meeting)).toEqual(['supported', 'quoted', null]);
    }
  });

  it('does not take words for quoted whose 不 was cut off', () => {
    expect(verdict('中方谋求对抗', speech)).toEqual(['unsupported', 'negation', '谋求']);
  });

  it('refuses words that do not stand where they are said to', () => {
    const moved = { ...meeting, end: body.length + 1 };
    expect(verdict(MEETING, moved)).toEqual(['unsupported', 'citation', null]);
    expect(verdict(MEETING)).toEqual(['unsupported', 'citation', null]);
  });

  it('resolves dates on both sides, 当天 by the sentence before it', () => {
    expect(verdict('会议于2025年6月26日在青岛举行。', meeting)[0]).toBe('supported');
    expect(verdict('The meeting was held in Qingdao on June 26, 2025.', meeting)[0]).toBe(
      'supported',
    );
    expect(verdict('董军2025年6月26日与多国防长会晤。', talks)[0]).toBe('supported');
    expect(verdict('会议于2025年6月25日在青岛举行。', meeting)).toEqual([
      'unsupported',
      'date',
      '2025年6月25日',
    ]);
  });

  it('holds names across scripts, and tells a place from an organization named after it', () => {
    expect(
      verdict('Dong Jun held bilateral meetings with several defense ministers.', talks)[0],
    ).toBe('supported');
    expect(verdict('会议在上海举行。', meeting)).toEqual(['unsupported', 'name', '上海']);
    // Another language may have another word for a place, so this one is only doubted.
    expect(verdict('The meeting was held in Beijing.', meeting)).toEqual([
      'partly',
      'name',
      'Beijing',
    ]);
  });

  it('reads names that are spelt by their sound, though no finder saw them', () => {
    const game = quoting('x', articleOf('沃德捡到了球，向前跑了五码。'));
    const ball = { ...game, start: 0, end: game.article.body.length };
    expect(verdict('Ward picked up the ball.', ball)[0]).toBe('supported');
    expect(verdict('Garcia picked up the ball.', ball)[1]).toBe('name');
    const theory = articleOf('佛洛依德的学说改变了宣传理论。');
    expect(verdict('弗洛伊德的学说改变了宣传理论。', quoting(theory.body, theory))[0]).toBe(
      'supported',
    );
  });

  it('compares a source in Traditional characters as one in Simplified ones', () => {
    const newspaper = articleOf('《南華早報》現時的總編輯為譚衛兒，滙豐銀行是大股東。');
    const all = quoting(newspaper.body, newspaper);
    expect(verdict('《南华早报》的总编辑是谭卫儿。', all)[0]).toBe('supported');
    expect(verdict('《南华早报》的总编辑是李伟民。', all)[0]).toBe('unsupported');
  });

  it('lets the text before a pronoun say whom it means', () => {
    expect(verdict('董军说，中方不谋求对抗。', speech)[0]).toBe('supported');
    expect(verdict('普京说，中方不谋求对抗。', speech)).toEqual(['unsupported', 'name', '普京']);
  });

  it('compares negation across languages', () => {
    expect(verdict('China does not seek confrontation.', speech)[0]).toBe('supported');
    expect(verdict('China seeks confrontation.', speech)[1]).toBe('negation');
  });

  it('wants quotation marks to hold words of the source', () => {
    expect(verdict('中方愿弘扬“上海精神”。', speech)[0]).toBe('supported');
    expect(verdict('中方愿弘扬“合作精神”。', speech)).toEqual([
      'unsupported',
      'quotation',
      '合作精神',
    ]);
  });

  it('wants a number to count the same thing', () => {
    const words = 'It showcased 12 projects from 8 countries out of over 200 entries.';
    const projects = quoting(words, articleOf(words, { language: 'en', publishedAt: null }));
    expect(verdict('展示了来自八个国家的12个项目。', projects)[0]).toBe('supported');
    expect(verdict('展示了来自12个国家的8个项目。', projects)[1]).toBe('number');
    expect(verdict('Some 200 entries from 8 countries took part.', projects)[0]).not.toBe(
      'unsupported',
    );
  });

  it('takes years, shares and numerals for said in any form', () => {
    const war = articleOf(
      '战争发生于1807－1809年间，双方的20000名士兵里有8000人受伤，停战谈判要五到十天。',
    );
    const all = quoting(war.body, war);
    expect(verdict('战争从1807年打到1809年。', all)[0]).toBe('supported');
    expect(verdict('战争从1807年打到1819年。', all)[0]).toBe('unsupported');
    expect(verdict('Two fifths of the soldiers were wounded.', all)[1]).not.toBe('number');
    expect(verdict('Four fifths of the soldiers were wounded.', all)[1]).toBe('number');
  });

  it('finds unsupported what the cited words do not speak of', () => {
    expect(verdict('经济增速放缓，房地产投资下降。', meeting)[0]).toBe('unsupported');
    expect(verdict('The economy slowed as housing investment fell.', meeting)[0]).toBe(
      'unsupported',
    );
  });

  it('reads several quotes together', () => {
    const both = '董军出席了6月26日在青岛举行的防长会议，并与多国防长进行双边会晤。';
    expect(verdict(both, meeting, talks)[0]).toBe('supported');
  });

  it('explains itself in the answer’s language and names the piece', () => {
    const chinese = checker.check('会议在北京举行。', [meeting], 'zh');
    const english = checker.check('会议在北京举行。', [meeting], 'en');
    expect(chinese.reason).toContain('“北京”');
    expect(chinese.reason).toMatch(/引文/);
    expect(english.reason).toMatch(/cited words.*“北京”/);
  });

  describe('holds what belongs together together', () => {
    const firm = articleOf(
      '公司的全球总部位于新加坡，并在香港、东京设有办事处。其中秸秆肥料化利用24项、秸秆饲料化利用12项。',
    );
    const court = articleOf(
      'The court acquitted former mayor Peter Hald. Director Karl Moen remains in prison because he did not appeal. ' +
        'Prosecutors will decide within two weeks whether to take the case to the supreme court.',
      { language: 'en' },
    );
    const all = (article: Article) => quoting(article.body, article);

    it.each([
      ['总部位于香港。', firm, 'partly'],
      ['总部位于新加坡，在香港设有办事处。', firm, 'supported'],
      ['其中饲料化利用24项。', firm, 'partly'],
      ['其中肥料化利用24项，饲料化利用12项。', firm, 'supported'],
      ['Karl Moen was acquitted.', court, 'partly'],
      ['Peter Hald was acquitted.', court, 'supported'],
      ['Karl Moen remains in prison because the judge was bribed.', court, 'partly'],
      ['Karl Moen remains in prison because he did not appeal.', court, 'supported'],
      ['Prosecutors will take the case to the supreme court.', court, 'partly'],
      [
        'Prosecutors will decide whether to take the case to the supreme court.',
        court,
        'supported',
      ],
      ['Karl Moen, a farmer, remains in prison.', court, 'partly'],
    ] as const)('%s', (sentence, article, expected) => {
      expect(verdict(sentence, all(article))[0]).toBe(expected);
    });
  });
});
