/** Translations of numbered words as arrays; they are what goes to disk. */
export interface WordTranslationData {
  /** Where each word's translations begin; one more entry than there are words. */
  readonly offsets: Uint32Array;
  /** Numbers of the words that translate it. */
  readonly stems: Uint32Array;
  /** How surely each does, in steps of 1/`TRANSLATION_STEPS`. */
  readonly weights: Uint8Array;
}

export const TRANSLATION_STEPS = 255;

/** For each word of one language the words of the other that it may mean. */
export class WordTranslations {
  readonly #data: WordTranslationData;

  constructor(data: WordTranslationData) {
    this.#data = data;
  }

  forEach(word: number, take: (stem: number, weight: number) => void): void {
    const { offsets, stems, weights } = this.#data;
    // Words that only translate others are numbered behind those that have translations.
    if (word + 1 >= offsets.length) return;
    const end = offsets[word + 1] as number;
    for (let place = offsets[word] as number; place < end; place++) {
      take(stems[place] as number, (weights[place] as number) / TRANSLATION_STEPS);
    }
  }
}
