import { daysBetween } from '../../language/dates/calendar.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { ArticleProfile } from './article-profile.ts';
import { buildTermSpace, type TermSpace } from './term-space.ts';

/** Profiles that stand together from the beginning: an event, or a lone article. */
export type StoryUnit = readonly number[];

/** How much more a name says of what a story is about than another word as rare. */
const NAME_EMPHASIS = 2;
/** Least cosine of a unit with what a story's articles have in common. */
const MIN_SIMILARITY = 0.34;
/** What a day without reports between a story and a unit asks for beyond that. */
const PER_SILENT_DAY = 0.012;
/** Days of silence that no story outlasts. */
const MAX_SILENCE = 21;
/** A term is a story's when this share of its articles holds it. */
const KEY_SHARE = 0.35;
/** A term that tells one story from others, by its salience. */
const MIN_SALIENCE = 0.5;
/** What the key terms that a unit shares with a story must bring together. */
const MIN_SHARED_SALIENCE = 1.1;
/** Terms by which a story is found. */
const FINDING_TERMS = 24;
/** Stories that are compared in full with a unit. */
const MAX_CANDIDATES = 12;
/** Rounds in which stories that have grown alike are joined. */
const MAX_ROUNDS = 3;

interface Story {
  readonly units: number[];
  size: number;
  /** Sum of the articles' vectors. */
  readonly sum: Map<number, number>;
  length: number;
  /** How many articles hold each term. */
  readonly counts: Map<number, number>;
  /** Day numbers between which it was reported, or null for an undated one. */
  first: number | null;
  last: number | null;
  /** Terms by which it is found so far. */
  readonly listed: Set<number>;
  /** Size when it was listed last. */
  listedSize: number;
}

/**
 * Gathers what belongs together over weeks. Large units come first and make stories; each further
 * one joins the story whose common words, names above all, it is most like (the cosine of the two
 * sums: how alike the units are across, against how alike each is within). So a long story may be
 * looser than an event, but only where its own names hold it together.
 *
 * The result depends on the units alone, not on their order.
 *
 * @param units no profile stands in two
 * @returns numbers of the units of each story, lone units included
 */
export function groupStories(
  profiles: readonly ArticleProfile[],
  units: readonly StoryUnit[],
  lexicon: Lexicon,
): number[][] {
  const space = buildTermSpace(profiles, (term) => (isName(term, lexicon) ? NAME_EMPHASIS : 1));
  const days = profiles.map(({ day }) => (day === null ? null : daysBetween('1970-01-01', day)));
  let stories = units.map((unit, number) => storyOf(unit, number, space, days));
  const order = (a: Story, b: Story) =>
    b.size - a.size ||
    (a.first ?? Infinity) - (b.first ?? Infinity) ||
    compareIds(firstId(a, units, profiles), firstId(b, units, profiles));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = stories.length;
    stories = joinStories(stories.sort(order), space);
    if (stories.length === before) break;
  }
  return stories.map((story) => story.units.sort((a, b) => a - b));
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstId(
  { units: own }: Story,
  units: readonly StoryUnit[],
  profiles: readonly ArticleProfile[],
): string {
  return own
    .flatMap((unit) => units[unit] ?? [])
    .map((index) => profiles[index]?.articleId ?? '')
    .reduce((least, id) => (id < least ? id : least));
}

/** Words that the dictionary lacks or writes with a capital are names rather than common words. */
function isName(term: string, lexicon: Lexicon): boolean {
  if (!/^\p{Script=Han}/u.test(term)) return !lexicon.isCommonEnglish(term);
  const entries = lexicon.lookup(term);
  return entries.every(({ pinyin }) => /^[A-Z]/u.test(pinyin));
}

