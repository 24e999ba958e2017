import type { Language } from '../../../src/core/article.ts';

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

/**
 * An article's date for the reader, in the outlet's own clock, or null where unknown.
 * @param publishedAt `2025-07-07` or `2025-07-07T15:26`
 */
export function formatPublished(publishedAt: string | null, language: Language): string | null {
  if (publishedAt === null) return null;
  const day = formatDay(publishedAt.slice(0, 10), language);
  const clock = /T(\d\d:\d\d)/u.exec(publishedAt)?.[1];
  if (clock === undefined) return day;
  return language === 'zh' ? `${day} ${clock}` : `${day}, ${clock}`;
}

/** A calendar day, `YYYY-MM-DD`, written out; anything else comes back as it is. */
export function formatDay(day: string, language: Language): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  return new Intl.DateTimeFormat(LOCALES[language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(time);
}

/** A day, or first and last day, as short digits. */
export function formatRange(from: string, to: string): string {
  if (from === to) return from;
  // The same year is said once: `2025-06-25 – 06-26`.
  return `${from} – ${from.slice(0, 5) === to.slice(0, 5) ? to.slice(5) : to}`;
}
