import { at } from '../../core/array.ts';
import { TermDictionary, type TermDictionaryData } from '../keyword/term-dictionary.ts';
import { type WordMeaningData, WordMeanings } from './word-meanings.ts';
import { type WordTranslationData, WordTranslations } from './word-translations.ts';

/** The arrays that the words of all sentences are kept in; they are what goes to disk. */
export interface SentenceWordsData {
  /** Numbers the different words, and behind them the words that only translate others. */
  readonly dictionary: TermDictionaryData;
  readonly meanings: WordMeaningData;
  readonly translations: WordTranslationData;
  /** Word numbers, sentence after sentence. */
  readonly words: Uint32Array;
  /** Where each sentence begins in `words`; one more entry than there are sentences. */
  readonly sentenceOffsets: Uint32Array;
  /** The first sentence of each chunk; one more entry than there are chunks. */
  readonly chunkOffsets: Uint32Array;
}

/**
 * The content words of every chunk, sentence by sentence, with what each means: what a closer look
 * at a passage compares, without cutting its text into words and looking those up again.
 */
export class SentenceWords {
  readonly data: SentenceWordsData;
  readonly meanings: WordMeanings;
  readonly translations: WordTranslations;
  readonly #dictionary: TermDictionary;

  constructor(data: SentenceWordsData) {
    this.data = data;
    this.meanings = new WordMeanings(data.meanings);
    this.translations = new WordTranslations(data.translations);
    this.#dictionary = new TermDictionary(data.dictionary);
  }

  /** Each sentence's words in order of first occurrence, each once, as their numbers. */
  sentencesOf(chunk: number): readonly Uint32Array[] {
    const { words, sentenceOffsets, chunkOffsets } = this.data;
    const first = at(chunkOffsets, chunk);
    const count = at(chunkOffsets, chunk + 1) - first;
    return Array.from({ length: count }, (_, place) =>
      words.subarray(sentenceOffsets[first + place], sentenceOffsets[first + place + 1]),
    );
  }

  /** The number of a word in its normal form, or -1 for a word that is not known. */
  numberOf(word: string): number {
    return this.#dictionary.numberOf(word);
  }
}
