import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { expect, it } from 'vitest';
import { createTagger } from '../../../src/language/segment/tag-words.ts';

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
