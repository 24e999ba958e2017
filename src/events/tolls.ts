import type { Language } from '../core/article.ts';
import type { DateMention, Quantity } from '../core/sentence.ts';
import { addDays } from '../language/dates/calendar.ts';
import type { ReportedSentence } from './reported-sentence.ts';

/** What is counted again and again while something goes on. */
export const TOLLS = ['dead', 'injured', 'missing', 'moved', 'destroyed'] as const;
export type Toll = (typeof TOLLS)[number];

/** The words that say what happened to those who are counted, in either language. */
const WORDS: Readonly<Record<Toll, RegExp>> = {
  dead: /死亡|遇难|身亡|丧生|死难|罹难|牺牲|\bdead\b|\bdied?\b|\bdeaths?\b|\bkilled\b|\bfatalit/iu,
  injured: /受伤|轻伤|重伤|伤者|\binjur|\bwounded\b/iu,
  missing: /失踪|失联|下落不明|\bmissing\b|\bunaccounted\b/iu,
  moved: /转移|疏散|撤离|安置|\bevacuat|\bdisplaced\b/iu,
  destroyed: /倒塌|被毁|烧毁|受损|损坏|\bdestroyed\b|\bdamaged\b|\bcollapsed\b/iu,
};
/** Two tolls in one number: 死亡、失联人员27名. */
const COUNTED_TOGETHER =
  /(?:死亡|遇难|失联|失踪|受伤)(?:[、和及或/]|以及)?(?:死亡|遇难|失联|失踪|受伤)|死伤|伤亡|\b(?:dead|killed|injured|missing) (?:or|and) (?:dead|killed|injured|missing)\b/iu;
/** How each toll is named behind a number. */
export const TOLL_NOUNS: Readonly<Record<Language, Readonly<Record<Toll, string>>>> = {
  zh: {
    dead: '人遇难',
    injured: '人受伤',
    missing: '人失联',
    moved: '人转移',
    destroyed: '处受损',
  },
  en: {
    dead: 'dead',
    injured: 'injured',
    missing: 'missing',
    moved: 'moved to safety',
    destroyed: 'buildings damaged',
  },
};
/** How far from a number, within its clause, its toll word may stand, in UTF-16 units. */
const REACH = 14;
const CLAUSE_END = /[，,。；;：:！？!?]/u;
/** Tolls count people; what is destroyed are buildings. */
const PEOPLE: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:人|名|位|余人|具|多人)/u,
  en: /^\s?(?:people|persons?|residents?|civilians?|men|women|children|others|were|have|are|dead|killed|injured|missing|confirmed)/iu,
};
const BUILDINGS =
  /^(?:处|栋|座|间|户|余栋|多栋|万间|万户|\s?(?:buildings?|homes?|houses?|structures?))/u;

/** A count of one toll, in the sentence that gives it. */
export interface TollCount {
  readonly toll: Toll;
  readonly value: number;
  readonly sentence: ReportedSentence;
  /** As written, with its unit and what happened: `99人死亡`; a slice of the sentence's text. */
  readonly start: number;
  readonly end: number;
  /** When it was counted: what the sentence says, else the publication; null where neither tells. */
  readonly asOf: string | null;
}

/** The counts that a sentence gives. */
export function tollCountsIn(sentence: ReportedSentence): TollCount[] {
  if (isHistory(sentence)) return [];
  return sentence.quantities.flatMap((quantity) => {
    const read = readToll(quantity, sentence);
    return read === null ? [] : [{ ...read, sentence, asOf: countedOn(sentence) }];
  });
}

function readToll(
  quantity: Quantity,
  { text, language }: ReportedSentence,
): Pick<TollCount, 'toll' | 'value' | 'start' | 'end'> | null {
  const { kind, value, start, end, unit } = quantity;
  if (kind !== 'cardinal' || value < 1) return null;
  const behind = text.slice(end, end + REACH);
  const written = `${unit ?? ''}${behind}`;
  const isPeople = PEOPLE[language].test(written);
  const isBuildings = BUILDINGS.test(written);
  if (!isPeople && !isBuildings) return null;
  const before = clauseTail(text.slice(Math.max(0, start - REACH), start));
  const after = clauseHead(behind);
  if (COUNTED_TOGETHER.test(before) || COUNTED_TOGETHER.test(after)) return null;
  for (const toll of TOLLS) {
    if ((toll === 'destroyed') !== isBuildings) continue;
    const following = WORDS[toll].exec(after);
    if (following !== null) {
      return { toll, value, start, end: end + following.index + following[0].length };
    }
  }
  for (const toll of TOLLS) {
    if ((toll === 'destroyed') !== isBuildings) continue;
    // 遇难人数升至80人: the word stands before, and nothing else happened to those behind.
    const leading = [...before.matchAll(new RegExp(WORDS[toll], 'giu'))].at(-1);
    if (leading === undefined) continue;
    const counted = PEOPLE[language].exec(behind) ?? BUILDINGS.exec(behind);
    return { toll, value, start, end: end + (counted?.[0].length ?? 0) };
  }
  return null;
}

