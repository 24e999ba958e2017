import type { SentenceWordsData } from '../words/sentence-words.ts';
import { decodeArrayFile, encodeArrayFile } from './array-file.ts';

/** The words of all sentences as a file. */
export function encodeSentenceWords(data: SentenceWordsData): Uint8Array[] {
  return encodeArrayFile(null, { ...data });
}

export function decodeSentenceWords(buffer: ArrayBuffer): SentenceWordsData {
  const file = decodeArrayFile(buffer);
  return {
    wordBytes: file.array('wordBytes', 'Uint8Array'),
    wordOffsets: file.array('wordOffsets', 'Uint32Array'),
    words: file.array('words', 'Uint32Array'),
    sentenceOffsets: file.array('sentenceOffsets', 'Uint32Array'),
    chunkOffsets: file.array('chunkOffsets', 'Uint32Array'),
  };
}
