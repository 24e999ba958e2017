import type { SentenceWordsData } from '../words/sentence-words.ts';
import { decodeArrayFile, encodeArrayFile } from './array-file.ts';

interface WordsFileMeta {
  readonly dimensions: number;
}

/** The words of all sentences and their meanings as a file. */
export function encodeSentenceWords(data: SentenceWordsData): Uint8Array[] {
  const { dictionary, meanings, translations, words, sentenceOffsets, chunkOffsets } = data;
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
    words,
    sentenceOffsets,
    chunkOffsets,
  });
}

export function decodeSentenceWords(buffer: ArrayBufferLike): SentenceWordsData {
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
    words: file.array('words', 'Uint32Array'),
    sentenceOffsets: file.array('sentenceOffsets', 'Uint32Array'),
    chunkOffsets: file.array('chunkOffsets', 'Uint32Array'),
  };
}
