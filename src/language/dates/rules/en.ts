import {
  calendar,
  calendarRange,
  type DateRule,
  dateRule,
  offsetForm,
  yearsForm,
} from '../date-expression.ts';
import { MONTH_ABBREVIATIONS, MONTH_NAMES } from '../months.ts';
import {
  readAgo,
  readMonth,
  readMonthWord,
  readNamedMonth,
  readNumber,
  readPart,
  readQuarter,
  readRelativeUnit,
  readShortYearRange,
  readWeekday,
  readYear,
  THIS_YEAR,
} from '../read-english-date.ts';

/** Capitalised, so that "march" and "may" as verbs are left alone. */
const MONTH_NAME = `(?:${MONTH_NAMES.join('|')}|(?:${MONTH_ABBREVIATIONS.join('|')})\\b\\.?)`;
/** Months that are no other words. */
const PLAIN_MONTH_NAME = MONTH_NAMES.filter((name) => name !== 'March' && name !== 'May').join('|');
const WEEKDAY_NAME = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const month = (name: string) => `\\b(?<${name}>${MONTH_NAME})`;
const day = (name: string) => `(?<${name}>\\d{1,2})(?:st|nd|rd|th)?(?![\\d%:,]\\d|\\d|%)`;
const year = (name: string) => `(?<${name}>(?:1[5-9]|20)\\d{2})(?!\\d|[.,]\\d)\\b`;
const YEAR_WORD = '(?<yearWord>(?:last|this|next|that|the same) year)';
/** ", 2025" or " of last year". */
const OF_YEAR = `(?:,?\\s+${year('year')}|,?\\s+(?:of\\s+)?${YEAR_WORD})`;
const TO = '\\s*(?:-|–|—|~|\\bto\\b|\\band\\b|\\bthrough\\b|\\buntil\\b|\\btill\\b)\\s*';
const PART =
  '(?<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\\s+of)[\\s-]+';
const SEASON = '(?<part>spring|summer|autumn|fall|winter)';
const COUNT =
  '(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const UNIT = '(?<unit>day|week|month|year)s?';

