import type { Article, Language } from '../core/article.ts';
import { CitationList } from '../core/citation-list.ts';
import type { EventChange, EventChanges, NewsEvent } from '../core/news-event.ts';
import { tellsHappening } from './detection/happening-cues.ts';
import { type Difference, findDifference } from './differences.ts';
import { EVENT_PHRASES } from './event-phrases.ts';
import { facetOf } from './facets.ts';
import { readingNotices, readScope } from './read-scope.ts';
import type { Statement, StatementReader } from './statement.ts';
import { isAlike, SAME_MATTER } from './statement-similarity.ts';
import { compareStatements } from './timeline/timeline-entries.ts';
import { createTurns } from './turns.ts';

export interface ChangesRequest {
  readonly event: NewsEvent;
  readonly articles: readonly Article[];
  /** Articles published before this day are the earlier ones; null: each against those before it. */
  readonly since: string | null;
  readonly language: Language;
  readonly readStatements: StatementReader;
}

/** What the later articles of an event add to, or alter of, what the earlier ones said. */
export async function findEventChanges(request: ChangesRequest): Promise<EventChanges> {
  const { event, articles, since, language, readStatements } = request;
  const citations = new CitationList(language);
  const changes: EventChange[] = [];
  const known: Statement[] = [];
  const read = await readScope(articles, readStatements, undefined);
  const turns = createTurns(undefined);
  const statements = read.statements.filter(({ cut }) => !cut).sort(compareStatements);
  const first = statements[0]?.article.publishedAt ?? null;
  for (const statement of statements) {
    const change = isLater(statement.article) ? changeBy(statement) : null;
    if (change !== null) changes.push(change);
    known.push(statement);
    await turns.next();
  }
  const notices = readingNotices(read.articles.length, read.leftOut, language);
  return { event, since, changes, notices };

  function isLater({ publishedAt }: Article): boolean {
    if (publishedAt === null) return false;
    return since === null ? publishedAt !== first : publishedAt.slice(0, 10) >= since;
  }

  function changeBy(statement: Statement): EventChange | null {
    const { article } = statement;
    const earlier = known.filter((one) => one.article.id !== article.id);
    if (earlier.length === 0) return null;
    const difference = earlier
      .map((one) => findDifference(one, statement))
      .find((found) => found !== null);
    if (difference != null) return alteration(difference);
    if (!isInformative(statement)) return null;
    if (known.some((one) => isAlike(one, statement, SAME_MATTER))) return null;
    const person = statement.names().find(({ kind }) => kind === 'person')?.text ?? null;
    return {
      kind: 'adds',
      about: EVENT_PHRASES[language].newStatement(facetOf(statement, event.from), person),
      later: citations.cite(article, statement),
      earlier: null,
    };
  }

  function alteration({
    kind,
    first: before,
    second,
    firstValue,
    secondValue,
  }: Difference): EventChange {
    const phrases = EVENT_PHRASES[language];
    const label = kind === 'figure' ? phrases.figure : phrases.date;
    return {
      kind: 'alters',
      about: phrases.fromTo(label, firstValue, secondValue),
      later: citations.cite(second.article, second),
      earlier: citations.cite(before.article, before),
    };
  }
}

/** A statement that tells a fact: a name, a figure, a day, or that something happened. */
function isInformative(statement: Statement): boolean {
  const { text, language, dates } = statement;
  return (
    dates.some(({ from }) => from !== null) ||
    statement.numbers().length > 0 ||
    tellsHappening(text, language) ||
    statement.names().some(({ kind }) => kind === 'person')
  );
}
