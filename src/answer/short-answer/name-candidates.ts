import type { NameKind, SentenceName } from '../../core/sentence.ts';
import { isWithin } from '../../core/span.ts';
import { foldText } from '../../language/characters/fold.ts';
import { findQuotations } from '../../language/discourse/quotations.ts';
import { isAbroad } from '../../language/names/region-names.ts';
import { isTransliteration } from '../../language/names/transliteration.ts';
import type { AnswerType } from '../../question/question-form.ts';
import { expandClasses } from '../../question/question-rule.ts';
import { CHINESE_CLASSES } from '../../question/rules/word-classes-zh.ts';
import { titleOf } from './role-candidates.ts';
import type { CandidateSource, TypedCandidate } from './typed-candidate.ts';

const KINDS: Readonly<Partial<Record<AnswerType, Readonly<Record<NameKind, number>>>>> = {
  person: { person: 1, organization: 0, other: 0.4, place: 0 },
  place: { place: 1, organization: 0.15, other: 0.3, person: 0 },
  name: { other: 0.7, organization: 0.9, person: 0.3, place: 0.2 },
  phrase: { other: 0.5, organization: 0.1, person: 0, place: 0 },
};
/** Behind a name, makes it a place: 乔尔蓬阿塔 + 市. */
const PLACE_SUFFIX = /^(?:市|县|省|州|镇|村|岛|港|乡|区(?!域|别))/u;
const COUNTRY = /^(?:国家|国|国籍|country|countries|nations?|states?)$/u;
const SMALLER = /^(?:城市|市|地方|省份|地区|city|cities|towns?|places?|locations?)$/u;
const NAMED_COUNTRY = /\p{Script=Han}{2}国$|^(?:Republic|Kingdom) of\b/u;
const ASKS_KIND =
  /哪(?:一|几)?[个座]?(?:国|省|市|城|州|县|镇|村|区)|\b(?:which|what) (?:countr|nation|state|province|city|cities|count|town)/iu;
/** What a country counts where the question asks where, and where it asks for a smaller place. */
const WIDE = 0.6;
const WRONG_SIZE = 0.2;
/** From here on two names are the same. */
const SAME_NAME = 0.8;

/** Names of the kind asked for that the question does not name itself, in either script. */
export function nameCandidates(source: CandidateSource): TypedCandidate[] {
  const { question, sentence } = source;
  const fits = KINDS[question.expects];
  if (fits === undefined) return [];
  let reached = 0;
  return sentence.names.flatMap((name): TypedCandidate[] => {
    // Inside a place that was followed to its end.
    if (name.start < reached) return [];
    const suffix =
      name.kind === 'organization' ? null : PLACE_SUFFIX.exec(sentence.text.slice(name.end));
    const end = endOfPlace(name.end + (suffix?.[0].length ?? 0), source);
    const kind: NameKind = suffix === null ? name.kind : 'place';
    const scale =
      question.expects === 'place'
        ? placeScale(name, sentence.text.slice(name.start, end), source)
        : 1;
    const fit = fits[kind] * scale * besideNoun(name, source) * locating(name, source);
    const bare = name.text.replace(/(?<=\p{Script=Han}{2})[市县省州]$/u, '');
    if (fit === 0 || isAsked(bare, source)) return [];
    reached = end;
    return [
      {
        start: name.start,
        end,
        text: sentence.text.slice(name.start, end),
        key: foldText(name.text),
        fit,
        isBound: false,
        isForeign: isForeigner(name, source),
      },
    ];
  });
}

/** 青海省 goes on to 果洛藏族自治州玛沁县 unless one kind of place is asked for. */
function endOfPlace(start: number, { question, sentence }: CandidateSource): number {
  if (question.expects !== 'place' || ASKS_KIND.test(question.text)) return start;
  let end = start;
  for (const { kind, start: next, end: last } of sentence.names) {
    if (kind === 'place' && next === end) end = last;
  }
  return end;
}

/** 中国驻新加坡大使 is no Singaporean. */
const TOWARDS = /(?:驻|对|访|赴|在)$/u;

/** Whether a person has the post of another country, or a transliterated name beside one's. */
export function isForeigner(
  name: SentenceName,
  { question, sentence }: Pick<CandidateSource, 'question' | 'sentence'>,
): boolean {
  const abroad = sentence.names.filter(isAbroad);
  const title = titleOf(name, sentence);
  const isOfTitle = (place: SentenceName) =>
    title !== null && isWithin(place, title) && !TOWARDS.test(sentence.text.slice(0, place.start));
  if (abroad.some(isOfTitle)) return true;
  return isTransliteration(name.text) && [...abroad, ...question.names.filter(isAbroad)].length > 0;
}

const LOCATES =
  /\b(?:in|at|to|from|near|of|into|outside|inside|across|around)(?: the)? $|, $|^$|\band $/iu;
/** What an English place counts that no preposition makes one: "the Central Asian summit". */
const NO_PLACE_OF = 0.4;

