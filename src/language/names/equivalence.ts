import { memoize } from '../../core/memoize.ts';
import type { FoundName, NameKind, Sentence, SentenceToken } from '../../core/sentence.ts';
import { foldText } from '../characters/fold.ts';
import { hasHan } from '../characters/scripts.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import { sameMeaning } from '../dictionary/same-meaning.ts';
import { ACRONYM, withoutTitle } from './english-name-kind.ts';
import type { NameAnalyzer } from './names.ts';
import { skeletonsOfChinese, skeletonsOfEnglish } from './phonetic-keys.ts';
import { pinyinOfChinese, splitPinyin } from './pinyin-syllables.ts';
import { abbreviatedRegions } from './region-abbreviations.ts';
import { createRegionNames, type RegionNames } from './region-names.ts';
import { findRoles } from './roles.ts';
import { surnameOf } from './surnames.ts';
import { isTransliteration } from './transliteration.ts';

/** A name by its words and kind, wherever it stands. */
export type KindedName = Pick<FoundName, 'text' | 'kind'>;

/** The words that may hold a name: a sentence, or several read as one. */
export type NamedText = Pick<Sentence, 'text' | 'language' | 'tokens' | 'names'>;

/** Which names are one name. Rules stand in the order of their certainty in `areSame`. */
export interface NameEquivalence {
  /** Whether two names, each by itself, name the same: 上合组织, 上海合作组织 and SCO. */
  areSame(first: KindedName, second: KindedName): boolean;
  /** Whether a text holds a name in either script, whole, abbreviated or translated. */
  isHeld(name: FoundName, claim: NamedText, text: NamedText): boolean;
  /** Whether what a finder took for a name is none: "Culture Capital", 余期, 这一. */
  isOrdinary(name: FoundName, text: NamedText): boolean;
  /** ISO 3166 codes of the countries that a text names, in any form. */
  regionsOf(text: string): ReadonlySet<string>;
}

export interface NameEquivalenceDeps {
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
}

/** Scores of `namesMatch`: from the first on for names of one kind, from the second on for any. */
const LIKELY = 0.5;
const SURE = 0.7;
/** An institution that may be named after a place. */
const INSTITUTION =
  /(?:组织|公司|大学|学院|集团|银行|协会|联盟|委员会|报|社|队|足球俱乐部|俱乐部)$|\b(?:Organi[sz]ation|Universit(?:y|ies)|Bank|Company|Group|Association|Times|Daily|Post|Club|FC|United|College|Institute)\b/iu;
/** Several capitalised words in a row, "of" and "the" between them. */
const CAPITALISED = /\b\p{Lu}[\p{L}&’'-]*(?:\s(?:(?:of|and|for|the)\s)*\p{Lu}[\p{L}&’'-]*)+/gu;
const LATIN_NAME = /\b(?:\p{Lu}\p{Ll}{2,4}|[A-Z]{2,6})\b/gu;
/** Characters that an abbreviation may leave out in one place. */
const MAX_GAP = 6;
/** Words that 上合组织 may be part of, glued together from the segmenter's tokens. */
const MAX_COMPOUND = 3;
/** Adverbs that a finder takes for the end of a Chinese name: 乌尔塞尔曾率领, 汉江全长. */
const SWALLOWED = /(?<=\p{Script=Han}{2})[曾全均都将已并仍又也]$/u;
/** Characters that no Chinese person's name holds. */
const NO_NAME =
  /^曾[任是在经被获有与因]|[约于期这那其该各此本另每的了在是和与将就都已被把从向对为及等也又再还很更最]/u;

