import type { Language } from '../core/article.ts';
import type { ChatMessage, SpokenBlock } from '../core/composer.ts';
import type { Span } from '../core/span.ts';
import { detectLanguage } from '../language/characters/language.ts';
import type { NameAnalyzer } from '../language/names/names.ts';
import type { TextAnalyzer } from '../language/terms/text-analyzer.ts';
import { coverOf } from './cover.ts';
import type { QuestionForm } from './question-form.ts';
import { readQuestionForm } from './read-form.ts';

export interface StandaloneParts {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
}

const PERSON_PRONOUN: Readonly<Record<Language, RegExp>> = {
  zh: /他(?!们|人|国)|她(?!们)|此人|这位[\p{Script=Han}]{0,4}|那位[\p{Script=Han}]{0,4}|这个人|那个人|其人/gu,
  en: /\b(?:he|she|him|her(?!self)|his|hers)\b/giu,
};
const THING_PRONOUN: Readonly<Record<Language, RegExp>> = {
  zh: /它们?|他们|她们|其(?!他|中|实|余|次)|该(?=[\p{Script=Han}])(?!不该)|(?:这|那|此|本|上述)(?:次|个|场|项|家|些|届|份|部|件|座|种)?(?:会议|峰会|会晤|论坛|活动|协议|条约|组织|比赛|大赛|事件|事故|公司|国家|城市|电影|文件|问题|机构|项目|决定|事)|那里|那儿|这里|当时|在此/gu,
  // `there` is a place unless it only says that something exists: "Is there life on Mars?"
  en: /\b(?:(?<!\b(?:is|are|was|were) )there(?! (?:is|are|was|were|will|has|have)\b)|there(?=\s*[?.!]?$)|it|its|they|them|their|this|that|these|those)\b(?! (?:year|month|week|day)\b)|\bthe (?:meeting|summit|forum|event|treaty|agreement|organi[sz]ation|competition|conference|company|film|movie|deal|talks|accident|project)\b/giu,
};
/** 那2024年呢？ "And in 2024?" "What about Iran?": something new in an old question. */
const INSTEAD: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那么?|还有|以及|而)?[，,]?\s*(?<instead>.{1,30}?)(?:又?(?:怎么样|如何))?呢[\s?？。]*$/u,
  en: /^(?:and|but|so|then)?,?\s*(?:what|how) about\s+(?<instead>.{1,60}?)[\s?.]*$|^(?:and|but)\s+(?:in |on |at |for |from |with )?(?<other>(?!who|what|when|where|why|how|which|is|are|was|were|do|does|did\b).{1,40}?)[\s?.]*$/iu,
};
const YEAR = /(?:19|20)\d{2}(?=\s?年|\D|$)/u;
/** A name longer than this, in UTF-16 units, is a run of capitals, and stands for nobody. */
const MAX_NAME_LENGTH = 80;
/** UTF-16 units to which what is carried over may lengthen a question, as long as one asked may be. */
const MAX_QUESTION_LENGTH = 4000;
/** A question of at most so many content words, none of them a name, hangs on what went before. */
const ELLIPTIC_WORDS = 2;

/**
 * The last question so that it stands without the conversation: what it leaves out is carried over
 * from the questions before it, and from the answer it follows. Equal to the question as asked when
 * nothing is left out.
 * @param messages oldest first; the last one is the question
 */
export function standaloneQuestion(
  messages: readonly ChatMessage[],
  parts: StandaloneParts,
): string {
  let standing: string | null = null;
  let answer: GivenAnswer = { short: '', rest: '' };
  for (const { role, content, blocks } of messages) {
    if (role === 'assistant') {
      answer = readAnswer(content, blocks);
      continue;
    }
    const question = content.trim();
    const carried: string =
      standing === null ? question : carryOver(question, standing, answer, parts);
    standing = carried.length > MAX_QUESTION_LENGTH ? question : carried;
    answer = { short: '', rest: '' };
  }
  return standing ?? '';
}

/** What an earlier answer said, its short answer apart. */
interface GivenAnswer {
  readonly short: string;
  readonly rest: string;
}

/** Blocks say which words are the short answer; a client that keeps none has only the text. */
function readAnswer(content: string, blocks: ChatMessage['blocks']): GivenAnswer {
  if (blocks === undefined || blocks.length === 0) return { short: '', rest: content };
  const textOf = (isWanted: (kind: SpokenBlock['kind']) => boolean) =>
    blocks
      .filter(({ kind }) => isWanted(kind))
      .map(({ text }) => text)
      .join('\n');
  return {
    short: textOf((kind) => kind === 'short-answer'),
    rest: textOf((kind) => kind === 'sentence' || kind === 'quote' || kind === 'timeline-entry'),
  };
}

