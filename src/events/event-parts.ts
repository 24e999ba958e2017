import type { AnswerComposer } from '../core/composer.ts';
import type { Retriever } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { SentencesOf } from '../core/sentence.ts';
import type { SentenceChecker } from '../core/sentence-checker.ts';
import { createNameGlosses } from '../language/names/gloss-names.ts';
import type { ReadingAid } from '../language/reading-aid.ts';
import type { NameTools } from './detection/event-names.ts';
import { createLeadReader } from './detection/lead.ts';
import type { EventTools } from './event-tools.ts';
import { createSentenceReader, type SentenceReader } from './reported-sentence.ts';

/** The stages that summaries, timelines and comparisons are made over; `compose.ts` chooses them. */
export interface EventServiceParts extends EventTools {
  /** The index of this moment. @throws {YinzhengError} `index-*` when there is none */
  readonly currentIndex: () => SearchIndex;
  /** The sentences of an article, as the index holds them. */
  readonly sentencesOf: SentencesOf;
  readonly retriever: Retriever;
  readonly checker: SentenceChecker;
  readonly readingAid: ReadingAid;
  /** The calendar day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Unique id of an answer. */
  readonly newId: () => string;
  /** Writes a summary as prose, with a model; without one it is made of the articles' sentences. */
  readonly prose?:
    | { readonly model: string; readonly compose: AnswerComposer['compose'] }
    | undefined;
}

/** Those, with what is remembered between requests. */
export interface SummaryParts extends EventServiceParts, NameTools {
  readonly readSentences: SentenceReader;
}

export function createSummaryParts(parts: EventServiceParts): SummaryParts {
  return {
    ...parts,
    readSentences: createSentenceReader(parts.sentencesOf),
    readLead: createLeadReader(parts.sentencesOf),
    nameGlosses: createNameGlosses(parts.lexicon),
  };
}
