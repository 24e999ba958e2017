import { NumberList } from '../columns/number-list.ts';
import { type NumberedTexts, splitTexts } from '../columns/numbered-texts.ts';
import { TermDictionary } from '../keyword/term-dictionary.ts';
import type { MeaningBatch } from './meaning-batch.ts';
import type { WordMeaningData } from './word-meanings.ts';
import type { WordTranslationData } from './word-translations.ts';
import type { WordsData } from './words.ts';

/**
 * Joins the meanings of all words, which were looked up in batches.
 * @param words the words in the order of their numbers; grows by those that only translate others
 * @param batches meanings of all words, in that order
 */
export function buildWords(words: NumberedTexts, batches: readonly MeaningBatch[]): WordsData {
  const meanings = joinMeanings(batches);
  const translations = joinTranslations(words, batches);
  return { dictionary: TermDictionary.of(words.list()).data, meanings, translations };
}

function joinMeanings(batches: readonly MeaningBatch[]): WordMeaningData {
  const rows = new NumberList();
  const total = batches.reduce((sum, { scales }) => sum + scales.length, 0);
  const dimensions = Math.max(0, ...batches.map((batch) => batch.dimensions));
  const components = new Int8Array(total * dimensions);
  const scales = new Float32Array(total);
  let before = 0;
  for (const batch of batches) {
    for (const row of batch.rows) rows.append(row === 0 ? 0 : before + row);
    components.set(batch.components, before * dimensions);
    scales.set(batch.scales, before);
    before += batch.scales.length;
  }
  return { dimensions, rows: rows.toArray(), components, scales };
}

/** Numbers a stem that no sentence holds behind the words that one does. */
function joinTranslations(
  words: NumberedTexts,
  batches: readonly MeaningBatch[],
): WordTranslationData {
  const offsets = new NumberList();
  const stems = new NumberList();
  const weights = new NumberList();
  for (const batch of batches) {
    let at = stems.length;
    for (const count of batch.translationCounts) {
      offsets.append(at);
      at += count;
    }
    for (const stem of splitTexts(batch.stems)) stems.append(words.numberOf(stem));
    for (const weight of batch.weights) weights.append(weight);
  }
  offsets.append(stems.length);
  return {
    offsets: offsets.toArray(),
    stems: stems.toArray(),
    weights: Uint8Array.from(weights.toArray()),
  };
}
