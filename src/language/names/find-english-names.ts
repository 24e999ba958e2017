import type { FoundName } from '../../core/sentence.ts';
import { MONTH_ABBREVIATIONS, MONTH_NAMES, WEEKDAY_NAMES } from '../dates/months.ts';
import { isStopWord } from '../morphology/stop-words.ts';
import { ACRONYM, kindOfEnglishName, opensName } from './english-name-kind.ts';
import { splitPinyin } from './pinyin-syllables.ts';
import type { RegionNames } from './region-names.ts';

/** Capitalised words, with the small words that hold a name together. */
const CAPITALISED =
  /(?:\p{Lu}\.)+|(?=\p{Lu})[\p{Script=Latin}][\p{Script=Latin}\p{M}\d]*(?:['’.-](?=[\p{Script=Latin}\d])[\p{Script=Latin}\p{M}\d]+)*/gu;
const CONNECTOR =
  /^(?: | ?& ?| (?:de|de la|la|del|di|da|dos|von|van|van der|bin|ibn|al|el|ul|ur) )$/u;
/** What joins a kind of institution to the rest of its name: `Ministry of`, `Institute for the`. */
const OF = /^ (?:of|for)(?: the)? $/u;
const AFTER_INITIAL = /(?:^|[\s.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Rep|Gov|Prof|Jr)$/u;

const lowerCase = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.toLowerCase()));
/** Months and days by their full names. The short ones may open names as well (`Jun Dong`). */
const CALENDAR = lowerCase([...MONTH_NAMES, ...WEEKDAY_NAMES]);
const SHORT_CALENDAR = lowerCase([
  ...MONTH_ABBREVIATIONS,
  ...WEEKDAY_NAMES.map((name) => name.slice(0, 3)),
]);

/** Characters before a name that tell whether it opens a sentence, and what it names. */
const CONTEXT = 32;

interface Capital {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Names in English text, by capitals. `isCommonWord` tells words that are no names by themselves. */
export function findEnglishNames(
  text: string,
  regions: RegionNames,
  isCommonWord: (word: string) => boolean,
): FoundName[] {
  // Most Chinese text has no capitals, which this tells much sooner.
  if (!/\p{Lu}/u.test(text)) return [];
  const names: FoundName[] = [];
  let group: Capital[] = [];
  const close = () => {
    const name = nameOf(text, trimmed(text, group, isCommonWord), regions, isCommonWord);
    if (name !== null) names.push(name);
    group = [];
  };
  for (const match of text.matchAll(CAPITALISED)) {
    const word = { start: match.index, end: match.index + match[0].length, text: match[0] };
    const last = group.at(-1);
    if (last !== undefined && !joins(text, last, word, isCommonWord)) close();
    if (!/[\p{Script=Latin}\d]/u.test(text[word.start - 1] ?? ' ')) group.push(word);
  }
  close();
  return names;
}

function joins(
  text: string,
  last: Capital,
  next: Capital,
  isCommonWord: (word: string) => boolean,
): boolean {
  const between = text.slice(last.end, next.start);
  if (between.startsWith('.')) return /^\. $/u.test(between) && AFTER_INITIAL.test(last.text);
  if (/['’]s$/u.test(last.text)) return false;
  return CONNECTOR.test(between) || (OF.test(between) && isCommonWord(last.text));
}

/** Drops what only a sentence's start, a heading or the calendar has capitalised. */
function trimmed(
  text: string,
  group: readonly Capital[],
  isCommonWord: (word: string) => boolean,
): Capital[] {
  const isEmpty = (word: string) =>
    isStopWord(word) || CALENDAR.has(word) || SHORT_CALENDAR.has(word);
  if (group.every((word) => isEmpty(word.text.toLowerCase()))) return [];
  const opens = (word: string) => !isStopWord(word) && !CALENDAR.has(word);
  const start = group.findIndex((word) => opens(word.text.toLowerCase()));
  const end = group.findLastIndex((word) => !isStopWord(word.text.toLowerCase()));
  const kept = group.slice(start, end + 1);
  const first = kept[0];
  if (first === undefined) return [];
  const before = text.slice(Math.max(0, first.start - CONTEXT), first.start);
  const opensSentence = /(?:^|[.!?:;"“‘(\n\]·-])\s*$/u.test(before);
  const isSure = !opensSentence || ACRONYM.test(first.text) || !isCommonWord(first.text);
  if (isSure || opensName(first.text.toLowerCase())) return kept;
  const rest = kept.slice(1);
  const belongs = splitPinyin(first.text) !== null || rest.some((word) => isCommonWord(word.text));
  return rest.length > 0 && belongs ? kept : rest;
}

function nameOf(
  text: string,
  words: readonly Capital[],
  regions: RegionNames,
  isCommonWord: (word: string) => boolean,
): FoundName | null {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const end = last.end - (/['’]s$/u.exec(last.text)?.[0].length ?? 0);
  const name = text.slice(first.start, end);
  if (!/\p{L}{2}|\p{L}\./u.test(name)) return null;
  const before = text.slice(Math.max(0, first.start - CONTEXT), first.start);
  const kind = kindOfEnglishName(name, before, regions, isCommonWord);
  return { start: first.start, end, text: name, kind };
}
