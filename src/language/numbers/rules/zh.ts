import type { NumberReading } from '../../../core/sentence.ts';
import {
  CHINESE_NUMERAL_CHARACTERS,
  parseChineseNumeral,
  roundToPrecision,
} from '../chinese-numerals.ts';
import { type NumberRule, numberRule } from '../number-rule.ts';
import { MEASURE_WORDS, MEASURE_WORDS_OF_LONE_DIGIT } from '../units.ts';

const HAN_DIGITS = '〇零一二两三四五六七八九十百千万亿';
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
/** Not part of a name such as G20, F-35 or RTX4090. */
const NOT_IN_NAME = '(?<![A-Za-z\\d.]|[A-Za-z]-|\\d,)';
/** The English rules read `22nd`, `$5` and `1.2 billion`. */
const NOT_ENGLISH = '(?<!\\p{Sc}\\s?)';
const ENGLISH_UNIT =
  '(?:st|nd|rd|th|bn|mn)\\b|[\\s-]?(?:percent|per\\s?cent|pct|hundred|thousand|million|billion|trillion|fold|times)\\b|[\\s-](?:US |U\\.S\\. |Chinese )?(?:dollar|yuan|rmb|renminbi|euro|pound|yen|rou?ble|rupee|won)';
/** 万, 亿2000万 behind digits. Bounded, so that a text of nothing else is not read from each start. */
const SCALES = '\\s?[万亿千百]{1,8}(?:\\d+(?:[万千]\\d+){0,4}[万千]?)?';
/** A run of Chinese digits from its start: from the middle it is another number. */
const HAN_NUMBER = `(?<![${HAN_DIGITS}])[${HAN_DIGITS}]+`;
/** 3.5万, 1亿2000万, 2,400, 两千四百 */
const NUMERAL = `(?:(?:${DIGITS})(?:${SCALES})?|${HAN_NUMBER}(?:点[〇零一二三四五六七八九]+[万亿]{0,4})?)`;
const MEASURE = MEASURE_WORDS.join('|');
const MEASURE_OF_LONE_DIGIT = MEASURE_WORDS_OF_LONE_DIGIT.join('|');
const CURRENCIES: Readonly<Record<string, string>> = {
  美元: 'USD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  港元: 'HKD',
  港币: 'HKD',
  卢布: 'RUB',
  韩元: 'KRW',
  卢比: 'INR',
  人民币: 'CNY',
  元: 'CNY',
  块: 'CNY',
};
const CURRENCY = Object.keys(CURRENCIES).join('|');
/** Idioms and words that only look like numerals. */
const NOT_A_NUMBER = /^(?:万一|千万|万千|万万|一一|十分|百万|千百|百十|零零|万亿|十万|亿万)$/;

