import { describe, expect, it } from 'vitest';
import { findShortAnswer } from '../../../src/answer/short-answer/find-short-answer.ts';
import { groupOfType, surenessOf } from '../../../src/answer/short-answer/sureness.ts';
import { detectLanguage } from '../../../src/language/characters/language.ts';
import { article } from '../../search/seed-collection.ts';
import { loadLanguageTools } from '../language-tools.ts';

const tools = await loadLanguageTools();
const { readQuestion, reader, writeShortAnswer } = tools;

/** The words that answer a question out of one sentence or more, as its reader sees them. */
function answer(question: string, body: string, publishedAt = '2024-05-10') {
  const language = detectLanguage(body);
  const one = article({ id: body, body, language, publishedAt });
  const read = readQuestion(question, '2024-06-01');
  const sentences = reader.sentencesOf(one);
  const ranked = sentences.map((sentence) => ({
    article: one,
    sentence,
    sentences,
    probability: 0.8,
  }));
  const found = findShortAnswer(read, ranked, tools);
  if (found === null) return null;
  const written = writeShortAnswer(found.candidate, read, read.language, language);
  return {
    ...written,
    confidence: surenessOf(found.features, groupOfType(read.expects, read.many)),
  };
}

describe('the words that answer', () => {
  it.each([
    ['展览开几天', '为期三天的展览9日在会展中心开幕。', '三天'],
    ['他被拘留了几天', '5月3日,警方对李某处以行政拘留12日。', '12日'],
    ['How many days did the fair last?', 'The four-day fair opened on May 3.', 'four-day'],
    ['有多少支队伍参赛', '大赛历时3天,共有32支队伍、500名选手参赛。', '32支'],
    ['培训了多少技术人员', '基地办了120期培训,培训技术人员2400名。', '2400名'],
    ['林岚是什么职务', '省卫健委副主任林岚出席会议。', '省卫健委副主任'],
    ['罗慧是谁', '交通大学教授罗慧表示,这条线路明年开通。', '交通大学教授'],
    ['论坛在哪个场馆开的', '论坛8日在海东国际会议中心开幕。', '海东国际会议中心'],
    ['女性占百分之几', '代表共300人,其中女性占41%。', '41%'],
    ['门票多少钱', '2023年的门票每张售价80元,共售出3000张。', '80元'],
    ['新股的发行价是多少', '新股开启申购,发行价格为5.32元/股,申购上限为1.10万股。', '5.32元/股'],
    ['城门有多高', '城门高5.33米,宽3.5米,厚7.41米。', '5.33米'],
    ['火灾死了几个人', '厂房发生火灾,导致11人死亡,过火面积约9000平方米。', '11人'],
    ['报名截止到哪天', '7月25日,组委会决定将报名截止日期延长至7月27日。', '2023年7月27日'],
    ['论坛什么时候开幕', '论坛5月8日在海东开幕。', '2024年5月8日'],
  ])('%s', (question, body, text) => {
    expect(answer(question, body)?.text).toBe(text);
  });

  it('are in the script of who asks, with the original beside them', () => {
    expect(answer('How long did the fair last?', '为期三天的博览会9日开幕。')).toMatchObject({
      text: '3 days',
      original: '三天',
    });
    expect(answer('When did the forum open?', '论坛5月8日在海东开幕。')).toMatchObject({
      text: 'May 8, 2024',
      original: '5月8日',
    });
    expect(answer('Which country is the new member from?', '新成员来自白俄罗斯。')).toMatchObject({
      text: 'Belarus',
      original: '白俄罗斯',
    });
    expect(answer('Who chaired the meeting?', '会议由王立军主持。')).toMatchObject({
      text: 'Wang Lijun',
      original: '王立军',
    });
    expect(answer('How much did the bridge cost?', '大桥造价1.3亿美元。')?.text).toBe(
      '130 million US dollars',
    );
  });

  it('spell no foreigner as if he were Chinese', () => {
    expect(
      answer('Who was the first Indian minister to come?', '辛格是首位来访的印度部长。'),
    ).toMatchObject({ text: 'Singh', original: '辛格' });
    expect(answer('Who chaired the meeting?', '会议由越南总理范明政主持。')?.text).toBe('范明政');
    expect(answer('Who gave the speech?', '中国驻新加坡大使孙海燕致辞。')?.text).toBe('Sun Haiyan');
  });

  it('follow a place to its end', () => {
    const body = '“首届人才论坛”15日在青海省果洛藏族自治州玛沁县举行。';
    expect(answer('首届人才论坛在哪儿举行', body)?.text).toBe('青海省果洛藏族自治州玛沁县');
    expect(answer('首届人才论坛在哪个省举行', body)?.text).toBe('青海省');
  });

  it('are not what the question says itself, in either script', () => {
    expect(answer('Whom did Wang Lijun meet?', '王立军会见了客人。')).toBeNull();
    expect(answer('谁替代了费尔南多·洛佩斯', '费尔南多·洛佩斯遭到替代。')).toBeNull();
    expect(answer('12支队伍里有多少支来自海外', '共有12支队伍参赛。')).toBeNull();
  });

  it('are no reference marks, years, dates or hours', () => {
    expect(answer('有多少家企业参展', '2023海东书展有40家企业参展。')?.text).toBe('40家');
    expect(answer('How many firms took part?', 'Firms took part in the fair [4].')).toBeNull();
  });

  it('are the person who does what is asked, or has the post', () => {
    const body = '外长会议5日举行,肯尼亚外长奥卡福主持会议,法国外长马丁和日本外长田中一郎出席。';
    expect(answer('谁主持了外长会议', body)?.text).toBe('奥卡福');
    expect(answer('法国的外长是谁', body)?.text).toBe('马丁');
  });

  it('follow a list to its end', () => {
    const body = '专家提出三点建议。一是修路;二是种树;三是办学。';
    expect(answer('有哪三点建议', body)?.text).toBe('修路、种树、办学');
    const ministers = '部长会见了肯尼亚外长奥卡福、日本外长田中一郎和法国外长马丁。';
    expect(answer('会见了哪些国家的外长', ministers)?.text).toBe('肯尼亚、日本、法国');
  });

  it('are surer where they stand beside what is asked', () => {
    const near = answer('有多少支队伍参赛', '共有32支队伍参赛。')?.confidence ?? 0;
    const far = answer('有多少支队伍参赛', '去年,海东区的12支部队撤离了。')?.confidence ?? 0;
    expect(near).toBeGreaterThan(far);
  });
});
