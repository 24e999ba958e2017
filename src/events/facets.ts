import type { Language } from '../core/article.ts';
import { addDays } from '../language/dates/calendar.ts';
import { tellsHappening } from './detection/happening-cues.ts';
import type { Statement } from './statement.ts';

/** Sides of an event that a summary covers, in the order it tells them. */
export const FACETS = ['course', 'outcomes', 'positions', 'outlook', 'background'] as const;
export type Facet = (typeof FACETS)[number];

const OUTCOME: Readonly<Record<Language, RegExp>> = {
  zh: /签署|签订|达成|通过《|通过了|一致同意|决定|决议|达成共识|取得成果|协议|成立|建立了|批准|判处|宣判|获得|夺冠/u,
  en: /\b(?:signed|signing|agreed|agreement|treaty|adopted|approved|resulted in|established|establishment|concluded|sentenced|won|awarded|consensus|decision)\b/iu,
};
const POSITION: Readonly<Record<Language, RegExp>> = {
  zh: /表示|指出|强调|认为|介绍|说[,，:：]|称[,，:：]|回应|呼吁|谴责|[:：]["“「]|中方愿|要坚持|应继续/u,
  en: /\b(?:said|says|stated|stressed|emphasi[sz]ed|noted|told|argued|called (?:for|on)|condemned|welcomed|expressed|views|believes?|highlighted|according to)\b/iu,
};
const OUTLOOK: Readonly<Record<Language, RegExp>> = {
  zh: /即将|下一步|未来|计划|预计|将以|将继续|将于|将在|愿[同与]|希望|期待|有望/u,
  en: /\b(?:will|plans? to|aims? to|expected|expects|upcoming|future|next (?:year|month|week)|is set to|hopes?|going forward)\b/iu,
};
const BACKGROUND: Readonly<Record<Language, RegExp>> = {
  zh: /历史|年来|以来|首次|历经|曾经|此前|一直|背景|自\d{4}年|创始/u,
  en: /\b(?:history|historical|since|founded|evolved|decades|previously|background|rooted|long-term|over the years|originally)\b/iu,
};
/** A day this long before the event is its background. */
const BACKGROUND_DAYS = 30;

/**
 * The side of an event that a statement tells of.
 * @param from first day of the event, or null where unknown
 */
export function facetOf(statement: Statement, from: string | null): Facet {
  const { text, language, dates } = statement;
  const days = dates.flatMap((date) => (date.from === null ? [] : [date.from]));
  const reference = from ?? statement.article.publishedAt?.slice(0, 10) ?? null;
  const longBefore = reference === null ? null : addDays(reference, -BACKGROUND_DAYS);
  const isPast = longBefore !== null && days.some((day) => day < longBefore);
  const isThen = longBefore !== null && days.some((day) => day >= longBefore);
  if (isPast && !isThen) return 'background';
  if (isThen && tellsHappening(text, language) && !POSITION[language].test(text)) return 'course';
  if (OUTCOME[language].test(text)) return 'outcomes';
  if (POSITION[language].test(text)) return 'positions';
  if (OUTLOOK[language].test(text)) return 'outlook';
  if (BACKGROUND[language].test(text)) return 'background';
  return 'course';
}
