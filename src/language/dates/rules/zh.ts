import {
  calendar,
  calendarRange,
  type DateRule,
  dateRule,
  offsetForm,
  yearsForm,
} from '../date-expression.ts';
import {
  DAY_WORDS,
  MONTH_WORDS,
  readChineseAgo,
  readChineseCentury,
  readChineseDecade,
  readChineseNumber,
  readChinesePart,
  readChineseWeek,
  readChineseYear,
  YEAR_WORDS,
} from '../read-chinese-date.ts';

const NUMERAL = '〇零一二三四五六七八九十';
const TO = '\\s?(?:至|到|—{1,2}|–|-|－|~|～)\\s?';
/** 2000年的历史 and 2000年间 are durations. */
const NOT_A_DURATION = '(?!\\s?(?:的?历史|之久|以上|间|来(?!临)))';

const FOUR_DIGITS = `(?:[12]\\d{3}|[一二][〇零一二三四五六七八九]{3})`;
const YEAR = `(?<!前\\s?)(?<!\\d)(?<year>${FOUR_DIGITS})\\s?(?:年|(?=第?[一二三四]季度|[上下]半年))`;
const YEAR_WORD = `(?<yearWord>${Object.keys(YEAR_WORDS).join('|')})`;
const ANY_YEAR = `(?:(?:${YEAR}|${YEAR_WORD})(?:的)?\\s?)`;
const MONTH = `(?<![\\d${NUMERAL}])(?<month>\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月`;
const MONTH_WORD = `(?<monthWord>${Object.keys(MONTH_WORDS).join('|')})`;
const DAY_DIGITS = `\\d{1,2}|[一二三四五六七八九十廿]{1,3}`;
/** 最新一季度 and 上一季度 are one quarter, not the first. */
const QUARTER = '(?<!最新|最近|近|上|下|每)(?:第?(?<quarter>[一二三四1-4])季度)';
const YEAR_PART = `(?:${QUARTER}|(?<part>上半年|下半年|[春夏秋冬](?=季|天)|(?<=年)(?:[初底末](?!期)|中(?=[,，。、；的以前后起至召举]|$))))(?:季|天)?`;
const MONTH_PART = '(?<part>上旬|中旬|下旬|初|底|末)';