/** Days before its report from which on what a sentence counts is of something else. */
const HISTORY_DAYS = 60;

/** Whether a sentence tells of nothing but what was long before its report. */
function isHistory({ dates, article }: ReportedSentence): boolean {
  const published = article.publishedAt?.slice(0, 10);
  if (published === undefined) return false;
  const ends = dates.flatMap(({ to }) => to ?? []);
  const least = addDays(published, -HISTORY_DAYS);
  return ends.length > 0 && ends.every((end) => end < least);
}

function clauseTail(text: string): string {
  return text.split(CLAUSE_END).at(-1) ?? '';
}

function clauseHead(text: string): string {
  return text.split(CLAUSE_END)[0] ?? '';
}

/** The latest day up to publication that the sentence names, else the day of publication. */
function countedOn({ dates, article, text }: ReportedSentence): string | null {
  const published = article.publishedAt?.slice(0, 10) ?? null;
  const own = dates
    .filter(isDay)
    .flatMap(({ to }) => (to === null || (published !== null && to > published) ? [] : [to]))
    .sort();
  const latest = own.at(-1) ?? null;
  // 截至8月14日 dates the count; a mere day may be that of the outbreak.
  return latest !== null && (AS_OF.test(text) || published === null) ? latest : published;
}

const AS_OF = /截至|截止|as of|\bby\b/iu;

function isDay({ granularity }: DateMention): boolean {
  return granularity === 'day';
}

/** One toll over time: each count that is higher than all before it, oldest first. */
export interface TollSeries {
  readonly toll: Toll;
  readonly counts: readonly TollCount[];
  /** Independent articles that give a count. */
  readonly articles: number;
}

/** Least articles that count a thing for it to be one of the event's. */
const MIN_ARTICLES = 2;

/**
 * The tolls that an event's articles count, most counted first. A count below one of an earlier
 * day is of something else, or of a part, and is left out.
 */
export function findTolls(sentences: readonly ReportedSentence[]): TollSeries[] {
  const byToll = new Map<Toll, TollCount[]>();
  for (const sentence of sentences) {
    for (const count of tollCountsIn(sentence)) {
      byToll.set(count.toll, [...(byToll.get(count.toll) ?? []), count]);
    }
  }
  return Array.from(byToll, ([toll, counts]): TollSeries => {
    return { toll, counts: risingCounts(counts), articles: articlesOf(counts) };
  })
    .filter(({ articles, counts }) => articles >= MIN_ARTICLES && counts.length > 0)
    .sort((a, b) => b.articles - a.articles);
}

function articlesOf(counts: readonly TollCount[]): number {
  return new Set(counts.map(({ sentence }) => sentence.article.id)).size;
}

/** A count that stands alone and is this many times the next is of another thing. */
const OUTLIER = 3;

function risingCounts(counts: readonly TollCount[]): TollCount[] {
  const supported = new Map<number, Set<string>>();
  for (const { value, sentence } of counts) {
    supported.set(value, (supported.get(value) ?? new Set()).add(sentence.article.id));
  }
  const ordered = [...counts].sort((a, b) =>
    (a.asOf ?? '') < (b.asOf ?? '') ? -1 : (a.asOf ?? '') > (b.asOf ?? '') ? 1 : a.value - b.value,
  );
  const well = ordered.filter(({ value }) => (supported.get(value)?.size ?? 0) > 1);
  const ceiling = OUTLIER * Math.max(0, ...well.map(({ value }) => value));
  const rising: TollCount[] = [];
  for (const count of ordered) {
    const last = rising.at(-1);
    if (last !== undefined && count.value <= last.value) continue;
    const isAlone = (supported.get(count.value)?.size ?? 0) < 2;
    if (isAlone && ceiling > 0 && count.value > ceiling) continue;
    rising.push(count);
  }
  return rising;
}
