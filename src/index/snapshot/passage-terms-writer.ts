import path from 'node:path';
import {
  type AnalyzedPassage,
  KEYWORD_FIELDS,
  type PassageAnalyzer,
} from '../../core/search-index.ts';
import { BM25_PARAMETERS } from '../keyword/bm25.ts';
import { PassageTermsBuilder } from '../passage-terms-builder.ts';
import { type FileRecord, writeDurably } from './durable-file.ts';
import { encodeKeywordField } from './keyword-file.ts';
import { FILES } from './manifest.ts';
import { encodeSentenceWords } from './words-file.ts';

/** A chunk as the analyzer wants it. */
export type PassageInput = Parameters<PassageAnalyzer['analyzePassage']>[0];

/** A passage that the analysis broke on, by its place among those added at once. */
export interface UnreadPassage {
  readonly place: number;
  readonly reason: string;
}

const NO_TERMS: AnalyzedPassage = {
  terms: { title: new Map(), words: new Map(), concepts: new Map(), names: new Map() },
  sentences: [],
};

/** Analyses chunks in their order and writes the files of a generation that come of it. */
export class PassageTermsWriter {
  readonly #analyzer: PassageAnalyzer;
  readonly #builder = new PassageTermsBuilder();

  constructor(analyzer: PassageAnalyzer) {
    this.#analyzer = analyzer;
  }

  /** Adds passages; one that the analysis breaks on has no terms, and stops none of the others. */
  add(passages: readonly PassageInput[]): UnreadPassage[] {
    const unread: UnreadPassage[] = [];
    for (const [place, passage] of passages.entries()) {
      let analyzed = NO_TERMS;
      try {
        analyzed = this.#analyzer.analyzePassage(passage);
      } catch (error) {
        unread.push({ place, reason: error instanceof Error ? error.message : String(error) });
      }
      this.#builder.add(analyzed);
    }
    return unread;
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
