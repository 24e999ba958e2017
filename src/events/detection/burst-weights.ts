import { daysBetween } from '../../language/dates/calendar.ts';
import type { ArticleProfile } from './article-profile.ts';

/** Days that a burst of reports is looked for in. */
const BURST_DAYS = 4;
/** A collection of fewer days does not tell what comes back every day. */
const MIN_DAYS = 12;
/** Words in fewer articles are too rare to tell. */
const MIN_ARTICLES = 12;
/** A word this many times as frequent in its best days as on average has its full weight. */
const FULL_LIFT = 4;
const MIN_WEIGHT = 0.2;

/**
 * For each term, from `MIN_WEIGHT` for one that comes back day after day (the wording of daily
 * market reports) to 1 for one whose articles stand together in time, as those of an event do.
 *
 * @param terms the numbers of each profile's terms
 * @param frequencies how many profiles hold each term
 */
export function weighBursts(
  profiles: readonly Pick<ArticleProfile, 'day'>[],
  terms: readonly Iterable<number>[],
  frequencies: Uint32Array,
): Float32Array {
  const weights = new Float32Array(frequencies.length).fill(1);
  const days = profiles.map(({ day }) => (day === null ? null : daysBetween('1970-01-01', day)));
  const dated = days.filter((day) => day !== null).sort((a, b) => a - b);
  const span = (dated.at(-1) ?? 0) - (dated[0] ?? 0) + 1;
  if (span < MIN_DAYS) return weights;
  const daysOfTerm: (number[] | undefined)[] = Array.from(frequencies, (frequency) =>
    frequency < MIN_ARTICLES ? undefined : [],
  );
  for (const [index, numbers] of terms.entries()) {
    const day = days[index] ?? null;
    if (day === null) continue;
    for (const number of numbers) daysOfTerm[number]?.push(day);
  }
  for (const [number, own] of daysOfTerm.entries()) {
    if (own === undefined || own.length === 0) continue;
    own.sort((a, b) => a - b);
    const { first, held } = fullestWindow(own);
    const expected = countWithin(dated, first, first + BURST_DAYS - 1) / dated.length;
    const lift = held / own.length / expected;
    const weight = Math.log(lift) / Math.log(FULL_LIFT);
    weights[number] = Math.min(1, Math.max(MIN_WEIGHT, weight));
  }
  return weights;
}

/** The stretch of `BURST_DAYS` that holds most of some ascending days. */
function fullestWindow(days: readonly number[]): { first: number; held: number } {
  let best = { first: days[0] ?? 0, held: 0 };
  let end = 0;
  for (const [start, first] of days.entries()) {
    while ((days[end] ?? Infinity) < first + BURST_DAYS) end++;
    if (end - start > best.held) best = { first, held: end - start };
  }
  return best;
}

function countWithin(days: readonly number[], first: number, last: number): number {
  return lowerBound(days, last + 1) - lowerBound(days, first);
}

function lowerBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
