import { TermDictionary } from '../keyword/term-dictionary.ts';
import { NumberList } from './number-list.ts';
import type { SentenceWordsData } from './sentence-words.ts';
import { WordMeanings } from './word-meanings.ts';

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

  /**
   * Ends the collection; the builder is of no use afterwards.
   * @param meaningOf a word's vector, or null where it has none
   */
  build(meaningOf: (word: string) => ArrayLike<number> | null): SentenceWordsData {
    this.#chunkOffsets.append(this.#sentenceOffsets.length);
    this.#sentenceOffsets.append(this.#words.length);
    const words = [...this.#numbers.keys()];
    return {
      dictionary: TermDictionary.of(words).data,
      meanings: WordMeanings.of(words.map(meaningOf)),
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
