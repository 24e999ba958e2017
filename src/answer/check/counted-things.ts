import type { NumberMention, Sentence, SentenceToken } from '../../core/sentence.ts';
import { sameMeaning } from '../../language/dictionary/same-meaning.ts';

/** Measure words that say what is counted. */
const TELLING_UNIT =
  /^(?:国|天|日|周|年|个月|月|小时|分钟|岁|人|公里|米|吨|省|市|县|票|亩|所|层)$/u;

/** The unit, where it is telling, and the next content word after a number. */
export function countedThings(
  number: NumberMention,
  { tokens }: Pick<Sentence, 'tokens'>,
): SentenceToken[] {
  const things: SentenceToken[] = [];
  const { unit } = number;
  const content = tokens.filter(({ stop }) => !stop);
  if (unit !== null && TELLING_UNIT.test(unit)) {
    const within = content.find(({ end }) => end === number.end);
    if (within !== undefined) things.push(within);
  }
  const next = content.find(({ start }) => start >= number.end);
  if (next !== undefined && next.start - number.end <= 3 && !/^\d/.test(next.normal)) {
    things.push(next);
  }
  return things;
}

/** Content words after a number that may stand before what it counts: 12 outstanding projects. */
const MAX_BETWEEN = 3;

export function thingsAfter(
  { end }: NumberMention,
  { tokens }: Pick<Sentence, 'tokens'>,
): SentenceToken[] {
  return tokens.filter(({ stop, start }) => !stop && start >= end).slice(0, MAX_BETWEEN);
}

/** Whether two numbers count the same kind of thing. */
export function countsSame(
  first: readonly SentenceToken[],
  second: readonly SentenceToken[],
): boolean {
  return first.some((thing) => second.some((other) => sameMeaning(thing, other)));
}
