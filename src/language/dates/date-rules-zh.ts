import { parseChineseNumeral } from '../numbers/chinese-numerals.ts';
import {
  calendar,
  calendarRange,
  type DateForm,
  type DateGroups,
  type DatePart,
  type DateRule,
  dateRule,
  offsetForm,
  type RelativeField,
  yearsForm,
} from './date-expression.ts';

const NUMERAL = '〇零一二三四五六七八九十';
const TO = '\\s?(?:至|到|—{1,2}|–|-|－|~|～)\\s?';
/** 2000年的历史 and 2000年间 are durations. */
const NOT_A_DURATION = '(?!\\s?(?:的?历史|之久|以上|间|来(?!临)))';

const YEAR_WORDS: Readonly<Record<string, RelativeField>> = {
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
const MONTH_WORDS: Readonly<Record<string, RelativeField>> = {
  上个月: { base: 'reference', offset: -1 },
  上月: { base: 'reference', offset: -1 },
  这个月: { base: 'reference', offset: 0 },
  本月: { base: 'reference', offset: 0 },
  下个月: { base: 'reference', offset: 1 },
  下月: { base: 'reference', offset: 1 },
  当月: { base: 'previous', offset: 0 },
  同月: { base: 'previous', offset: 0 },
};
const DAY_WORDS: Readonly<Record<string, number>> = {
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

const FOUR_DIGITS = `(?:[12]\\d{3}|[一二][〇零一二三四五六七八九]{3})`;
const YEAR = `(?<!前\\s?)(?<!\\d)(?<y>${FOUR_DIGITS})\\s?(?:年|(?=第?[一二三四]季度|[上下]半年))`;
const YEAR_WORD = `(?<yw>${Object.keys(YEAR_WORDS).join('|')})`;
const ANY_YEAR = `(?:(?:${YEAR}|${YEAR_WORD})(?:的)?\\s?)`;
const MONTH = `(?<![\\d${NUMERAL}])(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月`;
const MONTH_WORD = `(?<mw>${Object.keys(MONTH_WORDS).join('|')})`;
const DAY_DIGITS = `\\d{1,2}|[一二三四五六七八九十廿]{1,3}`;
/** 最新一季度 and 上一季度 are one quarter, not the first. */
const QUARTER = '(?<!最新|最近|近|上|下|每)(?:第?(?<q>[一二三四1-4])季度)';
const YEAR_PART = `(?:${QUARTER}|(?<p>上半年|下半年|[春夏秋冬](?=季|天)|(?<=年)(?:[初底末](?!期)|中(?=[,，。、；的以前后起至召举]|$))))(?:季|天)?`;
const MONTH_PART = '(?<p>上旬|中旬|下旬|初|底|末)';

/** How Chinese news writes dates, most specific first. */
export const CHINESE_DATE_RULES: readonly DateRule[] = [
  // 6月25日至26日, 2025年6月25日—7月4日, 6月25、26日
  dateRule(
    `${ANY_YEAR}?${MONTH}\\s?(?<d>${DAY_DIGITS})\\s?(?:[日号]?${TO}|、)(?:(?<y2>${FOUR_DIGITS})\\s?年)?(?:(?<m2>\\d{1,2}|[一二三四五六七八九十]{1,2})\\s?月)?\\s?(?<d2>${DAY_DIGITS})\\s?[日号]`,
    (g) =>
      calendarRange(
        { year: year(g), month: number(g.m), day: number(g.d) },
        { year: number(g.y2), month: number(g.m2), day: number(g.d2) },
      ),
  ),
  // 25日至26日, 25-26日
  dateRule(`(?<![\\d.月])(?<d>\\d{1,2})\\s?日?${TO}(?<d2>\\d{1,2})\\s?日(?!内|均|游)`, (g) =>
    calendarRange({ day: number(g.d) }, { day: number(g.d2) }),
  ),
  // 2025年1月至5月, 1—5月
  dateRule(
    `${ANY_YEAR}?(?<![\\d.])(?<m>\\d{1,2})\\s?月?(?:份)?${TO}(?:(?<y2>${FOUR_DIGITS})\\s?年)?(?<m2>\\d{1,2})\\s?月(?:份)?(?!\\s?[\\d日])`,
    (g) =>
      calendarRange(
        { year: year(g), month: number(g.m) },
        { year: number(g.y2), month: number(g.m2) },
      ),
  ),
  // 2025—2026年, 2024-2025赛季
  dateRule(
    `(?<!\\d)(?<y>${FOUR_DIGITS})\\s?年?${TO}(?<y2>${FOUR_DIGITS})(?:\\s?年(?!\\s?\\d{1,2}月)|(?=\\s?(?:赛季|学年|财年|年度)))`,
    (g) => calendarRange({ year: number(g.y) }, { year: number(g.y2) }),
  ),
  // 2025年6月26日, 去年12月30日, 六月二十六日
  dateRule(`${ANY_YEAR}?${MONTH}\\s?(?<d>${DAY_DIGITS})\\s?[日号]`, (g) =>
    calendar({ year: year(g), month: number(g.m), day: number(g.d) }),
  ),
  // 上月25日
  dateRule(`${MONTH_WORD}\\s?(?<d>${DAY_DIGITS})\\s?[日号]`, (g) =>
    calendar({ month: MONTH_WORDS[g.mw ?? ''], day: number(g.d) }),
  ),
  // 2024年7月, 去年底, 今年7月下旬
  dateRule(`${ANY_YEAR}?${MONTH}(?:份)?${MONTH_PART}?(?![\\d${NUMERAL}]{1,3}[日号])`, (g) =>
    calendar({ year: year(g), month: number(g.m), part: part(g) }),
  ),
  dateRule(`${MONTH_WORD}${MONTH_PART}?`, (g) =>
    calendar({ month: MONTH_WORDS[g.mw ?? ''], part: part(g) }),
  ),
  dateRule('本?月(?<p>初|底|末)', (g) =>
    calendar({ month: { base: 'reference', offset: 0 }, part: part(g) }),
  ),
  // 2025年上半年, 2024年第一季度, 今年年初, 去年夏天
  dateRule(`(?:${YEAR}|${YEAR_WORD})(?:的|年)?\\s?${YEAR_PART}`, (g) =>
    calendar({ year: year(g), part: part(g) }),
  ),
  dateRule(
    `(?:(?<=^|[^年个])${QUARTER}|(?<!\\d|[多几])(?<p>上半年|下半年)|年(?<p2>初|底|末)(?!期))`,
    (g) => calendar({ year: { base: 'reference', offset: 0 }, part: part(g) }),
  ),
  // 20世纪90年代, 上世纪80年代, 1990年代
  dateRule(
    '(?<cw>上个?世纪|本世纪|(?<c>\\d{1,2}|[一二十]{1,3})世纪)(?<dec>\\d0|[二三四五六七八九]十)年代',
    (g) => decade(g),
  ),
  dateRule('(?<!\\d)(?<y>[12]\\d{2}0)年代', (g) => yearsForm(number(g.y), 10, 'decade', true)),
  dateRule('(?<![\\d十])(?<dec>[3-9]0|[三四五六七八九]十)年代', (g) => decade(g)),
  dateRule('(?<cw>上个?世纪|本世纪|(?<c>\\d{1,2}|[一二十]{1,3})世纪)(?!之交)', (g) => century(g)),
  // 2025年, 去年
  dateRule(`${YEAR}${NOT_A_DURATION}`, (g) => calendar({ year: year(g) })),
  dateRule(`${YEAR_WORD}(?!以上|轻)`, (g) => calendar({ year: year(g) })),
  // 上周五, 下周, 周三
  dateRule(
    '(?<w>上上个?|上个?|本|这个?|下个?)(?:周|星期|礼拜)(?<wd>[一二三四五六日天末])?',
    weekForm,
  ),
  dateRule(
    '(?<![\\d一二两三四五六七八九十几数每])(?:周|星期|礼拜)(?<wd>[一二三四五六日天末])(?![岁年])',
    weekForm,
  ),
  // 三天前, 2个月前
  dateRule(
    '(?<n>\\d{1,3}|[一二两三四五六七八九十半]{1,3})\\s?(?<u>天|日|周|个?星期|个月|年)(?:之|以)?前(?![\\d一二两三四五六七八九十])',
    agoForm,
  ),
  // 昨天, 今晚
  dateRule(`(?<w>${Object.keys(DAY_WORDS).join('|')})(?!头条|俄罗斯|美国|亚洲)`, (g) =>
    offsetForm('reference', 'day', DAY_WORDS[g.w ?? ''] ?? 0),
  ),
  // 同日, 当天; 次日
  dateRule('(?:同|当|那|这)一?(?:天|日(?!本|方|韩|美|中|俄|双边))|当晚|当夜', () =>
    offsetForm('previous', 'day', 0),
  ),
  dateRule('次日|翌日|第二天|隔天', () => offsetForm('previous', 'day', 1)),
  dateRule('前一(?:天|日)', () => offsetForm('previous', 'day', -1)),
  // 26日: the month is the context's
  dateRule(
    `(?<![\\d.${NUMERAL}第近共每]|为期|连续|历时)(?<d>\\d{1,2})\\s?日(?!内|均|游|间|报|圆|元|之内)`,
    (g) => calendar({ day: number(g.d) }),
  ),
  dateRule('近日|日前|近期|近年来?|近来|最近|不久前|前不久', () => ({ form: 'vague' })),
];

function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return parseChineseNumeral(text.replace('廿', '二十')) ?? undefined;
}

function year(groups: DateGroups): number | RelativeField | undefined {
  return groups.yw === undefined ? number(groups.y) : YEAR_WORDS[groups.yw];
}

function part(groups: DateGroups): DatePart | undefined {
  const quarter = number(groups.q);
  if (quarter !== undefined) return `quarter-${quarter}` as DatePart;
  return PARTS[groups.p ?? groups.p2 ?? ''];
}

function weekForm(groups: DateGroups): DateForm {
  const word = groups.w;
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
  const day = groups.wd;
  if (day === undefined) return offsetForm('reference', 'week', week ?? 0);
  if (day === '末') return offsetForm('reference', 'weekend', week ?? 0);
  return { form: 'weekday', weekday: day === '天' ? 7 : '一二三四五六日'.indexOf(day) + 1, week };
}

function agoForm(groups: DateGroups): DateForm | null {
  const unit = groups.u ?? '';
  if (groups.n === '半') return unit === '年' ? offsetForm('reference', 'month', -6, false) : null;
  const count = number(groups.n);
  if (count === undefined) return null;
  if (unit === '年') return offsetForm('reference', 'year', -count, false);
  if (unit === '个月') return offsetForm('reference', 'month', -count, false);
  if (unit === '天' || unit === '日') return offsetForm('reference', 'day', -count);
  return offsetForm('reference', 'week', -count, false);
}

/** First year of the century a word names; 上世纪 is read from the 2000s, where news is written. */
function centuryStart(groups: DateGroups): number | null {
  const word = groups.cw;
  if (word === undefined) return null;
  if (word.startsWith('上')) return 1900;
  if (word === '本世纪') return 2000;
  const ordinal = number(groups.c);
  return ordinal === undefined || ordinal < 1 || ordinal > 21 ? null : (ordinal - 1) * 100;
}

function decade(groups: DateGroups): DateForm | null {
  const start = centuryStart(groups);
  const tens = number(groups.dec);
  if (tens === undefined || (start === null && groups.cw !== undefined)) return null;
  return yearsForm((start ?? 1900) + tens, 10, 'decade', start !== null);
}

function century(groups: DateGroups): DateForm | null {
  const start = centuryStart(groups);
  return start === null ? null : yearsForm(start + 1, 100, 'century', true);
}