/** How Chinese writes numbers, most specific first. */
export const CHINESE_NUMBER_RULES: readonly NumberRule[] = [
  numberRule({
    id: 'zh-percentage-points',
    pattern: `${NOT_IN_NAME}([+-]?(?:${DIGITS}))\\s?个百分点`,
    read: (m) => plain(m[1], 'percentage-points', '%'),
    examples: [['0.5个百分点', '0.5 percentage-points %']],
    not: ['5%', '0.5个'],
  }),
  numberRule({
    id: 'zh-percent-in-words',
    pattern: `百分之([${HAN_DIGITS}]+(?:点[〇零一二三四五六七八九]+)?|\\d+(?:\\.\\d+)?)`,
    read: (m) => plain(m[1], 'percent', '%'),
    examples: [
      ['百分之二十', '20 percent %'],
      ['百分之3.5', '3.5 percent %'],
    ],
    not: ['分之二十', '百分点'],
  }),
  numberRule({
    id: 'zh-permille-in-words',
    pattern: `千分之([${HAN_DIGITS}]+|\\d+(?:\\.\\d+)?)`,
    read: (m) => scaled(plain(m[1], 'percent', '%'), 0.1),
    examples: [['千分之三', '0.3 percent %']],
    not: ['百分之三'],
  }),
  numberRule({
    id: 'zh-permille',
    pattern: `${NOT_IN_NAME}([+-]?(?:${DIGITS}))\\s?‰`,
    read: (m) => scaled(plain(m[1], 'percent', '%'), 0.1),
    examples: [['3‰', '0.3 percent %']],
    not: ['3%'],
  }),
  numberRule({
    id: 'zh-percent',
    pattern: `${NOT_IN_NAME}([+-]?(?:${DIGITS}))\\s?%`,
    read: (m) => plain(m[1], 'percent', '%'),
    examples: [
      ['5.2%', '5.2 percent %'],
      ['-3 %', '-3 percent %'],
    ],
    not: ['G5%', '5‰'],
  }),
  numberRule({
    id: 'zh-fraction',
    pattern: `(${HAN_NUMBER}|(?<!\\d)\\d+)分之([${HAN_DIGITS}]+|\\d+)`,
    read: fraction,
    examples: [
      ['三分之一', '0.3333333333333333 fraction'],
      ['5分之2', '0.4 fraction'],
    ],
    not: ['三分一', '部分之一'],
  }),
  numberRule({
    id: 'zh-tenths',
    pattern: '([一二三四五六七八九]|\\d)成([一二三四五六七八九])?(?=[，,。、；以多左的]|$)',
    read: tenths,
    examples: [
      ['三成五', '35 percent %'],
      ['7成以上', '70 percent %'],
    ],
    not: ['三成交', '成都'],
  }),
  numberRule({
    id: 'zh-half',
    pattern: '一半|半数',
    read: () => ({ value: 0.5, kind: 'fraction', unit: null }),
    examples: [
      ['一半', '0.5 fraction'],
      ['半数', '0.5 fraction'],
    ],
    not: ['半个'],
  }),
  numberRule({
    id: 'zh-ordinal',
    pattern: `第\\s?([${HAN_DIGITS}]{1,8}|\\d{1,4})(?!\\s?[${CHINESE_NUMERAL_CHARACTERS}\\d])(?:\\s?(${MEASURE}))?`,
    read: (m) => plain(m[1], 'ordinal', m[2] ?? null),
    examples: [
      ['第二十二次', '22 ordinal 次'],
      ['第4届', '4 ordinal 届'],
      ['第 3', '3 ordinal'],
    ],
    not: ['二十二次', '第几次'],
  }),
  numberRule({
    id: 'zh-first',
    pattern: '首(?=[次位个届批家项艘架部条座支款例席场轮季])(?!位访)',
    read: () => ({
      value: 1,
      kind: 'ordinal',
      unit: null,
    }),
    examples: [
      ['首次', '1 ordinal'],
      ['首批', '1 ordinal'],
    ],
    not: ['首都', '首位访问'],
  }),
  numberRule({
    id: 'zh-money',
    pattern: `${NOT_IN_NAME}(${NUMERAL})\\s?(?:多|余)?([万亿]{0,4})\\s?(${CURRENCY})(?!首|旦|宵|素|件|老|月)`,
    read: (m) =>
      isCounted(m[1]) ? plain(`${m[1]}${m[2]}`, 'money', CURRENCIES[m[3] ?? ''] ?? null) : null,
    examples: [
      ['472.58亿元', '47258000000 money CNY'],
      ['5美元', '5 money USD'],
      ['三百多万元', '3000000 money CNY'],
    ],
    not: ['万元', '3元宵'],
  }),
  numberRule({
    id: 'zh-multiple',
    pattern: `${NOT_IN_NAME}(${NUMERAL})\\s?(?:多|余)?倍`,
    read: (m) => plain(m[1], 'multiple', '倍'),
    examples: [
      ['3倍', '3 multiple 倍'],
      ['十余倍', '10 multiple 倍'],
    ],
    not: ['加倍', '3 times'],
  }),
  numberRule({
    id: 'zh-digits',
    pattern: `${NOT_ENGLISH}${NOT_IN_NAME}((?:${DIGITS})(?:${SCALES})?)(?:\\s?[多余来])?([万亿])?(?:\\s?(${MEASURE}))?(?![.,]?\\d|[A-Za-z]+\\d|${ENGLISH_UNIT})`,
    read: (m) => plain(`${m[1]}${m[2] ?? ''}`, 'cardinal', m[3] ?? null),
    examples: [
      ['2400多名', '2400 cardinal 名'],
      ['12 个', '12 cardinal 个'],
      ['1亿2000万', '120000000 cardinal'],
      ['3.5万', '35000 cardinal'],
    ],
    not: ['G20', '22nd', '$5', '1.2 billion'],
  }),
  numberRule({
    id: 'zh-numeral',
    pattern: `(?<![${HAN_DIGITS}第])([${HAN_DIGITS}]{2,}(?:点[〇零一二三四五六七八九]+[万亿]*)?)(?:多|余|来)?([万亿])?(${MEASURE})?`,
    read: (m) =>
      NOT_A_NUMBER.test(m[1] ?? '') && m[3] === undefined
        ? null
        : plain(`${m[1]}${m[2] ?? ''}`, 'cardinal', m[3] ?? null),
    examples: [
      ['两千四百名', '2400 cardinal 名'],
      ['二十二', '22 cardinal'],
    ],
    not: ['十分', '第二十二'],
  }),
  numberRule({
    id: 'zh-lone-numeral',
    pattern: `(?<![${HAN_DIGITS}第数几])([二两三四五六七八九十])(?:多|余)?(${MEASURE_OF_LONE_DIGIT})(?!方面军|夫)`,
    read: (m) => plain(m[1], 'cardinal', m[2] ?? null),
    examples: [
      ['三天', '3 cardinal 天'],
      ['六国', '6 cardinal 国'],
      ['两个', '2 cardinal 个'],
    ],
    not: ['第三天', '数十人', '一天'],
  }),
];

function plain(
  numeral: string | undefined,
  kind: NumberReading['kind'],
  unit: string | null,
): NumberReading | null {
  const value = parseChineseNumeral((numeral ?? '').replace(/[,\s+]/g, '').replace(/^-/, ''));
  if (value === null) return null;
  return { value: numeral?.startsWith('-') ? -value : value, kind, unit };
}

function scaled(reading: NumberReading | null, factor: number): NumberReading | null {
  return reading && { ...reading, value: roundToPrecision(reading.value * factor) };
}

function fraction(match: RegExpMatchArray): NumberReading | null {
  const denominator = parseChineseNumeral(match[1] ?? '');
  const numerator = parseChineseNumeral(match[2] ?? '');
  if (!denominator || numerator === null) return null;
  return { value: numerator / denominator, kind: 'fraction', unit: null };
}

/** 三成五 is 35 %. */
function tenths(match: RegExpMatchArray): NumberReading | null {
  const tens = parseChineseNumeral(match[1] ?? '');
  const ones = match[2] === undefined ? 0 : parseChineseNumeral(match[2]);
  if (tens === null || ones === null) return null;
  return { value: tens * 10 + ones, kind: 'percent', unit: '%' };
}

/** A lone 万 or 亿 before 元 counts nothing. */
function isCounted(numeral: string | undefined): boolean {
  return numeral !== undefined && /[\d〇零一二两三四五六七八九十]/.test(numeral);
}