export function createNameEquivalence({ names, lexicon }: NameEquivalenceDeps): NameEquivalence {
  const regionNames = createRegionNames();
  const matchOf = (first: string, second: string) => names.namesMatch(first, second);
  const regionsOf = memoize((text): ReadonlySet<string> => {
    const keys = [...names.nameKeys(text, hasHan(text) ? 'zh' : 'en').keys()];
    const codes = keys.filter((key) => key.startsWith('region:')).map((key) => key.slice(7));
    return new Set([
      ...codes,
      ...latinRegions(text, regionNames),
      ...abbreviatedRegions(text).flat(),
    ]);
  }, 5_000);
  const glossesOf = memoize((word) => properGlosses(word, lexicon), 20_000);
  const isCommon = (text: string) => isCommonWord(text, lexicon);

  const areSame = (first: KindedName, second: KindedName): boolean => {
    const [a, b] = [plain(first), plain(second)];
    if (a.toLowerCase() === b.toLowerCase()) return true;
    if (!mayBeOne(first.kind, second.kind)) return false;
    // Within one script a place is not the organization that is named after it.
    const sameScript = hasHan(a) === hasHan(b);
    if (sameScript && first.kind !== second.kind && isPlaceAndBody(first.kind, second.kind)) {
      return false;
    }
    const regions = [regionsOf(a), regionsOf(b)] as const;
    if (isOnlyRegion(a) && isOnlyRegion(b) && regions[0].size > 0 && regions[1].size > 0) {
      return [...regions[0]].some((code) => regions[1].has(code));
    }
    if (bothPeople(first.kind, second.kind)) return samePerson(a, b, matchOf, lexicon);
    const certainty = matchOf(a, b);
    if (certainty >= (first.kind === second.kind ? LIKELY : SURE)) return true;
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    if (short.length >= 3 && isShortened(short, long)) return true;
    if (isLatinAbbreviation(short, long)) return true;
    const glosses = glossesOf(a);
    return glossesOf(b).some((gloss) => glosses.includes(gloss));
  };

  const isHeld = (name: FoundName, claim: NamedText, text: NamedText): boolean => {
    const wanted = { ...name, text: plain(name).replace(SWALLOWED, '') };
    return (
      standsAlone(wanted, text, regionsOf) ||
      text.names.some((other) => areSame(wanted, other)) ||
      sharesRegion(wanted.text, text.text, regionsOf) ||
      isMetonym(wanted, claim.text, text.text, regionsOf) ||
      (name.kind !== 'person' && isAbbreviated(wanted, text)) ||
      (name.kind !== 'person' && isInGlosses(wanted.text, text, lexicon, glossesOf)) ||
      isSpelt(wanted.text, text) ||
      isHeldByWords(name, claim, text, areSame, isSpelt, lexicon)
    );
  };
  const isSpelt = (word: string, text: NamedText) => isSpeltOut(word, text, matchOf, lexicon);

  return {
    areSame,
    isHeld,
    regionsOf,
    isOrdinary: (name, text) => isOrdinary(name, text, lexicon, regionsOf, isCommon),
  };
}

/** Countries and peoples inside longer names: "Pakistani Defence Minister Singh". */
function latinRegions(text: string, { codeOf }: RegionNames): string[] {
  return (text.match(/\p{Lu}[\p{L}-]+/gu) ?? []).flatMap((word) => codeOf(word) ?? []);
}

/** Kinds never match across: Zhang Xiaogang is no 中国. What has no kind may be of any. */
function mayBeOne(first: NameKind, second: NameKind): boolean {
  if (first === second || first === 'other' || second === 'other') return true;
  return first !== 'person' && second !== 'person';
}

function isPlaceAndBody(first: NameKind, second: NameKind): boolean {
  return [first, second].includes('place') && [first, second].includes('organization');
}

function bothPeople(first: NameKind, second: NameKind): boolean {
  return (
    (first === 'person' || second === 'person') &&
    [first, second].every((kind) => kind === 'person' || kind === 'other')
  );
}

