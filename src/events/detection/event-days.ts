import type { Article } from '../../core/article.ts';
import type { NewsEvent } from '../../core/news-event.ts';
import { daysBetween } from '../../language/dates/calendar.ts';
import { findDates } from '../../language/dates/dates.ts';
import { isProse } from '../../language/discourse/prose.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import { tellsHappening } from './happening-cues.ts';

const LEAD_LENGTH = 600;
const HAPPENING_FACTOR = 1.5;
const UNCERTAIN_FACTOR = 0.7;
/** A day counts when it has this share of the best day's weight. */
const KEPT_SHARE = 0.3;
const DAYS_BEFORE = 10;
const DAYS_AFTER = 4;

/**
 * First and last day of what some articles report: the days of the sentences that hold most of
 * the event's words.
 *
 * @param keyTerms the words that the event's articles have in common
 */
export function findEventDays(
  articles: readonly Article[],
  keyTerms: ReadonlySet<string>,
  analyzer: TextAnalyzer,
): Pick<NewsEvent, 'from' | 'to'> {
  const weights = new Map<string, number>();
  for (const { body, language, publishedAt } of articles) {
    const lead = body.slice(0, LEAD_LENGTH);
    const dates = findDates(lead, { language, reference: publishedAt });
    const published = publishedAt?.slice(0, 10) ?? null;
    for (const { start, end } of splitSentences(lead)) {
      const sentence = lead.slice(start, end);
      const own = dates.filter((date) => date.start >= start && date.end <= end);
      if (own.length === 0 || !isProse(sentence)) continue;
      const shared = new Set(
        analyzer.tokens(sentence).flatMap(({ normal }) => (keyTerms.has(normal) ? [normal] : [])),
      );
      const factor = tellsHappening(sentence, language) ? HAPPENING_FACTOR : 1;
      for (const { from, to, granularity, certain } of own) {
        if (from === null || to === null || !isNear(from, published)) continue;
        if (granularity !== 'day' && granularity !== 'range') continue;
        const weight = shared.size * factor * (certain ? 1 : UNCERTAIN_FACTOR);
        for (const day of new Set([from, to])) {
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
  return distance >= -DAYS_BEFORE && distance <= DAYS_AFTER;
}
