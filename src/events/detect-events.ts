import type { Article } from '../core/article.ts';
import type { NewsEvent, NewsStory } from '../core/news-event.ts';
import type { SentencesOf } from '../core/sentence.ts';
import { createNameGlosses } from '../language/names/gloss-names.ts';
import { type ArticleProfile, profileArticle } from './detection/article-profile.ts';
import { describeEvent, describeStory, type EventArticle } from './detection/describe-event.ts';
import type { NameTools } from './detection/event-names.ts';
import { groupProfiles } from './detection/group-profiles.ts';
import { groupStories } from './detection/group-stories.ts';
import { annotateBeginnings, createLeadReader } from './detection/lead.ts';
import { createTermSharing } from './detection/shared-terms.ts';
import { assignEventIds, assignStoryIds } from './detection/stable-ids.ts';
import { weighStory } from './detection/story-weight.ts';
import type { EventTools } from './event-tools.ts';
import { mapInTurns } from './map-in-turns.ts';

/** The events and stories of a collection, with what makes the next detection quick. Plain JSON. */
export interface EventDetection {
  /** Most recent first. */
  readonly events: readonly NewsEvent[];
  /** Stories of more than one article, most recent first. */
  readonly stories: readonly NewsStory[];
  /** One for every article that is no reprint; hand them back with `previous`. */
  readonly profiles: readonly ArticleProfile[];
}

const NOTHING: EventDetection = { events: [], stories: [], profiles: [] };

/**
 * Groups articles by what they report: alike in their rarer words, near in time, at one place.
 * A lone article is an event when one of its first sentences tells that something took place;
 * opinion and background are none. Events and the articles in none are gathered into stories. A
 * reprint belongs to the events of its original and counts for nothing there.
 *
 * The events and stories depend on the set of articles alone, not on its order; only their ids,
 * and the time it takes, depend on `previous`: known articles are not read again, and unchanged
 * events and stories are taken over.
 *
 * @param previous the result for an earlier state of the collection, by the same tools
 * @param sentencesOf the articles' sentences where they are read already; their beginnings do
 * @throws the signal's reason when it aborts
 */
export async function detectEvents(
  articles: readonly Article[],
  tools: EventTools,
  previous: EventDetection = NOTHING,
  signal?: AbortSignal,
  sentencesOf: SentencesOf = annotateBeginnings(tools.annotator),
): Promise<EventDetection> {
  const nameTools: NameTools = {
    ...tools,
    nameGlosses: createNameGlosses(tools.lexicon),
    readLead: createLeadReader(sentencesOf),
  };
  const ids = new Set(articles.map(({ id }) => id));
  const isCopy = ({ copyOf }: Article) => copyOf !== null && ids.has(copyOf);
  const known = new Map(previous.profiles.map((profile) => [profile.articleId, profile]));
  const profileTools = { ...nameTools, internTerm: createTermSharing() };
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
  const context: DetectionContext = { previous, known, copies, nameTools, signal };
  const groups = groupEvents(originals, tools);
  const events = await describeEvents(groups, context);
  const stories = await describeStories(originals, groups, events, tools, context);
  return {
    events: [...events].sort(newestFirst),
    stories: stories.sort(newestFirst),
    profiles: originals.map(({ profile }) => profile),
  };
}

interface DetectionContext {
  readonly previous: EventDetection;
  readonly known: ReadonlyMap<string, ArticleProfile>;
  readonly copies: ReadonlyMap<string, readonly Article[]>;
  readonly nameTools: NameTools;
  readonly signal: AbortSignal | undefined;
}

interface EventGroup {
  readonly own: readonly EventArticle[];
  /** Articles of other events that report this one as well. */
  readonly shared: readonly EventArticle[];
}

function groupEvents(originals: readonly EventArticle[], { lexicon }: EventTools): EventGroup[] {
  const reports = originals.filter(({ profile }) => profile.reports);
  const groups = groupProfiles(
    reports.map(({ profile }) => profile),
    lexicon,
  );
  const grouped = new Set(groups.flatMap(({ own }) => own));
  const lone = [...reports.entries()].filter(
    ([index, { profile }]) => profile.tells && !grouped.has(index),
  );
  return [...groups, ...lone.map(([index]) => ({ own: [index], shared: [] }))].map(
    ({ own, shared }) => ({
      own: own.flatMap((index) => reports[index] ?? []),
      shared: shared.flatMap((index) => reports[index] ?? []),
    }),
  );
}

