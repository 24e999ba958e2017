import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMentionCheck } from '../../../lab/evaluate/mentioned-words.ts';
import { createWordAligner } from '../../../src/answer/reader/align-words.ts';
import { readAskedQuestion } from '../../../src/answer/reader/asked-question.ts';
import { OUTCOME_THRESHOLDS, readEvidence } from '../../../src/answer/reader/reader.ts';
import { createReaderModel } from '../../../src/answer/reader/reader-model.ts';
import { createSentenceMatcher } from '../../../src/answer/reader/sentence-match.ts';
import { unmentionedWords } from '../../../src/answer/refusal/unmentioned-words.ts';
import type { Language } from '../../../src/core/article.ts';
import type { Sentence } from '../../../src/core/sentence.ts';
import { detectLanguage } from '../../../src/language/characters/language.ts';
import { vocabularyOf } from '../../../src/search/collection-vocabulary.ts';
import { article, openArticles } from '../../search/seed-collection.ts';
import { passagesOf } from '../model/composition-fixture.ts';
import { seeds, TODAY, tools } from '../seed-pipeline.ts';

const { retriever, index } = await openArticles(seeds, tools);

async function read(text: string) {
  const language = detectLanguage(text);
  const { passages } = await retriever.retrieve({
    text,
    language,
    filters: {},
    limit: 12,
    today: TODAY,
  });
  const reader = { ...tools.reader, thresholds: OUTCOME_THRESHOLDS };
  return readEvidence(tools.readQuestion(text, TODAY), passages, reader);
}

