import type { Embedder } from '../../src/app/compose-models.ts';
import type { WordVectors } from '../../src/language/dictionary/word-vectors.ts';
import type { TextAnalyzer } from '../../src/language/terms/text-analyzer.ts';
import type { QuestionReader } from '../../src/question/read-question.ts';

/** Whether a system gets words that carry no content (的, 什么, the, which) along with the others. */
export type StopWords = 'kept' | 'dropped';

/** A passage as every system of a comparison gets it. */
export interface BenchPassage {
  /** Title, where there is one, and text. */
  readonly text: string;
  /** Words as our analysis cuts, folds and stems them, between blanks; stop words as was asked. */
  readonly words: string;
}

/** What systems are built from. */
export interface BenchCollection {
  /** Whole articles, one JSON object a line, for a system that reads and cuts by itself. */
  readonly articleFile: string;
  /** Number of passages. */
  readonly size: number;
  /** Length of every vector. */
  readonly dimensions: number;
  /** All passages in order; the place of each, from 0, is its number everywhere. */
  passages(): AsyncIterable<BenchPassage>;
  /** The built-in embedder's vector of a passage, of unit length. */
  vector(passage: number): Float32Array;
}

/** What a system may prepare a question with; the same for all. */
export interface QuestionTools {
  readonly analyzer: TextAnalyzer;
  /** Of what our index is made with. */
  readonly analyzerFingerprint: string;
  readonly embedder: Embedder;
  readonly readQuestion: QuestionReader;
  readonly wordVectors: WordVectors;
  /** The question's words, cut, folded and stemmed as those of passages are, stop words likewise. */
  words(question: string): string[];
  /** The question in the space of the passages' vectors. */
  embed(question: string): Promise<number[]>;
  /** Place of the article that a passage was cut from. */
  documentOf(passage: number): number;
}

/** A system that is open and answers from what it has on disk or in memory. */
export interface OpenedSystem {
  /** Places of articles, best first; an article may come more than once. */
  search(question: string): Promise<readonly number[]>;
}

/** A system under measurement. Building and opening happen in different processes. */
export interface SearchSystem {
  /** Builds from the collection and leaves all that `open` needs in the directory. */
  build(collection: BenchCollection, directory: string): Promise<void>;
  open(directory: string, tools: QuestionTools): Promise<OpenedSystem>;
}

/** Passages that every system is asked for. */
export const RESULT_LIMIT = 50;
