import type { AnswerNotice, AnswerSentence } from './answer.ts';
import type { Language, Outlet } from './article.ts';
import type { Citation } from './citation.ts';
import type { ArticleFilters } from './filters.ts';

/** A name in both scripts, as far as the articles or the dictionary give it. */
export interface BilingualName {
  readonly zh: string | null;
  readonly en: string | null;
}

/** Something that happened, as a group of articles that report it. */
export interface NewsEvent {
  /** Stable while the event keeps most of its articles, also when articles are added. */
  readonly id: string;
  /** Titles taken from articles, word for word; null where no article has one in that language. */
  readonly title: BilingualName;
  /** First and last day of what happened, `YYYY-MM-DD`, or null where no article dates it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly places: readonly BilingualName[];
  /** People and bodies that took part, most mentioned first. */
  readonly participants: readonly BilingualName[];
  /** Ids of the articles that report it, earliest first, reprints left out. */
  readonly articleIds: readonly string[];
  /** Ids of reprints of those articles. */
  readonly copyIds: readonly string[];
  readonly outlets: readonly Outlet[];
  readonly languages: readonly Language[];
}

/** What happened on one day of a story. */
export interface StoryDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly eventIds: readonly string[];
}

/**
 * What belongs together over days or weeks: events, with the reports and comments on them that are
 * no events of their own. Its days are those of its events; its articles are all of theirs.
 */
export interface NewsStory extends NewsEvent {
  /** Oldest first; events without a day are in none. */
  readonly days: readonly StoryDay[];
  /** Events that it holds, earliest first. */
  readonly eventIds: readonly string[];
  /** How much it matters: grows with independent outlets, with articles, and the newer it is. */
  readonly weight: number;
}

export interface StoryListRequest {
  readonly filters: ArticleFilters;
  /** Words that the title, places or participants must hold. */
  readonly query?: string | undefined;
  readonly sort: 'weight' | 'newest' | 'oldest';
  /** From 1. */
  readonly page: number;
  /** From 1 to 100. */
  readonly pageSize: number;
}

export interface StoryPage {
  readonly stories: readonly NewsStory[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface EventListRequest {
  readonly filters: ArticleFilters;
  /** Words that the title, places or participants must hold. */
  readonly query?: string | undefined;
  readonly sort: 'weight' | 'newest' | 'oldest' | 'most-reported';
  /** From 1. */
  readonly page: number;
  /** From 1 to 100. */
  readonly pageSize: number;
}

export interface EventPage {
  readonly events: readonly NewsEvent[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** When a dated statement says that something happens, and how that was worked out. */
export interface TimelineDate {
  /** `YYYY-MM-DD`, inclusive; equal for a single day. */
  readonly from: string;
  readonly to: string;
  readonly granularity: 'day' | 'range' | 'month' | 'year' | 'period';
  /** As it stands in the article: `26日`. */
  readonly expression: string;
  /** True when the article's publication date was needed to resolve it. */
  readonly resolved: boolean;
  readonly certain: boolean;
}

/** One row of a timeline: one happening, as a dated statement with everyone who made it. */
export interface TimelineEntry {
  readonly date: TimelineDate;
  /** The statement, word for word, without a brief's own marks. */
  readonly text: string;
  readonly language: Language;
  /** The statement first, then the same statement in other articles. Markers count per timeline. */
  readonly citations: readonly Citation[];
  /** Independent outlets that make the statement. */
  readonly sources: number;
  /** Its place among all entries by weight, from 1: the ten that matter have 1 to 10. */
  readonly rank: number;
  /** Whether it tells of a time long before what the timeline is about. */
  readonly isBackground: boolean;
}

export interface TimelineRequest {
  readonly filters: ArticleFilters;
  /** Only what these bounds hold of the event dates, `YYYY-MM-DD`. */
  readonly dated?:
    | { readonly from?: string | undefined; readonly to?: string | undefined }
    | undefined;
  readonly eventId?: string | undefined;
  readonly topic?: string | undefined;
  readonly language: Language;
  readonly page: number;
  readonly pageSize: number;
  readonly signal?: AbortSignal | undefined;
}

export interface TimelinePage {
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Articles in scope that have no publication date, so that their relative dates stay open. */
  readonly undatedArticles: number;
  /** What the timeline leaves out, where its scope is more than one request may cost. */
  readonly notices: readonly AnswerNotice[];
}

/** What a later article adds to, or alters of, what earlier ones said. */
export interface EventChange {
  readonly kind: 'adds' | 'alters';
  /** What it is about, in the reader's language: the figure, the date, or the statement. */
  readonly about: string;
  readonly later: Citation;
  /** The statement that is altered; null for what is new. */
  readonly earlier: Citation | null;
}

export interface EventChanges {
  readonly event: NewsEvent;
  /** Articles published before this day are the earlier ones, `YYYY-MM-DD`; null: each against those before it. */
  readonly since: string | null;
  readonly changes: readonly EventChange[];
  /** What was left out, where the event is more than one request may cost. */
  readonly notices: readonly AnswerNotice[];
}

/** One side of a comparison of presses: articles of a language or of an outlet. */
export interface PressSide {
  /** A language, or an outlet's name in any form. */
  readonly press: string;
  readonly articleIds: readonly string[];
  /** What only this side says. */
  readonly only: readonly AnswerSentence[];
}

export interface PressComparison {
  readonly event: NewsEvent;
  readonly left: PressSide;
  readonly right: PressSide;
  /** What both say, each in its own words. */
  readonly shared: readonly { readonly left: AnswerSentence; readonly right: AnswerSentence }[];
  readonly citations: readonly Citation[];
  /** What was left out, where the event is more than one request may cost. */
  readonly notices: readonly AnswerNotice[];
}

export type SummaryLength = 'brief' | 'standard' | 'full';

/** What to summarise: an event, a topic, or a period. */
export interface SummaryRequest {
  readonly eventId?: string | undefined;
  readonly topic?: string | undefined;
  /** `YYYY-MM-DD`, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language: Language;
  readonly length: SummaryLength;
  readonly signal?: AbortSignal | undefined;
}
