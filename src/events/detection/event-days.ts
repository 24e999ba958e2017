import type { Article } from '../../core/article.ts';
import type { NewsEvent } from '../../core/news-event.ts';
import { daysBetween } from '../../language/dates/calendar.ts';
import { reportsEvent } from './event-verbs.ts';
import type { LeadReader } from './lead.ts';

const HAPPENING_FACTOR = 1.5;
const UNCERTAIN_FACTOR = 0.7;
/** A day counts when it has this share of the best day's weight. */
const KEPT_SHARE = 0.3;
/** Days before its publication that a report may tell of; a day after it is only announced. */
const DAYS_BEFORE = 10;

/**
 * First and last day of what some articles report: the days of the sentences that hold most of
 * the event's words. A day that is merely announced is none.
 *
 * @param keyTerms the words that the event's articles have in common
 */
export function findEventDays(
  articles: readonly Article[],
  keyTerms: ReadonlySet<string>,
  readLead: LeadReader,
): Pick<NewsEvent, 'from' | 'to'> {
  const weights = new Map<string, number>();
  for (const article of articles) {
    const published = article.publishedAt?.slice(0, 10) ?? null;
    for (const { text, language, tokens, dates } of readLead(article)) {
      if (dates.length === 0) continue;
      const shared = new Set(
        tokens.flatMap(({ normal }) => (keyTerms.has(normal) ? [normal] : [])),
      );
      const factor = reportsEvent(text, language) ? HAPPENING_FACTOR : 1;
      for (const { from, to, granularity, certain } of dates) {
        if (from === null || to === null || !isNear(from, published)) continue;
        if (granularity !== 'day' && granularity !== 'range') continue;
        const weight = shared.size * factor * (certain ? 1 : UNCERTAIN_FACTOR);
        // Of what goes on, the days up to the report have happened.
        const last = published !== null && to > published ? published : to;
        for (const day of new Set([from, last])) {
          weights.set(day, Math.max(weights.get(day) ?? 0, weight));
        }
      }
    }
  }
  const best = Math.max(0, ...weights.values());
  if (best === 0) return { from: null, to: null };
  const days = [...weights].filter(([, weight]) => weight >= KEPT_SHARE * best);
  const sorted = days.map(([day]) => day).sort();
  return { from: sorted[0] ?? null, to: sorted.at(-1) ?? null };
}

function isNear(day: string, published: string | null): boolean {
  if (published === null) return true;
  const distance = daysBetween(published, day);
  return distance >= -DAYS_BEFORE && distance <= 0;
}
