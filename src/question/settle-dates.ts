import {
  addDays,
  addMonths,
  daysBetween,
  type IsoDay,
  yearOf,
} from '../language/dates/calendar.ts';
import type { AskedDate } from './asked-dates.ts';

/** When the articles of a collection were published. */
export interface PublicationDays {
  readonly first: IsoDay | null;
  readonly last: IsoDay | null;
  /** Number of articles published from one day to another, inclusive. */
  count(from: IsoDay, to: IsoDay): number;
}

/** News of a day is still published on the next. */
const DELAY_DAYS = 1;
const WEEKS_BACK = 53;
/** Where nothing was published in a reading, what was within so many days tells. */
const NEAR_DAYS = 150;

/**
 * A date of a question as the collection settles it: of the years, months or weeks that it leaves
 * open the one in which most articles were published; where none was, the one nearest to the time
 * that the collection covers. A single article that mentions another year decides nothing.
 */
export function settleDate(date: AskedDate, published: PublicationDays): AskedDate {
  const { first, last } = published;
  if (date.open === null || first === null || last === null) return date;
  const readings = readingsOf(date, first, last);
  let best: { reading: AskedDate; articles: number; near: number; distance: number } | null = null;
  for (const reading of readings) {
    const articles = published.count(reading.from, addDays(reading.to, DELAY_DAYS));
    const near = published.count(addDays(reading.from, -NEAR_DAYS), addDays(reading.to, NEAR_DAYS));
    const distance =
      reading.to < first
        ? daysBetween(reading.to, first)
        : reading.from > last
          ? daysBetween(last, reading.from)
          : 0;
    const isBetter =
      best === null ||
      articles > best.articles ||
      (articles === best.articles &&
        (near > best.near ||
          (near === best.near &&
            (distance < best.distance ||
              (distance === best.distance && reading.from > best.reading.from)))));
    if (isBetter) best = { reading, articles, near, distance };
  }
  return best?.reading ?? date;
}

/** The days that the date may mean, within a year of the collection. */
function readingsOf(date: AskedDate, first: IsoDay, last: IsoDay): AskedDate[] {
  const moved = (from: IsoDay, to: IsoDay): AskedDate => ({ ...date, from, to });
  if (date.open === 'week') {
    const days = (Date.parse(last) - Date.parse(date.from)) / 86_400_000;
    const latest = addDays(date.from, 7 * Math.floor(days / 7));
    return Array.from({ length: WEEKS_BACK }, (_, weeks) =>
      moved(
        addDays(latest, -7 * weeks),
        addDays(latest, -7 * weeks + daysBetween(date.from, date.to)),
      ),
    ).filter(({ to }) => to >= first || to === latest);
  }
  if (date.open === 'month') {
    const months = 12 * (yearOf(last) - yearOf(first)) + 13;
    const length = daysBetween(date.from, date.to);
    const day = Number(date.from.slice(8));
    const start = `${last.slice(0, 8)}01`;
    return Array.from({ length: months }, (_, back) => addMonths(start, 1 - back)).flatMap(
      (month) => {
        const from = `${month.slice(0, 8)}${String(day).padStart(2, '0')}`;
        const isDay = !Number.isNaN(Date.parse(from)) && addDays(from, 0) === from;
        return isDay ? [moved(from, addDays(from, length))] : [];
      },
    );
  }
  const readings: AskedDate[] = [];
  for (let year = yearOf(first) - 1; year <= yearOf(last) + 1; year++) {
    const months = 12 * (year - yearOf(date.from));
    readings.push(moved(addMonths(date.from, months), addMonths(date.to, months)));
  }
  return readings;
}
