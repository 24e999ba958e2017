/** Translations of numbered words as arrays; they are what goes to disk. */
export interface WordTranslationData {
  /** Where each word's translations begin; one more entry than there are words. */
  readonly offsets: Uint32Array;
  /** Numbers of the words that translate it. */
  readonly stems: Uint32Array;
  /** How surely each does, in steps of 1/255. */
  readonly weights: Uint8Array;
}

const STEPS = 255;

/** For each word of one language the words of the other that it may mean. */
export class WordTranslations {
  readonly #data: WordTranslationData;

  constructor(data: WordTranslationData) {
    this.#data = data;
  }

  /** @param translations of each word, by number; weights from 0 to 1 */
  static of(
    translations: readonly (readonly { readonly stem: number; readonly weight: number }[])[],
  ): WordTranslationData {
    const offsets = new Uint32Array(translations.length + 1);
    for (const [word, { length }] of translations.entries()) {
      offsets[word + 1] = (offsets[word] as number) + length;
    }
    const all = translations.flat();
    return {
      offsets,
      stems: Uint32Array.from(all, ({ stem }) => stem),
      weights: Uint8Array.from(all, ({ weight }) => Math.round(weight * STEPS)),
    };
  }

  forEach(word: number, take: (stem: number, weight: number) => void): void {
    const { offsets, stems, weights } = this.#data;
    const end = offsets[word + 1] ?? 0;
    for (let place = offsets[word] ?? 0; place < end; place++) {
      take(stems[place] as number, (weights[place] as number) / STEPS);
    }
  }
}
