import type { NameKind } from '../../core/sentence.ts';
import { hasHan } from '../characters/scripts.ts';
import { ACRONYM, withoutTitle } from './english-name-kind.ts';
import { skeletonsOfChinese, skeletonsOfEnglish } from './phonetic-keys.ts';
import { pinyinOfChinese, splitPinyin } from './pinyin-syllables.ts';
import { CHINESE_PLACE_SUFFIX } from './place-words.ts';
import { surnameOf } from './surnames.ts';

/** What is no part of the name's sound: a kind of place, a people, a tongue, a school of thought. */
const SUFFIX = new RegExp(
  String.raw`(?<=\p{Script=Han}{2})${CHINESE_PLACE_SUFFIX}$|(?<=\p{Script=Han}{3})(?:人|族|语|派|教|党|军)$`,
  'u',
);
/** Saint, San and New, words of their own in English. */
const PREFIX = /^[圣新](?=\p{Script=Han}{2})/u;
/** Chinese names have at most a surname of two syllables and a given name of two. */
const MAX_SYLLABLES = 4;

/** Shorter skeletons are shared by too many names to tell them apart. */
const MIN_SKELETON_LENGTH = 2;
/** Up to this length the first vowel has to tell names apart as well. */
const MAX_AMBIGUOUS_LENGTH = 2;

const pinyinKey = (parts: readonly string[]) => `pinyin:${[...parts].sort().join('+')}`;

/** Keys of a name in Chinese characters, likeliest first. */
export function keysOfChineseName(name: string, kind: NameKind): string[] {
  const parts = name.split(/[·•・\s]/u).filter((part) => /^\p{Script=Han}{2,}$/u.test(part));
  return parts.flatMap((part) => {
    const isPerson = kind === 'person' && parts.length === 1;
    const bare = part.replace(SUFFIX, '');
    const forms = new Set([part, bare, bare.replace(PREFIX, '')]);
    return [
      ...pinyinKeys(isPerson ? part : bare, isPerson),
      ...[...forms].flatMap((form) => soundKeys(skeletonsOfChinese(form), firstVowel(form))),
    ];
  });
}

/**
 * Keys of a name in Latin letters: of each word, and of each pair that reads as a Chinese name.
 * Common words of a name that is no person's (`Supreme Court`) are translated, not transliterated.
 */
export function keysOfEnglishName(
  name: string,
  kind: NameKind,
  isCommonWord: (word: string) => boolean,
): string[] {
  const all = (name.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [])
    .flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    .map((word) =>
      word
        .replace(/['’]s$/u, '')
        .normalize('NFD')
        .replace(/\p{M}/gu, ''),
    )
    .filter((word) => /^\p{Lu}/u.test(word));
  const words = kind === 'person' ? withoutTitle(all) : all;
  const syllables = words.map(splitPinyin);
  const isSounded = (word: string) => {
    if (ACRONYM.test(word)) return false;
    return (kind === 'person' && words.length > 1) || !isCommonWord(word);
  };
  return words.flatMap((word, index) => {
    const keys: string[] = [];
    const own = syllables[index] ?? null;
    const next = syllables[index + 1] ?? null;
    if (own !== null && next !== null && own.length + next.length <= MAX_SYLLABLES) {
      keys.push(pinyinKey([own.join(''), next.join('')]));
    }
    if (own !== null && own.length >= 2 && own.length <= MAX_SYLLABLES && !isCommonWord(word)) {
      keys.push(pinyinKey([own.join('')]));
    }
    if (isSounded(word)) keys.push(...soundKeys(skeletonsOfEnglish(word), firstVowel(word)));
    return keys;
  });
}

function pinyinKeys(part: string, isPerson: boolean): string[] {
  const syllables = pinyinOfChinese(part, isPerson);
  if (syllables.length !== part.length || syllables.length > MAX_SYLLABLES) return [];
  const whole = pinyinKey([syllables.join('')]);
  const surname = Math.max(1, surnameOf(part).length);
  if (!isPerson || syllables.length <= surname) return [whole];
  const parts = [syllables.slice(0, surname).join(''), syllables.slice(surname).join('')];
  return [pinyinKey(parts), whole];
}

function soundKeys(skeletons: readonly string[], vowel: string): string[] {
  return skeletons
    .filter((skeleton) => skeleton.length >= MIN_SKELETON_LENGTH)
    .map((skeleton) => (skeleton.length > MAX_AMBIGUOUS_LENGTH ? skeleton : `${skeleton}-${vowel}`))
    .map((skeleton) => `sound:${skeleton}`);
}

/** The first vowel of a name, `e` with `i` and `o` with `u`, which transliteration mixes up. */
function firstVowel(name: string): string {
  const isChinese = hasHan(name);
  const letters = isChinese ? (pinyinOfChinese(name, false)[0] ?? '') : name.toLowerCase();
  const medial = isChinese ? /[iu](?=[aoe])/u : /^[yw](?=[aeiou])/u;
  const vowel = /[aeiouvy]/u.exec(letters.replace(medial, ''))?.[0] ?? '';
  if (/[eiyv]/u.test(vowel)) return 'i';
  return vowel === 'o' ? 'u' : vowel;
}
