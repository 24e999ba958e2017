import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeSentenceWords,
  encodeSentenceWords,
} from '../../../src/indexing/snapshot/words-file.ts';
import { SentenceWords } from '../../../src/indexing/words/sentence-words.ts';
import { SentenceWordsBuilder } from '../../../src/indexing/words/sentence-words-builder.ts';

const word = fc.oneof(
  fc.constantFrom('上海', '精神', '峰会', 'summit', 'defenc', '2400', 'é', '𠮷'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const chunks = fc.array(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 5 }), {
  maxLength: 300,
});

describe('SentenceWords', () => {
  it('gives back the words of every sentence, each once, after being written and read', () => {
    fc.assert(
      fc.property(chunks, (given) => {
        const builder = new SentenceWordsBuilder();
        for (const chunk of given) builder.add(chunk);
        const bytes = Buffer.concat(encodeSentenceWords(builder.build()));
        const file = new Uint8Array(bytes).buffer;
        const words = new SentenceWords(decodeSentenceWords(file));
        for (const [number, chunk] of given.entries()) {
          const read = words
            .sentencesOf(number)
            .map((sentence) => Array.from(sentence, (one) => words.word(one)));
          expect(read).toEqual(chunk.map((sentence) => [...new Set(sentence)]));
        }
      }),
    );
  });
});
