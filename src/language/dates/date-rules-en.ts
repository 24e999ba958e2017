import {
  calendar,
  calendarRange,
  type DateRule,
  dateRule,
  offsetForm,
  yearsForm,
} from './date-expression.ts';
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
} from './read-english-date.ts';

/** Capitalised, so that "march" and "may" as verbs are left alone. */
const MONTH_NAME =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';
const WEEKDAY_NAME = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const month = (name: string) => `\\b(?<${name}>${MONTH_NAME})`;
const day = (name: string) => `(?<${name}>\\d{1,2})(?:st|nd|rd|th)?(?![\\d%:,]\\d|\\d|%)`;
const year = (name: string) => `(?<${name}>(?:1[5-9]|20)\\d{2})(?!\\d|[.,]\\d)\\b`;
const YEAR_WORD = '(?<yw>(?:last|this|next|that|the same) year)';
/** ", 2025" or " of last year". */
const OF_YEAR = `(?:,?\\s+${year('y')}|,?\\s+(?:of\\s+)?${YEAR_WORD})`;
const TO = '\\s*(?:-|–|—|~|\\bto\\b|\\band\\b|\\bthrough\\b|\\buntil\\b|\\btill\\b)\\s*';
const PART =
  '(?<p>[Ee]arly|[Mm]id|[Ll]ate|(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\\s+of)[\\s-]+';
const SEASON = '(?<p>spring|summer|autumn|fall|winter)';
const COUNT = '(?<n>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const UNIT = '(?<u>day|week|month|year)s?';

