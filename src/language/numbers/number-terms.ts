import {
  CHINESE_NUMERAL_CHARACTERS,
  parseChineseNumeral,
  roundToPrecision,
} from './chinese-numerals.ts';

/** What a counting unit multiplies the number before it by. */
const MAGNITUDES = new Map([
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const CHINESE_NUMERAL = new RegExp(`^第?(?<numeral>[${CHINESE_NUMERAL_CHARACTERS}]+)$`, 'u');

const words = (list: string) => list.split(' ');

/**
 * Without "one", which is a pronoun as often, and without "first" and the like, which order rather
 * than count: read as numbers they matched every 1 of a date or a table.
 */
const ENGLISH_NUMBERS = new Map<string, number>([
  ['zero', 0],
  ...words(
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
      'seventeen eighteen nineteen',
  ).map((word, index) => [word, index + 2] as const),
  ...words('twenty thirty forty fifty sixty seventy eighty ninety').map(
    (word, index) => [word, (index + 2) * 10] as const,
  ),
]);

/** The form that equal numbers share: `2400`. */
function numberTerm(value: number): string {
  return String(roundToPrecision(value));
}

/** `2,400` → `2400`, `5.20` → `5.2`; the text itself where it is no number. */
export function digitsTerm(digits: string): string {
  const value = Number(digits.replaceAll(',', ''));
  return Number.isFinite(value) ? numberTerm(value) : digits;
}

/** A number written as a word: `两千四百` → `2400`, `第二十二` and `22nd` → `22`, or null. */
export function numeralTerm(word: string): string | null {
  const numeral = CHINESE_NUMERAL.exec(word)?.groups?.['numeral'];
  if (numeral !== undefined) {
    const value = parseChineseNumeral(numeral);
    return value === null ? null : numberTerm(value);
  }
  const ordinal = /^(?<digits>\d+)(?:st|nd|rd|th)$/u.exec(word)?.groups?.['digits'];
  const value = ordinal === undefined ? ENGLISH_NUMBERS.get(word) : Number(ordinal);
  return value === undefined ? null : numberTerm(value);
}

/**
 * A number with the counting unit that follows it: `1.2` and `亿元` → `120000000`, `2.5` and
 * `million` → `2500000`. Null where no unit follows.
 */
export function scaledTerm(digits: string, following: string): string | null {
  const unit = /^(?:万亿|亿|万)/u.exec(following)?.[0] ?? following;
  const magnitude = MAGNITUDES.get(unit);
  const value = Number(digits.replaceAll(',', ''));
  return magnitude === undefined || !Number.isFinite(value) ? null : numberTerm(value * magnitude);
}
