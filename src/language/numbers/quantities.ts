import type { NumberMention, Quantity, SentenceToken } from '../../core/sentence.ts';

const APPROXIMATE_BEFORE =
  /(?:约|大约|大概|近|将近|接近|超过|超|逾|至少|最多|不到|不足|高达|仅|上百|about|around|roughly|approximately|nearly|almost|more than|over|at least|up to|less than|fewer than|under)\s?$/iu;
const APPROXIMATE_BEHIND = /^\s?(?:多|余|左右|上下|以上|以下|or so|or more)/iu;
/** How far behind a number its noun may begin, in UTF-16 units: a measure word and 的 between. */
export const HEAD_REACH = 6;

/** A number with the noun it counts and whether it is exact. */
export function readQuantity(
  number: NumberMention,
  text: string,
  tokens: readonly SentenceToken[],
): Quantity {
  const before = text.slice(Math.max(0, number.start - 16), number.start);
  const behind = text.slice(number.end, number.end + 8);
  return {
    ...number,
    head: headNoun(number, tokens),
    approximate: APPROXIMATE_BEFORE.test(before) || APPROXIMATE_BEHIND.test(behind),
  };
}

function headNoun(number: NumberMention, tokens: readonly SentenceToken[]): string | null {
  const next = tokens.find(
    ({ start, stop, kind, text }) =>
      start >= number.end && !stop && kind !== 'number' && !isMeasure(text),
  );
  if (next === undefined || next.start - number.end > HEAD_REACH) return null;
  return next.normal;
}

/** Words that only count: 个, 名, 位, 家. */
function isMeasure(text: string): boolean {
  return /^[个名位家项次支条只件份座场批届期所辆艘架枚余多]$/u.test(text);
}