/** A name without the titles, possessives and quotation marks around it. */
function plain({ text, kind }: KindedName): string {
  const bare = text
    .replace(/^[\s"“”'‘’《》]+|[\s"“”'‘’《》]+$|['’]s$/gu, '')
    .replace(/^the /iu, '');
  if (hasHan(bare) || kind !== 'person') return bare;
  const words = bare.split(/\s+/u);
  return withoutTitle(words).join(' ') || bare;
}

/**
 * People are one when the whole of the shorter name is in the longer one, its surname first of all:
 * a given name alone is not enough (Jun, for 董军), nor is a sound where both are Chinese names.
 */
function samePerson(
  first: string,
  second: string,
  matchOf: (first: string, second: string) => number,
  lexicon: Lexicon,
): boolean {
  if (hasHan(first) === hasHan(second)) {
    if (hasHan(first)) {
      const [short, long] = first.length < second.length ? [first, second] : [second, first];
      if (short.length < 2) return long.startsWith(short) && surnameOf(long) === short;
      const [less, more] = [short, long].map((name) => name.replace(/[·•・]/gu, ''));
      if (
        less !== undefined &&
        more !== undefined &&
        isTransliteration(less) &&
        isTransliteration(more)
      )
        return matchOf(first, second) >= SURE || isRespelt(less, more);
      return long.startsWith(short) || long.split(/[·•・]/u).includes(short);
    }
    const [short, long] = [first, second]
      .map((name) => name.toLowerCase().split(/[\s-]+/u))
      .sort((a, b) => a.length - b.length);
    if (short === undefined || long === undefined) return false;
    const isChinese = long.length > 1 && long.every((word) => splitPinyin(word) !== null);
    if (isChinese && short.length === 1) return short[0] === long[0];
    return short.every((word) => long.includes(word)) || nearlySpelt(short, long);
  }
  const [chinese, latin] = hasHan(first) ? [first, second] : [second, first];
  const words = latin.split(/[\s-]+/u);
  if (koreanSurname(chinese, words[0] ?? '')) return true;
  const isPinyin = words.every((word) => splitPinyin(word) !== null);
  if (surnameOf(chinese) !== '' && chinese.length <= 3 && isPinyin) {
    // 辛格 begins with a surname as well, and Singh reads as no pinyin.
    const surname = spells(words[0] ?? '', chinese, 0, lexicon);
    if (words.length === 1) return surname;
    if (surname || spells(words.at(-1) ?? '', chinese, 0, lexicon)) {
      return spells(words.join(''), chinese, 0, lexicon) || matchOf(chinese, latin) >= 0.9;
    }
    return false;
  }
  return matchOf(chinese, latin) >= LIKELY;
}

/** Korean surnames as news in English spells them, by the character. */
const KOREAN: Readonly<Record<string, RegExp>> = {
  尹: /^yo?on$|^yun$/iu,
  崔: /^cho[ei]$/iu,
  金: /^kim$/iu,
  李: /^(?:lee|rhee|yi)$/iu,
  朴: /^pa[r]?k$/iu,
  郑: /^(?:jung|jeong|chung)$/iu,
  赵: /^(?:cho|jo)$/iu,
  文: /^moon$/iu,
  姜: /^kang$/iu,
  卢: /^(?:roh|noh)$/iu,
  吴: /^oh$/iu,
  徐: /^(?:suh|seo)$/iu,
  权: /^kwon$/iu,
  黄: /^hwang$/iu,
};

function koreanSurname(chinese: string, first: string): boolean {
  return chinese.length <= 3 && (KOREAN[chinese.charAt(0)]?.test(first) ?? false);
}

/** Asgarov and Askarov: two spellings of one transliterated surname. */
function nearlySpelt(first: readonly string[], second: readonly string[]): boolean {
  const [a = '', b = ''] = [first.at(-1), second.at(-1)];
  if (a.length < 6 || Math.abs(a.length - b.length) > 1) return false;
  let differences = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; i++, j++) {
    if (a[i] === b[j]) continue;
    differences += 1;
    if (a.length > b.length) j--;
    else if (b.length > a.length) i--;
    if (differences > 1) return false;
  }
  return true;
}

