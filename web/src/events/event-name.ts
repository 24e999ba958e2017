import type { Language } from '../../../src/core/article.ts';
import type { BilingualName, NewsEvent } from '../../../src/core/news-event.ts';
import { languageTag } from '../language/browser-language.ts';
import { formatRange } from '../text/published-date.ts';

/** A name in the reader's language, or in the other where it has none in that. */
export function nameIn(name: BilingualName, language: Language): string {
  const [own, other] = language === 'zh' ? [name.zh, name.en] : [name.en, name.zh];
  return own ?? other ?? '';
}

/** A name in both scripts, the reader's first. */
export function nameInBoth(name: BilingualName, language: Language): string {
  const [own, other] = language === 'zh' ? [name.zh, name.en] : [name.en, name.zh];
  if (own === null || other === null || own === other) return own ?? other ?? '';
  return language === 'zh' ? `${own}（${other}）` : `${own} (${other})`;
}

/** An event's title, and the `lang` of its words. */
export function eventName(
  { title }: Pick<NewsEvent, 'title'>,
  language: Language,
): { readonly title: string; readonly lang: string } {
  const inOwn = title[language] !== null;
  const other = language === 'zh' ? 'en' : 'zh';
  return { title: nameIn(title, language), lang: languageTag(inOwn ? language : other) };
}

/** First and last day, or null where no article dates the event. */
export function eventDates({ from, to }: Pick<NewsEvent, 'from' | 'to'>): string | null {
  if (from === null && to === null) return null;
  return formatRange(from ?? to ?? '', to ?? from ?? '');
}
