import type { Article, Outlet } from '../../core/article.ts';
import type { NewsEvent } from '../../core/news-event.ts';
import type { ArticleProfile } from './article-profile.ts';
import { chooseTitles } from './choose-titles.ts';
import { findEventDays } from './event-days.ts';
import { findEventNames, type NameTools } from './event-names.ts';

/** A word of at least this share of the articles is one of the event's. */
const KEY_SHARE = 0.5;
/** A story is looser than an event: so many of its commonest words are its own. */
const STORY_KEYS = 12;
/** Articles of a large story whose titles and names are compared. */
const MAX_ARTICLES = 60;

export interface EventArticle {
  readonly article: Article;
  readonly profile: ArticleProfile;
}

/** Says of a group of articles what, when, where and who; everything but its id. */
export function describeEvent(
  members: readonly EventArticle[],
  copies: readonly Article[],
  tools: NameTools,
): Omit<NewsEvent, 'id'> {
  const articles = members.map(({ article }) => article).sort(compareArticles);
  const keyTerms = findKeyTerms(members, tools);
  return {
    title: chooseTitles(articles, keyTerms, tools),
    ...findEventDays(articles, new Set(keyTerms.keys()), tools.readLead),
    ...findEventNames(articles, tools),
    ...describeSources(articles, copies),
  };
}

/** The same for a story, whose days are those of its events. */
export function describeStory(
  members: readonly EventArticle[],
  copies: readonly Article[],
  events: readonly NewsEvent[],
  tools: NameTools,
): Omit<NewsEvent, 'id'> {
  const articles = members.map(({ article }) => article).sort(compareArticles);
  const terms = new Map([...countTerms(members)].slice(0, STORY_KEYS));
  const largest = [...events].sort((a, b) => b.articleIds.length - a.articleIds.length);
  const telling = new Set(largest.flatMap(({ articleIds }) => articleIds));
  const inOrder = [
    ...articles.filter(({ id }) => telling.has(id)),
    ...articles.filter(({ id }) => !telling.has(id)),
  ].slice(0, MAX_ARTICLES);
  const days = events.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  days.sort();
  return {
    title: chooseTitles(inOrder, terms, tools),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    ...findEventNames(inOrder, tools),
    ...describeSources(articles, copies),
  };
}

function describeSources(articles: readonly Article[], copies: readonly Article[]) {
  return {
    articleIds: articles.map(({ id }) => id),
    copyIds: [...copies].sort(compareArticles).map(({ id }) => id),
    outlets: uniqueOutlets(articles),
    languages: [...new Set(articles.map(({ language }) => language))].sort().reverse(),
  };
}

/**
 * Words of at least half of the articles, each with the share that holds it, squared; of a lone
 * article those of its title, or of its lead.
 */
function findKeyTerms(
  members: readonly EventArticle[],
  { analyzer }: NameTools,
): ReadonlyMap<string, number> {
  const [only] = members;
  if (members.length === 1 && only !== undefined && only.article.title !== '') {
    const words = analyzer.words(only.article.title).filter(({ stop }) => !stop);
    return new Map(words.map(({ normal }) => [normal, 1]));
  }
  const shares = [...countTerms(members)];
  return new Map(shares.filter(([, weight]) => weight >= KEY_SHARE ** 2));
}

/** Words of the articles with the share that holds each, squared; commonest first. */
function countTerms(members: readonly EventArticle[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { profile } of members) {
    for (const [term] of profile.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const shares = Array.from(
    counts,
    ([term, count]) => [term, (count / members.length) ** 2] as const,
  );
  return new Map(shares.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function uniqueOutlets(articles: readonly Article[]): Outlet[] {
  const byName = new Map(articles.map(({ outlet }) => [outlet.name, outlet]));
  return [...byName.values()];
}

/** Earliest first; undated last; ties by id. */
export function compareArticles(a: Article, b: Article): number {
  const [dateA, dateB] = [a.publishedAt ?? '9999', b.publishedAt ?? '9999'];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
