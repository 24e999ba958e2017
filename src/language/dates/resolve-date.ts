import type { DateBasis, DateGranularity } from '../../core/sentence.ts';
import {
  addDays,
  addMonths,
  type DayRange,
  dayOfMonth,
  daysBetween,
  type IsoDay,
  isCalendarDay,
  isoDay,
  monthOf,
  weekdayOf,
  weekOf,
  yearOf,
  yearRange,
} from './calendar.ts';
import { type CalendarPart, daysOf, partOfYear, unitRange } from './calendar-part.ts';
import type {
  CalendarFields,
  DateForm,
  DatePart,
  OffsetUnit,
  RelativeField,
} from './date-expression.ts';

export interface ResolvedDate extends DayRange {
  readonly granularity: DateGranularity;
  readonly basis: DateBasis;
  /** False where the text leaves another reading open. */
  readonly certain: boolean;
}

/** A date mentioned earlier in the text, and how many sentences ago. */
export interface EarlierDate extends DayRange {
  readonly granularity: DateGranularity;
  readonly sentencesAgo: number;
}

/** What surrounds an expression. */
export interface DateContext {
  readonly reference: IsoDay | null;
  /** The day that 当天 means where the text mentions none: the reference, or the day before it. */
  readonly reportedDay: IsoDay | null;
  readonly previous: EarlierDate | null;
  readonly previousDay: EarlierDate | null;
  /**
   * How the words around it lean: a date after the reference is chosen when its distance, times
   * this, is less than that of the one before. Below 1 for 将于 and "scheduled".
   */
  readonly futureCost: number;
}

/** 当天 looks no further back than this many sentences. */
const SAME_DAY_REACH = 2;

/** Days that an expression means, or null when its context does not tell. */
export function resolveDate(form: DateForm, context: DateContext): ResolvedDate | null {
  switch (form.form) {
    case 'calendar':
      return resolveFields(form.fields, context);
    case 'range':
      return resolveRange(form.first, form.last, context);
    case 'offset':
      return form.base === 'previous'
        ? resolveFromPrevious(form.unit, form.offset, context)
        : resolveFromReference(form.unit, form.offset, form.exact, context);
    case 'weekday':
      return resolveWeekday(form.weekday, form.week, context);
    case 'years':
      return {
        ...yearRange(form.first, form.last),
        granularity: form.granularity,
        basis: 'written',
        certain: form.certain,
      };
    case 'vague':
      return null;
  }
}

function resolveFields(fields: CalendarFields, context: DateContext): ResolvedDate | null {
  const { month, day, part } = fields;
  if (fields.year !== undefined) {
    const year = resolveYear(fields.year, context);
    if (year === null) return null;
    const basis = basisOf(fields.year);
    if (typeof month !== 'number') return resolved(partOfYear(year, part), basis);
    const range = daysOf(year, month, day, part);
    return range === null ? null : resolved(range, basis);
  }
  if (typeof month === 'object') return resolveRelativeMonth(month, day, part, context);
  if (month !== undefined) return resolveYearless(month, day, part, context);
  return day === undefined ? null : resolveBareDay(day, context);
}

function resolved(part: CalendarPart, basis: DateBasis): ResolvedDate {
  const { from, to, granularity, certain } = part;
  return { from, to, granularity, basis, certain };
}

function basisOf(year: number | RelativeField): DateBasis {
  if (typeof year === 'number') return 'written';
  return year.base === 'reference' ? 'reference-date' : 'previous-date';
}

function resolveYear(year: number | RelativeField, context: DateContext): number | null {
  if (typeof year === 'number') return year;
  const base =
    year.base === 'previous' ? (context.previous?.from ?? context.reference) : context.reference;
  return base === null ? null : yearOf(base) + year.offset;
}

function resolveRelativeMonth(
  month: RelativeField,
  day: number | undefined,
  part: DatePart | undefined,
  context: DateContext,
): ResolvedDate | null {
  const base =
    month.base === 'previous' ? (context.previous?.from ?? context.reference) : context.reference;
  if (base === null) return null;
  const target = addMonths(base, month.offset);
  const days = daysOf(yearOf(target), monthOf(target), day, part);
  return days === null ? null : resolved(days, basisOf(month));
}

/** 6月26日 or 6月: the year comes from the date before it in the sentence, else the reference. */
function resolveYearless(
  month: number,
  day: number | undefined,
  part: DatePart | undefined,
  context: DateContext,
): ResolvedDate | null {
  const { previous, reference } = context;
  if (previous !== null && (reference === null || leadsElsewhere(previous, reference))) {
    const year = yearOf(previous.from) + (month < monthOf(previous.from) ? 1 : 0);
    const days = daysOf(year, month, day, part);
    return days === null ? null : { ...resolved(days, 'previous-date'), certain: false };
  }
  if (reference === null) return null;
  const year = yearOf(reference);
  const past = firstDays(year, -1, month, day, part, ({ from }) => from <= reference);
  const future = firstDays(year, 1, month, day, part, ({ from }) => from > reference);
  const candidates = [past, future].filter((candidate) => candidate !== null);
  return nearest(candidates, reference, context.futureCost);
}

/** Eight years reach the next leap year, even across 1900. */
const MAX_YEARS_AWAY = 8;

