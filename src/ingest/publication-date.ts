import * as chrono from 'chrono-node';

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
}

const TIME = String.raw`(?:(?:\s*T|,?\s+|\s*)(?:(?:星期|周|礼拜)[一二三四五六日天]\s*)?(上午|下午|晚上|晚|凌晨|中午)?\s*(\d{1,2})\s*[:：时點点]\s*(\d{1,2})?)?`;
const NUMERIC = new RegExp(
  String.raw`^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)${TIME}`,
  'u',
);
const CHINESE = new RegExp(
  String.raw`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]${TIME}`,
  'u',
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?)?$/;
const EPOCH = /^(\d{10})(\d{3})?$/;
const CHINESE_DIGITS = '〇一二三四五六七八九';
const EARLIEST_YEAR = 1800;
const MAX_YEAR = 2200;

/**
 * When an article was published, from any usual way to write it: ISO 8601, `2025-07-07 15:26`,
 * `2025/7/7`, `20250707`, `2025年7月7日 下午3时26分`, `二〇二五年七月七日`, RFC 2822,
 * `July 7, 2025`, seconds or milliseconds since 1970 (as UTC).
 *
 * @returns `2025-07-07`, or `2025-07-07T15:26` where the time is given, as it was written, in the
 *   outlet's own time zone; null when it is no date, or could be two (`07/08/2025`)
 */
export function parsePublicationDate(written: string): string | null {
  const text = written.normalize('NFKC').trim();
  const epoch = EPOCH.exec(text);
  if (epoch !== null) {
    const moment = new Date(Number(epoch[1]) * 1000).toISOString();
    return moment.slice(0, 16);
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) return format(fromMatch(compact.toSpliced(4, 0, '')));
  const match = NUMERIC.exec(text) ?? CHINESE.exec(withArabicDigits(text));
  return format(match === null ? readEnglish(text) : fromMatch(match));
}

/** Groups: year, month, day, part of the day, hour, minute. */
function fromMatch(groups: readonly (string | undefined)[]): Moment {
  const [, year, month, day, part = '', hour, minute] = groups;
  const isAfternoon = /下午|晚/u.test(part) || (part === '中午' && Number(hour) < 11);
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour:
      hour === undefined ? undefined : Number(hour) + (isAfternoon && Number(hour) < 12 ? 12 : 0),
    minute: hour === undefined ? undefined : Number(minute ?? 0),
  };
}

/** A date that names its month; numbers alone are ambiguous and are not taken. */
function readEnglish(text: string): Moment | null {
  if (!/\p{L}{3}/u.test(text)) return null;
  const [result] = chrono.en.strict.parse(text);
  if (result === undefined) return null;
  const { start } = result;
  if (!(start.isCertain('year') && start.isCertain('month') && start.isCertain('day'))) return null;
  if (!/\p{L}{3}/u.test(result.text)) return null;
  const isTimed = start.isCertain('hour');
  return {
    year: start.get('year') ?? 0,
    month: start.get('month') ?? 0,
    day: start.get('day') ?? 0,
    hour: isTimed ? (start.get('hour') ?? undefined) : undefined,
    minute: isTimed ? (start.get('minute') ?? 0) : undefined,
  };
}

/** `二〇二五年七月二十七日` → `2025年7月27日`. */
function withArabicDigits(text: string): string {
  const digit = (character: string) => CHINESE_DIGITS.indexOf(character === '○' ? '〇' : character);
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/gu, (year) =>
      Array.from(year.replace(/零/gu, '〇'), digit).join(''),
    )
    .replace(
      /([二三])?十([一二三四五六七八九])?(?=[月日号號])/gu,
      (_, tens?: string, ones?: string) =>
        String(
          (tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones)),
        ),
    )
    .replace(/[一二三四五六七八九](?=[月日号號])/gu, (ones) => String(digit(ones)));
}

function format(moment: Moment | null): string | null {
  if (moment === null) return null;
  const { year, month, day, hour, minute } = moment;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || year < EARLIEST_YEAR || year > MAX_YEAR) return null;
  const calendar = date.toISOString().slice(0, 10);
  if (hour === undefined || hour > 23 || (minute ?? 0) > 59) return calendar;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${calendar}T${pad(hour)}:${pad(minute ?? 0)}`;
}
