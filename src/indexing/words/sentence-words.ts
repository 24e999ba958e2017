/** The arrays that the words of all sentences are kept in; they are what goes to disk. */
export interface SentenceWordsData {
  /** The different words' UTF-8 bytes, one after the other in the order of their numbers. */
  readonly wordBytes: Uint8Array;
  /** Where each word begins in `wordBytes`; one more entry than there are words. */
  readonly wordOffsets: Uint32Array;
  /** Word numbers, sentence after sentence. */
  readonly words: Uint32Array;
  /** Where each sentence begins in `words`; one more entry than there are sentences. */
  readonly sentenceOffsets: Uint32Array;
  /** The first sentence of each chunk; one more entry than there are chunks. */
  readonly chunkOffsets: Uint32Array;
}

/**
 * The content words of every chunk, sentence by sentence, as numbers: what a closer look at a
 * passage compares, without cutting its text into words again.
 */
export class SentenceWords {
  readonly data: SentenceWordsData;

  constructor(data: SentenceWordsData) {
    this.data = data;
  }

  /** Each sentence's words in order of first occurrence, each once, as numbers for `word`. */
  sentencesOf(chunk: number): readonly Uint32Array[] {
    const { words, sentenceOffsets, chunkOffsets } = this.data;
    const first = chunkOffsets[chunk] as number;
    const count = (chunkOffsets[chunk + 1] as number) - first;
    return Array.from({ length: count }, (_, place) =>
      words.subarray(sentenceOffsets[first + place], sentenceOffsets[first + place + 1]),
    );
  }

  /** A word by its number, in its normal form. */
  word(number: number): string {
    const { wordBytes, wordOffsets } = this.data;
    const { buffer, byteOffset } = wordBytes;
    const start = wordOffsets[number] as number;
    const end = wordOffsets[number + 1] as number;
    return Buffer.from(buffer, byteOffset + start, end - start).toString('utf8');
  }
}
