import { createHash } from 'node:crypto';
import type { NewsEvent, NewsStory } from '../../core/news-event.ts';

/** An event takes over an id when it holds this share of the articles that bore it. */
const KEPT_SHARE = 0.5;

/**
 * Ids for groups of articles, in their order. A group that holds at least half of an earlier
 * event's articles keeps its id, the largest share first; any other gets one made of its article
 * with the smallest hash, which few additions change.
 *
 * @param groups ids of each group's own articles; no article stands in two groups
 */
export function assignEventIds(
  groups: readonly (readonly string[])[],
  previous: readonly NewsEvent[],
): string[] {
  return assignIds('event', groups, previous);
}

/** The same for stories. */
export function assignStoryIds(
  groups: readonly (readonly string[])[],
  previous: readonly NewsStory[],
): string[] {
  return assignIds('story', groups, previous);
}

function assignIds(
  kind: 'event' | 'story',
  groups: readonly (readonly string[])[],
  previous: readonly NewsEvent[],
): string[] {
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  for (const { group, id } of claims(groups, previous)) {
    if (ids.has(group) || taken.has(id)) continue;
    ids.set(group, id);
    taken.add(id);
  }
  return groups.map((articleIds, group) => {
    const kept = ids.get(group);
    if (kept !== undefined) return kept;
    const candidates = articleIds.map((id) => idOf(kind, id)).sort();
    const fresh = candidates.find((id) => !taken.has(id)) ?? idOf(kind, articleIds.join(' '));
    taken.add(fresh);
    return fresh;
  });
}

function claims(groups: readonly (readonly string[])[], previous: readonly NewsEvent[]) {
  const groupOf = new Map<string, number>();
  for (const [group, articleIds] of groups.entries()) {
    for (const id of articleIds) groupOf.set(id, group);
  }
  const found: { group: number; id: string; shared: number; share: number }[] = [];
  for (const event of previous) {
    const shared = new Map<number, number>();
    for (const articleId of event.articleIds) {
      const group = groupOf.get(articleId);
      if (group !== undefined) shared.set(group, (shared.get(group) ?? 0) + 1);
    }
    for (const [group, count] of shared) {
      const share = count / event.articleIds.length;
      if (share >= KEPT_SHARE) found.push({ group, id: event.id, shared: count, share });
    }
  }
  return found.sort((a, b) => b.shared - a.shared || b.share - a.share || (a.id < b.id ? -1 : 1));
}

function idOf(kind: 'event' | 'story', text: string): string {
  return `${kind}-${createHash('sha256').update(`${kind} ${text}`).digest('hex').slice(0, 16)}`;
}
