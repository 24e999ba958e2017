import type { Article, Language, Outlet } from '../../core/article.ts';
import type { BilingualName, NewsEvent } from '../../core/news-event.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import { isProse } from '../../language/discourse/prose.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import type { ArticleProfile } from './article-profile.ts';
import { findEventDays } from './event-days.ts';
import { findEventNames, type NameTools } from './event-names.ts';

/** Longest stretch of a body that stands in for a title, in UTF-16 units. */
const LONGEST_TITLE = 60;
/** A word of at least this share of the articles is one of the event's. */
const KEY_SHARE = 0.5;

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
    ...findEventDays(articles, new Set(keyTerms.keys()), tools.analyzer),
    ...findEventNames(articles, tools),
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
    const words = analyzer.tokens(only.article.title).filter(({ stop }) => !stop);
    return new Map(words.map(({ normal }) => [normal, 1]));
  }
  const counts = new Map<string, number>();
  for (const { profile } of members) {
    for (const [term] of profile.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const shares = Array.from(counts, ([term, count]) => [term, count / members.length] as const);
  return new Map(
    shares.filter(([, share]) => share >= KEY_SHARE).map(([term, share]) => [term, share ** 2]),
  );
}

/** In each language the title that holds most of the event's words for its length. */
function chooseTitles(
  articles: readonly Article[],
  keyTerms: ReadonlyMap<string, number>,
  { analyzer }: NameTools,
): BilingualName {
  const candidates = articles.map((article) => titleOf(article));
  const best = (language: Language): string | null => {
    let chosen: { text: string; score: number } | null = null;
    for (const text of candidates) {
      if (text === '' || detectLanguage(text) !== language) continue;
      const words = analyzer.tokens(text).filter(({ stop }) => !stop);
      const keys = [...new Set(words.map(({ normal }) => normal))];
      const held = keys.reduce((sum, word) => sum + (keyTerms.get(word) ?? 0), 0);
      const score = held / Math.sqrt(words.length || 1);
      if (chosen === null || score > chosen.score) chosen = { text, score };
    }
    return chosen?.text ?? null;
  };
  return { zh: best('zh'), en: best('en') };
}

/** The title, or where an article has none the beginning of its first sentence. */
function titleOf({ title, body }: Article): string {
  if (title.trim() !== '') return title;
  const lead = body.slice(0, 600);
  const first = splitSentences(lead)
    .map(({ start, end }) => lead.slice(start, end))
    .find(isProse);
  if (first === undefined || first.length <= LONGEST_TITLE) return first ?? '';
  const cut = first.slice(0, LONGEST_TITLE);
  const boundary = Math.max(
    ...['，', ',', '；', ';', '。', ' '].map((mark) => cut.lastIndexOf(mark)),
  );
  return boundary > LONGEST_TITLE / 3 ? cut.slice(0, boundary) : cut;
}

function uniqueOutlets(articles: readonly Article[]): Outlet[] {
  const byName = new Map(articles.map(({ outlet }) => [outlet.name, outlet]));
  return [...byName.values()];
}

/** Earliest first; undated last; ties by id. */
function compareArticles(a: Article, b: Article): number {
  const [dateA, dateB] = [a.publishedAt ?? '9999', b.publishedAt ?? '9999'];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