/** Whether Latin letters spell a Chinese name from one of its characters on, to the end of the letters. */
function spells(latin: string, chinese: string, from: number, lexicon: Lexicon): boolean {
  const letters = latin.toLowerCase().replace(/[^a-z]/g, '');
  const syllables = [...chinese].map((character) =>
    lexicon.lookup(character).map(({ pinyin }) => pinyin.replace(/[^a-z]/gi, '').toLowerCase()),
  );
  const reads = (at: number, rest: string): boolean =>
    rest === '' ||
    (syllables[at] ?? []).some(
      (syllable) =>
        syllable !== '' && rest.startsWith(syllable) && reads(at + 1, rest.slice(syllable.length)),
    );
  return letters.length >= 2 && reads(from, letters);
}

/** Latin letters that a Chinese text may spell by chance. */
const MIN_PINYIN = 6;
/** Letters of a word that may be a name, and Chinese characters that may spell one. */
const MIN_LATIN_WORD = 4;
const MAX_SPELLING = 6;
/** Share of a transliteration's characters that two of its spellings have in common, by sound. */
const MIN_COMMON_SOUNDS = 0.66;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

/**
 * Fanjingshan in a text that has 梵净山, Ward in one that has 沃德, 弗洛伊德 in one that has 佛洛依德: the text spells
 * the name otherwise, whether or not a finder saw a name there.
 */
function isSpeltOut(
  name: string,
  { text, tokens }: NamedText,
  matchOf: (first: string, second: string) => number,
  lexicon: Lexicon,
): boolean {
  if (hasHan(name)) {
    const bare = name.replace(/[·•・]/gu, '').replace(ADMINISTRATIVE, '');
    if (bare.length < 2 || !isTransliteration(bare)) return false;
    const words = tokens.filter(
      ({ kind, stop, text: word }) =>
        kind === 'letters' && !stop && word.length >= MIN_LATIN_WORD && /^\p{Lu}/u.test(word),
    );
    return (
      words.some((word) => matchOf(bare, word.text) > LIKELY || soundsAlike(bare, word.text)) ||
      (text.match(HAN_RUN) ?? []).some((run) => isRespelt(bare, run))
    );
  }
  const letters = name.replace(/[\s-]/gu, '');
  const runs = text.match(HAN_RUN) ?? [];
  const isPinyin = letters.length >= MIN_PINYIN && splitPinyin(letters.toLowerCase()) !== null;
  const isSpelling = (run: string) =>
    Array.from(run, (_, at) => at).some((at) => spells(letters, run, at, lexicon));
  if (isPinyin && runs.some(isSpelling)) return true;
  if (/\s/u.test(name) || name.length < MIN_LATIN_WORD || !/^\p{Lu}/u.test(name)) return false;
  return runs.some((run) =>
    transliterations(run).some((word) => soundsAlike(word, name) && !isCommonWord(word, lexicon)),
  );
}

const ADMINISTRATIVE = /(?<=..)(?:[省市县州国镇]|地区)$/u;

/** Stretches of characters of transliteration. */
function transliterations(run: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 1; end <= Math.min(run.length, start + MAX_SPELLING); end++) {
      if (!isTransliteration(run.charAt(end - 1))) break;
      if (end - start >= 2) found.push(run.slice(start, end));
    }
  }
  return found;
}

/** The same consonants in Chinese characters and in Latin letters. */
function soundsAlike(chinese: string, latin: string): boolean {
  const theirs = skeletonsOfEnglish(latin.normalize('NFD').replace(/\p{M}/gu, ''));
  return skeletonsOfChinese(chinese).some(
    (skeleton) => skeleton.length >= 2 && theirs.includes(skeleton),
  );
}

const soundOf = memoize((character: string) => pinyinOfChinese(character, false)[0] ?? '', 5_000);

