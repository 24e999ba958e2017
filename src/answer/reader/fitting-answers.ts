import type { DateMention, NameKind, Quantity, Sentence } from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { findEnumerations } from '../../language/discourse/enumerations.ts';
import type { AnswerType, QuestionForm } from '../../question/question-form.ts';

/** Words of a sentence that have the form an answer must have. */
export interface TypedWords {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
  readonly fit: number;
}

/** Form from which words may be the answer. */
export const FITS = 0.3;
const NAME_FIT: Readonly<Partial<Record<AnswerType, Readonly<Record<NameKind, number>>>>> = {
  person: { person: 1, organization: 0.5, other: 0.5, place: 0.2 },
  venue: { place: 0.7, organization: 0.7, other: 0.7, person: 0.05 },
  enumeration: { person: 0.8, place: 0.8, organization: 0.8, other: 0.7 },
  place: { place: 1, organization: 0.4, other: 0.35, person: 0.05 },
  phrase: { other: 0.6, organization: 0.3, person: 0.3, place: 0.2 },
  name: { other: 0.9, organization: 0.9, person: 0.8, place: 0.6 },
};
const LIST_FIT = 1;
const DATE_FIT: Readonly<Record<string, number>> = {
  day: 1,
  range: 0.9,
  month: 0.7,
  week: 0.5,
  quarter: 0.5,
  year: 0.6,
};
const TIME_UNIT =
  /^\s?(?:年|个?多?月|周|天|日|号|时|点|个?小时|分钟?|秒|个?星期|世纪|years?|months?|weeks?|days?|hours?|minutes?|seconds?)/iu;
const CLAUSE_END = /[，、；。！？;!?]|,\s/u;
const QUOTED = /《[^》]{1,60}》|“[^”]{1,60}”|「[^」]{1,60}」|"[^"]{2,60}"/gu;
const REASON = {
  zh: /因为|由于|因此|所以|为了|旨在|之所以|原因|鉴于|使得|导致|致使|缘于|源于|出于|以便|是因|意味着|受.{1,12}影响/u,
  en: /\b(?:because|due to|owing to|as a result|in order to|so that|therefore|thanks to|reasons?|cause[sd]?|in response to|amid|to (?:ensure|prevent|avoid|promote|protect)|aims? (?:to|at)|ensuring|leading to)\b/iu,
} as const;

/** What in a sentence has the form that a question's answer must take, in order. */
export function findFittingAnswers(sentence: Sentence, form: QuestionForm): TypedWords[] {
  switch (form.expects) {
    case 'date':
      return sentence.dates.map(datedWords);
    case 'person':
    case 'place':
    case 'venue':
    case 'enumeration':
    case 'name':
    case 'phrase':
      return namedWords(sentence, form);
    case 'count':
    case 'quantity':
    case 'money':
    case 'percentage':
    case 'duration':
    case 'ordinal':
      return countedWords(sentence, form);
    case 'reason': {
      const match = REASON[sentence.language].exec(sentence.text);
      if (match === null) return [];
      const { index: start, 0: text } = match;
      return [{ start, end: start + text.length, text, key: foldText(sentence.text), fit: 1 }];
    }
    case 'remark': {
      if (sentence.attribution === null) return [];
      const { start, end } = sentence.attribution.verb;
      const text = sentence.text.slice(start, end);
      return [{ start, end, text, key: foldText(sentence.text), fit: 1 }];
    }
    default:
      return [];
  }
}

function datedWords({ start, end, expression, from, granularity }: DateMention): TypedWords {
  const isDay = granularity === 'day' && from !== null;
  return {
    start,
    end,
    text: expression,
    key: isDay ? from.slice(5) : (from ?? foldText(expression)),
    fit: (DATE_FIT[granularity] ?? 0.3) * (from === null ? 0.6 : 1),
  };
}

function namedWords(
  { names, text, language }: Sentence,
  { expects, focus }: QuestionForm,
): TypedWords[] {
  const fits = NAME_FIT[expects];
  const named = names.map((name) => ({
    start: name.start,
    end: name.end,
    text: name.text,
    key: foldText(name.text),
    fit: fits?.[name.kind] ?? 0,
  }));
  if (!['name', 'phrase', 'enumeration', 'venue'].includes(expects)) return named;
  const quoted = Array.from(text.matchAll(QUOTED), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    key: foldText(match[0].slice(1, -1)),
    fit: 1,
  }));
  const listed =
    expects !== 'enumeration'
      ? []
      : findEnumerations(text, language).map((list) => ({
          ...list,
          key: foldText(list.text),
          fit: LIST_FIT,
        }));
  return [...named, ...quoted, ...listed].map((one) =>
    focus !== null && !(one.key.includes(focus) && one.key !== focus)
      ? { ...one, fit: one.fit * 0.8 }
      : one,
  );
}

function countedWords(sentence: Sentence, form: QuestionForm): TypedWords[] {
  const counted = sentence.quantities.map((quantity) => ({
    start: quantity.start,
    end: quantity.end,
    text: quantity.text,
    key: String(quantity.value),
    fit: quantityFit(quantity, sentence.text, form),
  }));
  const dated =
    form.expects !== 'duration'
      ? []
      : sentence.dates
          .filter(({ granularity, expression }) => {
            return (
              (granularity === 'year' || granularity === 'vague') && /[年years]/u.test(expression)
            );
          })
          .map((date) => ({ ...datedWords(date), fit: 0.3 }));
  return [...counted, ...dated].filter(({ fit }) => fit > 0);
}

function quantityFit(quantity: Quantity, text: string, form: QuestionForm): number {
  const { kind, head } = quantity;
  const unit = (quantity.unit ?? '').toLowerCase();
  const { expects } = form;
  if (expects === 'ordinal') return kind === 'ordinal' ? 1 : 0;
  if (kind === 'ordinal') return 0;
  const isShare = kind === 'percent' || kind === 'percentage-points' || kind === 'fraction';
  if (expects === 'percentage') return isShare ? 1 : 0;
  const [clause = ''] = text.slice(quantity.end, quantity.end + 30).split(CLAUSE_END);
  const behind = clause.toLowerCase();
  const isTime = TIME_UNIT.test(unit) || (unit === '' && TIME_UNIT.test(behind));
  if (expects === 'duration') return isTime ? 1 : 0;
  if (expects === 'money') return kind === 'money' ? 1 : isShare ? 0 : 0.3;
  const asked = [...form.units, form.focus].filter((noun) => noun !== null && noun !== '');
  const fitsUnit = asked.some(
    (noun) =>
      noun !== null &&
      (unit.includes(noun) ||
        (unit !== '' && noun.includes(unit)) ||
        head === noun ||
        behind.startsWith(noun) ||
        (noun.length > 1 && behind.includes(noun))),
  );
  if (fitsUnit) return 1;
  if (isTime) return 0.1;
  if (isShare || kind === 'money') return expects === 'quantity' ? 0.3 : 0.1;
  return asked.length > 0 ? 0.5 : 0.7;
}