/** How Chinese news writes dates, most specific first. */
export const CHINESE_DATE_RULES: readonly DateRule[] = [
  dateRule({
    id: 'zh-day-range',
    pattern: `${ANY_YEAR}?${MONTH}\\s?(?<day>${DAY_DIGITS})\\s?(?:[日号]?${TO}|、)(?:(?<endYear>${FOUR_DIGITS})\\s?年)?(?:(?<endMonth>\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月)?\\s?(?<endDay>${DAY_DIGITS})\\s?[日号]`,
    read: (g) =>
      calendarRange(
        {
          year: readChineseYear(g),
          month: readChineseNumber(g.month),
          day: readChineseNumber(g.day),
        },
        {
          year: readChineseNumber(g.endYear),
          month: readChineseNumber(g.endMonth),
          day: readChineseNumber(g.endDay),
        },
      ),
    examples: [
      ['6月25日至26日', '2025-06-25..2025-06-26'],
      ['2025年6月25日—7月4日', '2025-06-25..2025-07-04'],
      ['6月25、26日', '2025-06-25..2025-06-26'],
    ],
    not: ['25日至26日', '6月25日'],
  }),
  dateRule({
    id: 'zh-day-range-without-month',
    pattern: `(?<![\\d.月])(?<day>\\d{1,2})\\s?日?${TO}(?<endDay>\\d{1,2})\\s?日(?!内|均|游)`,
    read: (g) =>
      calendarRange({ day: readChineseNumber(g.day) }, { day: readChineseNumber(g.endDay) }),
    examples: [
      ['25日至26日', '2025-06-25..2025-06-26'],
      ['25-26日', '2025-06-25..2025-06-26'],
    ],
    not: ['25至26日内', '第6月25日'],
  }),
  dateRule({
    id: 'zh-month-range',
    pattern: `${ANY_YEAR}?(?<![\\d.])(?<month>\\d{1,2})\\s?月?(?:份)?${TO}(?:(?<endYear>${FOUR_DIGITS})\\s?年)?(?<endMonth>\\d{1,2})\\s?月(?:份)?(?!\\s?[\\d日])`,
    read: (g) =>
      calendarRange(
        { year: readChineseYear(g), month: readChineseNumber(g.month) },
        { year: readChineseNumber(g.endYear), month: readChineseNumber(g.endMonth) },
      ),
    examples: [
      ['2025年1月至5月', '2025-01-01..2025-05-31'],
      ['1—5月', '2025-01-01..2025-05-31'],
    ],
    not: ['1月5日', '1至5日'],
  }),
  dateRule({
    id: 'zh-year-range',
    pattern: `(?<!\\d)(?<year>${FOUR_DIGITS})\\s?年?${TO}(?<endYear>${FOUR_DIGITS})(?:\\s?年(?!\\s?\\d{1,2}月)|(?=\\s?(?:赛季|学年|财年|年度)))`,
    read: (g) =>
      calendarRange({ year: readChineseNumber(g.year) }, { year: readChineseNumber(g.endYear) }),
    examples: [
      ['2025—2026年', '2025-01-01..2026-12-31'],
      ['2024-2025赛季', '2024-01-01..2025-12-31'],
    ],
    not: ['2024-2025页'],
  }),
  dateRule({
    id: 'zh-day',
    pattern: `${ANY_YEAR}?${MONTH}\\s?(?<day>${DAY_DIGITS})\\s?[日号]`,
    read: (g) =>
      calendar({
        year: readChineseYear(g),
        month: readChineseNumber(g.month),
        day: readChineseNumber(g.day),
      }),
    examples: [
      ['2025年6月26日', '2025-06-26'],
      ['去年12月30日', '2024-12-30'],
      ['六月二十六日', '2025-06-26'],
      ['6月25号', '2025-06-25'],
    ],
    not: ['6月', '13月26日'],
  }),
  dateRule({
    id: 'zh-day-of-month-word',
    pattern: `${MONTH_WORD}\\s?(?<day>${DAY_DIGITS})\\s?[日号]`,
    read: (g) => calendar({ month: MONTH_WORDS[g.monthWord ?? ''], day: readChineseNumber(g.day) }),
    examples: [
      ['上月25日', '2025-05-25'],
      ['本月3号', '2025-06-03'],
    ],
    not: ['上月', '6月25日'],
  }),
  dateRule({
    id: 'zh-month',
    pattern: `${ANY_YEAR}?${MONTH}(?:份)?${MONTH_PART}?(?![\\d${NUMERAL}]{1,3}[日号])`,
    read: (g) =>
      calendar({
        year: readChineseYear(g),
        month: readChineseNumber(g.month),
        part: readChinesePart(g),
      }),
    examples: [
      ['2024年7月', '2024-07-01..2024-07-31'],
      ['今年7月下旬', '2025-07-21..2025-07-31'],
      ['五月份', '2025-05-01..2025-05-31'],
    ],
    not: ['7月26日', '13月'],
  }),
  dateRule({
    id: 'zh-month-word',
    pattern: `${MONTH_WORD}${MONTH_PART}?`,
    read: (g) => calendar({ month: MONTH_WORDS[g.monthWord ?? ''], part: readChinesePart(g) }),
    examples: [
      ['上个月', '2025-05-01..2025-05-31'],
      ['本月底', '2025-06-21..2025-06-30'],
    ],
    not: ['蜜月'],
  }),
  dateRule({
    id: 'zh-month-part',
    pattern: '本?月(?<part>初|底|末)',
    read: (g) => calendar({ month: { base: 'reference', offset: 0 }, part: readChinesePart(g) }),
    examples: [
      ['月底', '2025-06-21..2025-06-30'],
      ['本月初', '2025-06-01..2025-06-10'],
    ],
    not: ['月色'],
  }),
  dateRule({
    id: 'zh-year-part',
    pattern: `(?:${YEAR}|${YEAR_WORD})(?:的|年)?\\s?${YEAR_PART}`,
    read: (g) => calendar({ year: readChineseYear(g), part: readChinesePart(g) }),
    examples: [
      ['2025年上半年', '2025-01-01..2025-06-30'],
      ['2024年第一季度', '2024-01-01..2024-03-31'],
      ['今年年初', '2025-01-01..2025-03-31'],
      ['去年夏天', '2024-06-01..2024-08-31'],
    ],
    not: ['2025年度', '今年中国'],
  }),
  dateRule({
    id: 'zh-part-of-this-year',
    pattern: `(?:(?<=^|[^年个])${QUARTER}|(?<!\\d|[多几])(?<part>上半年|下半年)|年(?<yearPart>初|底|末)(?!期))`,
    read: (g) => calendar({ year: { base: 'reference', offset: 0 }, part: readChinesePart(g) }),
    examples: [
      ['第一季度', '2025-01-01..2025-03-31'],
      ['下半年', '2025-07-01..2025-12-31'],
      ['年底', '2025-10-01..2025-12-31'],
    ],
    not: ['最新一季度', '年末期'],
  }),
  dateRule({
    id: 'zh-decade-of-century',
    pattern:
      '(?<centuryWord>上个?世纪|本世纪|(?<century>\\d{1,2}|[一二十]{1,3})世纪)(?<decade>\\d0|[二三四五六七八九]十)年代',
    read: readChineseDecade,
    examples: [
      ['20世纪90年代', '1990-01-01..1999-12-31'],
      ['上世纪八十年代', '1980-01-01..1989-12-31'],
    ],
    not: ['22世纪90年代', '20世纪'],
  }),
  dateRule({
    id: 'zh-decade',
    pattern: '(?<!\\d)(?<year>[12]\\d{2}0)年代',
    read: (g) => yearsForm(readChineseNumber(g.year), 10, 'decade', true),
    examples: [['1990年代', '1990-01-01..1999-12-31']],
    not: ['1995年代'],
  }),
  dateRule({
    id: 'zh-decade-alone',
    pattern: '(?<![\\d十])(?<decade>[3-9]0|[三四五六七八九]十)年代',
    read: readChineseDecade,
    examples: [
      ['90年代', '1990-01-01..1999-12-31'],
      ['九十年代', '1990-01-01..1999-12-31'],
    ],
    not: ['二十年代', '1990年代'],
  }),
  dateRule({
    id: 'zh-century',
    pattern: '(?<centuryWord>上个?世纪|本世纪|(?<century>\\d{1,2}|[一二十]{1,3})世纪)(?!之交)',
    read: readChineseCentury,
    examples: [
      ['21世纪', '2001-01-01..2100-12-31'],
      ['上世纪', '1901-01-01..2000-12-31'],
      ['本世纪', '2001-01-01..2100-12-31'],
    ],
    not: ['20世纪之交', '世纪'],
  }),
  dateRule({
    id: 'zh-year',
    pattern: `${YEAR}${NOT_A_DURATION}`,
    read: (g) => calendar({ year: readChineseYear(g) }),
    examples: [
      ['2025年', '2025-01-01..2025-12-31'],
      ['二〇二五年', '2025-01-01..2025-12-31'],
    ],
    not: ['2000年的历史', '2000年间', '前2000年'],
  }),
  dateRule({
    id: 'zh-year-word',
    pattern: `${YEAR_WORD}(?!以上|轻)`,
    read: (g) => calendar({ year: readChineseYear(g) }),
    examples: [
      ['去年', '2024-01-01..2024-12-31'],
      ['明年', '2026-01-01..2026-12-31'],
      ['同年', '2025-01-01..2025-12-31'],
    ],
    not: ['今年轻', '今年以上'],
  }),
  dateRule({
    id: 'zh-week',
    pattern:
      '(?<word>上上个?|上个?|本|这个?|下个?)(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])?',
    read: readChineseWeek,
    examples: [
      ['上周五', '2025-06-20'],
      ['下周', '2025-06-30..2025-07-06'],
      ['本周末', '2025-06-28..2025-06-29'],
    ],
    not: ['周五', '三周'],
  }),
  dateRule({
    id: 'zh-weekday',
    pattern:
      '(?<![\\d一二两三四五六七八九十几数每逢]|每个|每一|[每逢](?:(?:周|星期)[一二三四五六日天][、和及]){1,6})(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])(?![岁年])',
    read: readChineseWeek,
    examples: [
      ['周三', '2025-06-25'],
      ['星期天', '2025-06-22'],
    ],
    not: [
      '每周一',
      '每逢周一',
      '每逢周一、周三和周五',
      '逢星期五',
      '每个星期一',
      '三周一',
      '周三岁',
    ],
  }),
  dateRule({
    id: 'zh-ago',
    pattern:
      '(?<count>\\d{1,3}|[一二两三四五六七八九十半]{1,3})\\s?(?<unit>天|日|周|个?星期|个月|年)(?:之|以)?前(?![\\d一二两三四五六七八九十])',
    read: readChineseAgo,
    examples: [
      ['三天前', '2025-06-25'],
      ['2个月前', '2025-04-01..2025-04-30'],
      ['半年前', '2024-12-01..2024-12-31'],
    ],
    not: ['三年前三季度', '三天'],
  }),
  dateRule({
    id: 'zh-day-word',
    pattern: `(?<word>${Object.keys(DAY_WORDS).join('|')})(?!头条|俄罗斯|美国|亚洲)`,
    read: (g) => offsetForm('reference', 'day', DAY_WORDS[g.word ?? ''] ?? 0),
    examples: [
      ['昨天', '2025-06-27'],
      ['今晚', '2025-06-28'],
    ],
    not: ['今日俄罗斯', '昨'],
  }),
  dateRule({
    id: 'zh-same-day',
    pattern: '(?:同|当|那|这)一?(?:天|日(?!本|方|韩|美|中|俄|双边))|当晚|当夜',
    read: () => offsetForm('previous', 'day', 0),
    examples: [
      ['同日', '2025-06-24'],
      ['当天', '2025-06-24'],
      ['当晚', '2025-06-24'],
    ],
    not: ['同日本', '当日本'],
  }),
  dateRule({
    id: 'zh-next-day',
    pattern: '次日|翌日|第二天|隔天',
    read: () => offsetForm('previous', 'day', 1),
    examples: [
      ['次日', '2025-06-25'],
      ['第二天', '2025-06-25'],
    ],
    not: ['第二', '日次'],
  }),
  dateRule({
    id: 'zh-day-before',
    pattern: '前一(?:天|日)',
    read: () => offsetForm('previous', 'day', -1),
    examples: [['前一天', '2025-06-23']],
    not: ['前天'],
  }),
  dateRule({
    id: 'zh-day-alone',
    pattern: `(?<![\\d.${NUMERAL}第近共每]|每月|为期|连续|历时)(?<day>\\d{1,2})\\s?日(?!内|均|游|间|报|圆|元|之内)`,
    read: (g) => calendar({ day: readChineseNumber(g.day) }),
    examples: [['26日', '2025-06-26']],
    not: ['26日内', '第26日', '连续26日', '每月25日'],
  }),
  dateRule({
    id: 'zh-day-number',
    pattern: `(?<=^|[\\s，,。；;：:？！（(、]|[在于从到至自是]|截至|本月)(?<day>\\d{1,2})号(?=$|[\\s，,。；;：:？！、）)]|[上下中]午|凌晨|早|晚|夜|当?天|之?[前后]|[起至到举召开抵发在将的])`,
    read: (g) => calendar({ day: readChineseNumber(g.day) }),
    examples: [
      ['25号上午', '2025-06-25'],
      ['会议于25号举行', '2025-06-25'],
      ['25号', '2025-06-25'],
    ],
    not: ['25号线', '嫦娥5号', '京A25号', '35号', '每月25号', '第25号'],
  }),
  dateRule({
    id: 'zh-vague',
    pattern: '近日|日前|近期|近年来?|近来|最近|不久前|前不久',
    read: () => ({ form: 'vague' }),
    examples: [
      ['近日', 'vague'],
      ['日前', 'vague'],
      ['近年来', 'vague'],
    ],
    not: ['近代'],
  }),
];