/** The events of some groups, in their order. */
async function describeEvents(
  groups: readonly EventGroup[],
  context: DetectionContext,
): Promise<NewsEvent[]> {
  const { previous, known, nameTools, signal } = context;
  const ids = assignEventIds(
    groups.map(({ own }) => own.map(({ article }) => article.id)),
    previous.events,
  );
  const before = new Map(previous.events.map((event) => [event.id, event]));
  const describe = ({ own, shared }: EventGroup, index: number): NewsEvent => {
    const id = ids[index] as string;
    const members = [...own, ...shared];
    const reprints = reprintsOf(members, context);
    const earlier = before.get(id);
    const isKnown = members.every(({ article }) => known.has(article.id));
    if (earlier !== undefined && isKnown && isSame(earlier, members, reprints)) return earlier;
    return { id, ...describeEvent(members, reprints, nameTools) };
  };
  return mapInTurns(groups, describe, signal);
}

/** Stories over the events and the articles in none; those of one article are left out. */
async function describeStories(
  originals: readonly EventArticle[],
  groups: readonly EventGroup[],
  events: readonly NewsEvent[],
  { lexicon }: EventTools,
  context: DetectionContext,
): Promise<NewsStory[]> {
  const { previous, known, nameTools, signal } = context;
  const places = new Map(originals.map(({ article }, index) => [article.id, index]));
  const placesOf = ({ own }: EventGroup) =>
    own.flatMap(({ article }) => places.get(article.id) ?? []);
  const inEvents = groups.map(placesOf);
  const taken = new Set(inEvents.flat());
  const lone = [...originals.keys()].filter((index) => !taken.has(index)).map((index) => [index]);
  const units = [...inEvents, ...lone];
  const grouped = groupStories(
    originals.map(({ profile }) => profile),
    units,
    lexicon,
  ).filter((numbers) => numbers.reduce((sum, unit) => sum + (units[unit]?.length ?? 0), 0) > 1);
  const members = grouped.map((numbers) =>
    numbers.flatMap((unit) => units[unit] ?? []).flatMap((index) => originals[index] ?? []),
  );
  const ids = assignStoryIds(
    members.map((own) => own.map(({ article }) => article.id)),
    previous.stories,
  );
  const before = new Map(previous.stories.map((story) => [story.id, story]));
  const latest = originals.reduce(
    (last, { profile: { day } }) => (day !== null && day > last ? day : last),
    '',
  );
  const describe = (own: readonly EventArticle[], index: number): NewsStory => {
    const id = ids[index] as string;
    const its = (grouped[index] ?? []).flatMap((unit) => events[unit] ?? []);
    const reprints = reprintsOf(own, context);
    const earlier = before.get(id);
    const isKnown = own.every(({ article }) => known.has(article.id));
    const described =
      earlier !== undefined && isKnown && isSame(earlier, own, reprints)
        ? earlier
        : { id, ...describeStory(own, reprints, its, nameTools) };
    return { ...described, ...arrangeEvents(its), weight: weighStory(own, latest) };
  };
  return mapInTurns(members, describe, signal);
}

/** The events of a story in order, and by the day on which each began. */
function arrangeEvents(events: readonly NewsEvent[]): Pick<NewsStory, 'days' | 'eventIds'> {
  const ordered = [...events].sort((a, b) => {
    const [dayA, dayB] = [a.from ?? '9999', b.from ?? '9999'];
    return dayA !== dayB ? (dayA < dayB ? -1 : 1) : a.id < b.id ? -1 : 1;
  });
  const byDay = new Map<string, string[]>();
  for (const { from, id } of ordered) {
    if (from === null) continue;
    const known = byDay.get(from);
    if (known === undefined) byDay.set(from, [id]);
    else known.push(id);
  }
  return {
    days: Array.from(byDay, ([day, eventIds]) => ({ day, eventIds })),
    eventIds: ordered.map(({ id }) => id),
  };
}

function reprintsOf(
  members: readonly EventArticle[],
  { copies }: DetectionContext,
): readonly Article[] {
  return members.flatMap(({ article }) => copies.get(article.id) ?? []);
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
