import type { PassageAnalyzer } from '../../core/search-index.ts';
import { TermDictionary } from '../keyword/term-dictionary.ts';
import { NumberList } from './number-list.ts';
import type { SentenceWordsData } from './sentence-words.ts';
import { WordMeanings } from './word-meanings.ts';
import { WordTranslations } from './word-translations.ts';

/** Collects the words of chunks in their order. */
export class SentenceWordsBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #words = new NumberList();
  readonly #sentenceOffsets = new NumberList();
  readonly #chunkOffsets = new NumberList();

  /** Adds the next chunk: its sentences' content words. */
  add(sentences: readonly (readonly string[])[]): void {
    this.#chunkOffsets.append(this.#sentenceOffsets.length);
    for (const sentence of sentences) {
      this.#sentenceOffsets.append(this.#words.length);
      for (const word of new Set(sentence)) this.#words.append(this.#numberOf(word));
    }
  }

  /** Ends the collection, and looks up what its words mean. The builder is of no use afterwards. */
  build(meaningOf: PassageAnalyzer['meaningOf']): SentenceWordsData {
    this.#chunkOffsets.append(this.#sentenceOffsets.length);
    this.#sentenceOffsets.append(this.#words.length);
    const meanings = Array.from(this.#numbers.keys(), meaningOf);
    // Numbers the stems that no sentence holds, behind the words that one does.
    const translations = meanings.map((meaning) =>
      meaning.translations.map(({ stem, weight }) => ({ stem: this.#numberOf(stem), weight })),
    );
    return {
      dictionary: TermDictionary.of([...this.#numbers.keys()]).data,
      meanings: WordMeanings.of(meanings.map(({ direction }) => direction)),
      translations: WordTranslations.of(translations),
      words: this.#words.toArray(),
      sentenceOffsets: this.#sentenceOffsets.toArray(),
      chunkOffsets: this.#chunkOffsets.toArray(),
    };
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }
}