function storyOf(
  unit: StoryUnit,
  number: number,
  { vectors }: TermSpace,
  days: readonly (number | null)[],
): Story {
  const sum = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const profile of unit) {
    const vector = vectors[profile];
    if (vector === undefined) continue;
    for (const [at, term] of vector.terms.entries()) {
      sum.set(term, (sum.get(term) ?? 0) + (vector.weights[at] ?? 0));
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const dated = unit.flatMap((profile) => days[profile] ?? []);
  return {
    units: [number],
    size: unit.length,
    sum,
    length: lengthOf(sum),
    counts,
    first: dated.length === 0 ? null : Math.min(...dated),
    last: dated.length === 0 ? null : Math.max(...dated),
    listed: new Set(),
    listedSize: 0,
  };
}

/** One pass: each story joins the best one before it, or stands for itself. */
function joinStories(ordered: readonly Story[], space: TermSpace): Story[] {
  const kept: Story[] = [];
  const byTerm = new Map<number, number[]>();
  const list = (number: number, story: Story) => {
    for (const term of topTerms(story.sum, space)) {
      if (story.listed.has(term)) continue;
      story.listed.add(term);
      const known = byTerm.get(term);
      if (known === undefined) byTerm.set(term, [number]);
      else known.push(number);
    }
    story.listedSize = story.size;
  };
  for (const story of ordered) {
    story.listed.clear();
    const best = findBest(story, kept, byTerm, space);
    if (best === null) {
      kept.push(story);
      list(kept.length - 1, story);
      continue;
    }
    const target = kept[best];
    if (target === undefined) continue;
    absorb(target, story);
    if (target.size > 1.25 * target.listedSize) list(best, target);
  }
  return kept;
}

/** The heaviest of the terms that tell stories apart. */
function topTerms(sum: ReadonlyMap<number, number>, { salience }: TermSpace): number[] {
  return [...sum]
    .filter(([term]) => (salience[term] ?? 0) >= MIN_SALIENCE)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, FINDING_TERMS)
    .map(([term]) => term);
}

function findBest(
  story: Story,
  kept: readonly Story[],
  byTerm: ReadonlyMap<number, readonly number[]>,
  space: TermSpace,
): number | null {
  const shared = new Map<number, number>();
  for (const term of topTerms(story.sum, space)) {
    const weight = story.sum.get(term) ?? 0;
    for (const number of byTerm.get(term) ?? []) {
      const other = kept[number];
      if (other === undefined) continue;
      const common = ((other.sum.get(term) ?? 0) / other.size) * weight;
      shared.set(number, (shared.get(number) ?? 0) + common);
    }
  }
  const candidates = [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_CANDIDATES);
  let best: { number: number; margin: number } | null = null;
  for (const [number] of candidates) {
    const other = kept[number];
    if (other === undefined) continue;
    const silence = silenceBetween(story, other);
    if (silence > MAX_SILENCE) continue;
    if (sharedSalience(story, other, space) < MIN_SHARED_SALIENCE) continue;
    const margin = cosineOf(story, other) - MIN_SIMILARITY - PER_SILENT_DAY * silence;
    if (margin >= 0 && (best === null || margin > best.margin)) best = { number, margin };
  }
  return best?.number ?? null;
}

/** Days between the last report of one and the first of the other; 0 where they overlap. */
function silenceBetween(a: Story, b: Story): number {
  if (a.first === null || b.first === null || a.last === null || b.last === null) return 0;
  return Math.max(0, Math.max(a.first, b.first) - Math.min(a.last, b.last));
}

/** Salience of the terms that are key to both. */
function sharedSalience(a: Story, b: Story, { salience, terms }: TermSpace): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, count] of small.counts) {
    const telling = salience[term] ?? 0;
    if (telling < MIN_SALIENCE || count < KEY_SHARE * small.size) continue;
    if ((large.counts.get(term) ?? 0) < KEY_SHARE * large.size) continue;
    if ((terms[term]?.length ?? 0) < 2) continue;
    sum += telling;
  }
  return sum;
}

function cosineOf(a: Story, b: Story): number {
  const [small, large] = a.sum.size <= b.sum.size ? [a, b] : [b, a];
  let product = 0;
  for (const [term, weight] of small.sum) product += weight * (large.sum.get(term) ?? 0);
  return product / (a.length * b.length || 1);
}

function lengthOf(sum: ReadonlyMap<number, number>): number {
  let squares = 0;
  for (const weight of sum.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

function absorb(target: Story, story: Story): void {
  target.units.push(...story.units);
  for (const [term, weight] of story.sum) {
    target.sum.set(term, (target.sum.get(term) ?? 0) + weight);
  }
  for (const [term, count] of story.counts) {
    target.counts.set(term, (target.counts.get(term) ?? 0) + count);
  }
  target.length = lengthOf(target.sum);
  target.size += story.size;
  target.first = least(target.first, story.first);
  target.last = greatest(target.last, story.last);
}

function least(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}
