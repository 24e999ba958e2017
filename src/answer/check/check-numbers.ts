import type {
  DateMention,
  NumberMention,
  Quantity,
  Sentence,
  SentenceToken,
} from '../../core/sentence.ts';
import { isRounded } from '../../language/numbers/approximate.ts';
import { numbersAgree } from '../../language/numbers/numbers.ts';
import { countedThings, countsSame, thingsAfter } from './counted-things.ts';
import type { CheckFailure } from './flaw.ts';
import { listLengths } from './list-lengths.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { Reading } from './reading.ts';

/** Unless it says "about", a rounded figure keeps so many digits: 252万 for 252.15万. */
const MIN_DIGITS = 3;
/** 双方, "both": two without a numeral. */
const PAIR = /双|两|both|pair|two|bilateral|twin/iu;
const FIRST = /首|第一|头|最早|初次|first|debut|inaugural|maiden/iu;
/** What an ordinal stands before without 第. */
const GRADED = '级审等线号期次轮届';
/** Up to here things are counted rather than read off. */
const MAX_COUNTED = 20;
/** A fraction in words stands for a share this near to it: a third, 35 %. */
const NEAR_FRACTION = 0.1;
const FULL_DAY = 86_400_000;

const OVER_BEFORE =
  /(?:超过|超|逾|高于|多于|不少于|至少|more than|over|above|at least|exceed(?:s|ed|ing)?)\s*$/iu;
const OVER_BEHIND = /^\s*(?:多|余|以上|or more)/iu;
const UNDER_BEFORE =
  /(?:不到|不足|低于|少于|不超过|至多|最多|less than|fewer than|under|below|at most|no more than)\s*$/iu;
const UNDER_BEHIND = /^\s*(?:以下|or less|or fewer)/iu;

/** Every number of a sentence must be one of the cited words', and of the same things there. */
export function checkNumbers(reading: Reading): CheckFailure | null {
  const { claim, quotes } = reading;
  for (const number of claim.quantities) {
    if (quotes.some(({ words }) => isStated(number, claim, words))) continue;
    const isCountable =
      number.kind === 'cardinal' && Number.isInteger(number.value) && number.value <= MAX_COUNTED;
    if (isDerived(number, reading) || isRatio(number, reading)) continue;
    const lacksAny = isCountable && !quotes.some(({ words }) => hasRival(number, claim, words));
    return {
      verdict: lacksAny ? 'partly' : 'unsupported',
      rule: 'number',
      failed: number.text.trim(),
    };
  }
  return null;
}

function isStated(number: NumberMention, claim: Sentence, stated: Sentence): boolean {
  const agreeing = stated.quantities.filter(
    (other) => agrees(number, other, claim) && !isBoundReversed(number, other, claim, stated),
  );
  const counted = countedThings(number, claim);
  if (agreeing.length === 0) return isImplied(number, counted, stated);
  if (counted.length === 0) return true;
  // Another number stands before the same thing, and this one does not: the two were swapped.
  const ofKind = stated.quantities.filter(({ kind }) => kind === number.kind);
  const nextTo = ofKind.filter((other) =>
    countsSame(counted.slice(-1), countedThings(other, stated).slice(-1)),
  );
  // 14人 before 死亡 is not the 14人 before 受伤: the next word tells more than the unit.
  const sameThing =
    nextTo.length > 0
      ? nextTo
      : ofKind.filter((other) => countsSame(counted, countedThings(other, stated)));
  return (
    sameThing.length === 0 ||
    sameThing.some((other) => agreeing.includes(other)) ||
    agreeing.some((other) => countsSame(counted, thingsAfter(other, stated)))
  );
}

/** Whether the cited words give another number for what this one counts. */
function hasRival(number: NumberMention, claim: Sentence, stated: Sentence): boolean {
  const counted = countedThings(number, claim);
  return stated.quantities.some(
    (other) =>
      other.kind === number.kind &&
      (counted.length === 0 || countsSame(counted, countedThings(other, stated))),
  );
}

function agrees(claim: NumberMention, stated: NumberMention, { text }: Sentence): boolean {
  if (numbersAgree(claim, stated)) return true;
  if (claim.kind === 'fraction' && stated.kind === 'percent') {
    return Math.abs(claim.value - stated.value / shareScale(stated)) <= NEAR_FRACTION * claim.value;
  }
  if (claim.kind !== stated.kind || claim.unit === '%') return false;
  const digits = significantDigits(claim.value);
  const isAbout = isRounded(text, claim.start);
  if (digits < (isAbout ? 1 : MIN_DIGITS)) return false;
  return Number(stated.value.toPrecision(digits)) === claim.value;
}

/** Percentages may be kept as 35 or as .35. */
function shareScale({ value }: NumberMention): number {
  return value > 1 ? 100 : 1;
}

