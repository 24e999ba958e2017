/** A form of answer that shows in a passage without understanding it. */
export type ExpectedAnswer = 'number' | 'date';

const ASKS_FOR_DATE =
  /时间|什么时候|何时|哪一?[年天月日]|几[月号年]|日期|哪个月|年份|\bwhen\b|\b(?:what|which) (?:year|month|day|date|decade|century)\b/iu;

/** Words that ask how many, and nouns of quantity that close a question: 2022年特斯拉交付量. */
const ASKS_FOR_NUMBER =
  /多少|几[^月号年]|第几|多[大高长远久重快宽深]|(?:量|率|数|额|价格|票房|营收|收入|人口|面积)(?:是|为|达|有|[？?\s])*$|\bhow (?:many|much|long|old|far|tall|large|big|often|high|deep|fast)\b|\bwhat (?:percentage|percent|number|amount|proportion)\b/iu;

/** What a question's words say about the form of its answer, or null. A date is no number. */
export function expectedAnswer(question: string): ExpectedAnswer | null {
  if (ASKS_FOR_DATE.test(question)) return 'date';
  return ASKS_FOR_NUMBER.test(question) ? 'number' : null;
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
