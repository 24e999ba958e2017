import type { Article } from '../core/article.ts';
import type { NewsEvent } from '../core/news-event.ts';
import { createNameGlosses } from '../language/names/gloss-names.ts';
import { type ArticleProfile, profileArticle } from './detection/article-profile.ts';
import { describeEvent, type EventArticle } from './detection/describe-event.ts';
import { groupProfiles } from './detection/group-profiles.ts';
import { createTermSharing } from './detection/shared-terms.ts';
import { assignEventIds } from './detection/stable-ids.ts';
import type { EventTools } from './event-tools.ts';
import { mapInTurns } from './map-in-turns.ts';

/** The events of a collection, with what makes the next detection quick. Plain JSON. */
export interface EventDetection {
  /** Most recent first. */
  readonly events: readonly NewsEvent[];
  /** One for every article that is no reprint; hand them back with `previous`. */
  readonly profiles: readonly ArticleProfile[];
}

/**
 * Groups articles by what they report: alike in their rarer words, near in time, at one place.
 * A lone article is an event when it tells of something that took place; opinion and background
 * are none. A reprint belongs to the events of its original and counts for nothing there.
 *
 * The events depend on the set of articles alone, not on its order; only their ids, and the time
 * it takes, depend on `previous`: known articles are not read again, and unchanged events are
 * taken over.
 *
 * @param previous the result for an earlier state of the collection, by the same tools
 * @throws the signal's reason when it aborts
 */
export async function detectEvents(
  articles: readonly Article[],
  tools: EventTools,
  previous: EventDetection = { events: [], profiles: [] },
  signal?: AbortSignal,
): Promise<EventDetection> {
  const nameTools = { ...tools, nameGlosses: createNameGlosses(tools.lexicon) };
  const ids = new Set(articles.map(({ id }) => id));
  const isCopy = ({ copyOf }: Article) => copyOf !== null && ids.has(copyOf);
  const known = new Map(previous.profiles.map((profile) => [profile.articleId, profile]));
  const profileTools = { ...nameTools, shareTerm: createTermSharing() };
  const readProfile = (article: Article): EventArticle => {
    const profile = known.get(article.id) ?? profileArticle(article, profileTools);
    return { article, profile };
  };
  const originals = await mapInTurns(
    articles.filter((article) => !isCopy(article)),
    readProfile,
    signal,
  );
  originals.sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  const copies = copiesByOriginal(articles.filter(isCopy));

  const reports = originals.filter(({ profile }) => profile.reports);
  const groups = groupProfiles(
    reports.map(({ profile }) => profile),
    tools.lexicon,
  );
  const grouped = new Set(groups.flatMap(({ own }) => own));
  const lone = [...reports.keys()].filter((index) => !grouped.has(index));
  const all = [...groups, ...lone.map((index) => ({ own: [index], shared: [] }))].map(
    ({ own, shared }) => ({
      own: own.flatMap((index) => reports[index] ?? []),
      shared: shared.flatMap((index) => reports[index] ?? []),
    }),
  );
  const eventIds = assignEventIds(
    all.map(({ own }) => own.map(({ article }) => article.id)),
    previous.events,
  );
  const before = new Map(previous.events.map((event) => [event.id, event]));
  const describe = ({ own, shared }: (typeof all)[number], index: number): NewsEvent => {
    const id = eventIds[index] as string;
    const members = [...own, ...shared];
    const reprints = members.flatMap(({ article }) => copies.get(article.id) ?? []);
    const earlier = before.get(id);
    const isKnown = members.every(({ article }) => known.has(article.id));
    if (earlier !== undefined && isKnown && isSame(earlier, members, reprints)) return earlier;
    return { id, ...describeEvent(members, reprints, nameTools) };
  };
  const events = await mapInTurns(all, describe, signal);
  return {
    events: events.sort(newestFirst),
    profiles: originals.map(({ profile }) => profile),
  };
}

/** Reprints by the article they go back to, over several steps if need be. */
function copiesByOriginal(copies: readonly Article[]): ReadonlyMap<string, Article[]> {
  const originalOf = new Map(copies.map(({ id, copyOf }) => [id, copyOf]));
  const byOriginal = new Map<string, Article[]>();
  for (const copy of copies) {
    let original = copy.copyOf ?? '';
    const seen = new Set<string>();
    for (let next = originalOf.get(original); next; next = originalOf.get(original)) {
      if (seen.has(original)) break;
      seen.add(original);
      original = next;
    }
    byOriginal.set(original, [...(byOriginal.get(original) ?? []), copy]);
  }
  return byOriginal;
}

function isSame(
  event: NewsEvent,
  members: readonly EventArticle[],
  copies: readonly Article[],
): boolean {
  const articleIds = new Set(event.articleIds);
  const copyIds = new Set(event.copyIds);
  return (
    articleIds.size === members.length &&
    copyIds.size === copies.length &&
    members.every(({ article }) => articleIds.has(article.id)) &&
    copies.every(({ id }) => copyIds.has(id))
  );
}

function newestFirst(a: NewsEvent, b: NewsEvent): number {
  const [dayA, dayB] = [a.to ?? '', b.to ?? ''];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
