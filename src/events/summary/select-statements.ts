import type { Language } from '../../core/article.ts';
import type { BilingualName } from '../../core/news-event.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import { tellsHappening } from '../detection/happening-cues.ts';
import type { Statement } from '../statement.ts';
import { similarityOf } from '../statement-similarity.ts';

/** A statement with how much it is worth in a summary; comparable within one ranking. */
export interface RankedStatement {
  readonly statement: Statement;
  readonly score: number;
}

export interface RankingContext {
  readonly language: Language;
  /** Days of the event, or null where unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly places?: readonly BilingualName[] | undefined;
  readonly participants?: readonly BilingualName[] | undefined;
  /** How near a statement is to what was asked for, from 0 to 1; absent for events. */
  readonly relevance?: ((statement: Statement) => number) | undefined;
}

/** Longest and shortest line that reads well, in columns: a Chinese character takes two. */
const LONG = 260;
const SHORT = 24;
const LEAD_BONUS = [0.3, 0.2, 0.1] as const;
const HAPPENING_BONUS = 0.15;
const DAY_BONUS = 0.2;
const NAME_BONUS = 0.04;
const MOST_NAMES = 4;
const LANGUAGE_BONUS = 0.25;
const RELEVANCE_WEIGHT = 0.6;
const LENGTH_PENALTY = 0.25;
/** What names other places and other people, on other days, is about something else. */
const ELSEWHERE_PENALTY = 0.45;
/** A question, or a line that begins with 他 or "It", cannot stand alone. */
const DEPENDENT_PENALTY = 0.4;
const DEPENDENT =
  /[?？]$|^(?:请|记者[:：]|他们?|她们?|它们?|其|该|此|这|那|同时|此外|另外|因此|但|而|并|还|也|[一二三四五六七八九十]是|其中|会上|在会见中)|^(?:he|she|it|they|this|that|these|those|his|her|its|their|also|however|but|and|in addition|meanwhile)\b/iu;

/**
 * Ranks statements by how much of what the articles have in common they hold, how early they
 * stand, and whether they tell what happened, when and with whom; best first.
 */
export function rankStatements(
  statements: readonly Statement[],
  context: RankingContext,
): RankedStatement[] {
  const central = measureCentrality(statements);
  return statements
    .map((statement): RankedStatement => {
      const score =
        (central.get(statement) ?? 0) +
        (LEAD_BONUS[statement.index] ?? 0) +
        (tellsHappening(statement.text, statement.language) ? HAPPENING_BONUS : 0) +
        (isOfEventDays(statement, context) ? DAY_BONUS : 0) +
        NAME_BONUS * Math.min(MOST_NAMES, countNames(statement)) +
        (statement.language === context.language ? LANGUAGE_BONUS : 0) +
        RELEVANCE_WEIGHT * (context.relevance?.(statement) ?? 0) -
        lengthPenalty(statement.text) -
        (isElsewhere(statement, context) ? ELSEWHERE_PENALTY : 0) -
        (DEPENDENT.test(statement.text) ? DEPENDENT_PENALTY : 0);
      return { statement, score };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * Takes the best statements that do not repeat one another (maximal marginal relevance; Carbonell
 * and Goldstein, 1998).
 *
 * @param taken statements that are in the summary already
 */
export function selectDiverse(
  ranked: readonly RankedStatement[],
  most: number,
  taken: readonly Statement[] = [],
): Statement[] {
  const chosen: Statement[] = [];
  const rest = [...ranked];
  while (chosen.length < most) {
    let best: { at: number; value: number } | null = null;
    for (const [at, { statement, score }] of rest.entries()) {
      if (best !== null && score <= best.value) continue;
      const repeated = Math.max(
        0,
        ...[...taken, ...chosen].map((other) => similarityOf(statement, other)),
      );
      if (repeated >= MOST_REPEATED) continue;
      const value = score - REPETITION_WEIGHT * repeated;
      if (best === null || value > best.value) best = { at, value };
    }
    if (best === null) break;
    const [next] = rest.splice(best.at, 1);
    if (next !== undefined) chosen.push(next.statement);
  }
  return chosen;
}

const REPETITION_WEIGHT = 0.8;
const MOST_REPEATED = 0.45;

/** Share of a statement's words that other statements hold too, by how many hold them. */
function measureCentrality(statements: readonly Statement[]): Map<Statement, number> {
  const holders = new Map<string, Set<string>>();
  for (const statement of statements) {
    for (const word of statement.wordSet()) {
      const key = `${statement.article.id} ${statement.index}`;
      const known = holders.get(word);
      if (known === undefined) holders.set(word, new Set([key]));
      else known.add(key);
    }
  }
  const total = Math.max(1, statements.length);
  return new Map(
    statements.map((statement) => {
      const words = [...statement.wordSet()];
      const shared = words.map((word) => ((holders.get(word)?.size ?? 1) - 1) / total);
      const sum = shared.reduce((all, one) => all + Math.sqrt(one), 0);
      return [statement, words.length === 0 ? 0 : sum / Math.sqrt(words.length) / 2];
    }),
  );
}

function isOfEventDays({ dates }: Statement, { from, to }: RankingContext): boolean {
  if (from === null || to === null) return false;
  return dates.some(
    (date) =>
      date.from !== null &&
      date.to !== null &&
      date.from >= from &&
      date.to <= to &&
      (date.granularity === 'day' || date.granularity === 'range'),
  );
}

function isElsewhere(statement: Statement, context: RankingContext): boolean {
  const { places = [], participants = [] } = context;
  if (places.length === 0 || isOfEventDays(statement, context)) return false;
  if (!statement.names().some(({ kind }) => kind === 'place')) return false;
  const own = [...places, ...participants].flatMap(({ zh, en }) => [zh, en]);
  return !own.some((name) => name !== null && statement.text.includes(name));
}

function countNames(statement: Statement): number {
  const named = statement.names().filter(({ kind }) => kind === 'person' || kind === 'place');
  return new Set(named.map(({ text }) => text)).size;
}

function lengthPenalty(text: string): number {
  const columns = [...text].reduce((sum, one) => sum + (hasHan(one) ? 2 : 1), 0);
  return columns > LONG || columns < SHORT ? LENGTH_PENALTY : 0;
}
