import { ENGLISH_ONES } from '../numbers/english-number-words.ts';
import {
  calendar,
  calendarRange,
  type DateForm,
  type DateGroups,
  type DatePart,
  type OffsetUnit,
  offsetForm,
  type RelativeField,
} from './date-expression.ts';
import { monthOfName } from './months.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };
const PARTS: Readonly<Record<string, DatePart>> = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  mid: 'middle',
  middle: 'middle',
  late: 'late',
  end: 'late',
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
};

/** For a part of a year that is not named. */
export const THIS_YEAR: RelativeField = { base: 'reference', offset: 0 };
const WEEK_OFFSETS: Readonly<Record<string, number>> = { last: -1, past: -1, this: 0, next: 1 };

export function readNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

export function readMonth(name: string | undefined): number | undefined {
  return name === undefined ? undefined : (monthOfName(name) ?? undefined);
}

export function readMonthWord(word: string | undefined): RelativeField | undefined {
  return word === undefined
    ? undefined
    : { base: 'reference', offset: WEEK_OFFSETS[word.toLowerCase()] ?? 0 };
}

export function readYear(groups: DateGroups): number | RelativeField | undefined {
  const word = groups.yearWord?.toLowerCase();
  if (word === undefined) return readNumber(groups.year);
  if (word.startsWith('that') || word.startsWith('the')) return { base: 'previous', offset: 0 };
  return { base: 'reference', offset: WEEK_OFFSETS[word.split(' ')[0] ?? ''] ?? 0 };
}

export function readPart(groups: DateGroups): DatePart | undefined {
  return PARTS[groups.part?.toLowerCase().split(/\s/)[0] ?? ''];
}

export function readQuarter(groups: DateGroups): DatePart {
  const ordinal = groups.quarterDigit ?? ORDINALS[groups.quarter?.toLowerCase() ?? ''] ?? 1;
  return `quarter-${ordinal}` as DatePart;
}

/** "last July" is the latest July before this month; "this July" is this year's. */
export function readNamedMonth(groups: DateGroups): DateForm | null {
  const word = groups.word?.toLowerCase();
  const named = readMonth(groups.month);
  return word === 'this' ? calendar({ year: THIS_YEAR, month: named }) : calendar({ month: named });
}

export function readRelativeUnit(groups: DateGroups): DateForm {
  const count = WEEK_OFFSETS[groups.word?.toLowerCase() ?? ''] ?? 0;
  return offsetForm('reference', (groups.unit?.toLowerCase() ?? 'week') as OffsetUnit, count);
}

export function readWeekday(groups: DateGroups): DateForm {
  const weekday = WEEKDAYS.indexOf(groups.weekday?.slice(0, 3).toLowerCase() ?? '') + 1;
  const word = groups.word?.toLowerCase();
  return { form: 'weekday', weekday, week: word === undefined ? null : (WEEK_OFFSETS[word] ?? 0) };
}

export function readAgo(groups: DateGroups): DateForm | null {
  const word = groups.count?.toLowerCase() ?? '';
  const count = /^\d/.test(word)
    ? Number(word)
    : word === 'an'
      ? 1
      : Math.max(1, ENGLISH_ONES.indexOf(word));
  const unit = (groups.unit?.toLowerCase() ?? 'day') as OffsetUnit;
  return offsetForm('reference', unit, -count, unit === 'day');
}

/** 2024-25 is two years; 2024-06 is left for the ISO rule. */
export function readShortYearRange(groups: DateGroups): DateForm | null {
  const first = readNumber(groups.year) ?? 0;
  const last = Math.floor(first / 100) * 100 + (readNumber(groups.endYear) ?? 0);
  return last > first && last - first < 20 && last % 100 > 12
    ? calendarRange({ year: first }, { year: last })
    : null;
}
