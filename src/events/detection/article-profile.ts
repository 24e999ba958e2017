import type { Article, Language } from '../../core/article.ts';
import type { DateMention, Sentence, SentenceToken } from '../../core/sentence.ts';
import { startsWithHan } from '../../language/characters/scripts.ts';
import { daysBetween, type IsoDay } from '../../language/dates/calendar.ts';
import type { NameGlosses } from '../../language/names/gloss-names.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import { reportsEvent, reportsSomething } from './event-verbs.ts';
import type { LeadReader } from './lead.ts';
import type { InternTerm } from './shared-terms.ts';

export type ProminentTerm = readonly [term: string, prominence: number];

/**
 * What grouping knows of an article: made from the article alone, so that it stays good while the
 * article is there, and small, so that it can be kept beside the index.
 */
export interface ArticleProfile {
  readonly articleId: string;
  readonly language: Language;
  /** Publication day, or null where unknown. */
  readonly day: IsoDay | null;
  /** Content words of title and lead with how prominently they stand there. */
  readonly terms: readonly ProminentTerm[];
  /**
   * English names, in lower case, of the places that the lead names. Countries are left out: they
   * are too large to tell where something happened.
   */
  readonly places: readonly string[];
  /** Days near its publication that the lead speaks of, in order; a range gives both ends. */
  readonly days: readonly IsoDay[];
  /** Whether it tells of something that took place, rather than argue or explain. */
  readonly reports: boolean;
  /** Whether one of its first sentences says by itself that something took place, when or where. */
  readonly tells: boolean;
}

export interface ProfileTools {
  readonly analyzer: Pick<TextAnalyzer, 'words'>;
  readonly readLead: LeadReader;
  readonly nameGlosses: NameGlosses;
  readonly internTerm: InternTerm;
}

/** Where whether something took place is looked for: the first sentences, and no further. */
const OPENING_SENTENCES = 3;
const TITLE_WEIGHT = 2;
const FIRST_SENTENCE_WEIGHT = 2;
/** Years, and days and hours, which articles of many events share; `days` has what they mean. */
const CALENDAR_NUMBER = /^(?:\d{1,2}|(?:19|20)\d\d)$/;
const MAX_TERMS = 64;
/** A day this many days off the publication is history or outlook, not the event. */
const DAYS_BEFORE = 10;
const DAYS_AFTER = 4;

export function profileArticle(article: Article, tools: ProfileTools): ArticleProfile {
  const { analyzer, readLead, nameGlosses, internTerm } = tools;
  const { id, language, title, publishedAt } = article;
  const sentences = readLead(article);
  const prominence = new Map<string, number>();
  const places = new Set<string>();
  let namesPlace = false;
  const addPlace = (english: string) => {
    namesPlace = true;
    if (!nameGlosses.isCountry(english)) places.add(english.toLowerCase());
  };
  const addTerms = (tokens: readonly SentenceToken[], weight: number) => {
    for (const { normal, stop } of tokens) {
      const gloss = startsWithHan(normal) ? nameGlosses.lookUp(normal) : null;
      if (gloss?.isPlace) addPlace(gloss.english);
      if (stop || normal.length < 2 || CALENDAR_NUMBER.test(normal)) continue;
      prominence.set(normal, (prominence.get(normal) ?? 0) + weight);
    }
  };
  addTerms(analyzer.words(title), TITLE_WEIGHT);
  for (const [index, { tokens, names }] of sentences.entries()) {
    addTerms(tokens, index === 0 ? FIRST_SENTENCE_WEIGHT : 1);
    if (language === 'zh') continue;
    for (const { text, kind } of names) if (kind === 'place') addPlace(text);
  }
  const terms = [...prominence]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_TERMS)
    .map(([term, weight]) => internTerm(term, weight));
  const day = publishedAt?.slice(0, 10) ?? null;
  const days = daysNear(
    sentences.flatMap(({ dates }) => dates),
    day,
  );
  const opening = sentences.slice(0, OPENING_SENTENCES);
  const reportsAt = (sentence: Sentence) => reportsSomething(sentence.text, language);
  const reports =
    (days.length > 0 && (reportsSomething(title, language) || sentences.some(reportsAt))) ||
    (namesPlace && opening.some((sentence) => reportsAt(sentence) && hasPlace(sentence)));
  const tells = opening.some(
    (sentence) =>
      reportsEvent(sentence.text, language) &&
      (hasPlace(sentence) || daysNear(sentence.dates, day).length > 0),
  );
  return { articleId: id, language, day, terms, places: [...places].sort(), days, reports, tells };
}

function hasPlace({ names }: Sentence): boolean {
  return names.some(({ kind }) => kind === 'place');
}

function daysNear(dates: readonly DateMention[], published: IsoDay | null): IsoDay[] {
  const days = new Set<IsoDay>();
  for (const { from, to, granularity } of dates) {
    if (from === null || to === null) continue;
    if (granularity !== 'day' && granularity !== 'range') continue;
    for (const day of [from, to]) {
      const distance = published === null ? 0 : daysBetween(published, day);
      if (distance >= -DAYS_BEFORE && distance <= DAYS_AFTER) days.add(day);
    }
  }
  return [...days].sort();
}
