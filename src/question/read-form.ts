import type { AnswerKind } from '../core/answer.ts';
import type { Language } from '../core/article.ts';
import type { Span } from '../core/span.ts';
import { allMatches } from '../language/characters/all-matches.ts';
import { type AskedToken, findAskedNoun, typeOfNoun } from './asked-noun.ts';
import type { AnswerType, QuestionForm } from './question-form.ts';
import type { CompiledRule } from './question-rule.ts';
import { COMPILED_ENGLISH_RULES } from './rules/en.ts';
import { COMPILED_CHINESE_RULES } from './rules/zh.ts';

const LATEST: Readonly<Record<Language, RegExp>> = {
  zh: /最新|最终|到?目前(?!为止没)|如今|当前|眼下|最后(?:通报|公布|统计|报告|一共|总共|死)|(?:升|增|涨)(?:到|至)|后来|前后/u,
  en: /\b(?:latest|newest|most recent|currently|current|right now|so far|to date|final|eventually|in the end|as of)\b/iu,
};
const TOTAL: Readonly<Record<Language, RegExp>> = {
  zh: /一共|总共|总计|共计|累计|合计|加起来/u,
  en: /\b(?:in total|total|altogether|in all|overall|combined)\b/iu,
};
/** Kinds of question that a type of answer belongs to, where a noun has set the type. */
const KIND_OF_TYPE: Partial<Record<AnswerType, AnswerKind>> = {
  date: 'when',
  reason: 'why',
  venue: 'where',
  money: 'how-much',
  percentage: 'how-much',
  quantity: 'how-much',
};

/**
 * Reads from a question's own words what it asks for and what its answer must hold. Keyword
 * questions (`神舟十六号发射时间`, `Super Bowl 2021 location`) are read by the noun they end in.
 * @param text one question, as written; offsets of the result count its UTF-16 code units
 * @param tokens of the text, in order
 */
export function readQuestionForm(
  text: string,
  language: Language,
  tokens: readonly AskedToken[],
): QuestionForm {
  const wantsLatest = LATEST[language].test(text);
  const wantsTotal = TOTAL[language].test(text);
  for (const rule of language === 'zh' ? COMPILED_CHINESE_RULES : COMPILED_ENGLISH_RULES) {
    const { cues, units } = matchRule(text, rule);
    if (cues.length === 0) continue;
    const noun = findAskedNoun(text, language, cues, tokens);
    const typed = typedBy(noun?.text ?? null, rule, language);
    const expects = typed ?? rule.expects;
    const { id, many = false, request = 'answer' } = rule;
    const kind = (typed === null || many ? undefined : KIND_OF_TYPE[typed]) ?? rule.kind;
    // What follows 哪年 and "what day" is what happened then, unless it names a time itself.
    const isOfTime = expects !== 'date' || typeOfNoun(noun?.text ?? '', language) === 'date';
    const focus = isOfTime ? (noun?.text ?? null) : null;
    const isCounted = language === 'en' && expects === 'count' && focus !== null;
    const counted = rule.units ?? (isCounted ? [focus] : units);
    return {
      rule: id,
      request,
      kind,
      expects,
      many,
      units: counted,
      focus,
      wantsLatest,
      wantsTotal,
      cues,
    };
  }
  return {
    rule: null,
    request: 'answer',
    kind: 'what',
    expects: 'statement',
    many: false,
    units: [],
    focus: null,
    wantsLatest,
    wantsTotal,
    cues: [],
  };
}

/** Of several things only names are asked for by their noun: "which areas" wants no figure. */
const LISTED: ReadonlySet<AnswerType> = new Set(['person', 'place', 'venue', 'name']);

function typedBy(noun: string | null, rule: CompiledRule, language: Language): AnswerType | null {
  if (rule.typedByNoun !== true || noun === null) return null;
  const type = typeOfNoun(noun, language);
  return type === null || (rule.many === true && !LISTED.has(type)) ? null : type;
}

const INTERROGATIVE = /谁|哪|什么|啥|多少|几(?!乎|何)|何时|何地|为何|如何|怎|咋|吗|是否|多久|凭/u;

function matchRule(text: string, { matcher }: CompiledRule) {
  const cues: Span[] = [];
  const units: string[] = [];
  for (const match of allMatches(text, matcher)) {
    // A noun asks by itself (开幕时间) only where no other word does.
    if (match[0] === '' && INTERROGATIVE.test(text)) continue;
    cues.push({ start: match.index, end: match.index + match[0].length });
    for (const unit of Object.values(match.groups ?? {})) {
      if (unit) units.push(unit.toLowerCase());
    }
  }
  return { cues, units };
}
