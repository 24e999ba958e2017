import type { Language } from '../../core/article.ts';
import type { ResolvedExpression } from '../../core/block.ts';
import type { DateMention } from '../../core/sentence.ts';
import { daysInMonth, type IsoDay } from './calendar.ts';
import { MONTH_NAMES } from './months.ts';

/**
 * Days as a reader of the language writes them: `2025年6月25日至26日`, `June 25–26, 2025`, and a
 * whole month or year as such.
 */
export function writeDays(from: IsoDay, to: IsoDay, language: Language): string {
  const [first, last] = [read(from), read(to)];
  if (from === to) return writeDay(first, language);
  const isWhole = first.day === 1 && last.day === daysInMonth(last.year, last.month);
  if (isWhole && first.year === last.year) {
    if (first.month === last.month) return writeMonth(first, language);
    if (first.month === 1 && last.month === 12) {
      return language === 'zh' ? `${first.year}年` : String(first.year);
    }
  }
  const sameMonth = first.year === last.year && first.month === last.month;
  if (language === 'zh') {
    if (sameMonth) return `${writeDay(first, 'zh')}至${last.day}日`;
    const end = first.year === last.year ? `${last.month}月${last.day}日` : writeDay(last, 'zh');
    return `${writeDay(first, 'zh')}至${end}`;
  }
  if (sameMonth) return `${MONTH_NAMES[first.month - 1]} ${first.day}–${last.day}, ${first.year}`;
  return `${writeDay(first, 'en')} to ${writeDay(last, 'en')}`;
}

/** The dates that words leave open and their article settles, each expression once. */
export function writeRelativeDates(
  dates: readonly DateMention[],
  language: Language,
): ResolvedExpression[] {
  const written = new Map<string, ResolvedExpression>();
  for (const { relative, certain, expression, from, to, granularity } of dates) {
    if (!relative || !certain || from === null || to === null || granularity === 'vague') continue;
    written.set(`${expression} ${from}`, {
      expression,
      from,
      to,
      written: writeDays(from, to, language),
    });
  }
  return [...written.values()];
}

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function read(day: IsoDay): CalendarDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

function writeDay({ year, month, day }: CalendarDay, language: Language): string {
  return language === 'zh'
    ? `${year}年${month}月${day}日`
    : `${MONTH_NAMES[month - 1]} ${day}, ${year}`;
}

function writeMonth({ year, month }: CalendarDay, language: Language): string {
  return language === 'zh' ? `${year}年${month}月` : `${MONTH_NAMES[month - 1]} ${year}`;
}
