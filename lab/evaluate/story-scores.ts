import type { KnownStory } from './story-collection.ts';

/** How well a grouping puts one story's articles together, and nothing else with them. */
export interface GroupingScore {
  readonly story: string;
  readonly articles: number;
  /** Largest share of the articles that stand in one group. */
  readonly largestShare: number;
  /** Groups that the articles stand in; an article in none counts as one of its own. */
  readonly pieces: number;
  /** Of the pairs of articles, the share that stands in one group. */
  readonly recall: number;
  /**
   * Of the pairs of an article with anything in its group, the share within the story; related
   * articles aside. 1 where no article has company.
   */
  readonly precision: number;
}

export interface GroupingScores {
  readonly stories: readonly GroupingScore[];
  /** Means over the stories, each counting the same. */
  readonly mean: Pick<GroupingScore, 'largestShare' | 'recall' | 'precision'>;
  /** Over all pairs, large stories counting more. */
  readonly pooled: Pick<GroupingScore, 'recall' | 'precision'>;
}

/**
 * @param groups articles by their place in the collection, from 1; an article in several counts
 *   in the first
 */
export function scoreGrouping(
  known: readonly KnownStory[],
  groups: readonly (readonly number[])[],
): GroupingScores {
  const groupOf = new Map<number, number>();
  for (const [group, members] of groups.entries()) {
    for (const member of members) if (!groupOf.has(member)) groupOf.set(member, group);
  }
  const sizes = new Map<number, number[]>();
  for (const [member, group] of groupOf) {
    const held = sizes.get(group);
    if (held === undefined) sizes.set(group, [member]);
    else held.push(member);
  }
  const counted = known.map((story) => countPairs(story, groupOf, sizes));
  const stories = counted.map(({ story, articles, largest, pieces, ...pairs }): GroupingScore => {
    return { story, articles, largestShare: largest / articles, pieces, ...ratesOf(pairs) };
  });
  const sum = (pick: (one: PairCounts) => number) =>
    counted.reduce((total, one) => total + pick(one), 0);
  const mean = (pick: (one: GroupingScore) => number) =>
    stories.reduce((total, one) => total + pick(one), 0) / Math.max(1, stories.length);
  return {
    stories,
    mean: {
      largestShare: mean((one) => one.largestShare),
      recall: mean((one) => one.recall),
      precision: mean((one) => one.precision),
    },
    pooled: ratesOf({
      together: sum((one) => one.together),
      possible: sum((one) => one.possible),
      foreign: sum((one) => one.foreign),
    }),
  };
}

interface PairCounts {
  /** Pairs of the story's articles in one group, and all there are. */
  readonly together: number;
  readonly possible: number;
  /** Pairs of one of its articles with one that does not belong, in one group. */
  readonly foreign: number;
}

function countPairs(
  { story, articles, related }: KnownStory,
  groupOf: ReadonlyMap<number, number>,
  members: ReadonlyMap<number, readonly number[]>,
) {
  const own = new Set(articles);
  const byGroup = new Map<number, number>();
  let alone = 0;
  for (const article of own) {
    const group = groupOf.get(article);
    if (group === undefined) alone += 1;
    else byGroup.set(group, (byGroup.get(group) ?? 0) + 1);
  }
  let together = 0;
  let foreign = 0;
  for (const [group, count] of byGroup) {
    together += (count * (count - 1)) / 2;
    const others = (members.get(group) ?? []).filter((one) => !own.has(one) && !related.has(one));
    foreign += count * others.length;
  }
  return {
    story,
    articles: own.size,
    largest: Math.max(1, ...byGroup.values()),
    pieces: byGroup.size + alone,
    together,
    possible: (own.size * (own.size - 1)) / 2,
    foreign,
  };
}

function ratesOf({ together, possible, foreign }: PairCounts) {
  return {
    recall: possible === 0 ? 1 : together / possible,
    precision: together + foreign === 0 ? 1 : together / (together + foreign),
  };
}

/** What a brief says of a story's facts. */
export interface BriefScore {
  readonly story: string;
  readonly language: 'zh' | 'en';
  readonly unseen: boolean;
  /** Characters of all that is shown: headings, aids, notes. */
  readonly characters: number;
  readonly facts: number;
  readonly held: number;
  /** Facts without any of their wordings, by the first of these. */
  readonly missing: readonly string[];
  /** Lines that say, in most of their characters, what an earlier line says. */
  readonly repeated: number;
}

/** @param lines what the brief shows, line by line */
export function scoreBrief(
  { story, facts, unseen }: Pick<KnownStory, 'story' | 'facts' | 'unseen'>,
  lines: readonly string[],
  language: 'zh' | 'en',
): BriefScore {
  // Some outlets write 8 月 11 日.
  const text = withoutSpaces(lines.join('\n'));
  const said = lines.filter((line) => !ROW.test(line)).map(quoteIn);
  const missing = facts.filter(
    (wordings) => !wordings.some((wording) => text.includes(withoutSpaces(wording))),
  );
  return {
    story,
    language,
    unseen,
    characters: lines.join('').length,
    facts: facts.length,
    held: facts.length - missing.length,
    missing: missing.map(([first]) => first ?? ''),
    repeated: said.filter((line, at) =>
      said.slice(0, at).some((earlier) => overlapOf(earlier, line) >= REPEATED),
    ).length,
  };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The quote of a line, which the aid and the notes beside it are no part of. */
function quoteIn(line: string): string {
  return /[:：)）]\s?“(.*)”/su.exec(line)?.[1] ?? line;
}

/** A row of figures or a dispute: it repeats outlets and days, and says something else. */
const ROW = / · |^来源说法不一|^Sources differ/u;

/** From this share of shared character pairs on, one line repeats another. */
const REPEATED = 0.6;
/** Shorter lines are headings and figures. */
const MIN_LINE = 12;

/** Share of the shorter text's pairs of characters that the other holds, from 0 to 1. */
function overlapOf(first: string, second: string): number {
  if (first.length < MIN_LINE || second.length < MIN_LINE) return 0;
  const [a, b] = [pairsOf(first), pairsOf(second)];
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return shared / small.size;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
