import type { PassageAnalyzer } from '../../core/search-index.ts';
import { TermDictionary } from '../keyword/term-dictionary.ts';
import { NumberList } from './number-list.ts';
import type { SentenceWordsData } from './sentence-words.ts';
import { WordMeaningsBuilder } from './word-meanings-builder.ts';
import { TRANSLATION_STEPS } from './word-translations.ts';

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
    const words = [...this.#numbers.keys()];
    const meanings = new WordMeaningsBuilder(words.length);
    const offsets = new NumberList();
    const stems = new NumberList();
    const weights = new NumberList();
    for (const [number, word] of words.entries()) {
      const { direction, translations } = meaningOf(word);
      meanings.set(number, direction);
      offsets.append(stems.length);
      for (const { stem, weight } of translations) {
        // Numbers a stem that no sentence holds behind the words that one does.
        stems.append(this.#numberOf(stem));
        weights.append(Math.round(weight * TRANSLATION_STEPS));
      }
    }
    offsets.append(stems.length);
    return {
      dictionary: TermDictionary.of([...this.#numbers.keys()]).data,
      meanings: meanings.build(),
      translations: {
        offsets: offsets.toArray(),
        stems: stems.toArray(),
        weights: Uint8Array.from(weights.toArray()),
      },
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
