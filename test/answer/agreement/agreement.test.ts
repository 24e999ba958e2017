import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../src/answer/agreement/find-conflicts.ts';
import { findCorroboration } from '../../../src/answer/agreement/find-corroboration.ts';
import { areIndependent, reportOrigin } from '../../../src/answer/agreement/independent-source.ts';
import { createSentenceChecker } from '../../../src/answer/check/check-sentence.ts';
import { QuoteChooser } from '../../../src/answer/model/choose-quote.ts';
import { loadLanguageTools } from '../language-tools.ts';
import { type ArticleSketch, article, passageOf, wholeOf } from './news-fixture.ts';

const tools = await loadLanguageTools();
const chooser = new QuoteChooser({ ...tools, checker: createSentenceChecker(tools) }, 'zh');

function conflicts(first: ArticleSketch | string, ...others: (ArticleSketch | string)[]) {
  const sketches = [first, ...others].map((one) => (typeof one === 'string' ? { body: one } : one));
  const articles = sketches.map((sketch, i) => article(`outlet-${i + 1}`, sketch));
  const [claim] = articles;
  if (claim === undefined) return [];
  return findConflicts([wholeOf(claim)], articles.map(passageOf), 'zh', tools.sentencesOf).map(
    ({ about, statements }) => [about, ...statements.map(({ value }) => value)],
  );
}

describe('conflicts between sources', () => {
  it('finds different figures for the same thing', () => {
    expect(conflicts('云南地震造成12人死亡。', '云南地震已造成15人死亡。')).toEqual([
      ['“死亡”的数字', '12人死亡', '15人死亡'],
    ]);
  });

  it('finds them across languages', () => {
    expect(
      conflicts(
        'The competition in Qingdao showcased 12 projects from 8 countries.',
        '大赛在青岛展示了来自8个国家的14个项目。',
      ),
    ).toEqual([['“projects”的数字', '12 projects', '14个项目']]);
  });

  it('finds different days for the same event', () => {
    expect(
      conflicts(
        '上合组织国防部长会议6月26日在青岛举行。',
        '上合组织国防部长会议6月24日在青岛举行。',
      ),
    ).toEqual([['“上合组织”的日期', '2025-06-26', '2025-06-24']]);
  });

  it('gathers every source under one heading', () => {
    expect(
      conflicts('云南地震造成12人死亡。', '云南地震已造成15人死亡。', '云南地震造成20人死亡。'),
    ).toEqual([['“死亡”的数字', '12人死亡', '15人死亡', '20人死亡']]);
  });

  it.each([
    [
      'the same figure in other forms',
      '大赛惠及2400名官员和技术人员。',
      '大赛惠及两千四百名官员和技术人员。',
    ],
    ['a rounded figure', '展会吸引观众10240人次参观。', '展会吸引观众约一万人次参观。'],
    ['an estimate', '大赛共收到项目213个。', '大赛共收到项目200多个。'],
    ['other things counted', '云南地震造成12人死亡。', '云南地震造成30人受伤。'],
    [
      'what happened to others',
      'The Yunnan earthquake killed 12 people on Monday.',
      'The Yunnan earthquake injured 30 people on Monday.',
    ],
    [
      'hours of the clock',
      '台风“木兰”8时登陆福建，当地中断交通。',
      '台风“木兰”18时登陆福建，当地恢复交通。',
    ],
    ['another place', '云南地震造成12人死亡。', '四川地震造成15人死亡。'],
    ['another event', '董军会见了5国防长。', '沈阳论坛有26个国家参加。'],
    ['an event that lasted', '会议6月26日在青岛举行。', '会议6月25日至26日在青岛举行。'],
  ])('leaves %s alone', (_, first, second) => expect(conflicts(first, second)).toEqual([]));

  it('counts no reprint as another source', () => {
    expect(
      conflicts('云南地震造成12人死亡。', {
        body: '云南地震已造成15人死亡。',
        copyOf: 'outlet-1',
      }),
    ).toEqual([]);
  });
});

describe('corroboration', () => {
  const cited = article('people', { body: '26日,上合组织国防部长会议在青岛举行。' });
  const sentence = '2025年6月26日，上合组织国防部长会议在青岛举行。';
  const count = (...others: ReturnType<typeof article>[]) =>
    findCorroboration(
      sentence,
      [wholeOf(cited)],
      [cited, ...others].map(passageOf),
      (statement, passage) => chooser.chooseSame(statement, passage),
    );

  it('counts the independent sources that say all of it, in either language', () => {
    const found = count(
      article('global', { body: '上合组织国防部长会议26日在青岛举行。双方会谈。' }),
      article('daily', {
        body: "The SCO defense ministers' meeting was held in Qingdao on June 26.",
      }),
      article('other', { body: '上合组织国防部长会议在北京举行。' }),
    );
    expect(found?.sources).toBe(3);
    expect(found?.spans.map(({ article: { id } }) => id)).toEqual(['people', 'global', 'daily']);
  });

  it('counts reprints, and reports of one agency, once', () => {
    const body = '上合组织国防部长会议26日在青岛举行。';
    expect(count(article('copy', { body, copyOf: 'people' }))).toBeNull();
    const found = count(
      article('evening', { body: `新华社青岛6月26日电 ${body}` }),
      article('morning', { body: `据新华社,${body}` }),
    );
    expect(found?.sources).toBe(2);
  });

  it('is silent when nobody else says so', () => {
    expect(count(article('global', { body: '上合组织国防部长会议25日在青岛举行。' }))).toBeNull();
  });
});

describe('the origin of a report', () => {
  it('is the agency of its dateline, else its outlet', () => {
    const origin = (body: string, outlet = 'Some Daily') =>
      reportOrigin(article('a', { body, outlet }));
    expect(origin('新华社青岛7月7日电 记者7日从文化和旅游部获悉')).toBe('xinhua');
    expect(origin('据新华社,国防部长董军25日在青岛')).toBe('xinhua');
    expect(origin('BEIJING, June 26 (Xinhua) -- China said')).toBe('xinhua');
    expect(origin('会议在青岛举行。新华社记者摄')).toBe('some daily');
    expect(origin('会议在青岛举行。', '新华社')).toBe('xinhua');
  });

  it('makes an article no source beside itself', () => {
    const one = article('a', { body: '会议举行。' });
    expect(areIndependent(one, one)).toBe(false);
  });
});
