import { daysBetween } from '../../language/dates/calendar.ts';
import type { EventArticle } from './describe-event.ts';

/** What the independent outlets and the articles of a story count, by their logarithms. */
const OUTLET_WEIGHT = 2;
const ARTICLE_WEIGHT = 1;
/** Articles of one outlet that count: a daily bulletin is no story for being long. */
const MAX_ARTICLES_AN_OUTLET = 6;
/** What being reported on the last day of the collection counts, and the days that halve it. */
const RECENCY_WEIGHT = 2;
const HALF_LIFE_DAYS = 10;
/** Outlets whose name is not known tell nothing of independence. */
const UNKNOWN_OUTLET = /^(?:来源不详|unknown source|)$/iu;

/**
 * How much a story matters: twice the outlets or articles add the same each time, and old news
 * counts less.
 * @param latest last day of the collection, `YYYY-MM-DD`; empty where no article is dated
 */
export function weighStory(members: readonly EventArticle[], latest: string): number {
  const outlets = new Set(
    members
      .map(({ article }) => article.outlet.zh)
      .filter((name) => !UNKNOWN_OUTLET.test(name.trim())),
  );
  const counted = Math.min(members.length, MAX_ARTICLES_AN_OUTLET * Math.max(1, outlets.size));
  const days = members.flatMap(({ profile }) => profile.day ?? []).sort();
  const last = days.at(-1);
  const age = last === undefined || latest === '' ? 0 : Math.max(0, daysBetween(last, latest));
  return (
    OUTLET_WEIGHT * Math.log2(1 + outlets.size) +
    ARTICLE_WEIGHT * Math.log2(1 + counted) +
    RECENCY_WEIGHT * 2 ** (-age / HALF_LIFE_DAYS)
  );
}
