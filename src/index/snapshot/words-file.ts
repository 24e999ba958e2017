import type { WordsData } from '../words/words.ts';
import { decodeArrayFile, encodeArrayFile } from './array-file.ts';

interface WordsFileMeta {
  readonly dimensions: number;
}

/** The words of all sentences and their meanings as a file. */
export function encodeWords(data: WordsData): Uint8Array[] {
  const { dictionary, meanings, translations } = data;
  const meta: WordsFileMeta = { dimensions: meanings.dimensions };
  return encodeArrayFile(meta, {
    wordBytes: dictionary.bytes,
    wordOffsets: dictionary.offsets,
    wordSlots: dictionary.slots,
    meaningRows: meanings.rows,
    meaningComponents: meanings.components,
    meaningScales: meanings.scales,
    translationOffsets: translations.offsets,
    translationStems: translations.stems,
    translationWeights: translations.weights,
  });
}

export function decodeWords(buffer: ArrayBufferLike): WordsData {
  const file = decodeArrayFile(buffer);
  const { dimensions } = file.meta as WordsFileMeta;
  return {
    dictionary: {
      bytes: file.array('wordBytes', 'Uint8Array'),
      offsets: file.array('wordOffsets', 'Uint32Array'),
      slots: file.array('wordSlots', 'Uint32Array'),
    },
    meanings: {
      dimensions,
      rows: file.array('meaningRows', 'Uint32Array'),
      components: file.array('meaningComponents', 'Int8Array'),
      scales: file.array('meaningScales', 'Float32Array'),
    },
    translations: {
      offsets: file.array('translationOffsets', 'Uint32Array'),
      stems: file.array('translationStems', 'Uint32Array'),
      weights: file.array('translationWeights', 'Uint8Array'),
    },
  };
}