/** 不到35% where the cited words have 超过35%. */
function isBoundReversed(
  number: NumberMention,
  other: NumberMention,
  claim: Sentence,
  stated: Sentence,
): boolean {
  const [said, there] = [boundOf(number, claim.text), boundOf(other, stated.text)];
  return said !== null && there !== null && said !== there;
}

function boundOf({ start, end }: NumberMention, text: string): 'over' | 'under' | null {
  const before = text.slice(Math.max(0, start - 14), start);
  const behind = text.slice(end, end + 8);
  if (UNDER_BEFORE.test(before) || UNDER_BEHIND.test(behind)) return 'under';
  return OVER_BEFORE.test(before) || OVER_BEHIND.test(behind) ? 'over' : null;
}

/** 252万 has three. */
function significantDigits(value: number): number {
  return value.toExponential().replace(/e.*$|\D/g, '').length;
}

function isImplied(
  { value, kind }: NumberMention,
  counted: readonly SentenceToken[],
  { text, dates, tokens }: Sentence,
): boolean {
  if (kind === 'ordinal' && value === 1) return FIRST.test(text);
  if (kind === 'cardinal' && value === 2) return PAIR.test(text);
  // "The 29th" is a day, 二级 and 二审 hold an ordinal that counts nothing.
  if (kind === 'ordinal') {
    const numeral = '零一二三四五六七八九十'.charAt(value);
    if (dates.some(({ from, to }) => [from, to].some((day) => Number(day?.slice(8)) === value)))
      return true;
    if (numeral !== '' && new RegExp(`${numeral}[${GRADED}]`, 'u').test(text)) return true;
  }
  // 2025 before a name may be read as a year on one side and as a number on the other.
  if (kind !== 'cardinal') return false;
  return (
    dates.some(({ from, to }) => [from, to].some((day) => Number(day?.slice(0, 4)) === value)) ||
    isWrittenOut(value, counted, { text, tokens })
  );
}

/** 五 of 五到十年 and 三 of 三层, in which no finder sees a number. */
function isWrittenOut(
  value: number,
  counted: readonly SentenceToken[],
  { text, tokens }: Pick<Sentence, 'text' | 'tokens'>,
): boolean {
  const numeral = '二三四五六七八九十'.charAt(value - 2);
  if (numeral === '') return false;
  const single = new RegExp(`(?<![第${NUMERALS}])${numeral}(?![${NUMERALS}月日])`, 'gu');
  return [...text.matchAll(single)].some(({ index }) => {
    const behind = tokens.filter(({ start, end }) => end > index && start <= index + 2);
    return /^[到至]/u.test(text.slice(index + 1)) || countsSame(counted, behind);
  });
}

const NUMERALS = '〇零一二三四五六七八九十百千万亿';

/**
 * Numbers that nobody wrote: how many things a list has, how many days a range, how many years have
 * gone by, and two countries where two are named.
 */
function isDerived(number: Quantity, { claim, quotes, names }: Reading): boolean {
  const { value, kind, end } = number;
  if (kind !== 'cardinal' || !Number.isInteger(value) || value < 1 || value > MAX_COUNTED) {
    return false;
  }
  const around = claim.text.slice(number.start, end + 12);
  const unit = claim.text.slice(number.start, end + 5);
  if (/天|日|[\s-]days?\b/iu.test(unit)) {
    return quotes.some(({ words }) => words.dates.some((date) => daysOf(date) === value));
  }
  if (/年|years?\b/iu.test(claim.text.slice(number.start, end + 6)))
    return quotes.some((quote) => isYearsAgo(value, quote));
  const isCountries = /国|countr|nation|sides?\b|方/iu.test(around);
  return quotes.some(({ words }) => {
    const regions = isCountries ? names.regionsOf(words.text).size : 0;
    if (value === 2 ? regions >= 2 : regions === value) return true;
    return listLengths(words.text).has(value) || listLengths(claim.text).has(value);
  });
}

/** A share that two numbers of the claim or the cited words have to each other: two fifths, 8,000 of 20,000. */
function isRatio({ kind, value }: Quantity, { claim, quotes }: Reading): boolean {
  if (kind !== 'fraction' && kind !== 'percent') return false;
  const share = kind === 'percent' ? value / 100 : value;
  return [claim, ...quotes.map(({ words }) => words)].some(({ quantities }) => {
    const counts = quantities.filter((other) => other.kind === 'cardinal' && other.value > 0);
    return counts.some((part) =>
      counts.some(
        (whole) =>
          part.value < whole.value &&
          Math.abs(part.value / whole.value - share) <= NEAR_FRACTION * share,
      ),
    );
  });
}

function daysOf({ from, to }: DateMention): number | null {
  if (from === null || to === null) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / FULL_DAY) + 1;
}

function isYearsAgo(years: number, { words, article }: QuotedWords): boolean {
  const published = Number(article.publishedAt?.slice(0, 4) ?? Number.NaN);
  const said = words.dates.map(({ from }) => Number(from?.slice(0, 4)));
  return said.some((from) => [published, ...said].some((until) => until - from === years));
}