/** How English news writes dates, most specific first. */
export const ENGLISH_DATE_RULES: readonly DateRule[] = [
  dateRule({
    id: 'en-month-day-range',
    pattern: `${month('month')}\\s+${day('day')}(?:,\\s+${year('year')})?${TO}(?:(?<endMonth>${MONTH_NAME})\\s+)?(?:the\\s+)?${day('endDay')}(?:,?\\s+${year('endYear')})?`,
    read: (g) =>
      calendarRange(
        {
          year: readNumber(g.year ?? g.endYear),
          month: readMonth(g.month),
          day: readNumber(g.day),
        },
        { year: readNumber(g.endYear), month: readMonth(g.endMonth), day: readNumber(g.endDay) },
      ),
    examples: [
      ['June 25-26, 2025', '2025-06-25..2025-06-26'],
      ['June 25 to July 4', '2025-06-25..2025-07-04'],
    ],
    not: ['June 25', 'june 25-26'],
  }),
  dateRule({
    id: 'en-day-month-range',
    pattern: `\\b${day('day')}(?:\\s+(?<month>${MONTH_NAME}))?${TO}(?:the\\s+)?${day('endDay')}\\s+(?:of\\s+)?(?<endMonth>${MONTH_NAME})(?:,?\\s+${year('endYear')})?`,
    read: (g) =>
      calendarRange(
        {
          year: readNumber(g.endYear),
          month: readMonth(g.month ?? g.endMonth),
          day: readNumber(g.day),
        },
        { year: readNumber(g.endYear), month: readMonth(g.endMonth), day: readNumber(g.endDay) },
      ),
    examples: [
      ['25-26 June 2025', '2025-06-25..2025-06-26'],
      ['25 June to 4 July', '2025-06-25..2025-07-04'],
    ],
    not: ['26 June', '25-26 items'],
  }),
  dateRule({
    id: 'en-month-day',
    pattern: `${month('month')}\\s+(?:the\\s+)?${day('day')}${OF_YEAR}?`,
    read: (g) => calendar({ year: readYear(g), month: readMonth(g.month), day: readNumber(g.day) }),
    examples: [
      ['June 26, 2025', '2025-06-26'],
      ['June 26 last year', '2024-06-26'],
      ['Sept. 15', '2024-09-15'],
    ],
    not: ['june 26', 'June 26%', 'June 32:10'],
  }),
  dateRule({
    id: 'en-day-month',
    pattern: `\\b${day('day')}\\s+(?:of\\s+)?(?<month>${MONTH_NAME})\\b${OF_YEAR}?`,
    read: (g) => calendar({ year: readYear(g), month: readMonth(g.month), day: readNumber(g.day) }),
    examples: [
      ['26 June 2025', '2025-06-26'],
      ['the 26th of June', '2025-06-26'],
    ],
    not: ['26 Juneau', '2.5% June'],
  }),
  dateRule({
    id: 'en-month-range',
    pattern: `${month('month')}${TO}(?<endMonth>${MONTH_NAME})\\b(?:,?\\s+${year('endYear')})?(?!\\s+\\d)`,
    read: (g) =>
      calendarRange(
        { year: readNumber(g.endYear), month: readMonth(g.month) },
        { year: readNumber(g.endYear), month: readMonth(g.endMonth) },
      ),
    examples: [['June to July 2025', '2025-06-01..2025-07-31']],
    not: ['June to July 5', 'June'],
  }),
  dateRule({
    id: 'en-relative-month',
    pattern: `\\b(?<word>last|this|next)\\s+(?<month>${MONTH_NAME})\\b`,
    flags: 'i',
    read: readNamedMonth,
    examples: [
      ['last July', '2025-07-01..2025-07-31'],
      ['this July', '2025-07-01..2025-07-31'],
    ],
    not: ['July', 'last juniper'],
  }),
  dateRule({
    id: 'en-month-year',
    pattern: `(?:${PART})?${month('month')}(?:,?\\s+(?:of\\s+)?${year('year')}|\\s+(?:of\\s+)?${YEAR_WORD})`,
    read: (g) => calendar({ year: readYear(g), month: readMonth(g.month), part: readPart(g) }),
    examples: [
      ['early July 2024', '2024-07-01..2024-07-10'],
      ['July 2024', '2024-07-01..2024-07-31'],
      ['July of last year', '2024-07-01..2024-07-31'],
    ],
    not: ['July', 'July 12'],
  }),
  dateRule({
    id: 'en-month-part',
    pattern: `${PART}(?<month>${MONTH_NAME})\\b`,
    read: (g) => calendar({ month: readMonth(g.month), part: readPart(g) }),
    examples: [
      ['early July', '2025-07-01..2025-07-10'],
      ['the end of May', '2025-05-21..2025-05-31'],
    ],
    not: ['July', 'early Marching'],
  }),
  dateRule({
    id: 'en-year-range',
    pattern: `\\b${year('year')}${TO}${year('endYear')}`,
    read: (g) => calendarRange({ year: readNumber(g.year) }, { year: readNumber(g.endYear) }),
    examples: [
      ['2020-2024', '2020-01-01..2024-12-31'],
      ['2020 to 2024', '2020-01-01..2024-12-31'],
    ],
    not: ['2020', '2020-24'],
  }),
  dateRule({
    id: 'en-short-year-range',
    pattern: `\\b${year('year')}[-–/](?<endYear>\\d{2})\\b(?![-/.]\\d)`,
    read: readShortYearRange,
    examples: [['2024-25', '2024-01-01..2025-12-31']],
    not: ['2024-06', '2024-25-26'],
  }),
  dateRule({
    id: 'en-quarter',
    pattern: `\\b(?:(?<quarter>first|second|third|fourth)\\s+quarter|Q(?<quarterDigit>[1-4]))(?:(?:,?\\s+of)?\\s+(?:${year('year')}|${YEAR_WORD}|(?:the|this)\\s+year))?`,
    flags: 'i',
    read: (g) => calendar({ year: readYear(g) ?? THIS_YEAR, part: readQuarter(g) }),
    examples: [
      ['the first quarter of 2024', '2024-01-01..2024-03-31'],
      ['Q1 2024', '2024-01-01..2024-03-31'],
      ['the third quarter', '2025-07-01..2025-09-30'],
    ],
    not: ['the quarter', 'Q5'],
  }),
  dateRule({
    id: 'en-half',
    pattern: `\\b(?<half>first|second)\\s+half\\s+of\\s+(?:${year('year')}|${YEAR_WORD}|(?:the|this)\\s+year)`,
    flags: 'i',
    read: (g) =>
      calendar({
        year: readYear(g) ?? THIS_YEAR,
        part: g.half?.toLowerCase() === 'first' ? 'first-half' : 'second-half',
      }),
    examples: [
      ['the second half of last year', '2024-07-01..2024-12-31'],
      ['the first half of 2024', '2024-01-01..2024-06-30'],
    ],
    not: ['the first half', 'half of 2024'],
  }),
  dateRule({
    id: 'en-season',
    pattern: `\\b${SEASON}\\s+(?:of\\s+)?(?:${year('year')}|${YEAR_WORD})`,
    flags: 'i',
    read: (g) => calendar({ year: readYear(g), part: readPart(g) }),
    examples: [
      ['summer 2024', '2024-06-01..2024-08-31'],
      ['spring of last year', '2024-03-01..2024-05-31'],
    ],
    not: ['spring', 'springs 2024'],
  }),
  dateRule({
    id: 'en-year-part',
    pattern: `\\b${PART}(?:${year('year')}|${YEAR_WORD}|the year)(?!s)`,
    read: (g) => calendar({ year: readYear(g) ?? THIS_YEAR, part: readPart(g) }),
    examples: [
      ['late 2024', '2024-10-01..2024-12-31'],
      ['the end of last year', '2024-10-01..2024-12-31'],
      ['early this year', '2025-01-01..2025-03-31'],
    ],
    not: ['late 2024s', '2024'],
  }),
  dateRule({
    id: 'en-part-of-this-month',
    pattern: `\\b${PART}(?:the|this) month\\b`,
    read: (g) => calendar({ month: { base: 'reference', offset: 0 }, part: readPart(g) }),
    examples: [['late this month', '2025-06-21..2025-06-30']],
    not: ['this month'],
  }),
  dateRule({
    id: 'en-decade',
    pattern: "\\b(?<year>(?:1[5-9]|20)\\d0)['’]?s\\b",
    read: (g) => yearsForm(readNumber(g.year), 10, 'decade', true),
    examples: [['the 1990s', '1990-01-01..1999-12-31']],
    not: ['the 1995s', '1990'],
  }),
  dateRule({
    id: 'en-short-decade',
    pattern: "(?<=\\bthe (?:early |late |mid-)?)['’]?(?<year>[3-9]0)['’]?s\\b",
    read: (g) => yearsForm(1900 + (readNumber(g.year) ?? 0), 10, 'decade', false),
    examples: [
      ['the late 90s', '1990-01-01..1999-12-31'],
      ["the '80s", '1980-01-01..1989-12-31'],
    ],
    not: ['90s', 'the 20s'],
  }),
  dateRule({
    id: 'en-century',
    pattern: '\\b(?<century>\\d{1,2})(?:st|nd|rd|th)[\\s-]+century\\b',
    flags: 'i',
    read: (g) => {
      const ordinal = readNumber(g.century) ?? 0;
      return ordinal < 1 || ordinal > 21
        ? null
        : yearsForm((ordinal - 1) * 100 + 1, 100, 'century', true);
    },
    examples: [['the 21st century', '2001-01-01..2100-12-31']],
    not: ['the 22nd century', '21 centuries'],
  }),
  dateRule({
    id: 'en-ago',
    pattern: `\\b${COUNT}\\s+${UNIT}\\s+(?:ago|earlier)\\b`,
    flags: 'i',
    read: readAgo,
    examples: [
      ['two days ago', '2025-06-26'],
      ['a year earlier', '2024-01-01..2024-12-31'],
    ],
    not: ['two days', 'years ago'],
  }),
  dateRule({
    id: 'en-relative-unit',
    pattern:
      '\\b(?:earlier\\s+|later\\s+)?(?<word>last|this|next|past)\\s+(?<unit>week(?:end)?|month|quarter|year)\\b',
    flags: 'i',
    read: readRelativeUnit,
    examples: [
      ['last week', '2025-06-16..2025-06-22'],
      ['this year', '2025-01-01..2025-12-31'],
      ['next weekend', '2025-07-05..2025-07-06'],
    ],
    not: ['the week', 'last weeks'],
  }),
  dateRule({
    id: 'en-weekday',
    pattern: `(?<!\\b(?:every|each)\\s)\\b(?:(?<word>last|this|next)\\s+)?(?<weekday>${WEEKDAY_NAME})\\b`,
    read: readWeekday,
    examples: [
      ['last Friday', '2025-06-20'],
      ['Monday', '2025-06-23'],
    ],
    not: ['Mondays', 'every Monday', 'each Friday', 'monday'],
  }),
  dateRule({
    id: 'en-day-before-yesterday',
    pattern: '\\bthe day before yesterday\\b',
    flags: 'i',
    read: () => offsetForm('reference', 'day', -2),
    examples: [['the day before yesterday', '2025-06-26']],
    not: ['the day before'],
  }),
  dateRule({
    id: 'en-day-after-tomorrow',
    pattern: '\\bthe day after tomorrow\\b',
    flags: 'i',
    read: () => offsetForm('reference', 'day', 2),
    examples: [['the day after tomorrow', '2025-06-30']],
    not: ['the day after'],
  }),
  dateRule({
    id: 'en-yesterday',
    pattern: '\\byesterday\\b',
    flags: 'i',
    read: () => offsetForm('reference', 'day', -1),
    examples: [['yesterday', '2025-06-27']],
    not: ['yesterdays'],
  }),
  dateRule({
    id: 'en-today',
    pattern: '\\b(?:today|tonight)\\b',
    flags: 'i',
    read: () => offsetForm('reference', 'day', 0),
    examples: [
      ['today', '2025-06-28'],
      ['tonight', '2025-06-28'],
    ],
    not: ['todays'],
  }),
  dateRule({
    id: 'en-tomorrow',
    pattern: '\\btomorrow\\b',
    flags: 'i',
    read: () => offsetForm('reference', 'day', 1),
    examples: [['tomorrow', '2025-06-29']],
    not: ['tomorrows'],
  }),
  dateRule({
    id: 'en-same-day',
    pattern: '\\b(?:that(?: same)?|the same) day\\b',
    flags: 'i',
    read: () => offsetForm('previous', 'day', 0),
    examples: [
      ['that day', '2025-06-24'],
      ['the same day', '2025-06-24'],
    ],
    not: ['day'],
  }),
  dateRule({
    id: 'en-next-day',
    pattern: '\\b(?:the (?:following|next) day|(?:a|one) day later)\\b',
    flags: 'i',
    read: () => offsetForm('previous', 'day', 1),
    examples: [
      ['the following day', '2025-06-25'],
      ['a day later', '2025-06-25'],
    ],
    not: ['the day'],
  }),
  dateRule({
    id: 'en-previous-day',
    pattern: '\\bthe (?:previous day|day before)\\b',
    flags: 'i',
    read: () => offsetForm('previous', 'day', -1),
    examples: [
      ['the previous day', '2025-06-23'],
      ['the day before', '2025-06-23'],
    ],
    not: ['the day'],
  }),
  dateRule({
    id: 'en-same-month',
    pattern: '\\b(?:that(?: same)?|the same) month\\b',
    flags: 'i',
    read: () => offsetForm('previous', 'month', 0),
    examples: [
      ['that month', '2025-06-01..2025-06-30'],
      ['the same month', '2025-06-01..2025-06-30'],
    ],
    not: ['month'],
  }),
  dateRule({
    id: 'en-same-year',
    pattern: '\\b(?:that(?: same)?|the same) year\\b',
    flags: 'i',
    read: () => offsetForm('previous', 'year', 0),
    examples: [
      ['that year', '2025-01-01..2025-12-31'],
      ['the same year', '2025-01-01..2025-12-31'],
    ],
    not: ['year'],
  }),
  dateRule({
    id: 'en-day-alone',
    pattern:
      '(?<=\\b(?:on|from|to|until|till|by|since|before|after) )the (?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?:\\s+of\\s+(?<monthWord>this|last|next) month)?(?=\\s*(?:$|[.,;:)]|(?:and|at|in|with|when|that|to|by|for)\\b))',
    flags: 'i',
    read: (g) => calendar({ month: readMonthWord(g.monthWord), day: readNumber(g.day) }),
    examples: [
      ['on the 26th', '2025-06-26'],
      ['on the 26th of last month', '2025-05-26'],
    ],
    not: ['on the 26th session', 'the 26th'],
  }),
  dateRule({
    id: 'en-month-after-preposition',
    pattern: `(?=[A-Z])(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|till|of|[Dd]uring|[Ff]rom|through|[Bb]efore|[Aa]fter|[Ff]or)\\s+)(?<month>${MONTH_NAME})\\b`,
    read: (g) => calendar({ month: readMonth(g.month) }),
    examples: [
      ['in May', '2025-05-01..2025-05-31'],
      ['since March', '2025-03-01..2025-03-31'],
    ],
    not: ['May', 'in may', 'the March'],
  }),
  dateRule({
    id: 'en-month',
    pattern: `\\b(?<month>${PLAIN_MONTH_NAME})\\b`,
    read: (g) => calendar({ month: readMonth(g.month) }),
    examples: [
      ['June', '2025-06-01..2025-06-30'],
      ['December', '2024-12-01..2024-12-31'],
    ],
    not: ['june', 'May', 'Junes'],
  }),
  dateRule({
    id: 'en-year-after-preposition',
    pattern: `(?=[12]\\d)(?<=\\b(?:in|since|by|until|till|of|from|during|through|to|before|after|between|for)\\s+)${year('year')}(?!\\s+(?:people|percent|million|billion|workers|soldiers|tons))`,
    flags: 'i',
    read: (g) => calendar({ year: readNumber(g.year) }),
    examples: [
      ['in 2024', '2024-01-01..2024-12-31'],
      ['since 1999', '1999-01-01..1999-12-31'],
    ],
    not: ['in 2000 people', '2024'],
  }),
  dateRule({
    id: 'en-year',
    pattern: `(?=[12]\\d)(?<![$€£¥#.,\\d-]\\s?|\\b(?:about|around|over|nearly|some|than|exceed|total|No\\.)\\s+)\\b(?<year>(?:19|20)\\d{2})\\b(?!\\d|[,.]\\d|%|\\s?\\p{Script=Han}|\\s+(?!(?:was|were|is|are|has|had|will|would|saw|marks?|marked|when|as|after|for|and|or|in|at|with|to|by|on|that|which|the|edition|season|election|budget|summit|alone|by)\\b)\\p{Ll}|-\\p{L})`,
    read: (g) => calendar({ year: readNumber(g.year) }),
    examples: [
      ['2024 was', '2024-01-01..2024-12-31'],
      ['the 2024 summit', '2024-01-01..2024-12-31'],
    ],
    not: ['2000 people', '$2024', '2024-seat'],
  }),
  dateRule({
    id: 'en-vague',
    pattern: '\\b(?:recently|in recent (?:years|months|weeks|days)|the other day|of late)\\b',
    flags: 'i',
    read: () => ({ form: 'vague' }),
    examples: [
      ['recently', 'vague'],
      ['in recent years', 'vague'],
    ],
    not: ['recent'],
  }),
];
