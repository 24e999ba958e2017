import { daysBetween } from '../../language/dates/calendar.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { ArticleProfile } from './article-profile.ts';
import { buildTermSpace, numberTerms, type TermFigures, type TermSpace } from './term-space.ts';

/** Profiles that stand together from the beginning: an event, or a lone article. */
export type StoryUnit = readonly number[];

/** How much more a name says of what a story is about than another word as rare. */
const NAME_EMPHASIS = 2;
/** Least cosine of a unit with what a story's articles have in common. */
const MIN_SIMILARITY = 0.27;
/** More where a collection has too few articles to tell which of its words are rare. */
const PER_TENFOLD_FEWER = 0.06;
const MANY_ARTICLES = 1_000;
/** What a day without reports between a story and a unit asks for beyond that. */
const PER_SILENT_DAY = 0.012;
/** Days of silence that no story outlasts. */
const MAX_SILENCE = 21;
/** A term is a story's when this share of its articles holds it. */
const KEY_SHARE = 0.35;
/** A term that tells one story from others, by its salience. */
const MIN_SALIENCE = 0.35;
/** What the key terms that a unit shares with a story must bring together. */
const MIN_SHARED_SALIENCE = 1.6;
/** Terms by which a story is found. */
const FINDING_TERMS = 24;
/** Stories that are compared in full with a unit. */
const MAX_CANDIDATES = 12;
/** A name in more articles than these, or in a larger share of all, is no story's own. */
const MIN_SIGNATURE_ARTICLES = 20;
const MAX_SIGNATURE_SHARE = 0.03;
/** How closely in time the articles of such a name must stand. */
const MIN_SIGNATURE_BURST = 0.4;
/** Share of a story's articles that hold its signature. */
const SIGNATURE_SHARE = 0.7;
/** A name stands out in a unit when it is among so many of its heaviest terms. */
const PROMINENT_TERMS = 4;
/** Least cosine with a story whose signature a unit bears, and the silence it may come after. */
const MIN_SIMILARITY_SIGNED = 0.25;
const MAX_SILENCE_SIGNED = 7;
/** A story of at least so many articles that are alike beyond this asks for more likeness. */
const COHESIVE = 0.4;
const COHESION_WEIGHT = 0.2;
const MIN_COHESIVE = 4;
/** Articles that hold a name which may be tied to one matter, and the shares that tie it; see `findPartnered`. */
const MIN_PARTNERED = 8;
const PARTNER_SHARE = 0.5;
const PARTNER_SHARE_BACK = 0.4;
/** A signature weighs at least as much as a word of this salience, in however many articles it is. */
const NAME_SALIENCE = 0.5;
/** Articles from which on a story is known by its signature. */
const MIN_ESTABLISHED = 10;
/** Share of the needed likeness that the terms by which a story is found must bring. */
const FOUND_SHARE = 0.5;
/** Rounds in which stories that have grown alike are joined. */
const MAX_ROUNDS = 3;

interface StorySpace extends TermSpace {
  /** Whether a term is a name that by itself says which story this is. */
  readonly isSignature: Uint8Array;
  readonly identity: Float32Array;
}

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
  const most = Math.max(MIN_SIGNATURE_ARTICLES, profiles.length * MAX_SIGNATURE_SHARE);
  const partnered = findPartnered(profiles, (term) => isName(term, lexicon), most);
  const isSignature = (term: string, { burst }: TermFigures) =>
    partnered.has(term) && (isCoined(term, lexicon) ? burst >= MIN_SIGNATURE_BURST : true);
  const emphasisOf = (term: string, figures: TermFigures) => {
    if (!isName(term, lexicon)) return 1;
    const least = isSignature(term, figures) ? NAME_SALIENCE / figures.salience : 1;
    return NAME_EMPHASIS * Math.max(1, least);
  };
  const space = withEmphasis(buildTermSpace(profiles, emphasisOf), emphasisOf, isSignature);
  const days = profiles.map(({ day }) => (day === null ? null : daysBetween('1970-01-01', day)));
  let stories = units.map((unit, number) => storyOf(unit, number, space, days));
  const order = (a: Story, b: Story) =>
    b.size - a.size ||
    (a.first ?? Infinity) - (b.first ?? Infinity) ||
    compareIds(firstId(a, units, profiles), firstId(b, units, profiles));
  const least =
    MIN_SIMILARITY +
    PER_TENFOLD_FEWER * Math.max(0, Math.log10(MANY_ARTICLES / Math.max(1, profiles.length)));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = stories.length;
    stories = joinStories(stories.sort(order), space, least);
    if (stories.length === before) break;
  }
  return stories.map((story) => story.units.sort((a, b) => a - b));
}

