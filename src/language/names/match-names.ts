import { hasHan } from '../characters/scripts.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import { stemEnglish } from '../morphology/stems.ts';
import { isStopWord } from '../morphology/stop-words.ts';
import type { TagWords } from '../segment/tag-words.ts';
import { keysOfChineseName, keysOfEnglishName } from './name-keys.ts';
import { skeletonsOfChinese, skeletonsOfEnglish } from './phonetic-keys.ts';
import { pinyinOfChinese } from './pinyin-syllables.ts';
import type { RegionNames } from './region-names.ts';

export interface NameMatchingParts {
  readonly tag: TagWords;
  readonly lexicon: Lexicon;
  readonly regions: RegionNames;
}

/** How sure a match of each kind is; from .5 on it counts as a match. */
const CERTAINTY = {
  same: 1,
  translation: 0.95,
  fullPinyin: 0.95,
  partOfName: 0.9,
  pinyin: 0.85,
  acronym: 0.85,
  longSound: 0.85,
  sound: 0.75,
  abbreviation: 0.7,
  shortSound: 0.55,
  nearSound: 0.55,
} as const;

/** Skeletons of this length seldom agree by chance. */
const LONG_SKELETON = 4;
/** Share of agreeing consonants from which two long skeletons are near. */
const NEAR = 0.75;
/** Share of an organization's words that must have their counterpart. */
const MAX_WORDS = 0.75;

/** How surely two names name the same thing, from 0 to 1; see `NameAnalyzer.namesMatch`. */
export function matchNames(a: string, b: string, parts: NameMatchingParts): number {
  const [left, right] = [plain(a), plain(b)];
  if (left === '' || right === '') return 0;
  if (left.toLowerCase() === right.toLowerCase()) return CERTAINTY.same;
  const codes = [parts.regions.codeOf(left), parts.regions.codeOf(right)];
  if (codes[0] !== null && codes[1] !== null) return codes[0] === codes[1] ? CERTAINTY.same : 0;
  const [leftHan, rightHan] = [hasHan(left), hasHan(right)];
  if (leftHan && rightHan) return matchChinese(left, right);
  if (!leftHan && !rightHan) return matchEnglish(left, right);
  return leftHan ? matchAcross(left, right, parts) : matchAcross(right, left, parts);
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^[\s"'“”‘’《》「」]+|[\s"'“”‘’《》「」]+$|['’]s$/gu, '')
    .replace(/^the /iu, '');
}