/** Whether a stretch of a text is another spelling of a transliterated name: 曼尼托巴 of 马尼托巴. */
function isRespelt(name: string, run: string): boolean {
  const sounds = Array.from(name, soundOf);
  for (let at = 0; at + name.length <= run.length; at++) {
    const same = sounds.filter((sound, i) => soundOf(run.charAt(at + i)) === sound).length;
    if (same >= (name.length > 2 ? MIN_COMMON_SOUNDS : 1) * name.length) return true;
  }
  return false;
}

/** 上海 does not stand in a text that only has 上海合作组织; 中国 does where it has 中国国防部. */
function standsAlone(
  { text, kind }: FoundName,
  there: NamedText,
  regionsOf: (text: string) => ReadonlySet<string>,
): boolean {
  const wanted = foldText(text);
  const folded = foldText(there.text);
  let at = folded.indexOf(wanted);
  if (at < 0) return squeezed(folded).includes(squeezed(wanted)) && wanted.length > 4;
  if (kind === 'organization' || regionsOf(text).size > 0) return true;
  const isLatin = !hasHan(text);
  for (; at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const around = folded.charAt(at - 1) + folded.charAt(end);
    if (isLatin && /\p{L}/u.test(around)) continue;
    const start = at;
    const isCovered = there.names.some(
      (other) =>
        other.text.length > text.length &&
        other.kind === 'organization' &&
        INSTITUTION.test(other.text) &&
        other.start <= start &&
        end <= other.end,
    );
    if (!isCovered) return true;
  }
  return false;
}

const squeezed = (text: string) => text.replace(/[\s\p{P}]/gu, '');

/** China, Chinese and 中国 in 中方, 中印, 访华; and 中方 where the text has China. */
function sharesRegion(
  name: string,
  text: string,
  regionsOf: (text: string) => ReadonlySet<string>,
): boolean {
  if (!isOnlyRegion(name)) return false;
  const there = regionsOf(text);
  const abbreviated = abbreviatedRegions(name);
  if (abbreviated.length > 0) {
    return abbreviated.every((codes) => codes.some((code) => there.has(code)));
  }
  const wanted = [...regionsOf(name)];
  return wanted.length > 0 && wanted.every((code) => there.has(code));
}

/** Capitals that stand for their governments, by ISO 3166 code. */
const CAPITALS: Readonly<Record<string, string>> = {
  'new delhi': 'IN',
  新德里: 'IN',
  beijing: 'CN',
  北京: 'CN',
  washington: 'US',
  华盛顿: 'US',
  moscow: 'RU',
  莫斯科: 'RU',
  tokyo: 'JP',
  东京: 'JP',
  london: 'GB',
  伦敦: 'GB',
  paris: 'FR',
  巴黎: 'FR',
  berlin: 'DE',
  柏林: 'DE',
  seoul: 'KR',
  首尔: 'KR',
  kyiv: 'UA',
  基辅: 'UA',
  islamabad: 'PK',
  tehran: 'IR',
  德黑兰: 'IR',
  ankara: 'TR',
  安卡拉: 'TR',
  canberra: 'AU',
  堪培拉: 'AU',
  ottawa: 'CA',
  渥太华: 'CA',
  brussels: 'EU',
  布鲁塞尔: 'EU',
  'tel aviv': 'IL',
  hanoi: 'VN',
  河内: 'VN',
  manila: 'PH',
  马尼拉: 'PH',
  jakarta: 'ID',
  雅加达: 'ID',
  pyongyang: 'KP',
  平壤: 'KP',
};
/** What stands before a capital that is a place: "in Beijing", 在北京. */
const WHERE =
  /(?:\b(?:in|at|to|from|near|of|visit(?:ed|ing)?|around|outside)|[在于到赴抵访离往])\s*$/iu;

