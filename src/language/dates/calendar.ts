const DAY_MS = 86_400_000;

/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export type IsoDay = string;

/** First and last day of a stretch of time, both inclusive. */
export interface DayRange {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

export function isoDay(year: number, month: number, day: number): IsoDay {
  // Dates are written for every reading of every expression; padding costs most of that.
  const fourDigits = year >= 1000 ? String(year) : String(year).padStart(4, '0');
  return `${fourDigits}-${pad(month)}-${pad(day)}`;
}

export function yearOf(day: IsoDay): number {
  return Number(day.slice(0, 4));
}

/** From 1 to 12. */
export function monthOf(day: IsoDay): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: IsoDay): number {
  return Number(day.slice(8, 10));
}

/** Whether a month of a year has such a day: false for 30 February. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** @param month from 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 31);
}

export function addDays(day: IsoDay, days: number): IsoDay {
  const date = new Date(toTime(day) + days * DAY_MS);
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The same day of another month, or that month's last day where it has no such day. */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const index = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return isoDay(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: IsoDay, second: IsoDay): number {
  return Math.round((toTime(second) - toTime(first)) / DAY_MS);
}

/** From 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function weekdayOf(day: IsoDay): number {
  return new Date(toTime(day)).getUTCDay() || 7;
}

/** Monday to Sunday of the week that holds the day. */
export function weekOf(day: IsoDay): DayRange {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

export function monthRange(year: number, month: number): DayRange {
  return { from: isoDay(year, month, 1), to: isoDay(year, month, daysInMonth(year, month)) };
}

/** First to last month of a year, both inclusive, from 1 to 12. */
export function monthsRange(year: number, first: number, last: number): DayRange {
  return { from: monthRange(year, first).from, to: monthRange(year, last).to };
}

export function yearRange(first: number, last: number = first): DayRange {
  return { from: isoDay(first, 1, 1), to: isoDay(last, 12, 31) };
}

function toTime(day: IsoDay): number {
  const date = new Date(0);
  date.setUTCFullYear(yearOf(day), monthOf(day) - 1, dayOfMonth(day));
  return date.getTime();
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
