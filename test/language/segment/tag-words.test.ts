import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWordForms } from '../../../src/language/morphology/word-forms.ts';
import { loadLanguageTools } from '../../../src/language/segment/load-language-tools.ts';
import { createTagger, type TaggedWord } from '../../../src/language/segment/tag-words.ts';
import { createTokenizer } from '../../../src/language/segment/tokenize.ts';

const dictionary = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));

it('tags every word as jieba does, however often it has met it', () => {
  const jieba = Jieba.withDict(dictionary);
  const tag = createTagger(jieba);
  const lines = readFileSync('seeds/shanghai-spirit.txt', 'utf8').split('\n');
  for (const line of [...lines, '白俄罗斯国防部长赫列宁出席', 'T恤卖了3.5万件，A股收涨', '']) {
    const expected = jieba.tag(line, true).map(({ word, tag: partOfSpeech }) => {
      return { word, tag: partOfSpeech };
    });
    expect(tag(line)).toEqual(expected);
    expect(tag(line)).toEqual(expected);
  }
});

it('tags the Chinese words of a text that was cut before as it does those that it cuts', async () => {
  const { analyzer } = await loadLanguageTools();
  const jieba = Jieba.withDict(dictionary);
  const tag = createTagger(jieba);
  const tokenizer = createTokenizer(jieba, createWordForms(), () => []);
  const chinese = (words: readonly TaggedWord[]) =>
    words.filter(({ word }) => /\p{Script=Han}/u.test(word));
  const pieces = fc.constantFrom(
    ...readFileSync('seeds/shanghai-spirit.txt', 'utf8').split(/(?<=[，。、\n])/u),
    ...[
      'IT之家',
      '可达',
      '已于',
      '8月16日',
      'T恤',
      'A股',
      '3.5%',
      '-',
      '2,400',
      '、',
      ' ',
      '卡拉OK',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = analyzer.plain(parts.join(''));
      const { tokens } = tokenizer.tokenize(text);
      const cut = tag(text, tokens);
      expect(cut.map(({ word }) => word).join('')).toBe(text);
      expect(chinese(cut)).toEqual(chinese(tag(text)));
    }),
    { numRuns: 300 },
  );
});
