import type { Language } from '../core/article.ts';
import type { SentenceToken } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import type { AnswerType } from './question-form.ts';
import { expandClasses } from './question-rule.ts';
import { ENGLISH_CLASSES } from './rules/word-classes-en.ts';
import { CHINESE_CLASSES } from './rules/word-classes-zh.ts';

export type AskedToken = Pick<SentenceToken, 'start' | 'end' | 'text' | 'normal' | 'stop' | 'kind'>;

/** The noun that a question asks for. */
export interface AskedNoun extends Span {
  /** Folded, as written otherwise. */
  readonly text: string;
}

/** Words that ask for a thing by its noun, unlike "when" and 谁. */
const ASKS_BY_NOUN =
  /哪|什么|啥|多少|几|何种|列|举|which|what|how (?:many|much)|list|name|number/iu;
/** What follows them is who does something: "what does a day ticket cost". */
const HAS_SUBJECT_BEHIND = /\b(?:do|does|did|has|have|had|will|would|can|could)\W*$/iu;
/** Numerals and words that only count, which stand between a word that asks and its noun. */
const COUNTING = new RegExp(
  `^(?:[\\d一二两三四五六七八九十百千万亿]+|${expandClasses('{measure}', CHINESE_CLASSES)}|[几个大]+)$`,
  'u',
);
const DETERMINERS =
  /^\s*(?:(?:of|the|a|an|two|three|four|five|six|seven|eight|nine|ten|\d+|new|last|first|other|main|major|big|large|many|more|different|exact|total|full|kind|kinds|type|types|sort|sorts)\s+)*/iu;
const NOUN_PHRASE =
  /^(?<phrase>(?:(?!(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|in|on|at|of|for|from|to|by|with|about|that|who|which|and|or|the|a|an)\b)[\p{L}\p{N}'’-]+\s*){1,4})/iu;
/** How far behind the words that ask their noun may begin, in UTF-16 units. */
const REACH = 8;
const HAPPENS = new RegExp(`^${expandClasses('{happens}', CHINESE_CLASSES)}`, 'u');
/** A stretch as short as this up to the end of the clause is one noun, whose last word tells. */
const MAX_COMPOUND_LENGTH = 8;
const CLAUSE_MARK = /[，,。？?！!；;、\s]/u;

/** The noun right behind the words that ask (哪座城市, "which treaty"), else right before them. */
export function findAskedNoun(
  text: string,
  language: Language,
  cues: readonly Span[],
  tokens: readonly AskedToken[],
): AskedNoun | null {
  const [cue] = cues;
  if (cue === undefined) return null;
  const asking = text.slice(cue.start, cue.end);
  if (!ASKS_BY_NOUN.test(asking) || HAS_SUBJECT_BEHIND.test(asking)) return null;
  if (language === 'en') return englishNoun(text, cue);
  return nounBehind(text, cue, tokens) ?? nounBefore(text, cue, tokens);
}

function englishNoun(text: string, cue: Span): AskedNoun | null {
  const skipped = DETERMINERS.exec(text.slice(cue.end))?.[0].length ?? 0;
  const start = cue.end + skipped;
  const phrase = NOUN_PHRASE.exec(text.slice(start))?.groups?.['phrase']?.trimEnd();
  if (phrase === undefined) return null;
  const words = [...phrase.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    text: word.toLowerCase(),
  }));
  // What follows the noun is its verb: "which city hosted", "how many people died".
  const verb = words.findIndex(
    ({ text: word }, i) => i > 0 && /ed$|^(?:won|took|made)$/u.test(word),
  );
  const nouns = verb === -1 ? words : words.slice(0, verb);
  return (
    nouns.find(({ text: word }) => typeOfNoun(word, 'en') !== null) ??
    nouns.findLast(({ text: word }) => /[^s]s$/u.test(word)) ??
    nouns.at(-1) ??
    null
  );
}

function nounBehind(text: string, cue: Span, tokens: readonly AskedToken[]): AskedNoun | null {
  // 哪国 is one word, whose second half is the noun.
  const astride = tokens.find(({ start, end }) => start < cue.end && cue.end < end);
  if (astride !== undefined) {
    return { start: cue.end, end: astride.end, text: text.slice(cue.end, astride.end) };
  }
  const first = tokens.find(
    ({ start, stop, text: word }) => start >= cue.end && !stop && !COUNTING.test(word),
  );
  if (first === undefined || first.start - cue.end > REACH) return null;
  if (CLAUSE_MARK.test(text.slice(cue.end, first.start))) return null;
  const rest = CLAUSE_MARK.exec(text.slice(first.start));
  const clauseEnd = rest === null ? text.length : first.start + rest.index;
  const compound =
    clauseEnd - first.start <= MAX_COMPOUND_LENGTH ? runFrom(first, tokens, clauseEnd) : [first];
  const noun = compound.findLast(({ text: word }) => !HAPPENS.test(word)) ?? first;
  return { start: noun.start, end: noun.end, text: noun.text.toLowerCase() };
}

/** Words that follow each other without a word of grammar between them. */
function runFrom(first: AskedToken, tokens: readonly AskedToken[], end: number): AskedToken[] {
  const run: AskedToken[] = [];
  for (const token of tokens) {
    if (token.start < first.start) continue;
    const last = run.at(-1);
    if (token.stop || token.end > end || (last !== undefined && token.start > last.end)) break;
    run.push(token);
  }
  return run;
}

function nounBefore(text: string, cue: Span, tokens: readonly AskedToken[]): AskedNoun | null {
  const token = tokens.findLast(({ end, stop }) => end <= cue.start && !stop);
  if (token === undefined || !/^[\s是为有叫的都分别]*$/u.test(text.slice(token.end, cue.start))) {
    return null;
  }
  return { start: token.start, end: token.end, text: token.text.toLowerCase() };
}

/** What an answer that is one of some nouns must hold, the more telling class first. */
const TYPE_OF_CLASS: readonly (readonly [string, AnswerType])[] = [
  ['role', 'role'],
  ['venue', 'venue'],
  ['person', 'person'],
  ['people', 'person'],
  ['place', 'place'],
  ['places', 'place'],
  ['money', 'money'],
  ['share', 'percentage'],
  ['amount', 'quantity'],
  ['dated', 'date'],
  ['reason', 'reason'],
  ['view', 'remark'],
  ['meaning', 'definition'],
  ['phrase', 'phrase'],
  ['named', 'name'],
  ['thing', 'name'],
];

const matchers = (language: Language) => {
  const classes = language === 'zh' ? CHINESE_CLASSES : ENGLISH_CLASSES;
  return TYPE_OF_CLASS.flatMap(([name, type]): [RegExp, AnswerType][] => {
    if (classes[name] === undefined) return [];
    const words = expandClasses(`{${name}}`, classes);
    // A Chinese noun ends in its class (发布会现场 is no 会); an English one is its own plural.
    const source = language === 'zh' ? `(?:${words})$` : `^(?:${words})(?:s|es)?$`;
    return [[new RegExp(source, 'iu'), type]];
  });
};
const MATCHERS: Readonly<Record<Language, readonly [RegExp, AnswerType][]>> = {
  zh: matchers('zh'),
  en: matchers('en'),
};

/** The type of answer that a noun asks for, or null where any will do. */
export function typeOfNoun(noun: string, language: Language): AnswerType | null {
  return MATCHERS[language].find(([pattern]) => pattern.test(noun))?.[1] ?? null;
}
