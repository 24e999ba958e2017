import type { Quantity, Sentence } from '../../core/sentence.ts';
import { parseChineseNumeral } from '../../language/numbers/chinese-numerals.ts';
import type { CandidateSource, TypedCandidate } from './typed-candidate.ts';

const TIME_UNIT =
  /^(?:年|个?多?月|周|天|日|号|时|点|个?小时|分钟?|秒|个?星期|世纪|years?|months?|weeks?|days?|hours?|minutes?|seconds?)$/iu;
/** A length of time: 12天, two-day, 3年零6个月; a day of the month only behind 为期, 拘留, 共. */
const LENGTH_ZH =
  /(?<n>\d[\d.,]*|[一二两三四五六七八九十百千半几]+)(?:多|余|几)?\s?(?<u>年(?![代级份度初末底内前后]|\d)|个?多?月(?![\d一二三四五六七八九十初末底份])|个?(?:星期|小时|钟头)|周(?![一二三四五六日年])|天|分钟|秒(?!杀))(?:零?(?:\d+|[一二两三四五六七八九十]+)(?:个月|天|个?小时|分钟?))?|(?<=为期|历时|连续|拘留|共计|长达)(?<n2>\d+|[一二两三四五六七八九十]+)日/gu;
const LENGTH_EN =
  /(?<n>\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[ -](?:more than |half )?)(?<u>years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b(?! (?:ago|old)\b)/giu;
const ENGLISH_NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);
/** Units of English and Chinese by one name. */
const UNIT_OF: readonly (readonly [RegExp, string])[] = [
  [/年|year/iu, 'year'],
  [/月|month/iu, 'month'],
  [/周|星期|week/iu, 'week'],
  [/天|日|day/iu, 'day'],
  [/小时|钟头|hour/iu, 'hour'],
  [/分|minute/iu, 'minute'],
  [/秒|second/iu, 'second'],
];

export function unitOfTime(unit: string): string | null {
  return UNIT_OF.find(([pattern]) => pattern.test(unit))?.[1] ?? null;
}

/** Lengths of time that are no date. */
export function durationCandidates({ question, sentence }: CandidateSource): TypedCandidate[] {
  const { text, dates, language } = sentence;
  const asked = question.units.map(unitOfTime).find((unit) => unit !== null) ?? null;
  const isPunishment = /判/u.test(question.text);
  return Array.from(text.matchAll(language === 'zh' ? LENGTH_ZH : LENGTH_EN), (match) => {
    const start = match.index;
    const end = start + match[0].length;
    const digits = match.groups?.['n'] ?? match.groups?.['n2'] ?? '';
    const unit = unitOfTime(match.groups?.['u'] ?? '日') ?? '';
    const value = numberOf(digits);
    const isDate = dates.some(
      (date) =>
        date.granularity !== 'vague' && date.from !== null && start < date.end && date.start < end,
    );
    const isAgo = /^(?:前|之前|以前|后的今天)/u.test(text.slice(end));
    const fits = asked === null || asked === unit || isPunishment ? 1 : 0.5;
    const isLabelled =
      /(?:为期|历时|历经|长达|持续|连续|用时|耗时|有期徒刑|拘留|共|仅用|工期)[^，。]{0,3}$/u.test(
        text.slice(0, start),
      );
    return {
      start,
      end,
      text: match[0],
      key: `${value} ${unit}`,
      fit:
        (isDate && !isLabelled) || isAgo || value === null
          ? 0
          : isLabelled || language === 'en'
            ? fits
            : 0.85 * fits,
      isBound: isLabelled,
      ...(value === null ? {} : { quantity: { value, kind: 'cardinal' as const, unit } }),
    };
  }).filter(({ fit }) => fit > 0);
}