/** How English news writes dates, most specific first. */
export const ENGLISH_DATE_RULES: readonly DateRule[] = [
  // June 25-26, 2025; June 25 to July 4
  dateRule(
    `${month('m')}\\s+${day('d')}(?:,\\s+${year('y')})?${TO}(?:(?<m2>${MONTH_NAME})\\s+)?(?:the\\s+)?${day('d2')}(?:,?\\s+${year('y2')})?`,
    (g) =>
      calendarRange(
        { year: readNumber(g.y ?? g.y2), month: readMonth(g.m), day: readNumber(g.d) },
        { year: readNumber(g.y2), month: readMonth(g.m2), day: readNumber(g.d2) },
      ),
  ),
  // 25-26 June 2025, 25 June to 4 July
  dateRule(
    `\\b${day('d')}(?:\\s+(?<m>${MONTH_NAME}))?${TO}(?:the\\s+)?${day('d2')}\\s+(?:of\\s+)?(?<m2>${MONTH_NAME})(?:,?\\s+${year('y2')})?`,
    (g) =>
      calendarRange(
        { year: readNumber(g.y2), month: readMonth(g.m ?? g.m2), day: readNumber(g.d) },
        { year: readNumber(g.y2), month: readMonth(g.m2), day: readNumber(g.d2) },
      ),
  ),
  // June 26, 2025; June 26 last year; June 26
  dateRule(`${month('m')}\\s+(?:the\\s+)?${day('d')}${OF_YEAR}?`, (g) =>
    calendar({ year: readYear(g), month: readMonth(g.m), day: readNumber(g.d) }),
  ),
  // 26 June 2025, the 26th of June
  dateRule(`\\b${day('d')}\\s+(?:of\\s+)?(?<m>${MONTH_NAME})\\b${OF_YEAR}?`, (g) =>
    calendar({ year: readYear(g), month: readMonth(g.m), day: readNumber(g.d) }),
  ),
  // June to July 2025
  dateRule(`${month('m')}${TO}(?<m2>${MONTH_NAME})\\b(?:,?\\s+${year('y2')})?(?!\\s+\\d)`, (g) =>
    calendarRange(
      { year: readNumber(g.y2), month: readMonth(g.m) },
      { year: readNumber(g.y2), month: readMonth(g.m2) },
    ),
  ),
  // last July, early July 2024, July 2024
  dateRule(`\\b(?<w>last|this|next)\\s+(?<m>${MONTH_NAME})\\b`, readNamedMonth, 'i'),
  dateRule(
    `(?:${PART})?${month('m')}(?:,?\\s+(?:of\\s+)?${year('y')}|\\s+(?:of\\s+)?${YEAR_WORD})`,
    (g) => calendar({ year: readYear(g), month: readMonth(g.m), part: readPart(g) }),
  ),
  dateRule(`${PART}(?<m>${MONTH_NAME})\\b`, (g) =>
    calendar({ month: readMonth(g.m), part: readPart(g) }),
  ),
  // 2020-2024, from 2020 to 2024
  dateRule(`\\b${year('y')}${TO}${year('y2')}`, (g) =>
    calendarRange({ year: readNumber(g.y) }, { year: readNumber(g.y2) }),
  ),
  dateRule(`\\b${year('y')}[-–/](?<y2>\\d{2})\\b(?![-/.]\\d)`, readShortYearRange),
  // the first quarter of 2024, Q1 2024, the second half of last year
  dateRule(
    `\\b(?:(?<q>first|second|third|fourth)\\s+quarter|Q(?<q2>[1-4]))(?:(?:,?\\s+of)?\\s+(?:${year('y')}|${YEAR_WORD}|(?:the|this)\\s+year))?`,
    (g) => calendar({ year: readYear(g) ?? THIS_YEAR, part: readQuarter(g) }),
    'i',
  ),
  dateRule(
    `\\b(?<h>first|second)\\s+half\\s+of\\s+(?:${year('y')}|${YEAR_WORD}|(?:the|this)\\s+year)`,
    (g) =>
      calendar({
        year: readYear(g) ?? THIS_YEAR,
        part: g.h?.toLowerCase() === 'first' ? 'first-half' : 'second-half',
      }),
    'i',
  ),
  dateRule(
    `\\b${SEASON}\\s+(?:of\\s+)?(?:${year('y')}|${YEAR_WORD})`,
    (g) => calendar({ year: readYear(g), part: readPart(g) }),
    'i',
  ),
  // late 2024, the end of last year, earlier this year
  dateRule(`\\b${PART}(?:${year('y')}|${YEAR_WORD}|the year)(?!s)`, (g) =>
    calendar({ year: readYear(g) ?? THIS_YEAR, part: readPart(g) }),
  ),
  dateRule(`\\b${PART}(?:the|this) month\\b`, (g) =>
    calendar({ month: { base: 'reference', offset: 0 }, part: readPart(g) }),
  ),
  // the late 1990s, the 21st century
  dateRule("\\b(?<y>(?:1[5-9]|20)\\d0)['’]?s\\b", (g) =>
    yearsForm(readNumber(g.y), 10, 'decade', true),
  ),
  dateRule("(?<=\\bthe (?:early |late |mid-)?)['’]?(?<y>[3-9]0)['’]?s\\b", (g) =>
    yearsForm(1900 + (readNumber(g.y) ?? 0), 10, 'decade', false),
  ),
  dateRule(
    '\\b(?<c>\\d{1,2})(?:st|nd|rd|th)[\\s-]+century\\b',
    (g) => {
      const ordinal = readNumber(g.c) ?? 0;
      return ordinal < 1 || ordinal > 21
        ? null
        : yearsForm((ordinal - 1) * 100 + 1, 100, 'century', true);
    },
    'i',
  ),
  // two days ago
  dateRule(`\\b${COUNT}\\s+${UNIT}\\s+(?:ago|earlier)\\b`, readAgo, 'i'),
  // last week, this year, next month
  dateRule(
    '\\b(?:earlier\\s+|later\\s+)?(?<w>last|this|next|past)\\s+(?<u>week(?:end)?|month|quarter|year)\\b',
    readRelativeUnit,
    'i',
  ),
  dateRule(`\\b(?:(?<w>last|this|next)\\s+)?(?<wd>${WEEKDAY_NAME})\\b`, readWeekday),
  dateRule('\\bthe day before yesterday\\b', () => offsetForm('reference', 'day', -2), 'i'),
  dateRule('\\bthe day after tomorrow\\b', () => offsetForm('reference', 'day', 2), 'i'),
  dateRule('\\byesterday\\b', () => offsetForm('reference', 'day', -1), 'i'),
  dateRule('\\b(?:today|tonight)\\b', () => offsetForm('reference', 'day', 0), 'i'),
  dateRule('\\btomorrow\\b', () => offsetForm('reference', 'day', 1), 'i'),
  // that day, the following day
  dateRule('\\b(?:that(?: same)?|the same) day\\b', () => offsetForm('previous', 'day', 0), 'i'),
  dateRule(
    '\\b(?:the (?:following|next) day|(?:a|one) day later)\\b',
    () => offsetForm('previous', 'day', 1),
    'i',
  ),
  dateRule('\\bthe (?:previous day|day before)\\b', () => offsetForm('previous', 'day', -1), 'i'),
  dateRule(
    '\\b(?:that(?: same)?|the same) month\\b',
    () => offsetForm('previous', 'month', 0),
    'i',
  ),
  dateRule('\\b(?:that(?: same)?|the same) year\\b', () => offsetForm('previous', 'year', 0), 'i'),
  // on the 26th, where no noun follows ("the 26th session")
  dateRule(
    '(?<=\\b(?:on|from|to|until|till|by|since|before|after) )the (?<d>\\d{1,2})(?:st|nd|rd|th)\\b(?:\\s+of\\s+(?<mw>this|last|next) month)?(?=\\s*(?:$|[.,;:)]|(?:and|at|in|with|when|that|to|by|for)\\b))',
    (g) => calendar({ month: readMonthWord(g.mw), day: readNumber(g.d) }),
    'i',
  ),
  // in May, since March; other months need no preposition
  dateRule(
    `(?=[A-Z])(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|till|of|[Dd]uring|[Ff]rom|through|[Bb]efore|[Aa]fter|[Ff]or)\\s+)(?<m>${MONTH_NAME})\\b`,
    (g) => calendar({ month: readMonth(g.m) }),
  ),
  dateRule(
    '\\b(?<m>January|February|April|June|July|August|September|October|November|December)\\b',
    (g) => calendar({ month: readMonth(g.m) }),
  ),
  // 2024, but not "2000 people"
  dateRule(
    `(?=[12]\\d)(?<=\\b(?:in|since|by|until|till|of|from|during|through|to|before|after|between|for)\\s+)${year('y')}(?!\\s+(?:people|percent|million|billion|workers|soldiers|tons))`,
    (g) => calendar({ year: readNumber(g.y) }),
    'i',
  ),
  dateRule(
    `(?=[12]\\d)(?<![$€£¥#.,\\d-]\\s?|\\b(?:about|around|over|nearly|some|than|exceed|total|No\\.)\\s+)\\b(?<y>(?:19|20)\\d{2})\\b(?!\\d|[,.]\\d|%|\\s?\\p{Script=Han}|\\s+(?!(?:was|were|is|are|has|had|will|would|saw|marks?|marked|when|as|after|for|and|or|in|at|with|to|by|on|that|which|the|edition|season|election|budget|summit|alone|by)\\b)\\p{Ll}|-\\p{L})`,
    (g) => calendar({ year: readNumber(g.y) }),
  ),
  dateRule(
    '\\b(?:recently|in recent (?:years|months|weeks|days)|the other day|of late)\\b',
    () => ({ form: 'vague' }),
    'i',
  ),
];
