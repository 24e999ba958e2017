import type { Lexicon } from '../../text/lexicon.ts';
import type { FoundName, NameAnalyzer } from '../../text/names.ts';
import { abbreviatedRegions } from './region-abbreviations.ts';
import { sameMeaning } from './same-meaning.ts';
import type { TextFacts } from './text-facts.ts';
import { occursInside } from './verbatim.ts';

/** From here on two names are likely the same. */
const LIKELY = 0.5;
const HAN = /\p{Script=Han}/u;
const CAPITALISED = /\b\p{Lu}[\p{L}&’'-]*(?:\s(?:(?:of|and|for|the)\s)*\p{Lu}[\p{L}&’'-]*)+/gu;
/** Words that 上合组织 may be part of, glued together from the segmenter's tokens. */
const LONGEST_COMPOUND = 3;

export interface NameReaders {
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
}

/** Whether a text holds a name, in either script, whole, abbreviated or translated. */
export function holdsName(
  name: FoundName,
  claim: TextFacts,
  facts: TextFacts,
  readers: NameReaders,
): boolean {
  return (
    standsAlone(name, facts, readers) ||
    facts.names.some((other) => isLikely(name, other, readers)) ||
    facts.names.some(
      (other) => other.kind === 'person' && isSpelling(name.text, other.text, readers.lexicon),
    ) ||
    sharesRegion(name, facts, readers) ||
    isAbbreviated(name.text, facts) ||
    isInGlosses(name.text, facts, readers.lexicon) ||
    isHeldByWords(name, claim, facts, readers)
  );
}

/** Within one script a place is not the organization that is named after it. */
function isLikely(name: FoundName, other: FoundName, { names }: NameReaders): boolean {
  if (HAN.test(name.text) === HAN.test(other.text) && name.kind !== other.kind) return false;
  return names.namesMatch(name.text, other.text) >= LIKELY;
}

/** Whether two names, each by itself, name the same: 上合组织 and 上海合作组织. */
export function sameName(first: string, second: string, { names, lexicon }: NameReaders): boolean {
  if (names.namesMatch(first, second) >= LIKELY) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  if (short.length >= 3 && isShortened(short, long)) return true;
  const glosses = properGlosses(first, lexicon);
  return properGlosses(second, lexicon).some((gloss) => glosses.includes(gloss));
}

/** 上海 does not stand in a text that only has 上海合作组织; 中国 does where it has 中国国防部. */
function standsAlone({ text, kind }: FoundName, facts: TextFacts, { names }: NameReaders): boolean {
  if (!occursInside(text, facts.text)) return false;
  if (kind === 'organization' || regionCodes(text, names).length > 0) return true;
  const wanted = text.toLowerCase();
  const covers = (start: number) =>
    facts.names.some(
      (other) =>
        other.text.length > text.length &&
        other.kind !== kind &&
        other.kind !== 'person' &&
        other.start <= start &&
        start + text.length <= other.end,
    );
  let at = facts.folded.indexOf(wanted);
  if (at < 0) return true;
  for (; at >= 0; at = facts.folded.indexOf(wanted, at + 1)) if (!covers(at)) return true;
  return false;
}

function regionCodes(text: string, names: NameAnalyzer): string[] {
  return [...names.nameKeys(text, HAN.test(text) ? 'zh' : 'en').keys()]
    .filter((key) => key.startsWith('region:'))
    .map((key) => key.slice('region:'.length));
}

/** China, Chinese and 中国 in 中方, 中印, 访华; and 中方 where the text has China. */
function sharesRegion({ text }: FoundName, facts: TextFacts, { names }: NameReaders): boolean {
  if (!isOnlyRegion(text)) return false;
  const wanted = [...regionCodes(text, names).map((code) => [code]), ...abbreviatedRegions(text)];
  const there = new Set([
    ...regionCodes(facts.text, names),
    ...abbreviatedRegions(facts.text).flat(),
  ]);
  return wanted.length > 0 && wanted.every((codes) => codes.some((code) => there.has(code)));
}

/** 美国 and 中印, but not 美国大学. */
function isOnlyRegion(text: string): boolean {
  return HAN.test(text) ? text.length <= 3 : !/\s/.test(text);
}

/** 上合组织 of 上海合作组织, SCO of "Shanghai Cooperation Organization"; and the other way round. */
function isAbbreviated(name: string, { text, names }: TextFacts): boolean {
  if (HAN.test(name)) {
    return names.some((other) => {
      const [short, long] =
        name.length < other.text.length ? [name, other.text] : [other.text, name];
      return short.length >= 3 && short.length < long.length && isShortened(short, long);
    });
  }
  const acronym = /^[A-Z]{2,6}$/.test(name) ? name : initials(name);
  if (acronym.length < 2) return false;
  return (
    new RegExp(`\\b${acronym}\\b`).test(text) ||
    [...text.matchAll(CAPITALISED)].some(([phrase]) => initials(phrase).includes(acronym))
  );
}

function initials(phrase: string): string {
  return (phrase.match(/\b\p{Lu}/gu) ?? []).join('');
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
function isInGlosses(name: string, facts: TextFacts, lexicon: Lexicon): boolean {
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
function properGlosses(word: string, lexicon: Lexicon): string[] {
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

/**
 * Word by word: "Chinese Defense Minister Dong" for 中国国防部长董军. Roles and common words are held
 * by words outside the text's own names of people; what remains must be one of these.
 */
function isHeldByWords(
  name: FoundName,
  claim: TextFacts,
  facts: TextFacts,
  { names, lexicon }: NameReaders,
): boolean {
  if (claim.language === facts.language && HAN.test(name.text)) return false;
  const people = facts.names.filter(({ kind }) => kind === 'person');
  // A person's 军 is no army, and the Shanghai of the SCO is no place.
  const taken = name.kind === 'place' ? facts.names.filter(({ kind }) => kind !== 'place') : people;
  const common = facts.concepts.filter(
    ({ token }) => !taken.some(({ start, end }) => start <= token.start && token.end <= end),
  );
  const words = claim.concepts.filter(
    ({ token }) => token.start >= name.start && token.end <= name.end,
  );
  const rest = words.filter(
    (word) =>
      !common.some((other) => sameMeaning(word, other)) &&
      !facts.names.some(
        (other) =>
          other.kind === 'place' && names.namesMatch(word.token.text, other.text) >= LIKELY,
      ),
  );
  if (rest.length === 0) return words.length > (claim.language === facts.language ? 1 : 0);
  if (rest.length === words.length && words.length > 1) return false;
  const left = rest.map(({ token }) => token.text).join(' ');
  return people.some(
    ({ text }) => names.namesMatch(left, text) >= LIKELY || isSpelling(left, text, lexicon),
  );
}

/** Whether a name in Latin letters spells characters of a Chinese one: "Dong", "Yueyue". */
function isSpelling(latin: string, chinese: string, lexicon: Lexicon): boolean {
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
