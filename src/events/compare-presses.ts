import type { AnswerSentence } from '../core/answer.ts';
import type { Article, Language } from '../core/article.ts';
import { CitationList } from '../core/citation-list.ts';
import { YinzhengError } from '../core/errors.ts';
import type { NewsEvent, PressComparison, PressSide } from '../core/news-event.ts';
import { evidenceFrom, type SentenceChecker } from '../core/sentence-checker.ts';
import { compareStatements } from '../language/discourse/compare-statements.ts';
import { mapInTurns } from './map-in-turns.ts';
import { readingNotices, readScope, type ScopeReading } from './read-scope.ts';
import {
  compareReported,
  type ReportedSentence,
  type SentenceReader,
} from './reported-sentence.ts';
import { SAME_MATTER, similarityOf } from './sentence-similarity.ts';

export interface PressesRequest {
  readonly event: NewsEvent;
  readonly articles: readonly Article[];
  /** A language, or an outlet's name in any form. */
  readonly left: string;
  readonly right: string;
  readonly language: Language;
  readonly readSentences: SentenceReader;
  readonly checker: SentenceChecker;
  readonly signal?: AbortSignal | undefined;
}

/** Statements that only one side makes, at most. */
const MAX_ONLY = 12;
/** Sentences of an article in which its news stands. */
const MAX_PLACE = 10;

/**
 * What two presses say about one event, beside each other.
 * @throws {YinzhengError} `invalid-request` when a side has no article of its own
 * @throws the signal's reason when it aborts
 */
export async function comparePresses(request: PressesRequest): Promise<PressComparison> {
  const { event, articles, left, right, language, readSentences, checker, signal } = request;
  const leftArticles = articles.filter(belongsTo(left));
  const rightArticles = articles
    .filter(belongsTo(right))
    .filter((one) => !leftArticles.includes(one));
  requireArticles(leftArticles, left, 'left', articles);
  requireArticles(rightArticles, right, 'right', articles);
  const readings = {
    left: await readScope(leftArticles, readSentences, signal),
    right: await readScope(rightArticles, readSentences, signal),
  };
  const [ours, theirs] = [statementsOf(readings.left), statementsOf(readings.right)];
  const leftOut = readings.left.leftOut + readings.right.leftOut;
  const all = leftArticles.length + rightArticles.length;
  const pairs = await pairUp(ours, theirs, signal);
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

  function statementsOf({ sentences }: ScopeReading): ReportedSentence[] {
    return sentences.filter(({ cut }) => !cut);
  }

  function side(
    press: string,
    own: readonly Article[],
    statements: readonly ReportedSentence[],
  ): PressSide {
    const only = statements
      .filter((one) => !paired.has(one) && one.place < MAX_PLACE)
      .filter((one, at, all) => !all.slice(0, at).some((other) => isRepeated(other, one)))
      .sort((a, b) => a.place - b.place || compareReported(a, b))
      .slice(0, MAX_ONLY);
    return {
      press,
      articleIds: own.map(({ id }) => id),
      only: only.sort(compareReported).map(write),
    };
  }

  function write(sentence: ReportedSentence): AnswerSentence {
    const { article, shown } = sentence;
    return {
      text: shown,
      citations: [citations.cite(article, sentence).marker],
      support: checker.check(shown, [evidenceFrom(article, sentence)], language),
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
  readonly left: ReportedSentence;
  readonly right: ReportedSentence;
}

/** Statements of both sides about the same, the most alike first, each used once. */
async function pairUp(
  ours: readonly ReportedSentence[],
  theirs: readonly ReportedSentence[],
  signal: AbortSignal | undefined,
): Promise<StatementPair[]> {
  const pairsOf = (left: ReportedSentence) =>
    theirs.flatMap((right) => {
      const similarity = similarityOf(left, right);
      const least = left.language === right.language ? SAME_MATTER.within : SAME_MATTER.across;
      // Alike is not enough: both say it where one says what the other does, figures with it.
      if (similarity < least || !saysSame(left, right)) return [];
      return [{ left, right, similarity }];
    });
  const candidates = (await mapInTurns(ours, pairsOf, signal)).flat();
  candidates.sort((a, b) => b.similarity - a.similarity);
  const used = new Set<ReportedSentence>();
  const pairs = candidates.filter(({ left, right }) => {
    if (used.has(left) || used.has(right)) return false;
    used.add(left).add(right);
    return true;
  });
  return pairs.sort((a, b) => compareReported(a.left, b.left));
}

function saysSame(left: ReportedSentence, right: ReportedSentence): boolean {
  return (
    compareStatements(left, right)?.agrees === true ||
    compareStatements(right, left)?.agrees === true
  );
}

function isRepeated(known: ReportedSentence, sentence: ReportedSentence): boolean {
  return similarityOf(known, sentence) >= SAME_MATTER.within;
}
