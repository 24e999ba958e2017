import type { NumberMention } from '../../core/sentence.ts';
import { isRounded } from '../../language/numbers/approximate.ts';
import { numbersAgree } from '../../language/numbers/numbers.ts';
import { countedThings, countsSame } from './counted-things.ts';
import type { Flaw, TextFacts } from './text-facts.ts';

/** Unless it says "about", a rounded figure keeps so many digits: 252万 for 252.15万. */
const FEWEST_DIGITS = 3;
/** 双方, "both": two without a numeral. */
const PAIR = /双|两|both|pair|two|bilateral|twin/iu;
const FIRST = /首|第一|最早|初次|first|debut|inaugural|maiden/iu;

/** Every number of a sentence must be one of the cited words', and of the same things there. */
export function checkNumbers(claim: TextFacts, evidence: readonly TextFacts[]): Flaw | null {
  for (const number of claim.numbers) {
    if (!evidence.some((facts) => isStated(number, claim, facts))) {
      return { verdict: 'unsupported', rule: 'number', failed: number.text };
    }
  }
  return null;
}

function isStated(number: NumberMention, claim: TextFacts, facts: TextFacts): boolean {
  const agreeing = facts.numbers.filter((other) => agrees(number, other, claim));
  if (agreeing.length === 0) return isImplied(number, facts);
  const counted = countedThings(number, claim);
  if (counted.length === 0) return true;
  // Another number stands before the same thing, and this one does not: the two were swapped.
  const ofKind = facts.numbers.filter(({ kind }) => kind === number.kind);
  const nextTo = ofKind.filter((other) =>
    countsSame(counted.slice(-1), countedThings(other, facts).slice(-1)),
  );
  // 14人 before 死亡 is not the 14人 before 受伤: the next word tells more than the unit.
  const sameThing =
    nextTo.length > 0
      ? nextTo
      : ofKind.filter((other) => countsSame(counted, countedThings(other, facts)));
  return sameThing.length === 0 || sameThing.some((other) => agreeing.includes(other));
}

function agrees(claim: NumberMention, stated: NumberMention, { text }: TextFacts): boolean {
  if (numbersAgree(claim, stated)) return true;
  if (claim.kind !== stated.kind || claim.unit === '%') return false;
  const digits = significantDigits(claim.value);
  const isAbout = isRounded(text, claim.start);
  if (digits < (isAbout ? 1 : FEWEST_DIGITS)) return false;
  return Number(stated.value.toPrecision(digits)) === claim.value;
}

/** 252万 has three. */
function significantDigits(value: number): number {
  return value.toExponential().replace(/e.*$|\D/g, '').length;
}

function isImplied({ value, kind }: NumberMention, { text, dates }: TextFacts): boolean {
  if (kind === 'ordinal' && value === 1) return FIRST.test(text);
  if (kind === 'cardinal' && value === 2) return PAIR.test(text);
  // 2025 before a name may be read as a year on one side and as a number on the other.
  return kind === 'cardinal' && dates.some(({ from }) => Number(from?.slice(0, 4)) === value);
}