function carryOver(
  question: string,
  previous: string,
  answer: GivenAnswer,
  parts: StandaloneParts,
): string {
  const language = detectLanguage(question);
  const instead = insteadOf(question, language);
  if (instead !== null)
    return (
      replaceLike(previous, instead, parts) ??
      askAgain(previous, instead, parts) ??
      join(question, previous, parts)
    );

  const person = PERSON_PRONOUN[language];
  if (person.test(resetLastIndex(person, question))) {
    const name = lastPerson(previous, answer, parts);
    if (name !== null) return question.replace(resetAll(person), possessive(name, language));
    return join(question, previous, parts);
  }
  const thing = THING_PRONOUN[language];
  if (thing.test(resetLastIndex(thing, question))) return join(question, previous, parts);
  return isElliptic(question, language, parts) ? join(question, previous, parts) : question;
}

/** `RegExp.test` on a global pattern starts at `lastIndex`; this starts it at the beginning. */
function resetLastIndex(pattern: RegExp, question: string): string {
  pattern.lastIndex = 0;
  return question;
}

function resetAll(pattern: RegExp): RegExp {
  pattern.lastIndex = 0;
  return pattern;
}

function possessive(name: string, language: Language): (pronoun: string) => string {
  return (pronoun) => (language === 'en' && /^(?:his|hers)$/iu.test(pronoun) ? `${name}'s` : name);
}

function insteadOf(question: string, language: Language): string | null {
  // Runs of spaces would be read again from each of them.
  const groups = INSTEAD[language].exec(question.replace(/\s+/gu, ' '))?.groups;
  const words = groups?.['instead'] ?? groups?.['other'];
  return words?.replace(/^(?:in|on|at|for|from|with|在|于)\s?/iu, '').trim() || null;
}

/** The previous question with what is like the new words in their place, or null. */
function replaceLike(previous: string, instead: string, { names }: StandaloneParts): string | null {
  const year = YEAR.exec(instead)?.[0];
  if (year !== undefined) {
    return YEAR.test(previous) ? previous.replace(YEAR, year) : null;
  }
  const language = detectLanguage(previous);
  const [named] = names.findNames(instead, detectLanguage(instead));
  if (named === undefined) return null;
  const like = names
    .findNames(previous, language)
    .find(({ kind, text }) => kind === named.kind && text !== named.text);
  if (like === undefined) return null;
  return previous.slice(0, like.start) + instead + previous.slice(like.end);
}

/** 那旅游部门领导人会议呢 after ……论坛在哪里开幕: the new matter with the old words that ask. */
function askAgain(previous: string, instead: string, { analyzer }: StandaloneParts): string | null {
  if (detectLanguage(previous) !== 'zh') return null;
  const [cue] = readQuestionForm(previous, 'zh', analyzer.words(previous)).cues;
  if (cue === undefined || cue.start === 0 || cue.end === cue.start) return null;
  return `${instead}${previous.slice(cue.start)}`;
}

/** The person that the short answer is, or whom the question or the answer names last. */
function lastPerson(
  previous: string,
  answer: GivenAnswer,
  { names }: StandaloneParts,
): string | null {
  const people = (text: string) =>
    names
      .findNames(text, detectLanguage(text))
      .filter(({ kind, text: name }) => kind === 'person' && name.length <= MAX_NAME_LENGTH)
      .map(({ text: name }) => name);
  return people(answer.short)[0] ?? people(previous).at(-1) ?? people(answer.rest)[0] ?? null;
}

/** The question together with what the previous one was about. */
function join(question: string, previous: string, parts: StandaloneParts): string {
  const topic = topicOf(previous, question, parts);
  if (topic === '') return question;
  return detectLanguage(question) === 'zh' ? `${topic}，${question}` : `${question} (${topic})`;
}

/** A question without the words that ask and the words the new question repeats. */
function topicOf(previous: string, question: string, { analyzer }: StandaloneParts): string {
  const form = readQuestionForm(previous, detectLanguage(previous), analyzer.words(previous));
  const repeated = new Set(analyzer.tokens(question).map((token) => token.normal));
  const drop: Span[] = [
    ...form.cues,
    ...analyzer.tokens(previous).filter((token) => !token.stop && repeated.has(token.normal)),
  ];
  for (const pattern of [THING_PRONOUN.zh, THING_PRONOUN.en]) {
    for (const match of previous.matchAll(pattern)) {
      drop.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  const dropped = coverOf(previous, drop);
  let topic = '';
  for (const [i, isDropped] of dropped.entries()) if (!isDropped) topic += previous.charAt(i);
  const words = topic.replace(/[?？。！!()（）]+/gu, ' ').replace(/\s+/gu, ' ');
  return words
    .slice(/^[\s，,、]*/u.exec(words)?.[0].length)
    .replace(/(?<![\s，,、])[\s，,、]+$/u, '');
}

function isElliptic(question: string, language: Language, { analyzer, names }: StandaloneParts) {
  const form: QuestionForm = readQuestionForm(question, language, analyzer.words(question));
  const cues = coverOf(question, form.cues);
  const isCue = ({ start, end }: Span) => cues.subarray(start, end).includes(1);
  const words = analyzer.tokens(question).filter((token) => !token.stop && !isCue(token));
  if (words.length === 0) return true;
  return words.length <= ELLIPTIC_WORDS && names.findNames(question, language).length === 0;
}
