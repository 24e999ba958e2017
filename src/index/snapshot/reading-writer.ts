import path from 'node:path';
import { KEYWORD_FIELDS } from '../../core/search-index.ts';
import { BM25_PARAMETERS } from '../keyword/bm25.ts';
import { ReadingBuilder } from '../reading/reading-builder.ts';
import type { MeaningBatch } from '../words/meaning-batch.ts';
import { type FileRecord, writeDurably } from './durable-file.ts';
import { encodeKeywordField } from './keyword-file.ts';
import { FILES } from './manifest.ts';
import { encodeSentences } from './sentences-file.ts';
import { encodeWords } from './words-file.ts';

/** Joins what was read of articles, and writes the files of a generation that come of it. */
export class ReadingWriter extends ReadingBuilder {
  /**
   * Writes the files and forgets what was added, one after the other.
   * @param meanings of all words, in their order
   */
  async write(
    directory: string,
    meanings: readonly MeaningBatch[],
  ): Promise<Record<string, FileRecord>> {
    const records: Record<string, FileRecord> = {};
    const write = async (name: string, parts: Iterable<Uint8Array>) => {
      records[name] = await writeDurably(path.join(directory, name), parts);
    };
    for (const field of KEYWORD_FIELDS) {
      const data = this.buildField(field, BM25_PARAMETERS[field]);
      await write(FILES.keywords(field), encodeKeywordField(data));
    }
    await write(FILES.sentences, encodeSentences(this.buildSentences()));
    await write(FILES.words, encodeWords(this.buildWords(meanings)));
    return records;
  }
}
