import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import {
  type AnnotatedText,
  type Annotator,
  layersOf,
  nameKeysOf,
  type Sentence,
  type Word,
  wordsOf,
} from '../../../src/core/sentence.ts';
import { NumberedTexts } from '../../../src/index/columns/numbered-texts.ts';
import { TermDictionary } from '../../../src/index/keyword/term-dictionary.ts';
import { SentenceBatchBuilder } from '../../../src/index/sentences/sentence-batch-builder.ts';
import { Sentences } from '../../../src/index/sentences/sentences.ts';
import { SentencesBuilder } from '../../../src/index/sentences/sentences-builder.ts';
import { decodeSentences, encodeSentences } from '../../../src/index/snapshot/sentences-file.ts';
import { WordMeanings } from '../../../src/index/words/word-meanings.ts';
import { ingestPaths } from '../../../src/ingest/ingest.ts';
import { loadLanguageTools } from '../../../src/language/segment/load-language-tools.ts';

let annotator: Annotator;
let seeds: readonly Article[];
beforeAll(async () => {
  annotator = (await loadLanguageTools()).annotator;
  seeds = (await ingestPaths(['seeds'])).articles;
});

/** As the index has them: in batches, joined, written to a file and read again. */
function stored(
  articles: readonly (readonly Sentence[])[],
  titles: readonly (readonly Sentence[])[] = [],
  batchLength = 2,
): Sentences {
  const normals = new NumberedTexts();
  const builder = new SentencesBuilder(normals);
  const brought = new Set<string>();
  for (let start = 0; start < articles.length; start += batchLength) {
    const batch = new SentenceBatchBuilder(brought);
    for (let at = start; at < Math.min(articles.length, start + batchLength); at++) {
      batch.add(articles[at] ?? [], titles[at] ?? []);
    }
    builder.append(batch.build());
  }
  const bytes = Buffer.concat(encodeSentences(builder.build()));
  const data = decodeSentences(new Uint8Array(bytes).buffer);
  const meanings = new WordMeanings({
    dimensions: 0,
    rows: new Uint32Array(),
    components: new Int8Array(),
    scales: new Float32Array(),
  });
  return new Sentences(data, { dictionary: TermDictionary.of(normals.list()), meanings });
}

const piece = fc.oneof(
  fc.constantFrom(
    '5月12日,第三届展会在重庆开幕。',
    '次日,王强宣布了新机器人项目。',
    '新华社青岛7月7日电 ',
    '董军会见了俄罗斯国防部长别洛乌索夫，约30名学生没有参加。',
    '“合作前景广阔，”阿西夫说。',
    '地震造成12人死亡，損失3.5億美元，同比增长5.2%。',
    '- 第一点\n',
    '责任编辑：张三\n',
    'Dong Jun met Andrei Belousov in Qingdao on June 26. ',
    '"We refuse," said Khawaja Asif, "more than 2,400 projects." ',
    'Last week the U.S. did not sign the 22nd agreement worth $1.2 billion. ',
    'In the 1990s and between 2012 and 2025, prices fell by two thirds. ',
    '\n',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const text = fc.record({
  text: fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  language: fc.constantFrom('zh' as const, 'en' as const),
  reference: fc.constantFrom('2025-06-28', '2024-02-29T03:20', null),
  title: fc.constantFrom('', '合作前景广阔'),
});

describe('stored sentences', () => {
  it('are those that the annotator gave, for the seeds', () => {
    const texts = seeds.map(
      ({ body, language, publishedAt, title }): AnnotatedText => ({
        text: body,
        language,
        reference: publishedAt,
        title,
      }),
    );
    expectSame(texts);
  });

  it('are those that the annotator gave, for any texts in either language', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 5 }), expectSame), { numRuns: 60 });
  });

  function expectSame(texts: readonly AnnotatedText[]): void {
    const given = texts.map((one) => annotator.annotate(one));
    const titles = texts.map((one) => annotator.annotate({ ...one, text: one.title ?? '' }));
    const read = stored(given, titles);
    for (const [number, { text: body, title = '', language }] of texts.entries()) {
      expectRead(read.sentencesOf(number, { body, language }), given[number]);
      expectRead(read.titleSentencesOf(number, { title, language }), titles[number]);
    }
  }

  /** In any order of asking: a part is made when somebody asks for it. */
  function expectRead(read: readonly Sentence[], given: readonly Sentence[] = []): void {
    expect(read.map(nameKeysOf)).toEqual(given.map(nameKeysOf));
    const isWord = ({ normal, stop, kind, concepts }: Word) => ({ normal, stop, kind, concepts });
    expect(read.map((one) => wordsOf(one).map(isWord))).toEqual(
      given.map((one) => wordsOf(one).map(isWord)),
    );
    expect(read.map(layersOf)).toEqual(given);
  }

  it('may be of any length', () => {
    const body = `${'长'.repeat(70_000)}${' '.repeat(300_000)}end`;
    const token = { normal: 'x', stop: false, kind: 'letters', concepts: [] } as const;
    const sentence: Sentence = {
      index: 0,
      start: 0,
      end: body.length,
      text: body,
      language: 'zh',
      role: 'prose',
      tokens: [
        { ...token, start: 0, end: 70_000, text: body.slice(0, 70_000), kind: 'han' },
        { ...token, start: 370_000, end: 370_003, text: 'end', stop: true },
      ],
      dates: [],
      quantities: [],
      names: [],
      quotations: [{ start: 100_000, end: 300_000 }],
      negations: [],
      attribution: null,
    };
    expectRead(stored([[sentence]]).sentencesOf(0, { body, language: 'zh' }), [sentence]);
  });

  it('share the strings of their words', () => {
    const body = '会议开始。会议结束。';
    const [first, second] = stored([
      annotator.annotate({ text: body, language: 'zh', reference: null }),
    ]).sentencesOf(0, { body, language: 'zh' });
    expect(first?.words?.[0]).toBe(second?.words?.[0]);
  });
});

describe('sentences by the days they tell of', () => {
  const bodies = [
    '5月12日,展会开幕。次日,王强宣布了新机器人项目。',
    '没有日期的文章。',
    'The visit lasts from May 11 to May 14. It was planned in May 2025. The summit was in 2025.',
  ];
  const read = () =>
    stored(
      bodies.map((body, number) =>
        annotator.annotate({
          text: body,
          language: number === 2 ? 'en' : 'zh',
          reference: '2025-05-30',
        }),
      ),
    );

  it.each([
    ['2025-05-13', '2025-05-13', [0, 2]],
    ['2025-05-15', '2025-05-20', []],
    ['2025-05-01', '2025-05-31', [0, 2]],
    ['2025-05-14', '2025-05-20', [2]],
    ['2025-01-01', '2025-12-31', [0, 2]],
    ['2024-05-13', '2024-05-13', []],
    ['no day', '2025-12-31', []],
  ])('from %s to %s', (from, to, expected) => {
    expect([...read().dated(from, to)].sort()).toEqual(expected);
  });
});
