import type { AnswerType } from './question-form.ts';

/** A form of answer that shows in a passage without understanding it. */
export type ExpectedAnswer = 'number' | 'date';

const NUMBERS: ReadonlySet<AnswerType> = new Set([
  'count',
  'quantity',
  'money',
  'percentage',
  'duration',
  'ordinal',
]);

/** What the type of an answer says about its form, or null. A date is no number. */
export function expectedAnswer(type: AnswerType): ExpectedAnswer | null {
  if (type === 'date') return 'date';
  return NUMBERS.has(type) ? 'number' : null;
}

const DATE =
  /\d{1,2}\s*月|\d\s*日|(?:19|20)\d\d|[一二三四五六七八九十]月|世纪|年代|\b(?:january|february|march|april|june|july|august|september|october|november|december|century)\b/giu;

/** Digits that are no part of a date, and numbers in words. */
const NUMBER =
  /\d[\d,.]*(?!\s*[年月日号\d])|[二三四五六七八九十百千万亿两]{2,}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|billion|half)\b/giu;

/**
 * Offsets at which text of the expected form starts, ascending, what the question itself says left
 * out: the 2022 of 2022年特斯拉交付量 answers nothing.
 */
export function offsetsOfForm(text: string, form: ExpectedAnswer, question: string): number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(form === 'date' ? DATE : NUMBER)) {
    if (!question.includes(match[0])) offsets.push(match.index);
  }
  return offsets;
}
