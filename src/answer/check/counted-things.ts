import type { NumberMention } from '../../core/sentence.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import { sameMeaning } from './same-meaning.ts';
import type { TextFacts } from './text-facts.ts';

/** Measure words that say what is counted. */
const TELLING_UNIT =
  /^(?:国|天|日|周|年|个月|月|小时|分钟|岁|人|公里|米|吨|省|市|县|票|亩|所|层)$/u;

/** The unit, where it is telling, and the next content word after a number. */
export function countedThings(number: NumberMention, { concepts }: TextFacts): ConceptGroup[] {
  const things: ConceptGroup[] = [];
  const unit = number.unit;
  if (unit !== null && TELLING_UNIT.test(unit)) {
    const within = concepts.find(({ token }) => token.end === number.end);
    if (within !== undefined) things.push(within);
  }
  const next = concepts.find(({ token }) => token.start >= number.end);
  if (next !== undefined && next.token.start - number.end <= 3 && !/^\d/.test(next.token.normal)) {
    things.push(next);
  }
  return things;
}

/** Whether two numbers count the same kind of thing. */
export function countsSame(
  first: readonly ConceptGroup[],
  second: readonly ConceptGroup[],
): boolean {
  return first.some((thing) => second.some((other) => sameMeaning(thing, other)));
}
