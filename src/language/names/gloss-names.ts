import type { Lexicon, LexiconEntry } from '../dictionary/lexicon.ts';

/** The English name of a Chinese proper noun, as the dictionary has it. */
export interface GlossName {
  readonly english: string;
  readonly isPlace: boolean;
}

export interface NameGlosses {
  /** Looks a simplified Chinese word up; null when the dictionary has no name by it. */
  lookUp(word: string): GlossName | null;
  /** Whether an English name is that of a country or a part of the world. */
  isCountry(english: string): boolean;
}

const SEE = /^(?:see|variant of)\s+(?:\S+\|)?(\p{Script=Han}+)\[/u;
const PLACE =
  /\b(?:city|municipality|province|county|district|prefecture|region|capital|country|island|state|town|river|sea|lake|republic|peninsula|seat of government|continent)\b/iu;
const PLACE_WORD = /(?:市|省|区|县|州|镇|岛|港)$/u;
const NOT_NAME = /^(?:surname|abbr\.|see|old|variant|CL:|\()|\(surname\)/iu;
/** `(name) Singh`, `Arnold (name)` */
const GIVEN_NAME = /\s*\(name\)\s*/u;
const DESIGNATION =
  /\s+(?:municipality|province|(?:sub)?provincial[- ]level city|prefecture[- ]level city|city|district|county)$/iu;
const MAX_NAME_WORDS = 6;

/** Remembers every word it has been asked for. */
export function createNameGlosses(lexicon: Lexicon): NameGlosses {
  const regions = englishRegions();
  const known = new Map<string, GlossName | null>();
  return {
    isCountry: (english) => regions.has(english.toLowerCase()),
    lookUp(word) {
      const remembered = known.get(word);
      if (remembered !== undefined) return remembered;
      const found = readGloss(word, lexicon, regions);
      known.set(word, found);
      return found;
    },
  };
}

function readGloss(word: string, lexicon: Lexicon, regions: ReadonlySet<string>): GlossName | null {
  const entries = lexicon.lookup(word);
  for (const entry of entries) {
    const target = entry.glosses.map((gloss) => SEE.exec(gloss)?.[1]).find((one) => one != null);
    if (target === undefined || target === word || !PLACE_WORD.test(target)) continue;
    return { english: spellPinyin(entry), isPlace: true };
  }
  // A word that also means something common (和平) is that more often than the name.
  if (entries.length === 0 || entries.some(({ pinyin }) => !/^[A-Z]/.test(pinyin))) return null;
  for (const entry of entries) {
    for (const listed of entry.glosses) {
      const gloss = listed.replace(GIVEN_NAME, '');
      if (NOT_NAME.test(gloss)) continue;
      const english =
        gloss
          .split(/\s*[,;(（[]|\s+in\s+(?=\p{Lu})/u)[0]
          ?.replace(DESIGNATION, '')
          .trim() ?? '';
      const words = english.split(/\s+/u);
      if (!/^\p{Lu}/u.test(english) || words.length > MAX_NAME_WORDS) continue;
      return { english, isPlace: regions.has(english.toLowerCase()) || PLACE.test(gloss) };
    }
  }
  return null;
}

/** `Shen3 yang2` → `Shenyang`: how a Chinese place is written in English. */
function spellPinyin({ pinyin }: LexiconEntry): string {
  const letters = pinyin
    .replace(/[\d\s]/gu, '')
    .replace(/u:/giu, 'ü')
    .toLowerCase();
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Names that the platform's data lacks or writes otherwise. */
const OTHER_REGIONS = [
  'holland',
  'turkey',
  'burma',
  'america',
  'asia',
  'europe',
  'africa',
  'oceania',
  'north america',
  'south america',
  'latin america',
  'central asia',
  'southeast asia',
  'east asia',
  'middle east',
  'the middle east',
];

function englishRegions(): ReadonlySet<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const regions = new Set<string>(OTHER_REGIONS);
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined) regions.add(name.toLowerCase());
    }
  }
  return regions;
}
