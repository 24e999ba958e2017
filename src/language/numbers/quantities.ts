import type { NumberMention, Quantity, SentenceToken } from '../../core/sentence.ts';
import { isApproximate } from './approximate.ts';
import { isClassifier } from './units.ts';

/** How far behind a number its noun may begin, in UTF-16 units: a measure word and 的 between. */
export const HEAD_REACH = 6;

/** A number with the noun it counts and whether it is exact. */
export function readQuantity(
  number: NumberMention,
  text: string,
  tokens: readonly SentenceToken[],
): Quantity {
  return {
    ...number,
    head: headNoun(number, tokens),
    approximate: isApproximate(text, number.start, number.end),
  };
}

function headNoun(number: NumberMention, tokens: readonly SentenceToken[]): string | null {
  const next = tokens.find(
    ({ start, stop, kind, text }) =>
      start >= number.end &&
      !stop &&
      kind !== 'number' &&
      !isClassifier(text) &&
      !/^[余多]$/u.test(text),
  );
  if (next === undefined || next.start - number.end > HEAD_REACH) return null;
  return next.normal;
}