function locating({ start }: SentenceName, { question, sentence }: CandidateSource): number {
  if (question.expects !== 'place' || sentence.language !== 'en') return 1;
  return LOCATES.test(sentence.text.slice(Math.max(0, start - 14), start)) ? 1 : NO_PLACE_OF;
}

/** What a name counts that neither holds the noun asked for nor stands beside it. */
const APART_FROM_NOUN = 0.4;

/** A treaty is mostly called one, a ship stands beside 货轮; a person or a place needs no noun. */
function besideNoun(
  { text: name, start, end }: SentenceName,
  { question, sentence }: CandidateSource,
): number {
  const { focus, expects } = question;
  if (focus === null || (expects !== 'name' && expects !== 'phrase')) return 1;
  const around = sentence.text.slice(Math.max(0, start - 6), end + 6);
  return name.includes(focus) || around.includes(focus) ? 1 : APART_FROM_NOUN;
}

/** Whether the question names it, in this script or the other. */
export function isAsked(
  name: string,
  { question, names }: Pick<CandidateSource, 'question' | 'names'>,
): boolean {
  if (foldText(question.text).includes(foldText(name))) return true;
  return question.names.some(
    (own) =>
      own.text.includes(name) ||
      name.includes(own.text) ||
      names.namesMatch(own.text, name) >= SAME_NAME,
  );
}

function placeScale(name: SentenceName, text: string, { question }: CandidateSource): number {
  const isCountry = NAMED_COUNTRY.test(text) || name.keys.some((key) => key.startsWith('region:'));
  const { focus } = question;
  if (focus !== null && COUNTRY.test(focus)) return isCountry ? 1 : WRONG_SIZE;
  if (focus !== null && SMALLER.test(focus)) return isCountry ? WRONG_SIZE : 1;
  return isCountry ? WIDE : 1;
}

/** Quoted titles and phrases, those beside the asked noun before others. */
export function quotedCandidates(source: CandidateSource): TypedCandidate[] {
  const { question, sentence } = source;
  const asked = question.focus;
  return findQuotations(sentence.text).flatMap(({ start, end, text }): TypedCandidate[] => {
    if (isAsked(text, source)) return [];
    const before = sentence.text.slice(Math.max(0, start - 12), start);
    const isBeside =
      asked !== null &&
      (before.includes(asked) ||
        text.includes(asked) ||
        sentence.text.slice(end, end + 8).includes(asked));
    const isSaid = /(?:说|表示|称|道|：|:|said|says|told)\s*$/u.test(before);
    const isNamed = /(?:名为|叫做?|题为|主题[是为]|称为|called|titled|named|themed)\s*$/u.test(
      before,
    );
    const fit = isSaid || text.length > 40 ? 0 : isNamed ? 1 : isBeside ? 0.95 : 0.5;
    return fit === 0
      ? []
      : [{ start, end, text, key: foldText(text), fit, isBound: isBeside || isNamed }];
  });
}

const VENUE_ZH = new RegExp(
  `(?:${expandClasses('{venue}', CHINESE_CLASSES)}|会议中心|展览中心|博物馆|美术馆|图书馆|宾馆|饭店|俱乐部|基地|长城)$`,
  'u',
);
const VENUE_EN =
  /(?:\p{Lu}[\p{L}'’-]*\s(?:of\s|the\s)?){1,6}?(?:Cent(?:er|re)|Stadium|Hall|Theat(?:er|re)|Hotel|Arena|Museum|Park|Airport|Palace|Building|Square|University|Gardens?)\b/gu;
/** What a Chinese venue's name does not reach across. */
const NO_PART_OF_NAME =
  /^(?:在|于|到|抵达|来到|前往|走进|举行|举办|位于|出席|参观|及|和|与|的|了|等|将|至|从|向)$/u;

/** Halls, stadiums and hotels by their whole names. */
export function venueCandidates(source: CandidateSource): TypedCandidate[] {
  const { sentence } = source;
  const { text, tokens } = sentence;
  const found: TypedCandidate[] = [];
  const take = (start: number, end: number) => {
    const words = text.slice(start, end);
    if (!isAsked(words, source))
      found.push({ start, end, text: words, key: foldText(words), fit: 1, isBound: false });
  };
  for (const match of text.matchAll(VENUE_EN)) take(match.index, match.index + match[0].length);
  for (const [i, token] of tokens.entries()) {
    if (!VENUE_ZH.test(token.text)) continue;
    let first = i;
    while (first > 0) {
      const before = tokens[first - 1];
      const here = tokens[first];
      if (before === undefined || here === undefined || before.end !== here.start) break;
      if (before.stop || NO_PART_OF_NAME.test(before.text) || token.end - before.start > 20) break;
      first--;
    }
    const start = tokens[first]?.start ?? token.start;
    if (token.end - start > token.text.length) take(start, token.end);
  }
  return found;
}
