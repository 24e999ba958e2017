import type { Language } from '../core/article.ts';
import { addDays } from '../language/dates/calendar.ts';
import type { ReportedSentence } from './reported-sentence.ts';

/** Sides of an event that a brief covers, in the order it tells them. */
export const FACETS = ['course', 'reasons', 'positions', 'outlook', 'background'] as const;
export type Facet = (typeof FACETS)[number];

/** Words of a time to come. A modal that asks (应, should) tells of no plan. */
const FUTURE: Readonly<Record<Language, RegExp>> = {
  zh: /将(?:于|在|会|以|继续|进行|举行|前往|出席|对|由|向|从|开始|启动|引入|迎)|即将|拟(?:于|定|在)|计划(?:于|在|将)?|预计|有望|下一步|定于/u,
  en: /\b(?:will|is (?:due|set|scheduled|expected) to|are (?:due|set|scheduled|expected) to|plans? to|upcoming)\b/iu,
};
/** What is planned no more, or was once. */
const NOT_FUTURE: Readonly<Record<Language, RegExp>> = {
  zh: /原(?:本|计划|定)|曾计划|此前(?:计划|预计)|等待|一旦|如果|若|不会|没有计划|取消/u,
  en: /\b(?:would have|had planned|was to|were to|will not|won't|cancel\w*|if)\b/iu,
};
const REASON: Readonly<Record<Language, RegExp>> = {
  zh: /由于|因为|起因|原因(?:是|为|系|包括)|导致|引发|因.{1,16}(?:而|被|，)|系.{0,12}(?:所致|引起)|受.{2,20}影响[，,]/u,
  en: /\b(?:because|due to|caused by|as a result of|sparked by|triggered by|blamed on|owing to)\b/iu,
};
const PAST: Readonly<Record<Language, RegExp>> = {
  zh: /曾经?|此前|早在|自\d{4}年|\d{4}年以来|历史上|始建于|成立于/u,
  en: /\b(?:previously|historically|founded in|decades|formerly|had been)\b/iu,
};
/** Verbs of speech that do something by saying it, or pass on what happened. */
const ANNOUNCING =
  /宣布|通报|报道|公布|发布|证实|确认|披露|获悉|announc|report|confirm|declar|releas/iu;
/** A day this long before the event is its background. */
const BACKGROUND_DAYS = 30;

/** When something happened and until when it is told of, `YYYY-MM-DD` or null. */
export interface FacetContext {
  readonly from: string | null;
  /** Last publication that the brief rests on. */
  readonly last: string | null;
}

/**
 * The side of an event that a stretch of a sentence tells of, by tense, attribution and negation.
 * @param start, end the stretch, in the sentence's text
 */
export function facetOf(
  sentence: ReportedSentence,
  context: FacetContext,
  { start, end }: { readonly start: number; readonly end: number } = {
    start: 0,
    end: sentence.text.length,
  },
): Facet {
  const { language, attribution, quotations } = sentence;
  const text = sentence.text.slice(start, end);
  const published = sentence.article.publishedAt?.slice(0, 10) ?? null;
  const days = sentence.dates
    .filter((date) => date.start >= start && date.end <= end)
    .flatMap(({ to }) => to ?? []);
  const exact = sentence.dates
    .filter(({ granularity }) => granularity === 'day' || granularity === 'range')
    .filter((date) => date.start >= start && date.end <= end)
    .flatMap(({ to }) => to ?? []);
  const longBefore = addDays(context.from ?? published ?? '9999-01-01', -BACKGROUND_DAYS);
  if (days.length > 0 && days.every((day) => day < longBefore)) return 'background';
  if (isOutlook(text, language, exact, published, context.last)) return 'outlook';
  const isSaid =
    attribution?.speaker != null &&
    !ANNOUNCING.test(sentence.text.slice(attribution.verb.start, attribution.verb.end)) &&
    attribution.verb.start >= start &&
    attribution.verb.end <= end;
  const isQuoted = quotations.some(
    (quotation) =>
      quotation.end - quotation.start > 8 && quotation.start < end && start < quotation.end,
  );
  if (REASON[language].test(text) && !isQuoted) return 'reasons';
  if (isSaid || (isQuoted && attribution !== null)) return 'positions';
  if (days.length === 0 && PAST[language].test(text)) return 'background';
  return 'course';
}

function isOutlook(
  text: string,
  language: Language,
  days: readonly string[],
  published: string | null,
  last: string | null,
): boolean {
  if (!FUTURE[language].test(text) || NOT_FUTURE[language].test(text)) return false;
  if (days.length > 0) return last === null || days.some((day) => day > last);
  // What was still to come early in a story has come since.
  return published === null || last === null || addDays(published, STALE_DAYS) >= last;
}

/** An undated plan is news for so many days. */
const STALE_DAYS = 1;