const wordsOf = (name: string) =>
  (name.match(/[\p{L}\p{M}\d.&'’]+/gu) ?? []).map((word) =>
    word.toLowerCase().replace(/['’]s$|\.$/gu, ''),
  );

function matchEnglish(a: string, b: string): number {
  const [shorter, longer] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  if (shorter === undefined || longer === undefined || shorter.length === 0) return 0;
  const acronym = shorter.length === 1 ? shorter[0]?.replace(/\./gu, '') : undefined;
  const initials = longer.filter((word) => !isStopWord(word)).map((word) => word[0]);
  if (acronym !== undefined && acronym.length > 1 && initials.join('') === acronym)
    return CERTAINTY.acronym;
  const known = new Set(longer.map(stemEnglish));
  return shorter.every((word) => known.has(stemEnglish(word))) ? CERTAINTY.partOfName : 0;
}

function matchChinese(a: string, b: string): number {
  const [shorter, longer] = [a, b]
    .map((name) => name.replace(/[\s·•・]/gu, ''))
    .sort((x, y) => x.length - y.length);
  if (shorter === undefined || longer === undefined || shorter.length < 2) return 0;
  if (longer.includes(shorter)) return CERTAINTY.partOfName;
  if (shorter.length >= 3 && isAbbreviation(shorter, longer)) return CERTAINTY.abbreviation;
  const isRespelled =
    pinyinOfChinese(shorter, false).join() === pinyinOfChinese(longer, false).join();
  return isRespelled ? CERTAINTY.sound : 0;
}

/** 上合组织 of 上海合作组织: its characters, in order, from the first on, of a name much longer. */
function isAbbreviation(shorter: string, longer: string): boolean {
  if (shorter[0] !== longer[0] || longer.length < shorter.length + 2) return false;
  let at = 0;
  for (const character of shorter) {
    at = longer.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function matchAcross(chinese: string, english: string, parts: NameMatchingParts): number {
  const joined = english.toLowerCase().replace(/[^a-z]/gu, '');
  if (pinyinOfChinese(chinese, false).join('') === joined) return CERTAINTY.same;
  return Math.max(
    matchByTranslation(chinese, english, parts),
    matchByKeys(chinese, english, parts.lexicon),
    matchBySound(chinese, english),
  );
}

/** Every word of either name has its counterpart in the other: 上海合作组织. */
function matchByTranslation(
  chinese: string,
  english: string,
  { tag, lexicon }: NameMatchingParts,
): number {
  const glosses = lexicon.lookup(chinese).flatMap((entry) => entry.glosses);
  const isAcronym = /^[\p{Lu}.]{2,}$/u.test(english);
  if (isAcronym && glosses.some((gloss) => abbreviates(english.replace(/\./gu, ''), gloss))) {
    return CERTAINTY.acronym;
  }
  const stems = wordsOf(english)
    .filter((word) => !isStopWord(word))
    .map(stemEnglish);
  const whole = lexicon.conceptStems(chinese);
  const words =
    whole.length > 0
      ? [chinese]
      : tag(chinese)
          .map(({ word }) => word)
          .filter((word) => hasHan(word));
  const meanings = words.map((word) => new Set(lexicon.conceptStems(word).map(({ stem }) => stem)));
  const understood = stems.filter((stem) => meanings.some((meaning) => meaning.has(stem))).length;
  const meant = meanings.filter((meaning) => stems.some((stem) => meaning.has(stem))).length;
  if (stems.length === 0 || meanings.length === 0) return 0;
  const coverage = Math.min(understood / stems.length, meant / meanings.length);
  if (coverage === 1) return CERTAINTY.translation;
  return coverage >= MAX_WORDS ? coverage : 0;
}

function abbreviates(acronym: string, gloss: string): boolean {
  const initials = (gloss.replace(/\(.*?\)/gu, '').match(/\b\p{Lu}/gu) ?? []).join('');
  return initials === acronym || new RegExp(`\\b${acronym}\\b`, 'u').test(gloss);
}

function matchByKeys(chinese: string, english: string, lexicon: Lexicon): number {
  const theirs = new Set(keysOfEnglishName(english, 'person', lexicon.isCommonEnglish));
  const certainties = keysOfChineseName(chinese, 'person').map((key) => {
    if (!theirs.has(key)) return 0;
    if (key.startsWith('pinyin:'))
      return key.includes('+') ? CERTAINTY.fullPinyin : CERTAINTY.pinyin;
    const length = key.slice('sound:'.length).length;
    if (key.includes('-')) return CERTAINTY.shortSound;
    return length >= LONG_SKELETON ? CERTAINTY.longSound : CERTAINTY.sound;
  });
  return Math.max(0, ...certainties);
}

/** The last parts of two names, which surnames are, have nearly the same consonants. */
function matchBySound(chinese: string, english: string): number {
  const last = chinese.split(/[·•・]/u).at(-1) ?? '';
  const words = english.split(/\s+/u);
  const theirs = [words.at(-1) ?? '', words.join('')].flatMap(skeletonsOfEnglish);
  const isNear = skeletonsOfChinese(last).some((ours) =>
    theirs.some((their) => {
      const longest = Math.max(ours.length, their.length);
      return longest > LONG_SKELETON - 1 && 1 - editDistance(ours, their) / longest >= NEAR;
    }),
  );
  return isNear ? CERTAINTY.nearSound : 0;
}

/** Levenshtein distance: the fewest insertions, deletions and replacements. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
