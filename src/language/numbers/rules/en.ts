import type { NumberReading } from '../../../core/sentence.ts';
import { roundToPrecision } from '../chinese-numerals.ts';
import { ENGLISH_ONES } from '../english-number-words.ts';
import { type NumberRule, numberRule } from '../number-rule.ts';

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
const WORD = `(?:${[...ENGLISH_ONES, ...TENS].sort((a, b) => b.length - a.length).join('|')})`;
/**
 * twenty-two, two hundred and five, three million. So many words at most: from each word of a
 * longer row the rest of it would be read.
 */
const MAX_WORDS = 12;
const WORDS = `(?:${WORD}|an?(?=\\s+${SCALE}))(?:[\\s-]+(?:and\\s+)?(?:${WORD}|${SCALE})){0,${MAX_WORDS - 1}}|(?:an?\\s)?(?:dozen)`;
const ORDINAL_WORD = `(?:(?:${TENS.join('|')})-)?(?:${Object.keys(ORDINAL_ONES)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const MONEY_WORD = `(?:US\\s+|U\\.S\\.\\s+|Chinese\\s+)?(${Object.keys(CURRENCY_WORDS).join('|')})s?\\b`;

/** How English writes numbers, most specific first. */
export const ENGLISH_NUMBER_RULES: readonly NumberRule[] = [
  numberRule({
    id: 'en-money-sign',
    pattern: `(US\\$|HK\\$|[$€£¥￥])\\s?(${DIGITS})(?:[\\s-]?(${SCALE}|mn|bn|[mb])\\b)?`,
    read: (m) => scaled(m[2], m[3], 'money', CURRENCY_SIGNS[(m[1] ?? '').toUpperCase()] ?? null),
    examples: [
      ['$5.2 billion', '5200000000 money USD'],
      ['US$300', '300 money USD'],
      ['€40', '40 money EUR'],
    ],
    not: ['5 dollars', 'dollars'],
  }),
  numberRule({
    id: 'en-money-word',
    pattern: `${NOT_IN_NAME}(${DIGITS})(?:\\s?(${SCALE}|mn|bn))?[\\s-]${MONEY_WORD}`,
    read: (m) => scaled(m[1], m[2], 'money', CURRENCY_WORDS[(m[3] ?? '').toLowerCase()] ?? null),
    examples: [
      ['50 million dollars', '50000000 money USD'],
      ['20 US dollars', '20 money USD'],
      ['3 yuan', '3 money CNY'],
    ],
    not: ['G20 dollars', 'dollars'],
  }),
  numberRule({
    id: 'en-money-in-words',
    pattern: `\\b(${WORDS})[\\s-]${MONEY_WORD}`,
    read: (m) => inWords(m[1], 'money', CURRENCY_WORDS[(m[2] ?? '').toLowerCase()] ?? null),
    examples: [['two million dollars', '2000000 money USD']],
    not: ['dollars', 'two men'],
  }),
  numberRule({
    id: 'en-percentage-points',
    pattern: `${NOT_IN_NAME}(${DIGITS})[\\s-]?percentage[\\s-]points?`,
    read: (m) => scaled(m[1], undefined, 'percentage-points', '%'),
    examples: [['0.5 percentage points', '0.5 percentage-points %']],
    not: ['5 percent'],
  }),
  numberRule({
    id: 'en-percent',
    pattern: `${NOT_IN_NAME}(${DIGITS})[\\s-]?(?:percent|per\\s?cent|pct)\\b`,
    read: (m) => scaled(m[1], undefined, 'percent', '%'),
    examples: [
      ['5.2 percent', '5.2 percent %'],
      ['3 per cent', '3 percent %'],
    ],
    not: ['5 points', '5%'],
  }),
  numberRule({
    id: 'en-percent-in-words',
    pattern: `\\b(${WORDS})[\\s-](?:percent|per\\s?cent)\\b`,
    read: (m) => inWords(m[1], 'percent', '%'),
    examples: [['twenty percent', '20 percent %']],
    not: ['percent', 'twenty points'],
  }),
  numberRule({
    id: 'en-fraction',
    pattern: `\\b(an?|one|two|three|four|five|seven)[\\s-](third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?=\\s+of|[.,;]|$)`,
    read: wordFraction,
    examples: [
      ['two thirds of', '0.6666666666666666 fraction'],
      ['a quarter of', '0.25 fraction'],
    ],
    not: ['a quarter final', 'thirds'],
  }),
  numberRule({
    id: 'en-half',
    pattern: '\\b(?:(?:one|a)[\\s-])?half(?=\\s+(?:of|the|its|their|all)\\b)',
    read: () => ({
      value: 0.5,
      kind: 'fraction',
      unit: null,
    }),
    examples: [
      ['half of', '0.5 fraction'],
      ['one half of', '0.5 fraction'],
    ],
    not: ['the first half', 'halfway'],
  }),
  numberRule({
    id: 'en-ordinal',
    pattern: `${NOT_IN_NAME}(\\d{1,4})(?:st|nd|rd|th)\\b`,
    read: (m) => scaled(m[1], undefined, 'ordinal', null),
    examples: [
      ['22nd', '22 ordinal'],
      ['4th', '4 ordinal'],
    ],
    not: ['22 nations', 'G20th'],
  }),
  numberRule({
    id: 'en-ordinal-in-words',
    pattern: `\\b(${ORDINAL_WORD})\\b(?!\\s+(?:half|quarter)\\b)`,
    read: ordinalInWords,
    examples: [
      ['first', '1 ordinal'],
      ['twenty-first', '21 ordinal'],
    ],
    not: ['first half', 'firsthand'],
  }),
  numberRule({
    id: 'en-multiple',
    pattern: `${NOT_IN_NAME}(${DIGITS})(?:[\\s-](${SCALE})\\b)?(?:-?fold|\\s+times)\\b`,
    read: (m) => scaled(m[1], m[2], 'multiple', '倍'),
    examples: [
      ['3 times', '3 multiple 倍'],
      ['10-fold', '10 multiple 倍'],
    ],
    not: ['3 timesheets', 'times'],
  }),
  numberRule({
    id: 'en-digits',
    pattern: `${NOT_IN_NAME}(${DIGITS})(?:[\\s-]?(${SCALE}|mn|bn)\\b)?(?![\\d]|[A-Za-z]*\\d)`,
    read: (m) => scaled(m[1], m[2], 'cardinal', null),
    examples: [
      ['2,400', '2400 cardinal'],
      ['1.2 billion', '1200000000 cardinal'],
      ['35', '35 cardinal'],
    ],
    not: ['G20', 'F-35', 'RTX4090'],
  }),
  numberRule({
    id: 'en-words',
    pattern: `\\b(${WORDS})\\b`,
    read: (m) => (/^one$/i.test(m[1] ?? '') ? null : inWords(m[1], 'cardinal', null)),
    examples: [
      ['two hundred and five', '205 cardinal'],
      ['a dozen', '12 cardinal'],
      ['twenty-two', '22 cardinal'],
    ],
    not: ['one', 'tone'],
  }),
];

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
    const ones = ENGLISH_ONES.indexOf(word);
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
