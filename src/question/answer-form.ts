import type { Language } from '../core/article.ts';
import type { NameKind, NumberMention } from '../core/sentence.ts';
import { foldText } from '../language/characters/fold.ts';
import { findDates } from '../language/dates/dates.ts';
import type { NameAnalyzer } from '../language/names/names.ts';
import { findNumbers } from '../language/numbers/numbers.ts';
import type { AnswerCandidate } from './answer-candidate.ts';
import type { AnswerType, QuestionForm } from './question-form.ts';

/** A sentence that may hold an answer. */
export interface CandidateText {
  readonly text: string;
  readonly language: Language;
  /** What its relative dates count from, or null. */
  readonly publishedAt: string | null;
}

const REASON_MARKS = {
  zh: /因为|由于|因此|所以|为了|旨在|之所以|原因|鉴于|使得|导致|致使|缘于|源于|出于|标志着|以来首|首次|首位|以便|是因|意味着|受.{1,12}影响/u,
  en: /\b(?:because|due to|owing to|since|as a result|in order to|so that|therefore|thanks to|reasons?|cause[sd]?|in response to|amid|to (?:ensure|prevent|avoid|promote|protect)|aims? (?:to|at)|marks? the first|for the first time)\b/iu,
} as const;

const REMARK_MARKS = {
  zh: /(?:表示|指出|强调|认为|介绍|评价|坦言|直言|谈到|提到|回应|透露|呼吁|说|称)(?=[，,：:“"]|[\p{Script=Han}])/u,
  en: /\b(?:said|says|stated|told|added|noted|argued|called|stressed|emphasi[sz]e[sd]?|announced|claimed|promised|expects?|views?)\b/iu,
} as const;

const TIME_UNIT =
  /^(?:年|个?多?月|周|天|日|号|时|点|个?小时|分钟?|秒|个?星期|世纪|years?|months?|weeks?|days?|hours?|minutes?|seconds?)$/iu;
/** A unit that stands right behind a number and is no measure word of its own. */
const UNIT_AFTER =
  /^\s?(?:人次|人|公里|千米|厘米|毫米|平方米|平方公里|米|吨|公斤|千克|斤|辆|票|级|度|岁|倍|张|枚|席|站|年|个?月|周|天|个?小时|分钟|秒|(?:years?|months?|weeks?|days?|hours?|minutes?|people|tons?|tonnes?|km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|seats?|times|degrees)\b)/iu;
const QUOTED = /《[^》]{1,60}》|“[^”]{1,60}”|「[^」]{1,60}」|"[^"]{2,60}"/gu;

const NAME_KINDS: Readonly<Partial<Record<AnswerType, Readonly<Record<NameKind, number>>>>> = {
  person: { person: 1, organization: 0.5, other: 0.5, place: 0.3 },
  place: { place: 1, organization: 0.4, other: 0.35, person: 0.05 },
  venue: { place: 0.8, organization: 0.6, other: 0.5, person: 0.05 },
  phrase: { other: 0.6, organization: 0.3, person: 0.3, place: 0.2 },
  name: { other: 0.9, organization: 0.9, person: 0.8, place: 0.6 },
};

/** Whether answers of a type can be pointed at in a sentence, as a date or a name can. */
export function hasSpanAnswer(type: AnswerType): boolean {
  return ![
    'statement',
    'reason',
    'remark',
    'polarity',
    'definition',
    'identity',
    'role',
    'enumeration',
  ].includes(type);
}

/** Stretches of a text that have the form a question's answer must take, in order. */
export function findAnswerCandidates(
  text: CandidateText,
  form: QuestionForm,
  names: NameAnalyzer,
): AnswerCandidate[] {
  switch (form.expects) {
    case 'date':
      return dateCandidates(text);
    case 'person':
    case 'place':
    case 'venue':
      return nameCandidates(text, form, names);
    case 'name':
    case 'phrase':
      return preferFocus(
        [...nameCandidates(text, form, names), ...quotedCandidates(text.text)],
        form,
      );
    case 'count':
    case 'quantity':
    case 'money':
    case 'percentage':
    case 'duration':
    case 'ordinal':
      return numberCandidates(text, form);
    case 'reason':
      return markCandidates(text, REASON_MARKS[text.language]);
    case 'remark':
      return markCandidates(text, REMARK_MARKS[text.language]);
    default:
      return [];
  }
}

/** Words that mark a reason or a remark. No two are the same answer, so each has its own key. */
function markCandidates({ text }: CandidateText, mark: RegExp): AnswerCandidate[] {
  const match = mark.exec(text);
  if (match === null) return [];
  const { index: start, 0: words } = match;
  return [{ start, end: start + words.length, text: words, key: foldText(text), fit: 1 }];
}

/** What a name counts that does not hold the noun asked for: a treaty is mostly called one. */
const WITHOUT_FOCUS = 0.8;

function preferFocus(candidates: AnswerCandidate[], { focus }: QuestionForm): AnswerCandidate[] {
  if (focus === null) return candidates;
  return candidates.map((candidate) =>
    candidate.key.includes(focus) && candidate.key !== focus
      ? { ...candidate, fit: 1 }
      : { ...candidate, fit: candidate.fit * WITHOUT_FOCUS },
  );
}

const DATE_FIT: Readonly<Record<string, number>> = {
  day: 1,
  range: 0.9,
  month: 0.7,
  week: 0.5,
  quarter: 0.5,
  year: 0.4,
};

/** 新华社青岛7月7日电, 记者7日获悉: when it was reported, which is seldom what was asked. */
const REPORTED_BEHIND = /^\s?电/u;
const REPORTED_BEFORE = /记者\s?$/u;
const REPORTED_FIT = 0.1;

function dateCandidates({ text, language, publishedAt }: CandidateText): AnswerCandidate[] {
  return findDates(text, { language, reference: publishedAt }).map((mention) => {
    const { start, end, expression, from, granularity } = mention;
    const isReport =
      REPORTED_BEHIND.test(text.slice(end)) || REPORTED_BEFORE.test(text.slice(0, start));
    const day = granularity === 'day' && from !== null ? from.slice(5) : writtenDay(expression);
    return {
      start,
      end,
      text: expression,
      key: day ?? from ?? foldText(expression),
      fit:
        (DATE_FIT[day === null ? granularity : 'day'] ?? 0.3) *
        (from === null && day === null ? 0.6 : 1) *
        (isReport ? REPORTED_FIT : 1),
    };
  });
}

/** Month and day of an expression whose year nothing tells. */
function writtenDay(expression: string): string | null {
  const match = /(\d{1,2})月(\d{1,2})[日号]/u.exec(expression);
  return match === null ? null : `${match[1]?.padStart(2, '0')}-${match[2]?.padStart(2, '0')}`;
}

/** How far behind a number the noun that it counts may stand, in UTF-16 units. */
const NOUN_REACH = 30;

function numberCandidates(
  { text, language }: CandidateText,
  form: QuestionForm,
): AnswerCandidate[] {
  const dates = form.expects === 'duration' ? [] : findDates(text, { language, reference: null });
  return findNumbers(text, dates).flatMap((mention) => {
    const unit = mention.unit ?? UNIT_AFTER.exec(text.slice(mention.end))?.[0].trim() ?? '';
    const behind = text.slice(mention.end, mention.end + NOUN_REACH).toLowerCase();
    const fit = numberFit(mention, unit.toLowerCase(), behind, form);
    if (fit === 0) return [];
    const end = text.startsWith(unit, mention.end) ? mention.end + unit.length : mention.end;
    return [
      {
        start: mention.start,
        end,
        text: text.slice(mention.start, end),
        key: String(mention.value),
        fit,
      },
    ];
  });
}

function numberFit(
  mention: NumberMention,
  unit: string,
  behind: string,
  form: QuestionForm,
): number {
  const { kind } = mention;
  if (form.expects === 'ordinal') return kind === 'ordinal' ? 1 : 0;
  if (kind === 'ordinal') return 0;
  const isShare = kind === 'percent' || kind === 'percentage-points' || kind === 'fraction';
  if (form.expects === 'percentage') return isShare ? 1 : 0;
  if (form.expects === 'duration') return TIME_UNIT.test(unit) ? 1 : 0;
  if (form.expects === 'money') {
    if (kind === 'money') return 1;
    return !isShare && unit === '' && mention.value >= 1e4 ? 0.6 : 0;
  }
  if (TIME_UNIT.test(unit)) return 0;
  if (form.units.some((asked) => unit !== '' && (unit.includes(asked) || asked.includes(unit)))) {
    return 1;
  }
  const counted = [...form.units, form.focus].filter((noun) => noun !== null && noun.length > 1);
  if (counted.some((noun) => behind.includes(noun ?? ''))) return 1;
  if (isShare) return form.expects === 'quantity' ? 0.2 : 0.05;
  if (kind === 'money') return form.expects === 'quantity' ? 0.3 : 0.1;
  return form.units.length > 0 ? 0.6 : 0.8;
}

/** Behind a name, makes it a place: 乔尔蓬阿塔 + 市. */
const PLACE_SUFFIX = /^(?:市|县|省|州|镇|村|岛|港|乡|区(?!域|别))/u;
/** 吉尔吉斯共和国, 联合王国 */
const NAMED_COUNTRY = /\p{Script=Han}{2}国$|^(?:Republic|Kingdom) of\b/u;
const COUNTRY = /^(?:国家|国|country|countries|nations?|states?)$/u;
const SMALLER_PLACE =
  /^(?:城市|市|地方|省份|地区|city|cities|towns?|venues?|places?|locations?|stadiums?)$/u;
/** What a country counts where a smaller place is asked for, and the other way round. */
const WRONG_SIZE = 0.3;
/** What a country counts where the question asks where. */
const WIDE = 0.6;

function nameCandidates(
  { text, language }: CandidateText,
  form: QuestionForm,
  names: NameAnalyzer,
): AnswerCandidate[] {
  const fits = NAME_KINDS[form.expects];
  if (fits === undefined) return [];
  return names.findNames(text, language).map((name) => {
    const suffix = name.kind === 'organization' ? null : PLACE_SUFFIX.exec(text.slice(name.end));
    const end = name.end + (suffix?.[0].length ?? 0);
    const kind: NameKind = suffix === null ? name.kind : 'place';
    const words = text.slice(name.start, end);
    const scale = form.expects === 'place' ? placeScale(words, language, form, names) : 1;
    return {
      start: name.start,
      end,
      text: words,
      key: foldText(name.text),
      fit: fits[kind] * scale,
    };
  });
}

function placeScale(
  name: string,
  language: Language,
  { focus }: QuestionForm,
  names: NameAnalyzer,
): number {
  const isCountry =
    NAMED_COUNTRY.test(name) ||
    [...names.nameKeys(name, language).keys()].some((key) => key.startsWith('region:'));
  if (focus !== null && COUNTRY.test(focus)) return isCountry ? 1 : WRONG_SIZE;
  if (focus !== null && SMALLER_PLACE.test(focus)) return isCountry ? WRONG_SIZE : 1;
  return isCountry ? WIDE : 1;
}

function quotedCandidates(text: string): AnswerCandidate[] {
  return Array.from(text.matchAll(QUOTED), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    key: foldText(match[0].slice(1, -1)),
    fit: 1,
  }));
}