function numberOf(digits: string): number | null {
  if (/^\d/u.test(digits)) return Number(digits.replace(/,/gu, ''));
  const place = ENGLISH_NUMBERS.indexOf(digits.toLowerCase());
  if (place > 0) return place;
  if (/^an?$/iu.test(digits)) return 1;
  return parseChineseNumeral(digits);
}

/** How far behind a number the noun that it counts may end, in UTF-16 units. */
const NOUN_REACH = { zh: 12, en: 32 } as const;
/** Measure words of things that can be counted. */
const COUNTING_UNIT =
  /^(?:[个名位人支家座条项次届场种件辆架艘台部款所张枚只头篇本颗套份起例户批集轮页章节期处间栋片块根棵株趟班列口匹对双级岁站席票国城省门队封幅首]|人次|多个|余名|余人|多人|多名)$/u;
/** Words that count anything. */
const ANY_MEASURE = /^[个名位项家条次件]$|^$/u;

/** What a price is for: 5.32元/股. */
const PER = /^[/／]\p{Script=Han}{1,2}/u;

/** Numbers that count what is asked for, sums, shares and places in an order. */
export function numberCandidates(source: CandidateSource): TypedCandidate[] {
  const { question, sentence } = source;
  return sentence.quantities.flatMap((quantity): TypedCandidate[] => {
    const { fit, isBound } = quantityFit(quantity, source);
    if (fit === 0) return [];
    const { value, kind, unit } = quantity;
    if (isOfBefore(quantity, source)) return [];
    const isAsked = question.numbers.some((own) => own.value === value && own.kind === kind);
    if (isAsked) return [];
    const per = kind === 'money' ? (PER.exec(sentence.text.slice(quantity.end))?.[0] ?? '') : '';
    const end = quantity.end + per.length;
    return [
      {
        start: quantity.start,
        end,
        text: sentence.text.slice(quantity.start, end),
        key: `${kind} ${value}`,
        fit,
        isBound,
        quantity: { value, kind, unit },
      },
    ];
  });
}

/** What a number was before: the first of two that something grew from, or that of the founders. */
const BEFORE_LEADS =
  /(?:最初|起初|当初|原有|原来|原先|成立之初)(?:只?有|是|为|的|仅){0,2}$|(?:从|由)[^，。；、]{0,8}$|\b(?:original(?:ly)?|initial(?:ly)?|at first|founding|from)(?: (?:the|only|its|just|an?))*\s*$/iu;
const BEFORE_FOLLOWS = /^\s?(?:个|名|位|家)?(?:创始|初创|原始|founding\b|original\b)/iu;
const GROWS_FROM = /(?:从|由)[^，。；、]{0,8}$|\bfrom(?: \w+)?\s*$/iu;
const GROWS_TO = /^[^。；]{0,30}(?:到|至|为|成|\bto\b)/iu;
const ASKS_OF_BEFORE =
  /最初|起初|当初|原来|原有|原先|创始|成立时|之前|从前|\b(?:original|initial|at first|founding|founder|before|used to)/iu;

/** Whether a number is one of before, where what is so now is asked. */
function isOfBefore(quantity: Quantity, { question, sentence: { text } }: CandidateSource) {
  if (ASKS_OF_BEFORE.test(question.text)) return false;
  const [lead, rest] = [text.slice(0, quantity.start), text.slice(quantity.end)];
  if (BEFORE_FOLLOWS.test(rest)) return true;
  return BEFORE_LEADS.test(lead) && (!GROWS_FROM.test(lead) || GROWS_TO.test(rest));
}

