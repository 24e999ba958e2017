import type { FoundName, NameKind } from '../../core/sentence.ts';
import { hasHan } from '../characters/scripts.ts';
import { SPEECH_VERBS } from '../discourse/speech-verbs.ts';
import type { CutWord, TagWords } from '../segment/tag-words.ts';
import type { GlossedNames } from './glossed-names.ts';
import { CHINESE_ORGANIZATION_END, CHINESE_ORGANIZATION_WORD_END } from './organization-words.ts';
import { CHINESE_PLACE_KIND, CHINESE_PLACE_WORD } from './place-words.ts';
import type { RegionNames } from './region-names.ts';
import { surnameOf } from './surnames.ts';
import { CHINESE_TITLE_END } from './titles.ts';
import { isTransliteration, lengthensTransliteration } from './transliteration.ts';

export interface ChineseNameParts {
  readonly tag: TagWords;
  readonly glossed: GlossedNames;
  readonly regions: RegionNames;
}

interface TaggedWord {
  readonly text: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** A name read from a word on: the word after it, and what it names. */
interface Reading {
  readonly next: number;
  readonly kind: NameKind;
}

/** jieba's tags of names, and `x`, which it gives to words it guessed. */
const PROPER_NOUN = /^(?:nr|nrt|nrfg|ns|nz|x)$/u;
const GUESSED = 'x';
/** Tags of words that a reading of organizations, persons or places begins with. */
const OPENING_TAGS = new Set(['nt', 'ns', 'nz', 'nr', 'nrt', 'nrfg', 'x', 'j']);
const NOMINAL = /^(?:n|ns|nz|nt|vn|j|b|a|an|nrt)$/u;

/** Words that follow a person's name. */
const SPEAKING = new RegExp(
  `^(?:${[...SPEECH_VERBS.zh, '出席', '会见', '主持'].join('|')}|[:：])`,
  'u',
);

/** Characters of grammar, which no Chinese name holds. */
const GRAMMAR =
  /[的了在是和与将就都已被把从向对为及等这那其也又再还很更最不没有可会要个些们一二三四五六七八九十]/u;

/** Longest organization's name in words, and person's in characters. */
const MAX_ORGANIZATION_WORDS = 4;
const MAX_GIVEN = 2;
/** Words that a transliterated name may be cut into; 卡西姆-若马尔特·托卡耶夫 takes eight. */
const MAX_TRANSLITERATED_WORDS = 24;

/** Names in Chinese text, Latin ones in it left to `findEnglishNames`. */
export function findChineseNames(
  text: string,
  parts: ChineseNameParts,
  tokens?: readonly CutWord[],
): FoundName[] {
  const words = tagged(parts.tag(text, tokens));
  const names: FoundName[] = [];
  for (let at = 0; at < words.length; ) {
    if (!mayOpenName(text, words[at] as TaggedWord, parts) && !isSurnameApart(words, at)) {
      at++;
      continue;
    }
    const found =
      readOrganization(words, at, parts) ??
      readRegion(text, words, at, parts) ??
      readTransliteration(words, at, parts) ??
      readPerson(words, at, parts) ??
      readPlace(words, at, parts);
    const first = words[at];
    const last = words[(found?.next ?? 0) - 1];
    if (found !== null && first !== undefined && last !== undefined) {
      const { start } = first;
      names.push({ start, end: last.end, text: text.slice(start, last.end), kind: found.kind });
    }
    at = found?.next ?? at + 1;
  }
  return names;
}

/** Whether any of the readings below may begin with a word; most words are told by this alone. */
function mayOpenName(
  text: string,
  { text: word, tag, start }: TaggedWord,
  { regions }: ChineseNameParts,
): boolean {
  return (
    OPENING_TAGS.has(tag) || lengthensTransliteration(word) || regions.lengthAt(text, start) > 0
  );
}

/** Tags of a surname that jieba cut off a given name: 孙/zg 海燕/nr, 何/r 海燕/nr. */
const SURNAME_APART = /^(?:zg|ng?|nz|r|g|j|a|b)$/u;

/** Whether a surname stands apart before a word that jieba takes for a person by itself. */
function isSurnameApart(words: readonly TaggedWord[], at: number): boolean {
  const [surname, given] = [words[at], words[at + 1]];
  return (
    surname?.text.length === 1 &&
    SURNAME_APART.test(surname.tag) &&
    surnameOf(surname.text) !== '' &&
    given?.tag === 'nr' &&
    given.text.length === MAX_GIVEN
  );
}

function tagged(cut: ReturnType<TagWords>): TaggedWord[] {
  let start = 0;
  return cut.map(({ word, tag: partOfSpeech }) => {
    const taggedWord = { text: word, tag: partOfSpeech, start, end: start + word.length };
    start = taggedWord.end;
    return taggedWord;
  });
}

/** A proper noun, then up to three nouns, the last of which names a kind of organization. */
function readOrganization(
  words: readonly TaggedWord[],
  at: number,
  { glossed }: ChineseNameParts,
): Reading | null {
  const first = words[at];
  if (first === undefined) return null;
  if (first.tag === 'nt' && !glossed.isCommonWord(first.text)) {
    const isNamed =
      CHINESE_ORGANIZATION_END.test(first.text) || CHINESE_ORGANIZATION_WORD_END.test(first.text);
    return isNamed ? { next: at + 1, kind: 'organization' } : null;
  }
  if (!/^(?:ns|nz|nrt|x|j)$/u.test(first.tag)) return null;
  if (!hasHan(first.text)) return null;
  if (first.tag === GUESSED && GRAMMAR.test(first.text)) return null;
  for (let next = Math.min(at + MAX_ORGANIZATION_WORDS, words.length); next > at + 1; next--) {
    const last = words[next - 1]?.text ?? '';
    const isNominal = words.slice(at + 1, next - 1).every(({ tag }) => NOMINAL.test(tag));
    if (isNominal && CHINESE_ORGANIZATION_END.test(last)) return { next, kind: 'organization' };
  }
  return null;
}

function readRegion(
  text: string,
  words: readonly TaggedWord[],
  at: number,
  { regions }: ChineseNameParts,
): Reading | null {
  const first = words[at];
  if (first === undefined) return null;
  const end = first.start + regions.lengthAt(text, first.start);
  if (end === first.start) return null;
  for (let next = at + 1; next <= words.length; next++) {
    const reached = words[next - 1]?.end ?? 0;
    if (reached === end) return { next, kind: 'place' };
    if (reached > end) return null;
  }
  return null;
}

/** Words made of the characters of transliteration, cut apart by a segmenter that knew no better. */
function readTransliteration(
  words: readonly TaggedWord[],
  at: number,
  { glossed }: ChineseNameParts,
): Reading | null {
  let next = at;
  let characters = 0;
  let properNouns = 0;
  const furthest = Math.min(words.length, at + MAX_TRANSLITERATED_WORDS);
  for (let reach = at; reach < furthest; reach++) {
    const word = words[reach];
    if (word === undefined) break;
    if (reach > at && /^[·•・]$/u.test(word.text)) continue;
    const isProperNoun = PROPER_NOUN.test(word.tag) && isTransliteration(word.text);
    if (!isProperNoun && !lengthensTransliteration(word.text)) break;
    if (isProperNoun && word.text.length > 1) properNouns += 1;
    characters += word.text.length;
    next = reach + 1;
  }
  if (properNouns === 0 || characters < 2) return null;
  const first = words[at];
  if (first === undefined || (characters === 2 && surnameOf(first.text) !== '')) return null;
  if (next === at + 1 && characters < 3 && glossed.isCommonWord(first.text)) return null;
  if (CHINESE_PLACE_KIND.test(words[next]?.text ?? '')) return { next: next + 1, kind: 'place' };
  const whole = words
    .slice(at, next)
    .map(({ text }) => text)
    .join('');
  const isPlace = next === at + 1 && first.tag === 'ns';
  return { next, kind: glossed.kindOf(whole) ?? (isPlace ? 'place' : 'person') };
}

function readPerson(
  words: readonly TaggedWord[],
  at: number,
  { glossed }: ChineseNameParts,
): Reading | null {
  const first = words[at];
  if (isSurnameApart(words, at)) return { next: at + 2, kind: 'person' };
  if (first === undefined || !/^(?:nr|nrfg|nrt|x|nz)$/u.test(first.tag)) return null;
  if (!hasHan(first.text) || GRAMMAR.test(first.text)) return null;
  if (first.text.length > 1 && glossed.isCommonWord(first.text)) return null;
  if (CHINESE_PLACE_WORD.test(first.text)) return { next: at + 1, kind: 'place' };
  const kind = glossed.kindOf(first.text) ?? 'person';
  const isIntroduced = CHINESE_TITLE_END.test(words[at - 1]?.text ?? '');
  const surname = surnameOf(first.text);
  const given = first.text.slice(surname.length);
  if (surname === '' || given.length > MAX_GIVEN) {
    const isNamed = first.text.length >= 2 && first.text.length <= 3 && /^nr/u.test(first.tag);
    return isNamed || isIntroduced ? { next: at + 1, kind } : null;
  }
  if (given !== '') {
    const isGuess = first.tag === GUESSED && given.length > 1 && glossed.isCommonWord(given);
    const isSpeaking = SPEAKING.test(words[at + 1]?.text ?? '');
    return isGuess && !isIntroduced && !isSpeaking ? null : { next: at + 1, kind };
  }
  const second = words[at + 1];
  if (second === undefined || second.text.length > MAX_GIVEN || !hasHan(second.text)) return null;
  const isGiven = /^(?:nr|x|nz)/u.test(second.tag) || (isIntroduced && second.tag !== 'v');
  return isGiven && !GRAMMAR.test(second.text) ? { next: at + 2, kind: 'person' } : null;
}

function readPlace(
  words: readonly TaggedWord[],
  at: number,
  { glossed }: ChineseNameParts,
): Reading | null {
  const first = words[at];
  if (first === undefined || first.tag !== 'ns' || first.text.length < 2) return null;
  if (glossed.isCommonWord(first.text)) return null;
  const hasEnd = CHINESE_PLACE_KIND.test(words[at + 1]?.text ?? '');
  const kind = glossed.kindOf(first.text) ?? 'place';
  return { next: hasEnd ? at + 2 : at + 1, kind: hasEnd ? 'place' : kind };
}