/** Days of the first year, going forth or back from one, in which they exist and are wanted. */
function firstDays(
  year: number,
  step: 1 | -1,
  month: number,
  day: number | undefined,
  part: DatePart | undefined,
  isWanted: (days: CalendarPart) => boolean,
): CalendarPart | null {
  for (let away = 0; away <= MAX_YEARS_AWAY; away++) {
    const days = daysOf(year + step * away, month, day, part);
    if (days !== null && isWanted(days)) return days;
  }
  return null;
}

/** Whether the sentence has just told a day or month of another year. */
function leadsElsewhere(previous: EarlierDate, reference: IsoDay): boolean {
  return (
    previous.sentencesAgo === 0 &&
    ['day', 'month', 'range'].includes(previous.granularity) &&
    yearOf(previous.from) !== yearOf(reference)
  );
}

/** 26日: the month of a date just mentioned, else the one that brings it nearest the reference. */
function resolveBareDay(day: number, context: DateContext): ResolvedDate | null {
  const { previous, reference } = context;
  if (previous !== null && ['day', 'month', 'range'].includes(previous.granularity)) {
    const year = yearOf(previous.to);
    const month = monthOf(previous.to);
    const near = previous.sentencesAgo === 0 || reference === null;
    const follows = previous.granularity === 'month' || day >= dayOfMonth(previous.from);
    if (near && follows && isCalendarDay(year, month, day)) {
      const date = isoDay(year, month, day);
      const written = { from: date, to: date, granularity: 'day', certain: true } as const;
      return resolved(written, 'previous-date');
    }
  }
  if (reference === null) return null;
  const candidates = [-3, -2, -1, 0, 1, 2].flatMap((months) => {
    const month = addMonths(`${reference.slice(0, 8)}01`, months);
    return daysOf(yearOf(month), monthOf(month), day) ?? [];
  });
  return nearest(candidates, reference, context.futureCost);
}

/** The latest candidate at or before the reference, unless the next one is much nearer. */
function nearest(
  candidates: readonly CalendarPart[],
  reference: IsoDay,
  futureCost: number,
): ResolvedDate | null {
  const past = candidates.findLast(({ from }) => from <= reference);
  const future = candidates.find(({ from }) => from > reference);
  const chosen =
    past === undefined ||
    (future !== undefined &&
      daysBetween(reference, future.from) * futureCost < daysBetween(past.from, reference))
      ? future
      : past;
  if (chosen === undefined) return null;
  const certain = chosen.certain && (chosen === past || futureCost < 1);
  return { ...resolved(chosen, 'reference-date'), certain };
}

function resolveRange(
  first: CalendarFields,
  last: CalendarFields,
  context: DateContext,
): ResolvedDate | null {
  const start = resolveFields(first, context);
  if (start === null) return null;
  const month = typeof last.month === 'number' ? last.month : undefined;
  const writtenYear = typeof last.year === 'number' ? last.year : undefined;
  const end =
    last.day === undefined && month === undefined
      ? partOfYear(writtenYear ?? yearOf(start.from), undefined)
      : endAfter(start.from, writtenYear, month, last.day);
  if (end === null || end.to < start.from) return null;
  return {
    from: start.from,
    to: end.to,
    granularity: 'range',
    basis: start.basis,
    certain: start.certain,
  };
}

/** The end of a range: what it leaves out is its start's, or the next month or year after it. */
function endAfter(
  start: IsoDay,
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): CalendarPart | null {
  if (month === undefined) {
    const following = day !== undefined && day < dayOfMonth(start) ? addMonths(start, 1) : start;
    return daysOf(year ?? yearOf(following), monthOf(following), day);
  }
  return daysOf(year ?? yearOf(start) + (month < monthOf(start) ? 1 : 0), month, day);
}

function resolveFromReference(
  unit: OffsetUnit,
  offset: number,
  exact: boolean,
  context: DateContext,
): ResolvedDate | null {
  const { reference } = context;
  if (reference === null) return null;
  const range = unitRange(reference, unit, offset);
  return { ...range, basis: 'reference-date', certain: exact };
}

function resolveFromPrevious(
  unit: OffsetUnit,
  offset: number,
  context: DateContext,
): ResolvedDate | null {
  if (unit !== 'day') {
    const base = context.previous?.from ?? context.reference;
    if (base === null) return null;
    const certain = context.previous !== null;
    return { ...unitRange(base, unit, offset), basis: 'previous-date', certain };
  }
  const { previousDay, reportedDay } = context;
  if (previousDay !== null && previousDay.sentencesAgo <= SAME_DAY_REACH) {
    const certain = previousDay.granularity === 'day';
    return { ...unitRange(previousDay.to, 'day', offset), basis: 'previous-date', certain };
  }
  if (reportedDay === null) return null;
  return { ...unitRange(reportedDay, 'day', offset), basis: 'reference-date', certain: false };
}

function resolveWeekday(
  weekday: number,
  week: number | null,
  context: DateContext,
): ResolvedDate | null {
  const { reference, futureCost } = context;
  if (reference === null) return null;
  const past = addDays(reference, -((weekdayOf(reference) - weekday + 7) % 7));
  const future = past === reference ? past : addDays(past, 7);
  const day =
    week !== null
      ? addDays(weekOf(reference).from, 7 * week + weekday - 1)
      : futureCost < 1
        ? future
        : past;
  // "last Friday", said on a Saturday, may be yesterday.
  const certain = week === null || week >= 0 || day === past || addDays(past, -7) !== day;
  return { from: day, to: day, granularity: 'day', basis: 'reference-date', certain };
}