/** New Delhi does not want…, where the text says India. */
function isMetonym(
  { text: name, start }: FoundName,
  claim: string,
  text: string,
  regionsOf: (text: string) => ReadonlySet<string>,
): boolean {
  const code = CAPITALS[name.toLowerCase()];
  if (code === undefined || WHERE.test(claim.slice(Math.max(0, start - 10), start))) return false;
  return regionsOf(text).has(code);
}

/** 美国 and 中印, but not 美国大学. */
function isOnlyRegion(text: string): boolean {
  return hasHan(text) ? !INSTITUTION.test(text) && text.length <= 6 : text.split(/\s/u).length <= 3;
}

/** Whether a text holds a name that is short for this one, or that this one is short for. */
function isAbbreviated({ text: name }: KindedName, { text, names }: NamedText): boolean {
  if (hasHan(name)) {
    if (name.length >= 3 && isSpreadOut(name, text)) return true;
    return names.some((other) => {
      const [short, long] =
        name.length < other.text.length ? [name, other.text] : [other.text, name];
      return short.length >= 3 && short.length < long.length && isShortened(short, long);
    });
  }
  return (
    isLatinAbbreviation(name, text) ||
    [...text.matchAll(LATIN_NAME)].some(([other]) => isLatinAbbreviation(other, name))
  );
}

/** 冬奥会 in 冬季奥林匹克运动会: its characters in order, a few others between them. */
function isSpreadOut(name: string, text: string): boolean {
  const between = `\\p{Script=Han}{0,${MAX_GAP}}?`;
  const characters = [...name.replace(/[^\p{Script=Han}]/gu, '')];
  return characters.length > 0 && new RegExp(characters.join(between), 'u').test(text);
}

/** Fed or SCO for a text that holds "Federal Reserve" or "Shanghai Cooperation Organization". */
function isLatinAbbreviation(name: string, text: string): boolean {
  if (/^\p{Lu}\p{Ll}{2,4}$/u.test(name)) return new RegExp(`\\b${name}\\p{Ll}{3,}`, 'u').test(text);
  if (!/^[A-Z]{2,6}$/.test(name)) return false;
  return [...text.matchAll(CAPITALISED)].some(([phrase]) =>
    (phrase.match(/\b\p{Lu}/gu) ?? []).join('').includes(name),
  );
}

/** The characters of the short form stand in the long one in order, the first and last in place. */
function isShortened(short: string, long: string): boolean {
  if (short.charAt(0) !== long.charAt(0) || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The dictionary translates it: SCO, "Shanghai Cooperation Organization" and 上合组织 are one. */
function isInGlosses(
  name: string,
  there: NamedText,
  lexicon: Lexicon,
  glossesOf: (word: string) => readonly string[],
): boolean {
  if (!hasHan(name)) {
    return compounds(there).some((word) =>
      lexicon.lookup(word).some(({ glosses }) => glosses.some((gloss) => holdsWord(gloss, name))),
    );
  }
  const translations = glossesOf(name);
  if (translations.some((gloss) => holdsWord(there.text, gloss))) return true;
  const phrases = translations.filter((gloss) => gloss.includes(' '));
  return (
    phrases.length > 0 &&
    compounds(there).some((word) => glossesOf(word).some((gloss) => phrases.includes(gloss)))
  );
}

/** Whether a Latin phrase stands in a text as whole words. */
function holdsWord(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + phrase.length);
    if (!/\p{L}/u.test(around)) return true;
  }
  return false;
}

/** Acronyms and capitalised phrases in the glosses of a word, and glosses that are one name. */
function properGlosses(word: string, lexicon: Lexicon): readonly string[] {
  return lexicon
    .lookup(word)
    .flatMap(({ glosses }) => glosses)
    .flatMap((gloss) => [
      ...(gloss.match(/\b[A-Z]{2,6}\b/g) ?? []).filter((name) => name !== 'PRC'),
      ...[...gloss.matchAll(CAPITALISED)].map(([phrase]) => phrase),
      ...(/^\p{Lu}\p{Ll}+$/u.test(gloss) ? [gloss] : []),
    ]);
}

