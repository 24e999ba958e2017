import type { DateMention } from '../../core/sentence.ts';
import { findDates } from '../../language/dates/dates.ts';
import { type EvidenceFacts, type Flaw, graver, type TextFacts } from './text-facts.ts';

const COARSE = new Set(['week', 'month', 'quarter', 'half-year', 'year', 'decade', 'century']);

/** Every date of a sentence must be one of the cited words', or a coarser way of saying it. */
export function checkDates(claim: TextFacts, evidence: readonly EvidenceFacts[]): Flaw | null {
  let flaw: Flaw | null = null;
  for (const date of claim.dates) {
    if (evidence.some((facts) => isStated(date, claim, facts, facts.dates))) continue;
    if (date.from === null || isSameDayWord(date)) continue;
    const inContext = evidence.some(
      (facts) =>
        isStated(date, claim, facts, facts.context().dates) || isPublicationDay(date, claim, facts),
    );
    flaw = graver(flaw, {
      verdict: inContext ? 'partly' : 'unsupported',
      rule: 'date',
      failed: date.expression,
    });
  }
  return flaw;
}

/** 当天 and "that day" with nothing before them in the sentence: what they mean is not said. */
function isSameDayWord({ expression, certain }: DateMention): boolean {
  return !certain && !/[\d〇一二三四五六七八九十]/.test(expression);
}

/** @param stated dates of the evidence, resolved against its own publication date */
function isStated(
  date: DateMention,
  claim: TextFacts,
  { evidence }: EvidenceFacts,
  stated: readonly DateMention[],
): boolean {
  const meant = resolveLike(date, claim, evidence.publishedAt);
  if (meant.from === null || meant.to === null) {
    return stated.some(({ expression }) => expression === date.expression) || stated.length > 0;
  }
  const { from, to } = meant;
  if (stated.some((other) => agrees(meant, other))) return true;
  // A range may be put together from two single days.
  return (
    meant.granularity === 'range' &&
    stated.some((other) => other.from === from) &&
    stated.some((other) => other.to === to)
  );
}

/** A sentence may say 26日 too; then it counts from the article's day as well. */
function resolveLike(date: DateMention, claim: TextFacts, publishedAt: string | null): DateMention {
  if (!date.relative || publishedAt === null) return date;
  const { text, language } = claim;
  const resolved = findDates(text, { language, reference: publishedAt });
  return resolved.find(({ start }) => start === date.start) ?? date;
}

function agrees(claim: DateMention, stated: DateMention): boolean {
  if (claim.from === null || claim.to === null || stated.from === null || stated.to === null) {
    return false;
  }
  if (claim.from === stated.from && claim.to === stated.to) return true;
  if (COARSE.has(claim.granularity)) return claim.from <= stated.from && stated.to <= claim.to;
  const isDay = claim.granularity === 'day';
  return isDay && stated.granularity === 'range' && [stated.from, stated.to].includes(claim.from);
}

/** "Reported on 7 July": the day of publication, known but not in the cited words. */
function isPublicationDay(date: DateMention, claim: TextFacts, facts: EvidenceFacts): boolean {
  const day = facts.evidence.publishedAt?.slice(0, 10);
  if (day === undefined) return false;
  return resolveLike(date, claim, facts.evidence.publishedAt).from === day;
}
