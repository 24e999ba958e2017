import type { NameKind } from '../../core/sentence.ts';
import { hasHan } from '../characters/scripts.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import type { NameGlosses } from './gloss-names.ts';
import { pinyinOfChinese } from './pinyin-syllables.ts';
import { surnameOf } from './surnames.ts';

/** Translations of posts and institutions are shown where every part has one. */
const MAX_TERM = 24;

/** A Chinese name in English: by the dictionary, by its parts, or by its sound. */
export function englishName(
  text: string,
  kind: NameKind,
  lexicon: Lexicon,
  glosses: NameGlosses,
): string | null {
  if (!hasHan(text)) return text;
  const glossed = glosses.lookUp(text);
  if (glossed !== null) return glossed.english;
  if (kind === 'place' && /[市县省]$/u.test(text)) {
    const bare = glosses.lookUp(text.slice(0, -1));
    if (bare !== null) return bare.english;
  }
  const surname = surnameOf(text);
  if (kind === 'person' && surname !== '' && text.length <= 4 && text.length > surname.length) {
    const syllables = pinyinOfChinese(text, true);
    if (syllables.length !== text.length) return null;
    const spell = (parts: readonly string[]) => capitalise(parts.join('').replace(/v/gu, 'u'));
    return `${spell(syllables.slice(0, surname.length))} ${spell(syllables.slice(surname.length))}`;
  }
  return kind === 'person' || text.length > MAX_TERM ? null : byParts(text, lexicon, glosses);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words of a post or institution that are put together; of more the order is not known. */
const MAX_PARTS = 2;

/** A post or institution by its country and its kind, or null where the dictionary lacks either. */
function byParts(text: string, lexicon: Lexicon, glosses: NameGlosses): string | null {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = /^[、，·\s]/u.exec(text.slice(at));
    if (mark !== null) {
      words.push(',');
      at++;
      continue;
    }
    let taken = 0;
    for (let length = Math.min(8, text.length - at); length >= 2 && taken === 0; length--) {
      const word = text.slice(at, at + length);
      const english = glosses.lookUp(word)?.english ?? firstGloss(word, lexicon);
      if (english === null) continue;
      words.push(english);
      taken = length;
    }
    if (taken === 0) return null;
    at += taken;
    if (words.length > MAX_PARTS) return null;
  }
  return words.join(' ').replace(/ ,/gu, ',');
}

function firstGloss(word: string, lexicon: Lexicon): string | null {
  for (const { glosses } of lexicon.lookup(word)) {
    const gloss = glosses.find(
      (one) =>
        /^[\p{L} '-]{2,28}$/u.test(one) && !/^(?:see|variant|abbr|surname|old)\b/iu.test(one),
    );
    if (gloss !== undefined) return gloss.replace(/^to /u, '');
  }
  return null;
}
