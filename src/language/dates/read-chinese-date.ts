import { parseChineseNumeral } from '../numbers/chinese-numerals.ts';
import {
  type DateForm,
  type DateGroups,
  type DatePart,
  offsetForm,
  type RelativeField,
  yearsForm,
} from './date-expression.ts';

/** Years told from the reference, or from the date mentioned before. */
export const YEAR_WORDS: Readonly<Record<string, RelativeField>> = {
  大前年: { base: 'reference', offset: -3 },
  前年: { base: 'reference', offset: -2 },
  去年: { base: 'reference', offset: -1 },
  上年: { base: 'reference', offset: -1 },
  今年: { base: 'reference', offset: 0 },
  本年: { base: 'reference', offset: 0 },
  明年: { base: 'reference', offset: 1 },
  后年: { base: 'reference', offset: 2 },
  同年: { base: 'previous', offset: 0 },
  当年: { base: 'previous', offset: 0 },
  次年: { base: 'previous', offset: 1 },
  翌年: { base: 'previous', offset: 1 },
};
/** Months told likewise. */
export const MONTH_WORDS: Readonly<Record<string, RelativeField>> = {
  上个月: { base: 'reference', offset: -1 },
  上月: { base: 'reference', offset: -1 },
  这个月: { base: 'reference', offset: 0 },
  本月: { base: 'reference', offset: 0 },
  下个月: { base: 'reference', offset: 1 },
  下月: { base: 'reference', offset: 1 },
  当月: { base: 'previous', offset: 0 },
  同月: { base: 'previous', offset: 0 },
};
/** Days told from the reference, as days to add. */
export const DAY_WORDS: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  今早: 0,
  今晨: 0,
  明天: 1,
  明日: 1,
  明晚: 1,
  后天: 2,
};
const PARTS: Readonly<Record<string, DatePart>> = {
  初: 'early',
  上旬: 'early',
  中: 'middle',
  中旬: 'middle',
  下旬: 'late',
  底: 'late',
  末: 'late',
  上半年: 'first-half',
  下半年: 'second-half',
  春: 'spring',
  夏: 'summer',
  秋: 'autumn',
  冬: 'winter',
};

export function readChineseNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return parseChineseNumeral(text.replace('廿', '二十')) ?? undefined;
}

export function readChineseYear(groups: DateGroups): number | RelativeField | undefined {
  return groups.yearWord === undefined
    ? readChineseNumber(groups.year)
    : YEAR_WORDS[groups.yearWord];
}

export function readChinesePart(groups: DateGroups): DatePart | undefined {
  const quarter = readChineseNumber(groups.quarter);
  if (quarter !== undefined) return `quarter-${quarter}` as DatePart;
  return PARTS[groups.part ?? groups.yearPart ?? ''];
}

export function readChineseWeek(groups: DateGroups): DateForm {
  const word = groups.word;
  const week =
    word === undefined
      ? null
      : word.startsWith('上上')
        ? -2
        : word.startsWith('上')
          ? -1
          : word.startsWith('下')
            ? 1
            : 0;
  const day = groups.weekday;
  if (day === undefined) return offsetForm('reference', 'week', week ?? 0);
  if (day === '末') return offsetForm('reference', 'weekend', week ?? 0);
  return { form: 'weekday', weekday: day === '天' ? 7 : '一二三四五六日'.indexOf(day) + 1, week };
}

export function readChineseAgo(groups: DateGroups): DateForm | null {
  const unit = groups.unit ?? '';
  if (groups.count === '半')
    return unit === '年' ? offsetForm('reference', 'month', -6, false) : null;
  const count = readChineseNumber(groups.count);
  if (count === undefined) return null;
  if (unit === '年') return offsetForm('reference', 'year', -count, false);
  if (unit === '个月') return offsetForm('reference', 'month', -count, false);
  if (unit === '天' || unit === '日') return offsetForm('reference', 'day', -count);
  return offsetForm('reference', 'week', -count, false);
}

/** First year of the century a word names; 上世纪 is read from the 2000s, where news is written. */
function centuryStart(groups: DateGroups): number | null {
  const word = groups.centuryWord;
  if (word === undefined) return null;
  if (word.startsWith('上')) return 1900;
  if (word === '本世纪') return 2000;
  const ordinal = readChineseNumber(groups.century);
  return ordinal === undefined || ordinal < 1 || ordinal > 21 ? null : (ordinal - 1) * 100;
}

export function readChineseDecade(groups: DateGroups): DateForm | null {
  const start = centuryStart(groups);
  const tens = readChineseNumber(groups.decade);
  if (tens === undefined || (start === null && groups.centuryWord !== undefined)) return null;
  return yearsForm((start ?? 1900) + tens, 10, 'decade', start !== null);
}

export function readChineseCentury(groups: DateGroups): DateForm | null {
  const start = centuryStart(groups);
  return start === null ? null : yearsForm(start + 1, 100, 'century', true);
}