function quantityFit(
  quantity: Quantity,
  { question, sentence }: CandidateSource,
): { fit: number; isBound: boolean } {
  const { kind, unit } = quantity;
  const { expects } = question;
  const none = { fit: 0, isBound: false };
  if (expects === 'ordinal') {
    const isRank = /(?:第|排名?|位列|居)[^，。]{0,3}$/u.test(
      sentence.text.slice(0, quantity.start),
    );
    // 首次 counts nothing: a place in an order has its number.
    const isNumbered = /\d|[一二三四五六七八九十百]/u.test(quantity.text);
    if (kind === 'ordinal') return isNumbered ? { fit: 1, isBound: true } : none;
    return isRank ? { fit: 0.9, isBound: true } : none;
  }
  if (kind === 'ordinal') return none;
  const isShare = kind === 'percent' || kind === 'percentage-points' || kind === 'fraction';
  if (expects === 'percentage') return isShare ? { fit: 1, isBound: false } : none;
  if (expects === 'money') return kind === 'money' ? { fit: 1, isBound: false } : none;
  if (TIME_UNIT.test(unit ?? '') || isTimeInEnglish(quantity, sentence)) return none;
  if (isShare || kind === 'money') return none;
  if (isYear(quantity)) return none;
  // A measure of its own (米, 吨) counts nothing but what is asked in it.
  const isMeasured = unit !== null && !COUNTING_UNIT.test(unit) && !question.units.includes(unit);
  if (isMeasured && expects === 'count') return none;
  const byNoun = countsAskedNoun(quantity, question, sentence);
  if (byNoun > 0) return { fit: byNoun, isBound: true };
  const fitsUnit = question.units.some((asked) => asked === unit && !ANY_MEASURE.test(asked));
  if (fitsUnit) return { fit: 0.9, isBound: true };
  const isAnyUnit = question.units.some((asked) => asked === unit);
  const leavesOpen = question.focus === null || expects === 'quantity';
  return { fit: isAnyUnit ? 0.5 : leavesOpen ? 0.45 : 0.15, isBound: false };
}

function isTimeInEnglish({ end }: Quantity, { text }: Sentence): boolean {
  return /^[\s-]?(?:years?|months?|weeks?|days?|hours?|minutes?|a\.?m|p\.?m|o'clock)\b/iu.test(
    text.slice(end),
  );
}

/** A year glued to a name: 2023上海书展. */
function isYear({ value, unit, text }: Quantity): boolean {
  return unit === null && /^(?:19|20)\d\d$/u.test(text) && Number.isInteger(value);
}

function countsAskedNoun(
  quantity: Quantity,
  { focus, units, language }: CandidateSource['question'],
  sentence: Sentence,
): number {
  const asked = focus ?? units.find((unit) => unit.length > 1) ?? null;
  if (asked === null) return 0;
  const reach = NOUN_REACH[sentence.language];
  const behind =
    sentence.text.slice(quantity.end, quantity.end + reach).split(/[，。；：、,;.]/u)[0] ?? '';
  const stem = language === 'en' ? asked.replace(/(?:ies|es|s)$/u, '') : asked;
  if (behind.toLowerCase().includes(stem)) return 1;
  // 技术人员2400名: in Chinese the noun may stand before its number.
  const before = sentence.text.slice(
    Math.max(0, quantity.start - asked.length - 3),
    quantity.start,
  );
  const own = before.split(/[，。；、,;]/u).at(-1) ?? '';
  if (sentence.language === 'zh' && own.includes(asked)) return 0.95;
  // Across languages the nouns behind it share a meaning with the one asked for.
  const near = sentence.tokens.filter(
    ({ start, end, stop }) => start >= quantity.end && end <= quantity.end + behind.length && !stop,
  );
  const meanings = ASKED_MEANINGS(asked);
  const shares = near.some(
    ({ normal, concepts }) =>
      meanings.has(normal) ||
      concepts.some(({ stem: concept, weight }) => weight >= 0.5 && meanings.has(concept)),
  );
  return shares ? 0.95 : 0;
}

/** The asked noun as the forms that other words' concepts take. */
function ASKED_MEANINGS(noun: string): ReadonlySet<string> {
  return new Set([
    noun,
    noun.replace(/(?:ies)$/u, 'i'),
    noun.replace(/(?:es|s)$/u, ''),
    noun.replace(/s$/u, ''),
  ]);
}
