import type { PassageAnalyzer } from '../../core/search-index.ts';
import { type QuantizedVector, quantize } from '../../core/vectors.ts';
import { NumberList } from '../columns/number-list.ts';
import { joinTexts } from '../columns/numbered-texts.ts';
import type { WordMeaningData } from './word-meanings.ts';
import { TRANSLATION_STEPS } from './word-translations.ts';

/** What some words mean. Crosses threads. */
export interface MeaningBatch extends WordMeaningData {
  /** How many translations each word has. */
  readonly translationCounts: Uint32Array;
  /** The words that translate them, one word's after the other's. */
  readonly stems: string;
  /** How surely each does, in steps of 1/`TRANSLATION_STEPS`. */
  readonly weights: Uint8Array;
}

/** Looks up what words mean; vectors of all words are of one length. */
export function readMeanings(
  words: readonly string[],
  meaningOf: PassageAnalyzer['meaningOf'],
): MeaningBatch {
  const rows = new Uint32Array(words.length);
  const vectors: QuantizedVector[] = [];
  const translationCounts = new NumberList();
  const stems: string[] = [];
  const weights = new NumberList();
  for (const [number, word] of words.entries()) {
    const { direction, translations } = meaningOf(word);
    const quantized = direction === null ? null : quantize(direction);
    if (quantized !== null) rows[number] = vectors.push(quantized);
    translationCounts.append(translations.length);
    for (const { stem, weight } of translations) {
      stems.push(stem);
      weights.append(Math.round(weight * TRANSLATION_STEPS));
    }
  }
  const dimensions = vectors[0]?.steps.length ?? 0;
  const components = new Int8Array(vectors.length * dimensions);
  for (const [row, { steps }] of vectors.entries()) components.set(steps, row * dimensions);
  return {
    dimensions,
    rows,
    components,
    scales: Float32Array.from(vectors, ({ scale }) => scale),
    translationCounts: translationCounts.toArray(),
    stems: joinTexts(stems),
    weights: Uint8Array.from(weights.toArray()),
  };
}
