import type { Article, Language } from '../../core/article.ts';
import type { DateMention } from '../../core/sentence.ts';
import { startsWithHan } from '../../language/characters/scripts.ts';
import { daysBetween, type IsoDay } from '../../language/dates/calendar.ts';
import { findDates } from '../../language/dates/dates.ts';
import { isProse } from '../../language/discourse/prose.ts';
import { findReferenceMarks } from '../../language/discourse/reference-marks.ts';
import type { NameGlosses } from '../../language/names/gloss-names.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import { tellsHappening } from './happening-cues.ts';
import type { ShareTerm } from './shared-terms.ts';

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
}

export interface ProfileTools {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
  readonly nameGlosses: NameGlosses;
  readonly shareTerm: ShareTerm;
}

/** News puts what happened first (the inverted pyramid); what comes later belongs to other events. */
const LEAD_LENGTH = 480;
/** Where whether something took place is looked for: the first sentences, and no further. */
const OPENING_SENTENCES = 3;
const TITLE_WEIGHT = 2;
const FIRST_SENTENCE_WEIGHT = 2;
/** Years, and days and hours, which articles of many events share; `days` has what they mean. */
const CALENDAR_NUMBER = /^(?:\d{1,2}|(?:19|20)\d\d)$/;
const MOST_TERMS = 64;
/** A day this many days off the publication is history or outlook, not the event. */
const DAYS_BEFORE = 10;
const DAYS_AFTER = 4;

export function profileArticle(article: Article, tools: ProfileTools): ArticleProfile {
  const { analyzer, names, nameGlosses, shareTerm } = tools;
  const { id, language, title, publishedAt } = article;
  const sentences = leadSentences(article);
  const prominence = new Map<string, number>();
  const places = new Set<string>();
  let namesPlace = false;
  const addPlace = (english: string) => {
    namesPlace = true;
    if (!nameGlosses.isCountry(english)) places.add(english.toLowerCase());
  };
  const addTerms = (text: string, weight: number) => {
    for (const { normal, stop } of analyzer.tokens(text)) {
      const gloss = startsWithHan(normal) ? nameGlosses.lookUp(normal) : null;
      if (gloss?.isPlace) addPlace(gloss.english);
      if (stop || normal.length < 2 || CALENDAR_NUMBER.test(normal)) continue;
      prominence.set(normal, (prominence.get(normal) ?? 0) + weight);
    }
  };
  addTerms(title, TITLE_WEIGHT);
  for (const [index, sentence] of sentences.entries()) {
    addTerms(sentence, index === 0 ? FIRST_SENTENCE_WEIGHT : 1);
  }
  if (language === 'en') {
    for (const { text, kind } of names.findNames(sentences.join('\n'), language)) {
      if (kind === 'place') addPlace(text);
    }
  }
  const terms = [...prominence]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TERMS)
    .map(([term, weight]) => shareTerm(term, weight));
  const day = publishedAt?.slice(0, 10) ?? null;
  const dates = findDates(sentences.join('\n'), { language, reference: publishedAt });
  const days = daysNear(dates, day);
  const reports = reportsHappening();
  return { articleId: id, language, day, terms, places: [...places].sort(), days, reports };

  function reportsHappening(): boolean {
    if (days.length > 0 && [title, ...sentences].some((one) => tellsHappening(one, language))) {
      return true;
    }
    return (
      namesPlace &&
      sentences
        .slice(0, OPENING_SENTENCES)
        .some(
          (sentence) =>
            tellsHappening(sentence, language) &&
            names.findNames(sentence, language).some(({ kind }) => kind === 'place'),
        )
    );
  }
}

/** Sentences of the lead, without headings, credits and the reference marks of a brief. */
function leadSentences({ body }: Article): string[] {
  const lead = body.slice(0, LEAD_LENGTH * 2);
  const sentences: string[] = [];
  let length = 0;
  for (const { start, end } of splitSentences(lead)) {
    if (length >= LEAD_LENGTH) break;
    const sentence = withoutMarks(lead.slice(start, end));
    if (!isProse(sentence)) continue;
    sentences.push(sentence);
    length += sentence.length;
  }
  return sentences;
}

function withoutMarks(text: string): string {
  return findReferenceMarks(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
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
