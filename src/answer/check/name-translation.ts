import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { CAPITALISED } from './name-abbreviation.ts';
import type { TextFacts } from './text-facts.ts';

const HAN = /\p{Script=Han}/u;
/** Words that 上合组织 may be part of, glued together from the segmenter's tokens. */
const LONGEST_COMPOUND = 3;

/** The dictionary translates it: SCO, "Shanghai Cooperation Organization" and 上合组织 are one. */
export function isInGlosses(name: string, facts: TextFacts, lexicon: Lexicon): boolean {
  if (!HAN.test(name)) {
    const wanted = name.replace(/^the /iu, '');
    return compounds(facts).some((word) =>
      lexicon.lookup(word).some(({ glosses }) => glosses.some((gloss) => holdsWord(gloss, wanted))),
    );
  }
  const translations = properGlosses(name, lexicon);
  if (translations.some((gloss) => holdsWord(facts.text, gloss))) return true;
  const phrases = translations.filter((gloss) => gloss.includes(' '));
  return (
    phrases.length > 0 &&
    compounds(facts).some((word) =>
      properGlosses(word, lexicon).some((gloss) => phrases.includes(gloss)),
    )
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
export function properGlosses(word: string, lexicon: Lexicon): string[] {
  return lexicon
    .lookup(word)
    .flatMap(({ glosses }) => glosses)
    .flatMap((gloss) => [
      ...(gloss.match(/\b[A-Z]{2,6}\b/g) ?? []),
      ...[...gloss.matchAll(CAPITALISED)].map(([phrase]) => phrase),
      ...(/^\p{Lu}\p{Ll}+$/u.test(gloss) ? [gloss] : []),
    ]);
}

/** Chinese words and the compounds of up to three neighbouring ones. */
function compounds({ tokens }: TextFacts): string[] {
  const words: string[] = [];
  for (const [first, token] of tokens.entries()) {
    if (!HAN.test(token.normal)) continue;
    let compound = '';
    for (const next of tokens.slice(first, first + LONGEST_COMPOUND)) {
      compound += next.normal;
      words.push(compound);
    }
  }
  return words;
}

/** Whether a name in Latin letters spells characters of a Chinese one: "Dong", "Yueyue". */
export function isSpelling(latin: string, chinese: string, lexicon: Lexicon): boolean {
  const letters = latin.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length < 2 || HAN.test(latin)) return false;
  const syllables = [...chinese].map((character) =>
    lexicon.lookup(character).map(({ pinyin }) => pinyin.replace(/[^a-z]/gi, '').toLowerCase()),
  );
  const spells = (at: number, rest: string): boolean =>
    rest === '' ||
    (syllables[at] ?? []).some(
      (syllable) =>
        syllable !== '' && rest.startsWith(syllable) && spells(at + 1, rest.slice(syllable.length)),
    );
  return syllables.some((_, at) => spells(at, letters));
}

/** 全国 and 各方, which a finder of names may take for places: the dictionary has no capital for them. */
export function isCommonWord(text: string, lexicon: Lexicon): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(text)) return false;
  const entries = lexicon.lookup(text);
  return entries.length > 0 && entries.every(({ pinyin }) => !/\p{Lu}/u.test(pinyin));
}
