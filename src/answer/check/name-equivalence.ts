import type { FoundName } from '../../core/sentence.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import { abbreviatedRegions } from '../../language/names/region-abbreviations.ts';
import { isAbbreviated, isLatinAbbreviation, isShortened } from './name-abbreviation.ts';
import { isInGlosses, isSpelling, properGlosses } from './name-translation.ts';
import { sameMeaning } from './same-meaning.ts';
import type { TextFacts } from './text-facts.ts';
import { occursInside } from './verbatim.ts';

/** From here on two names are likely the same. */
const LIKELY = 0.5;
/** An institution that may be named after a place. */
const INSTITUTION =
  /(?:组织|公司|大学|学院|集团|银行|协会|联盟|委员会|报|社|队|足球俱乐部|俱乐部)$|\b(?:Organi[sz]ation|Universit(?:y|ies)|Bank|Company|Group|Association|Times|Daily|Post|Club|FC|United|College|Institute)\b/iu;
const HAN = /\p{Script=Han}/u;

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
    isAbbreviated(name, facts) ||
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
  if (isLatinAbbreviation(short, long)) return true;
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
        other.kind === 'organization' &&
        INSTITUTION.test(other.text) &&
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
