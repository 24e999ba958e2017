import { TermDictionary, type TermDictionaryData } from '../keyword/term-dictionary.ts';
import { type WordMeaningData, WordMeanings } from './word-meanings.ts';
import { type WordTranslationData, WordTranslations } from './word-translations.ts';

/** The arrays that the words of all sentences are kept in; they are what goes to disk. */
export interface WordsData {
  /** Numbers the different words, and behind them the words that only translate others. */
  readonly dictionary: TermDictionaryData;
  readonly meanings: WordMeaningData;
  readonly translations: WordTranslationData;
}

/** The words of all sentences in their normal forms, with what each means. */
export class Words {
  readonly data: WordsData;
  readonly dictionary: TermDictionary;
  readonly meanings: WordMeanings;
  readonly translations: WordTranslations;

  constructor(data: WordsData) {
    this.data = data;
    this.dictionary = new TermDictionary(data.dictionary);
    this.meanings = new WordMeanings(data.meanings);
    this.translations = new WordTranslations(data.translations);
  }
}