/** The space with what each term says of a story's identity: its salience, a name's more. */
function withEmphasis(
  space: TermSpace,
  emphasisOf: (term: string, figures: TermFigures) => number,
  isSignature: (term: string, figures: TermFigures) => boolean,
): StorySpace {
  const { terms, salience, bursts, frequencies } = space;
  const figures = terms.map((_, number): TermFigures => {
    return {
      salience: salience[number] ?? 0,
      burst: bursts[number] ?? 0,
      frequency: frequencies[number] ?? 0,
    };
  });
  return {
    ...space,
    identity: Float32Array.from(
      figures,
      (one, number) => one.salience * emphasisOf(terms[number] ?? '', one),
    ),
    isSignature: Uint8Array.from(figures, (one, number) =>
      isSignature(terms[number] ?? '', one) ? 1 : 0,
    ),
  };
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstId(
  { units: own }: Story,
  units: readonly StoryUnit[],
  profiles: readonly ArticleProfile[],
): string {
  return (
    own
      .flatMap((unit) => units[unit] ?? [])
      .map((index) => profiles[index]?.articleId ?? '')
      .sort()[0] ?? ''
  );
}

/** Words that the dictionary lacks or writes with a capital are names rather than common words. */
function isName(term: string, lexicon: Lexicon): boolean {
  if (!/^\p{Script=Han}/u.test(term)) return !lexicon.isCommonEnglish(term);
  const entries = lexicon.lookup(term);
  return entries.every(({ pinyin }) => /^[A-Z]/u.test(pinyin));
}

/**
 * Names that are tied to one matter: another word stands in most of their articles, and they in
 * most of its. 尼日尔 and 政变 are, 巴基斯坦 is tied to nothing.
 */
function findPartnered(
  profiles: readonly ArticleProfile[],
  isCandidate: (term: string) => boolean,
  most: number,
): ReadonlySet<string> {
  const { terms, names } = numberTerms(profiles);
  const holders = names.map((): number[] => []);
  for (const [index, numbers] of terms.entries()) {
    for (const number of numbers) holders[number]?.push(index);
  }
  const found = new Set<string>();
  const counts = new Uint32Array(names.length);
  for (const [number, own] of holders.entries()) {
    const term = names[number] ?? '';
    if (own.length < MIN_PARTNERED || own.length > most || !isCandidate(term)) continue;
    const others: number[] = [];
    for (const index of own) {
      for (const other of terms[index] ?? []) {
        const count = (counts[other] ?? 0) + 1;
        counts[other] = count;
        // Each comes here once: when it has come often enough.
        if (count === Math.max(1, Math.ceil(PARTNER_SHARE * own.length))) others.push(other);
      }
    }
    const isPartner = (other: number) => {
      const name = names[other] ?? '';
      // Parts of one name (维森, 西奥) are no second word.
      if (other === number || name.includes(term) || term.includes(name)) return false;
      return (counts[other] ?? 0) >= PARTNER_SHARE_BACK * (holders[other]?.length ?? 0);
    };
    if (others.some(isPartner)) found.add(term);
    for (const index of own) for (const other of terms[index] ?? []) counts[other] = 0;
  }
  return found;
}

/** A name that no dictionary has: of a typhoon, a person, a town far away. */
function isCoined(term: string, lexicon: Lexicon): boolean {
  if (!/^\p{L}/u.test(term) || term.length < 2) return false;
  if (!/^\p{Script=Han}/u.test(term)) return !lexicon.isCommonEnglish(term);
  return lexicon.lookup(term).length === 0;
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
function joinStories(ordered: readonly Story[], space: StorySpace, least: number): Story[] {
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
    const best = findBest(story, kept, byTerm, space, least);
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
function topTerms(sum: ReadonlyMap<number, number>, { identity }: StorySpace): number[] {
  return [...sum]
    .filter(([term]) => (identity[term] ?? 0) >= MIN_SALIENCE)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, FINDING_TERMS)
    .map(([term]) => term);
}

function findBest(
  story: Story,
  kept: readonly Story[],
  byTerm: ReadonlyMap<number, readonly number[]>,
  space: StorySpace,
  least: number,
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
  const bound = FOUND_SHARE * MIN_SIMILARITY_SIGNED * story.length;
  const candidates = [...shared]
    .filter(([number, common]) => {
      const other = kept[number];
      return other !== undefined && common * other.size >= bound * other.length;
    })
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_CANDIDATES);
  let best: { number: number; margin: number } | null = null;
  for (const [number] of candidates) {
    const other = kept[number];
    if (other === undefined) continue;
    const silence = silenceBetween(story, other);
    if (silence > MAX_SILENCE) continue;
    if (sharedSalience(story, other, space) < MIN_SHARED_SALIENCE) continue;
    const likeness = cosineOf(story, other);
    const isSigned =
      likeness >= MIN_SIMILARITY_SIGNED &&
      silence <= MAX_SILENCE_SIGNED &&
      bearsSignature(story, other, space);
    const needed = least + PER_SILENT_DAY * silence + Math.max(extraOf(story), extraOf(other));
    const margin = likeness - (isSigned ? MIN_SIMILARITY_SIGNED : needed);
    if (margin >= 0 && (best === null || margin > best.margin)) best = { number, margin };
  }
  return best?.number ?? null;
}

/** What a close-knit story asks for beyond the usual likeness: its articles have more in common. */
function extraOf({ size, length }: Story): number {
  if (size < MIN_COHESIVE) return 0;
  const cohesion = (length * length - size) / (size * (size - 1));
  return COHESION_WEIGHT * Math.max(0, cohesion - COHESIVE);
}

/** Whether a name that is the larger story's own stands out in the smaller one. */
function bearsSignature(a: Story, b: Story, { isSignature }: StorySpace): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (large.size < MIN_ESTABLISHED) return false;
  const signatures = [...small.counts]
    .filter(([term, count]) => isSignature[term] === 1 && count >= SIGNATURE_SHARE * small.size)
    .filter(([term]) => (large.counts.get(term) ?? 0) >= SIGNATURE_SHARE * large.size);
  if (signatures.length === 0) return false;
  return signatures.some(([term]) => {
    const weight = small.sum.get(term) ?? 0;
    let heavier = 0;
    for (const other of small.sum.values()) if (other > weight) heavier += 1;
    return heavier < PROMINENT_TERMS;
  });
}

/** Days between the last report of one and the first of the other; 0 where they overlap. */
function silenceBetween(a: Story, b: Story): number {
  if (a.first === null || b.first === null || a.last === null || b.last === null) return 0;
  return Math.max(0, Math.max(a.first, b.first) - Math.min(a.last, b.last));
}

/** Salience of the terms that are key to both. */
function sharedSalience(a: Story, b: Story, { identity, terms }: StorySpace): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, count] of small.counts) {
    const telling = identity[term] ?? 0;
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
