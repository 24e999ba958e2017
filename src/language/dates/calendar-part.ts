import type { DateGranularity } from '../../core/sentence.ts';
import {
  addDays,
  addMonths,
  type DayRange,
  type IsoDay,
  isCalendarDay,
  isoDay,
  monthOf,
  monthRange,
  monthsRange,
  weekOf,
  yearOf,
  yearRange,
} from './calendar.ts';
import type { DatePart, OffsetUnit } from './date-expression.ts';

/** Days that a written date covers. */
export interface CalendarPart extends DayRange {
  readonly granularity: DateGranularity;
  readonly certain: boolean;
}

/** Days of a month, of one day of it or of a part; null where the month has no such day. */
export function daysOf(
  year: number,
  month: number,
  day: number | undefined,
  part?: DatePart,
): CalendarPart | null {
  if (day !== undefined) {
    if (!isCalendarDay(year, month, day)) return null;
    const date = isoDay(year, month, day);
    return { from: date, to: date, granularity: 'day', certain: true };
  }
  const whole = monthRange(year, month);
  switch (part) {
    case 'early':
      return { from: whole.from, to: isoDay(year, month, 10), granularity: 'range', certain: true };
    case 'middle':
      return {
        from: isoDay(year, month, 11),
        to: isoDay(year, month, 20),
        granularity: 'range',
        certain: true,
      };
    case 'late':
      return { from: isoDay(year, month, 21), to: whole.to, granularity: 'range', certain: true };
    default:
      return { ...whole, granularity: 'month', certain: true };
  }
}

const MONTHS_OF_PART: Readonly<Record<DatePart, readonly [number, number, DateGranularity]>> = {
  early: [1, 3, 'range'],
  middle: [5, 8, 'range'],
  late: [10, 12, 'range'],
  'first-half': [1, 6, 'half-year'],
  'second-half': [7, 12, 'half-year'],
  'quarter-1': [1, 3, 'quarter'],
  'quarter-2': [4, 6, 'quarter'],
  'quarter-3': [7, 9, 'quarter'],
  'quarter-4': [10, 12, 'quarter'],
  spring: [3, 5, 'range'],
  summer: [6, 8, 'range'],
  autumn: [9, 11, 'range'],
  winter: [12, 12, 'range'],
};

/** Days of a year or of a part of it. */
export function partOfYear(year: number, part: DatePart | undefined): CalendarPart {
  if (part === undefined) return { ...yearRange(year), granularity: 'year', certain: true };
  const [first, last, granularity] = MONTHS_OF_PART[part];
  // Where "early 2024" and "summer" end is anyone's guess; quarters and halves are not.
  return { ...monthsRange(year, first, last), granularity, certain: granularity !== 'range' };
}

/** The day, week, month, quarter or year that lies some of them from a base. */
export function unitRange(
  base: IsoDay,
  unit: OffsetUnit,
  offset: number,
): DayRange & { granularity: DateGranularity } {
  switch (unit) {
    case 'day': {
      const day = addDays(base, offset);
      return { from: day, to: day, granularity: 'day' };
    }
    case 'week':
      return { ...weekOf(addDays(base, 7 * offset)), granularity: 'week' };
    case 'weekend': {
      const { from, to } = weekOf(addDays(base, 7 * offset));
      return { from: addDays(from, 5), to, granularity: 'range' };
    }
    case 'month': {
      const month = addMonths(base, offset);
      return { ...monthRange(yearOf(month), monthOf(month)), granularity: 'month' };
    }
    case 'quarter': {
      const month = addMonths(base, 3 * offset);
      const first = Math.floor((monthOf(month) - 1) / 3) * 3 + 1;
      return { ...monthsRange(yearOf(month), first, first + 2), granularity: 'quarter' };
    }
    case 'year':
      return { ...yearRange(yearOf(base) + offset), granularity: 'year' };
  }
}
