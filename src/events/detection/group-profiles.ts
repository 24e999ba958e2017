import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { conceptProfile } from './across-languages.ts';
import { createPlaceRarity, MAX_AGREEMENT, timeAndPlaceAgreement } from './agreement.ts';
import type { ArticleProfile } from './article-profile.ts';
import { groupByAverageLink } from './average-link.ts';
import { createTermSharing } from './shared-terms.ts';
import { findSimilarPairs, type SimilarPair } from './similar-pairs.ts';
import { buildTermSpace } from './term-space.ts';

/** Articles of one event, by their places in the list of profiles. */
export interface ProfileGroup {
  /** Every article is in at most one group as its own. */
  readonly own: readonly number[];
  /** Articles of other groups that report this event as well. */
  readonly shared: readonly number[];
}

/** Most days between the publications of two articles that are compared. */
const WINDOW_DAYS = 3;
/** An event of more articles would be a subject. */
const MAX_ARTICLES = 200;
/**
 * Least similarity: `BASE` among ten articles, and `PER_TENFOLD` more each time there are ten times
 * as many, since the best chance likeness grows with the number of pairs. Fitted by reading groups
 * of a collection of 20,000.
 */
const BASE = 0.3;
const PER_TENFOLD = 0.03;
/** Words lose likeness in translation. */
const ACROSS_LANGUAGES = 0.8;
/** What an article of one event needs beyond the threshold to count for another as well. */
const SECOND_EVENT_MARGIN = 0.04;

export function groupProfiles(
  profiles: readonly ArticleProfile[],
  lexicon: Lexicon,
): readonly ProfileGroup[] {
  const threshold = BASE + PER_TENFOLD * Math.max(0, Math.log10(profiles.length / 10));
  const { pairs, groups } = link(profiles, threshold);
  const languages = new Set(profiles.map(({ language }) => language));
  const joined = languages.size > 1 ? joinLanguages(profiles, groups, lexicon, threshold) : groups;
  return shareArticles(joined, pairs, threshold + SECOND_EVENT_MARGIN);
}

function link(profiles: readonly ArticleProfile[], similarity: number) {
  const space = buildTermSpace(profiles);
  const rarity = createPlaceRarity(profiles);
  const agreement = (first: number, second: number): number => {
    const [a, b] = [profiles[first], profiles[second]];
    return a === undefined || b === undefined ? 0 : timeAndPlaceAgreement(a, b, rarity);
  };
  const pairs = findSimilarPairs(profiles, space, {
    similarity,
    days: WINDOW_DAYS,
    agreement,
    mostAgreement: MAX_AGREEMENT,
  });
  const limits = { similarity, agreement, size: MAX_ARTICLES };
  return { pairs, groups: groupByAverageLink(space.vectors, pairs, limits) };
}

/** Joins a group, or a lone article, of one language with the most alike one of the other. */
function joinLanguages(
  profiles: readonly ArticleProfile[],
  groups: readonly (readonly number[])[],
  lexicon: Lexicon,
  threshold: number,
): number[][] {
  const grouped = new Map<number, number>();
  const units: number[][] = groups.map((group) => [...group]);
  for (const [unit, group] of units.entries()) for (const one of group) grouped.set(one, unit);
  for (const index of profiles.keys()) {
    if (grouped.has(index)) continue;
    grouped.set(index, units.length);
    units.push([index]);
  }
  const internTerm = createTermSharing();
  const concepts = profiles.map((profile) => conceptProfile(profile, lexicon, internTerm));
  const across = link(concepts, threshold * ACROSS_LANGUAGES).pairs.filter(
    ({ first, second }) => profiles[first]?.language !== profiles[second]?.language,
  );
  const sums = new Map<string, { first: number; second: number; sum: number }>();
  for (const { first, second, similarity } of across) {
    const [a, b] = [grouped.get(first) ?? 0, grouped.get(second) ?? 0].sort((x, y) => x - y);
    if (a === undefined || b === undefined) continue;
    const entry = sums.get(`${a} ${b}`) ?? { first: a, second: b, sum: 0 };
    entry.sum += similarity;
    sums.set(`${a} ${b}`, entry);
  }
  const ranked = [...sums.values()]
    .map(({ first, second, sum }) => {
      const size = (units[first]?.length ?? 1) * (units[second]?.length ?? 1);
      // Half of the pairs above the threshold will do: the rest are below it, not without likeness.
      return { first, second, mean: sum / size };
    })
    .filter(({ mean }) => mean >= (threshold * ACROSS_LANGUAGES) / 2)
    .sort((a, b) => b.mean - a.mean || a.first - b.first || a.second - b.second);
  const used = new Set<number>();
  const joined: number[][] = [];
  for (const { first, second } of ranked) {
    if (used.has(first) || used.has(second)) continue;
    used.add(first).add(second);
    joined.push([...(units[first] ?? []), ...(units[second] ?? [])].sort((a, b) => a - b));
  }
  const rest = units.filter((unit, index) => !used.has(index) && unit.length > 1);
  return [...joined, ...rest];
}

/** Adds to each group the articles of others that are as much like all of its own. */
function shareArticles(
  groups: readonly (readonly number[])[],
  pairs: readonly SimilarPair[],
  threshold: number,
): ProfileGroup[] {
  const groupOf = new Map<number, number>();
  for (const [group, members] of groups.entries())
    for (const one of members) groupOf.set(one, group);
  const sums = new Map<string, { article: number; group: number; sum: number }>();
  const count = (article: number, other: number, similarity: number) => {
    const group = groupOf.get(other);
    if (group === undefined || !groupOf.has(article) || groupOf.get(article) === group) return;
    const entry = sums.get(`${article} ${group}`) ?? { article, group, sum: 0 };
    entry.sum += similarity;
    sums.set(`${article} ${group}`, entry);
  };
  for (const { first, second, similarity } of pairs) {
    count(first, second, similarity);
    count(second, first, similarity);
  }
  const shared = groups.map((): number[] => []);
  for (const { article, group, sum } of sums.values()) {
    if (sum / (groups[group]?.length ?? 1) >= threshold) shared[group]?.push(article);
  }
  return groups.map((own, group) => ({ own, shared: shared[group]?.sort((a, b) => a - b) ?? [] }));
}
