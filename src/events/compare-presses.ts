import type { AnswerSentence } from '../core/answer.ts';
import type { Article, Language } from '../core/article.ts';
import { CitationList } from '../core/citation-list.ts';
import { YinzhengError } from '../core/errors.ts';
import type { NewsEvent, PressComparison, PressSide } from '../core/news-event.ts';
import { evidenceFrom, type SentenceChecker } from '../core/sentence-checker.ts';
import { readingNotices, readScope, type ScopeReading } from './read-scope.ts';
import type { Statement, StatementReader } from './statement.ts';
import { SAME_MATTER, similarityOf } from './statement-similarity.ts';
import { rankStatements, selectDiverse } from './summary/select-statements.ts';
import { compareStatements } from './timeline/timeline-entries.ts';

export interface PressesRequest {
  readonly event: NewsEvent;
  readonly articles: readonly Article[];
  /** A language, or an outlet's name in any form. */
  readonly left: string;
  readonly right: string;
  readonly language: Language;
  readonly readStatements: StatementReader;
  readonly checker: SentenceChecker;
}

/** Statements that only one side makes, at most. */
const MOST_ONLY = 12;

/**
 * What two presses say about one event, beside each other.
 * @throws {YinzhengError} `invalid-request` when a side has no article of its own
 */
export async function comparePresses(request: PressesRequest): Promise<PressComparison> {
  const { event, articles, left, right, language, readStatements, checker } = request;
  const leftArticles = articles.filter(belongsTo(left));
  const rightArticles = articles
    .filter(belongsTo(right))
    .filter((one) => !leftArticles.includes(one));
  requireArticles(leftArticles, left, 'left', articles);
  requireArticles(rightArticles, right, 'right', articles);
  const readings = {
    left: await readScope(leftArticles, readStatements, undefined),
    right: await readScope(rightArticles, readStatements, undefined),
  };
  const [ours, theirs] = [statementsOf(readings.left), statementsOf(readings.right)];
  const leftOut = readings.left.leftOut + readings.right.leftOut;
  const all = leftArticles.length + rightArticles.length;
  const pairs = pairUp(ours, theirs);
  const paired = new Set(pairs.flatMap((pair) => [pair.left, pair.right]));
  const citations = new CitationList(language);

  return {
    event,
    shared: pairs.map((pair) => ({ left: write(pair.left), right: write(pair.right) })),
    left: side(left, leftArticles, ours),
    right: side(right, rightArticles, theirs),
    citations: citations.all(),
    notices: readingNotices(all - leftOut, leftOut, language),
  };

  function statementsOf({ statements }: ScopeReading): Statement[] {
    return statements.filter(({ cut }) => !cut);
  }

  function side(
    press: string,
    own: readonly Article[],
    statements: readonly Statement[],
  ): PressSide {
    const { from, to } = event;
    const rest = statements.filter((one) => !paired.has(one));
    const only = selectDiverse(rankStatements(rest, { language, from, to }), MOST_ONLY, [
      ...paired,
    ]);
    return {
      press,
      articleIds: own.map(({ id }) => id),
      only: only.sort(compareStatements).map(write),
    };
  }

  function write(statement: Statement): AnswerSentence {
    const { article, text } = statement;
    return {
      text,
      citations: [citations.cite(article, statement).marker],
      support: checker.check(text, [evidenceFrom(article, statement)], language),
    };
  }
}

function belongsTo(press: string): (article: Article) => boolean {
  const wanted = press.trim().toLowerCase();
  return ({ language, outlet }) =>
    language === wanted ||
    [outlet.name, outlet.zh, outlet.en].some((name) => name.toLowerCase() === wanted);
}

function requireArticles(
  own: readonly Article[],
  press: string,
  field: 'left' | 'right',
  all: readonly Article[],
): void {
  if (own.length > 0) return;
  const presses = new Set(all.flatMap(({ language, outlet }) => [language, outlet.zh]));
  throw new YinzhengError(
    'invalid-request',
    `No article of this event is on the ${field} side, "${press.slice(0, 80)}". It has articles of: ${[...presses].join(', ')}.`,
    { field },
  );
}

interface StatementPair {
  readonly left: Statement;
  readonly right: Statement;
}

/** Statements of both sides about the same, the most alike first, each used once. */
function pairUp(ours: readonly Statement[], theirs: readonly Statement[]): StatementPair[] {
  const candidates = ours.flatMap((left) =>
    theirs.flatMap((right) => {
      const similarity = similarityOf(left, right);
      const least = left.language === right.language ? SAME_MATTER.within : SAME_MATTER.across;
      return similarity >= least ? [{ left, right, similarity }] : [];
    }),
  );
  candidates.sort((a, b) => b.similarity - a.similarity);
  const used = new Set<Statement>();
  const pairs = candidates.filter(({ left, right }) => {
    if (used.has(left) || used.has(right)) return false;
    used.add(left).add(right);
    return true;
  });
  return pairs.sort((a, b) => compareStatements(a.left, b.left));
}
