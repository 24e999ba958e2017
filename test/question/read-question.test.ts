import { describe, expect, it } from 'vitest';
import type { CollectionVocabulary } from '../../src/question/correct-words.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';

const { readQuestion, names } = await loadLanguageTools();

const TODAY = '2026-03-01';
const read = (text: string) => readQuestion(text, TODAY);

/** A collection that reports on a ferry strike and on a minister called Okafor. */
const OKAFOR = names.keysOf({ text: 'Okafor', kind: 'person', start: 0, end: 6 });
const vocabulary: CollectionVocabulary = {
  generation: 'ferries',
  frequency: (normal) => (['ferri', 'strike', 'harbour', 'harbor'].includes(normal) ? 7 : 0),
  knowsName: (key) => OKAFOR.includes(key),
};

describe('names of a question', () => {
  it('reads countries that Chinese names by one character', () => {
    const keys = (text: string) => read(text).names.map((name) => name.keys);
    expect(keys('中越有什么共同点')).toEqual([['region:CN'], ['region:VN']]);
    expect(keys('俄防长说了什么')).toEqual([['region:RU']]);
    expect(keys('韩方怎么回应')).toEqual([['region:KR']]);
    expect(keys('巴方反对什么')[0]).toContain('region:PK');
    expect(keys('法院怎么判的')).toEqual([]);
  });

  it('puts right small letters of names that the collection knows, and of countries', () => {
    const { text } = readQuestion('what did okafor say about kenya', TODAY, vocabulary);
    expect(text).toBe('what did Okafor say about Kenya');
    expect(readQuestion('what did smithers say', TODAY, vocabulary).text).toBe(
      'what did smithers say',
    );
  });
});

describe('typos', () => {
  it('reads a word that nobody knows as the nearest word of the collection', () => {
    const { text, corrections } = readQuestion('when did the stirke end', TODAY, vocabulary);
    expect(text).toBe('when did the strike end');
    expect(corrections).toEqual([{ written: 'stirke', meant: 'strike' }]);
  });

  it('leaves words alone that English or the collection knows', () => {
    for (const question of ['when did the stroke end', 'who won the match', 'what is qqzzxy']) {
      expect(readQuestion(question, TODAY, vocabulary).text).toBe(question);
    }
  });

  it('looks up no neighbours of a word that is longer than any, and puts right the others', () => {
    const long = 'a'.repeat(3000);
    const { text, corrections } = readQuestion(`${long} stirke stirke`, TODAY, vocabulary);
    expect(text).toBe(`${long} strike strike`);
    expect(corrections).toEqual([{ written: 'stirke', meant: 'strike' }]);
  });
});

describe('questions in parts', () => {
  it.each([
    ['展览几号开始 开几天', ['date', 'duration']],
    ['火灾死了多少人，烧了多少平方米？', ['count', 'count']],
    ['船哪天出发、哪天到港？', ['date', 'date']],
    ['When does the fair open, and who is opening it?', ['date', 'person']],
    ['Where did they meet, when, and who presided?', ['place', 'date', 'person']],
  ])('%s', (question, types) => {
    expect(read(question).parts.map(({ expects }) => expects)).toEqual(types);
  });

  it('carries the matter over to a part that names none', () => {
    const [, second] = read('曼德勒地震发生在几号，死了多少人？').parts;
    expect(second?.text).toContain('曼德勒');
    expect(second?.label).toBe('死了多少人');
  });

  it.each([
    '为什么船停运了，公司怎么说都没人信？'.slice(0, 7),
    '谁主持了会议？',
    '条约是三国签的，对吗？',
    'Who said what to whom?',
    '上海、北京和广州哪些地铁延长了？',
  ])('is one question: %s', (question) => {
    expect(read(question).parts).toEqual([]);
  });
});

describe('what is compared', () => {
  it.each([
    ['高铁和飞机哪个更快', ['高铁', '飞机']],
    ['新版跟旧版有什么不一样？', ['新版', '旧版']],
    ['rail vs road, which is cleaner', ['rail', 'road']],
    ['Which came first, the flood or the fire?', ['flood', 'fire']],
  ])('%s', (question, sides) => {
    expect(read(question).sides?.map(({ text }) => text)).toEqual(sides);
  });
});

it('tells words of the matter from words that ask', () => {
  const words = (question: string) => read(question).content.map(({ text }) => text);
  expect(words('大赛一共收到多少个项目')).not.toContain('多少');
  expect(words('How many officials took part?')).toContain('officials');
  expect(words('6月3日谁会见了市长')).not.toContain('6');
});

it.each([
  ['你好', 'help'],
  ['what can you do', 'help'],
  ['latest news', 'newest'],
  ['最近有什么新闻', 'newest'],
  ['What happened on 9 May?', 'day'],
  ['5月9号有什么大事', 'day'],
  ['谁主持了会议', 'answer'],
])('%s wants %s', (question, request) => {
  expect(read(question).request).toBe(request);
});