describe('the reader', () => {
  it.each([
    ['阿西夫怎么评价北约？', /非常排外/u],
    ['What did Asif call NATO?', /非常排外/u],
    ['农业技术培训基地办了多少期培训？', /120 training sessions/u],
    ['How many people has the agricultural training base benefited?', /2,400/u],
    ['乔尔蓬阿塔被提名为什么？', /旅游和文化之都/u],
  ])('puts the sentence first that answers %s', async (question, answer) => {
    const { ranked, outcome } = await read(question);
    expect(ranked[0]?.sentence.text).toMatch(answer);
    expect(outcome).not.toBe('not-found');
  });

  it.each([
    [
      'How many athletes took part in the archery final in Linhe?',
      '共有31支代表队、486名运动员参赛。',
      '486名',
    ],
    ['临河县加工了多少死龙虾？', '死龙虾每斤1元，加工了50吨死龙虾。', '50吨'],
  ])(
    'takes for the answer the number that counts what is asked for: %s',
    (question, body, answer) => {
      const text = `射箭决赛在临河县举行。临河县加工死龙虾。${body}`;
      const passages = passagesOf([article({ id: 'counts', body: text })]);
      const reader = { ...tools.reader, thresholds: OUTCOME_THRESHOLDS };
      const { ranked } = readEvidence(tools.readQuestion(question, TODAY), passages, reader);
      const counting = ranked.find(({ sentence }) => sentence.text === body);
      expect(counting?.answers[0]?.text).toBe(answer);
    },
  );

  it('is less sure of what no article tells than of what one does', async () => {
    const told = await read('沈跃跃在沈阳出席了什么活动？');
    const untold = await read('沈跃跃毕业于哪所大学？');
    expect(untold.probability).toBeLessThan(told.probability);
  });

  it.each([
    '王毅什么时候在青岛会见了白俄罗斯国防部长赫列宁？',
    'When did Wang Yi meet the Belarusian defence minister Khrenin in Qingdao?',
  ])('does not answer for certain with what another did: %s', async (question) => {
    expect((await read(question)).outcome).not.toBe('answered');
  });

  it('gives chances from 0 to 1, best first, of every sentence once', async () => {
    const { ranked, probability } = await read('谁主持了上合组织国防部长会议？');
    const chances = ranked.map((one) => one.probability);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    for (const chance of [...chances, probability]) {
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
    const places = ranked.map(({ article, sentence }) => `${article.id} ${sentence.index}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('refuses weights that were fitted to other features', () => {
    const linear = { bias: 0, weights: [] };
    const same = { slope: 1, shift: 0 };
    const calibration = {
      typedWithin: same,
      freeWithin: same,
      typedAcross: same,
      freeAcross: same,
    };
    const data = { fittedTo: {}, features: ['length'], sentence: linear, calibration };
    expect(() => createReaderModel(data)).toThrow(/lab\/fit-reader/u);
  });
});

describe('aligned words', () => {
  const words = (text: string, language: Language) =>
    tools.analyzer.words(text).map((token) => ({ token, language }));
  const strength = (asked: string, found: string) => {
    const question = readAskedQuestion(tools.readQuestion(asked, TODAY), tools.reader);
    const align = createWordAligner(question.words, question.question.language, tools.reader);
    return Math.max(
      0,
      ...words(found, detectLanguage(found)).flatMap(({ token, language }) => [
        ...(align(token, language)?.strength ?? []),
      ]),
    );
  };

  it.each([
    ['培训', 'training'],
    ['minister', '部长'],
    ['meet', 'met'],
    ['防长', '国防部长'],
    ['Russia', 'Russian'],
    ['12', '十二'],
    ['friendship', '友好'],
    ['competitors', '竞争'],
  ])('%s agrees with %s', (asked, found) => {
    expect(strength(asked, found)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['12', '13'],
    ['男单', '女单'],
    ['沈阳', 'Qingdao'],
  ])('%s does not agree with %s', (asked, found) => {
    expect(strength(asked, found)).toBeLessThan(0.5);
  });

  it('is from 0 to 1 for any words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (asked, found) => {
        const value = strength(asked, found);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('matched sentences', () => {
  const { annotator, reader } = tools;
  const matched = (question: string, sentences: readonly Sentence[]) => {
    const asked = readAskedQuestion(tools.readQuestion(question, TODAY), reader);
    const { words, question: read } = asked;
    const align = createWordAligner(words, read.language, reader);
    const matchOf = createSentenceMatcher(asked, align, reader.conceptStems);
    return sentences.map(matchOf).map((match) => ({
      ...match,
      sentence: match.sentence.text,
      tokenAt: Array.from(match.places, (place) => match.tokenAt(place)?.text),
    }));
  };

  it('are the same of an index, and read a moment ago', () => {
    const question = fc.constantFrom(
      '谁主持了上合组织国防部长会议？',
      '农业技术培训基地办了多少期培训？',
      'What did Khawaja Asif call NATO?',
      'When did Dong Jun meet the Russian minister in Qingdao?',
      '董军6月26日会见了谁？',
      '2,400 people benefited from 120 training sessions',
    );
    fc.assert(
      fc.property(question, fc.constantFrom(...seeds), (text, article) => {
        const { title, body, language, publishedAt: reference } = article;
        const fresh = annotator.annotate({ text: body, language, reference, title });
        const freshTitle = annotator.annotate({ text: title, language, reference });
        expect(matched(text, index.sentencesOf(article.id))).toEqual(matched(text, fresh));
        expect(matched(text, index.titleSentencesOf(article.id))).toEqual(
          matched(text, freshTitle),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('find of a name in another language the words that its key stands for, and no others', () => {
    const spoken = (text: string) => {
      const sentences = annotator.annotate({ text, language: 'zh', reference: null });
      const [match] = matched('When is the Shanghai Book Fair?', sentences);
      const [shanghai = 0, book = 0, fair = 0] = match?.strengths ?? [];
      return { shanghai, others: Math.max(book, fair), name: match?.names[0] ?? 0 };
    };
    const other = spoken('上海杜莎夫人蜡像馆向老人打折。');
    expect(other.shanghai).toBeGreaterThan(0.9);
    expect(other.others).toBeLessThan(0.5);
    expect(other.name).toBeLessThan(0.5);
  });

  it('speak of what is asked, whatever part of the sentence says it', () => {
    const text = '上海合作组织成员国国防部长会议在青岛举行。Asif spoke.';
    const [first] = annotator.annotate({ text, language: 'zh', reference: null });
    const [match] = matched('上合组织的会议', first === undefined ? [] : [first]);
    expect(Math.min(...(match?.strengths ?? []))).toBeGreaterThanOrEqual(0.5);
    expect(match?.density).toBeGreaterThan(0);
  });
});

describe('words that no article mentions', () => {
  const isMentioned = createMentionCheck(seeds, tools.lexicon);
  const vocabulary = vocabularyOf(index);

  it('are named', async () => {
    const words = unmentionedWords(
      await read('Who is the chief executive of Volkswagen?'),
      vocabulary,
    );
    expect(words).toContain('Volkswagen');
  });

  it.each([
    '印度国防部长与巴基斯坦国防部长在青岛签署了什么停火协议？',
    'What did Uzbekistan pay for Turkmenistan’s gas?',
    'Did Messi visit Shenyang for the friendship forum?',
    '上海精神是谁在哪一年提出来的？',
    'Which bank finances the Chengdu innovation base?',
  ])(
    'hold in neither language: %s',
    async (question) => {
      expect(unmentionedWords(await read(question), vocabulary).filter(isMentioned)).toEqual([]);
      // Checking reads the dictionary backwards once, which takes seconds.
    },
    90_000,
  );
});
