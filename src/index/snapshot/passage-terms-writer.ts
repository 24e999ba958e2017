import path from 'node:path';
import { KEYWORD_FIELDS, type PassageAnalyzer } from '../../core/search-index.ts';
import { BM25_PARAMETERS } from '../keyword/bm25.ts';
import { PassageTermsBuilder } from '../passage-terms-builder.ts';
import { type FileRecord, writeDurably } from './durable-file.ts';
import { encodeKeywordField } from './keyword-file.ts';
import { FILES } from './manifest.ts';
import { encodeSentenceWords } from './words-file.ts';

/** A chunk as the analyzer wants it. */
export type PassageInput = Parameters<PassageAnalyzer['analyzePassage']>[0];

/** Analyses chunks in their order and writes the files of a generation that come of it. */
export class PassageTermsWriter {
  readonly #analyzer: PassageAnalyzer;
  readonly #builder = new PassageTermsBuilder();

  constructor(analyzer: PassageAnalyzer) {
    this.#analyzer = analyzer;
  }

  add(passages: readonly PassageInput[]): void {
    for (const passage of passages) this.#builder.add(this.#analyzer.analyzePassage(passage));
  }

  /** Writes the files and forgets what was added, one after the other. */
  async write(directory: string): Promise<Record<string, FileRecord>> {
    const records: Record<string, FileRecord> = {};
    const write = async (name: string, parts: Iterable<Uint8Array>) => {
      records[name] = await writeDurably(path.join(directory, name), parts);
    };
    for (const field of KEYWORD_FIELDS) {
      const data = this.#builder.buildField(field, BM25_PARAMETERS[field]);
      await write(FILES.keywords(field), encodeKeywordField(data));
    }
    const sentenceWords = this.#builder.buildSentenceWords((word) =>
      this.#analyzer.meaningOf(word),
    );
    await write(FILES.sentenceWords, encodeSentenceWords(sentenceWords));
    return records;
  }
}
