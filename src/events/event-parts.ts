import type { AnswerComposer } from '../core/composer.ts';
import type { Retriever } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { SentenceChecker } from '../core/sentence-checker.ts';
import { createNameGlosses } from '../language/names/gloss-names.ts';
import type { NameTools } from './detection/event-names.ts';
import type { EventTools } from './event-tools.ts';
import { createStatementReader, readStatements, type StatementReader } from './statement.ts';

/** The stages that summaries, timelines and comparisons are made over; `compose.ts` chooses them. */
export interface EventServiceParts extends EventTools {
  /** The index of this moment. @throws {YinzhengError} `index-*` when there is none */
  readonly currentIndex: () => SearchIndex;
  readonly retriever: Retriever;
  readonly checker: SentenceChecker;
  /** The calendar day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Unique id of an answer. */
  readonly newId: () => string;
  /** Writes a summary as prose, with a model; without one it is made of the articles' sentences. */
  readonly composeProse?: AnswerComposer['compose'] | undefined;
}

/** Those, with what is remembered between requests. */
export interface SummaryParts extends EventServiceParts, NameTools {
  readonly readStatements: StatementReader;
  /** The same for articles that will not be read again soon: nothing is kept of them. */
  readonly readStatementsOnce: StatementReader;
}

export function createSummaryParts(parts: EventServiceParts): SummaryParts {
  return {
    ...parts,
    readStatements: createStatementReader(parts),
    readStatementsOnce: (article) => readStatements(article, parts),
    nameGlosses: createNameGlosses(parts.lexicon),
  };
}
