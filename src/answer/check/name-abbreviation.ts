import type { FoundName } from '../../core/sentence.ts';
import type { TextFacts } from './text-facts.ts';

const HAN = /\p{Script=Han}/u;
/** Several capitalised words in a row, "of" and "the" between them. */
export const CAPITALISED =
  /\b\p{Lu}[\p{L}&’'-]*(?:\s(?:(?:of|and|for|the)\s)*\p{Lu}[\p{L}&’'-]*)+/gu;
/** Characters that an abbreviation may leave out in one place. */
const WIDEST_GAP = 6;
/** A word that may abbreviate a longer name. */
const LATIN_NAME = /\b(?:\p{Lu}\p{Ll}{2,4}|[A-Z]{2,6})\b/gu;

/** Whether a text holds a name that is short for this one, or that this one is short for. */
export function isAbbreviated(
  { text: name, kind }: FoundName,
  { text, names }: TextFacts,
): boolean {
  if (HAN.test(name)) {
    if (kind !== 'person' && name.length >= 3 && isSpreadOut(name, text)) return true;
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
  const between = `\\p{Script=Han}{0,${WIDEST_GAP}}?`;
  return new RegExp([...name.replace(/[^\p{Script=Han}]/gu, '')].join(between), 'u').test(text);
}

/** Fed or SCO for a text that holds "Federal Reserve" or "Shanghai Cooperation Organization". */
export function isLatinAbbreviation(name: string, text: string): boolean {
  if (/^\p{Lu}\p{Ll}{2,4}$/u.test(name)) return new RegExp(`\\b${name}\\p{Ll}{3,}`, 'u').test(text);
  if (!/^[A-Z]{2,6}$/.test(name)) return false;
  return [...text.matchAll(CAPITALISED)].some(([phrase]) => initials(phrase).includes(name));
}

function initials(phrase: string): string {
  return (phrase.match(/\b\p{Lu}/gu) ?? []).join('');
}

/** The characters of the short form stand in the long one in order, the first and last in place. */
export function isShortened(short: string, long: string): boolean {
  if (short.charAt(0) !== long.charAt(0) || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
