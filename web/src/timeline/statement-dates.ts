import type { TimelineDate, TimelineEntry } from '../../../src/core/news-event.ts';
import { formatRange } from '../text/published-date.ts';

/** Statements that tell of the same date. */
export interface DateGroup {
  /** The date as precisely as it is known: a day, a month, a year, or a range. */
  readonly when: string;
  readonly entries: readonly TimelineEntry[];
}

/** A date no more precise than its source: `2025-06-26`, `2025-06`, `2025`, or a range. */
export function writtenDate({ from, to, granularity }: TimelineDate): string {
  if (granularity === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (granularity === 'month' && from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7);
  return formatRange(from, to);
}

/** Groups statements by their date, in the order of the first of each. */
export function groupByDate(entries: readonly TimelineEntry[]): readonly DateGroup[] {
  const groups = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const when = writtenDate(entry.date);
    const group = groups.get(when);
    if (group === undefined) groups.set(when, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([when, grouped]) => ({ when, entries: grouped }));
}
