import type { NumberReading } from '../../core/sentence.ts';
import { roundToPrecision } from './chinese-numerals.ts';
import type { NumberRule } from './numbers.ts';

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  m: 1e6,
  b: 1e9,
};
const ORDINAL_ONES: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
};
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  HK$: 'HKD',
};
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  yuan: 'CNY',
  rmb: 'CNY',
  renminbi: 'CNY',
  euro: 'EUR',
  pound: 'GBP',
  yen: 'JPY',
  rouble: 'RUB',
  ruble: 'RUB',
  rupee: 'INR',
  won: 'KRW',
};
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

const NOT_IN_NAME = '(?<![A-Za-z\\d.]|[A-Za-z]-|\\d,)';
const DIGITS = '[+-]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const SCALE = '(?:hundred|thousand|million|billion|trillion)';
const WORD = `(?:${[...ONES, ...TENS].sort((a, b) => b.length - a.length).join('|')})`;
/**
 * twenty-two, two hundred and five, three million. So many words at most: from each word of a
 * longer row the rest of it would be read.
 */
const MOST_WORDS = 12;
const WORDS = `(?:${WORD}|an?(?=\\s+${SCALE}))(?:[\\s-]+(?:and\\s+)?(?:${WORD}|${SCALE})){0,${MOST_WORDS - 1}}|(?:an?\\s)?(?:dozen)`;
const ORDINAL_WORD = `(?:(?:${TENS.join('|')})-)?(?:${Object.keys(ORDINAL_ONES)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const MONEY_WORD = `(?:US\\s+|U\\.S\\.\\s+|Chinese\\s+)?(${Object.keys(CURRENCY_WORDS).join('|')})s?\\b`;

/** How English writes numbers, most specific first. */
export const ENGLISH_NUMBER_RULES: readonly NumberRule[] = [
  rule(`(US\\$|HK\\$|[$€£¥￥])\\s?(${DIGITS})(?:[\\s-]?(${SCALE}|mn|bn|[mb])\\b)?`, (m) =>
    scaled(m[2], m[3], 'money', CURRENCY_SIGNS[(m[1] ?? '').toUpperCase()] ?? null),
  ),
  rule(`${NOT_IN_NAME}(${DIGITS})(?:\\s?(${SCALE}|mn|bn))?[\\s-]${MONEY_WORD}`, (m) =>
    scaled(m[1], m[2], 'money', CURRENCY_WORDS[(m[3] ?? '').toLowerCase()] ?? null),
  ),
  rule(`\\b(${WORDS})[\\s-]${MONEY_WORD}`, (m) =>
    inWords(m[1], 'money', CURRENCY_WORDS[(m[2] ?? '').toLowerCase()] ?? null),
  ),
  rule(`${NOT_IN_NAME}(${DIGITS})[\\s-]?percentage[\\s-]points?`, (m) =>
    scaled(m[1], undefined, 'percentage-points', '%'),
  ),
  rule(`${NOT_IN_NAME}(${DIGITS})[\\s-]?(?:percent|per\\s?cent|pct)\\b`, (m) =>
    scaled(m[1], undefined, 'percent', '%'),
  ),
  rule(`\\b(${WORDS})[\\s-](?:percent|per\\s?cent)\\b`, (m) => inWords(m[1], 'percent', '%')),
  rule(
    `\\b(an?|one|two|three|four|five|seven)[\\s-](third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?=\\s+of|[.,;]|$)`,
    wordFraction,
  ),
  rule('\\b(?:(?:one|a)[\\s-])?half(?=\\s+(?:of|the|its|their|all)\\b)', () => ({
    value: 0.5,
    kind: 'fraction',
    unit: null,
  })),
  rule(`${NOT_IN_NAME}(\\d{1,4})(?:st|nd|rd|th)\\b`, (m) =>
    scaled(m[1], undefined, 'ordinal', null),
  ),
  rule(`\\b(${ORDINAL_WORD})\\b(?!\\s+(?:half|quarter)\\b)`, ordinalInWords),
  rule(`${NOT_IN_NAME}(${DIGITS})(?:[\\s-](${SCALE})\\b)?(?:-?fold|\\s+times)\\b`, (m) =>
    scaled(m[1], m[2], 'multiple', '倍'),
  ),
  rule(`${NOT_IN_NAME}(${DIGITS})(?:[\\s-]?(${SCALE}|mn|bn)\\b)?(?![\\d]|[A-Za-z]*\\d)`, (m) =>
    scaled(m[1], m[2], 'cardinal', null),
  ),
  rule(`\\b(${WORDS})\\b`, (m) =>
    /^one$/i.test(m[1] ?? '') ? null : inWords(m[1], 'cardinal', null),
  ),
];

function rule(pattern: string, read: NumberRule['read']): NumberRule {
  return { pattern: new RegExp(pattern, 'giu'), read };
}

function scaled(
  digits: string | undefined,
  scale: string | undefined,
  kind: NumberReading['kind'],
  unit: string | null,
): NumberReading {
  const value = Number((digits ?? '').replaceAll(',', ''));
  return { value: roundToPrecision(value * (SCALES[scale?.toLowerCase() ?? ''] ?? 1)), kind, unit };
}

function inWords(
  words: string | undefined,
  kind: NumberReading['kind'],
  unit: string | null,
): NumberReading | null {
  const value = parseEnglishNumeral(words ?? '');
  return value === null ? null : { value, kind, unit };
}

/** Value of a number in English words (`two hundred and five` → 205), or null. */
export function parseEnglishNumeral(text: string): number | null {
  let total = 0;
  let section = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const ones = ONES.indexOf(word);
    const tens = TENS.indexOf(word);
    const scale = SCALES[word];
    if (ones >= 0) section += ones;
    else if (tens >= 0) section += (tens + 2) * 10;
    else if (word === 'a' || word === 'an') section = 0;
    else if (word === 'dozen') section = (section || 1) * 12;
    else if (scale === 100) section = (section || 1) * 100;
    else if (scale !== undefined) {
      total += (section || 1) * scale;
      section = 0;
    } else if (word !== 'and') return null;
  }
  return total + section;
}

function ordinalInWords(match: RegExpMatchArray): NumberReading | null {
  const [last, tens] = (match[1] ?? '').toLowerCase().split('-').reverse();
  const value = (ORDINAL_ONES[last ?? ''] ?? 0) + (tens ? (TENS.indexOf(tens) + 2) * 10 : 0);
  return value === 0 ? null : { value, kind: 'ordinal', unit: null };
}

function wordFraction(match: RegExpMatchArray): NumberReading | null {
  const denominator = PARTS[match[2]?.toLowerCase() ?? ''];
  const numerator = parseEnglishNumeral(match[1] ?? '') || 1;
  return denominator === undefined
    ? null
    : { value: numerator / denominator, kind: 'fraction', unit: null };
}
