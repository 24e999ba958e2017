import path from 'node:path';
import { byField, KEYWORD_FIELDS, type PassageAnalyzer } from '../../core/search-index.ts';
import { BM25_PARAMETERS } from '../keyword/bm25.ts';
import { KeywordFieldBuilder } from '../keyword/keyword-field-builder.ts';
import { type FileRecord, writeDurably } from './durable-file.ts';
import { encodeKeywordField } from './keyword-file.ts';
import { FILES } from './manifest.ts';

/** A chunk as the analyzer wants it. */
export type PassageInput = Parameters<PassageAnalyzer['analyzePassage']>[0];

/** Analyses chunks in their order and writes the keyword files of a generation. */
export class KeywordWriter {
  readonly #analyzer: PassageAnalyzer;
  readonly #builders = byField(() => new KeywordFieldBuilder());

  constructor(analyzer: PassageAnalyzer) {
    this.#analyzer = analyzer;
  }

  add(passages: readonly PassageInput[]): void {
    for (const passage of passages) {
      const terms = this.#analyzer.analyzePassage(passage);
      for (const field of KEYWORD_FIELDS) this.#builders[field].add(terms[field]);
    }
  }

  /** Writes the files and forgets what was added. */
  async write(directory: string): Promise<Record<string, FileRecord>> {
    const records: Record<string, FileRecord> = {};
    for (const field of KEYWORD_FIELDS) {
      const name = FILES.keywords(field);
      const data = this.#builders[field].build(BM25_PARAMETERS[field]);
      records[name] = await writeDurably(path.join(directory, name), encodeKeywordField(data));
    }
    return records;
  }
}
