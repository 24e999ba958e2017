import type { NumberMention } from '../core/sentence.ts';
import { numbersAgree } from '../language/numbers/numbers.ts';
import type { Statement } from './statement.ts';
import { isAlike, SAME_MATTER } from './statement-similarity.ts';

/** Two statements of one matter that give a figure, or a day, differently. */
export interface Difference {
  readonly kind: 'figure' | 'date';
  readonly first: Statement;
  readonly second: Statement;
  /** The piece of each that differs, as written. */
  readonly firstValue: string;
  readonly secondValue: string;
}

/** How far after a number the word for what it counts may stand, in UTF-16 units. */
const COUNTED_REACH = 8;

/** How two statements contradict each other, or null where they do not. */
export function findDifference(first: Statement, second: Statement): Difference | null {
  if (!isAlike(first, second, SAME_MATTER)) return null;
  return differentFigure(first, second) ?? differentDay(first, second);
}

function differentFigure(first: Statement, second: Statement): Difference | null {
  for (const number of first.numbers()) {
    const counted = countedBy(number, first);
    if (counted.size === 0) continue;
    const others = second.numbers().filter((other) => {
      const things = countedBy(other, second);
      return other.kind === number.kind && [...counted].some((thing) => things.has(thing));
    });
    if (others.length === 0 || others.some((other) => numbersAgree(number, other))) continue;
    // The figure may be elsewhere in either statement: then it is another thing that is counted.
    if (second.numbers().some((other) => numbersAgree(number, other))) continue;
    const [other] = others;
    if (other === undefined || first.numbers().some((one) => numbersAgree(one, other))) continue;
    return {
      kind: 'figure',
      first,
      second,
      firstValue: figureIn(number, first),
      secondValue: figureIn(other, second),
    };
  }
  return null;
}

/** English stems of the word that follows a number: what it counts, in either language. */
function countedBy(number: NumberMention, statement: Statement): Set<string> {
  const next = statement.concepts().find(({ token }) => token.start >= number.end);
  if (next === undefined || next.token.start - number.end > COUNTED_REACH) return new Set();
  const between = statement.text.slice(number.end, next.token.start);
  if (/[,，。.;；:：、]/u.test(between)) return new Set();
  return new Set(next.stems.map(({ stem }) => stem));
}

function figureIn(number: NumberMention, { concepts, text }: Statement): string {
  const next = concepts().find(({ token }) => token.start >= number.end);
  const isNear = next !== undefined && next.token.start - number.end <= COUNTED_REACH;
  return text.slice(number.start, isNear ? next.token.end : number.end);
}

/** Alike enough for another day to be a contradiction, and not the next day's report. */
const NEARLY_THE_SAME = { within: 0.65, across: 0.5 } as const;

function sameFigures(first: Statement, second: Statement): boolean {
  const [a, b] = [first.numbers(), second.numbers()];
  return a.length === b.length && a.every((one) => b.some((other) => numbersAgree(one, other)));
}

/** Nearly the same words on different days: one of them must be wrong. */
function differentDay(first: Statement, second: Statement): Difference | null {
  if (!isAlike(first, second, NEARLY_THE_SAME) || !sameFigures(first, second)) return null;
  const days = ({ dates }: Statement) =>
    dates.filter(({ granularity, certain }) => certain && granularity === 'day');
  const [firstDays, secondDays] = [days(first), days(second)];
  const [a, b] = [firstDays[0], secondDays[0]];
  if (a === undefined || b === undefined) return null;
  if (firstDays.some((day) => secondDays.some((other) => other.from === day.from))) return null;
  const within = (day: string | null, { dates }: Statement) =>
    dates.some(
      ({ from, to }) => day !== null && from !== null && to !== null && from <= day && day <= to,
    );
  if (within(a.from, second) || within(b.from, first)) return null;
  return {
    kind: 'date',
    first,
    second,
    firstValue: `${a.expression} (${a.from})`,
    secondValue: `${b.expression} (${b.from})`,
  };
}

/** Differences between statements of different outlets, each pair of articles and values once. */
export function findDifferences(statements: readonly Statement[]): Difference[] {
  const found = new Map<string, Difference>();
  for (const [index, first] of statements.entries()) {
    if (first.numbers().length === 0 && first.dates.length === 0) continue;
    for (const second of statements.slice(index + 1)) {
      if (first.article.outlet.name === second.article.outlet.name) continue;
      const difference = findDifference(first, second);
      if (difference === null) continue;
      const key = [difference.firstValue, difference.secondValue].sort().join(' | ');
      if (!found.has(key)) found.set(key, difference);
    }
  }
  return [...found.values()];
}