/** Chinese words and the compounds of up to three neighbouring ones. */
function compounds({ tokens }: NamedText): string[] {
  const words: string[] = [];
  for (const [first, token] of tokens.entries()) {
    if (!hasHan(token.normal)) continue;
    let compound = '';
    for (const next of tokens.slice(first, first + MAX_COMPOUND)) {
      compound += next.normal;
      words.push(compound);
    }
  }
  return words;
}

/**
 * Word by word: "Chinese Defense Minister Dong" for 中国国防部长董军. Roles and common words are held
 * by words outside the text's own names of people; what remains must be one of these names.
 */
function isHeldByWords(
  name: FoundName,
  claim: NamedText,
  there: NamedText,
  areSame: (first: KindedName, second: KindedName) => boolean,
  isSpelt: (word: string, text: NamedText) => boolean,
  lexicon: Lexicon,
): boolean {
  if (hasHan(name.text) && claim.language === there.language) return false;
  const words = claim.tokens.filter(
    ({ start, end, stop }) => !stop && start >= name.start && end <= name.end,
  );
  const people = there.names.filter(({ kind }) => kind === 'person');
  const taken =
    name.kind === 'place'
      ? there.names.filter(({ kind, text }) => kind === 'person' || INSTITUTION.test(text))
      : people;
  const common = there.tokens.filter(
    ({ start, end, stop }) =>
      !stop && !taken.some((other) => other.start <= start && end <= other.end),
  );
  const isNamed = ({ text }: SentenceToken) =>
    there.names.some(
      (other) => other.kind === 'place' && areSame({ text, kind: 'place' }, other),
    ) || isSpelt(text, there);
  const rest = words.filter(
    (word) => !common.some((other) => sameMeaning(word, other)) && !isNamed(word),
  );
  if (rest.length === 0) return words.length > (claim.language === there.language ? 1 : 0);
  if (rest.length === words.length && (words.length > 1 || lexicon.isCommonEnglish(name.text))) {
    return false;
  }
  if (name.kind !== 'person' && name.kind !== 'other') return false;
  const left = rest.map(({ text }) => text).join(' ');
  return people.some((person) => areSame({ text: left, kind: 'person' }, person));
}

/** 全国 and 各方, which a finder of names may take for places: the dictionary has no capital for them. */
function isCommonWord(text: string, lexicon: Lexicon): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(text)) return false;
  const entries = lexicon.lookup(text);
  return entries.length > 0 && entries.every(({ pinyin }) => !/\p{Lu}/u.test(pinyin));
}

function isOrdinary(
  { text: name, kind, start }: FoundName,
  { text }: NamedText,
  lexicon: Lexicon,
  regionsOf: (text: string) => ReadonlySet<string>,
  isCommon: (text: string) => boolean,
): boolean {
  if (hasHan(name)) {
    if (isCommon(name)) return true;
    if (kind !== 'person' || isTransliteration(name)) return false;
    return NO_NAME.test(name) || /[\d〇一二三四五六七八九十百千万]/u.test(text.charAt(start - 1));
  }
  const withoutRoles = findRoles(name).reduceRight(
    (rest, role) => rest.slice(0, role.start) + rest.slice(role.end),
    name,
  );
  if (!/\p{L}{2}/u.test(withoutRoles.replace(/\b(?:of|the|National|and)\b/gu, ''))) return true;
  if (regionsOf(name).size > 0 || kind === 'person' || kind === 'organization') return false;
  const words = name.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  if (words.length > 1 && words.every((word) => splitPinyin(word) !== null)) return false;
  return (
    words.length > 0 && words.every((word) => !ACRONYM.test(word) && lexicon.isCommonEnglish(word))
  );
}
