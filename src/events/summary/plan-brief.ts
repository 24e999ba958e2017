import type { Language } from '../../core/article.ts';
import type { BilingualName, SummaryLength } from '../../core/news-event.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import { type Difference, findDisputes } from '../differences.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { FACETS, type Facet, type FacetContext, facetOf } from '../facets.ts';
import { compareReported, type ReportedSentence } from '../reported-sentence.ts';
import { isAlike, SAME_STATEMENT } from '../sentence-similarity.ts';
import { findTolls, type Toll, type TollCount, type TollSeries, tollCountsIn } from '../tolls.ts';
import { type BriefSpan, briefSpans, dateNotes } from './brief-spans.ts';
import { findRole } from './participant-role.ts';
import { selectSpans } from './select-spans.ts';

/** A line of a brief: words of an article, and words of ours before them. */
export interface BriefLine extends BriefSpan {
  /** Other sentences that say the same. */
  readonly others: readonly ReportedSentence[];
  /** Shown before the words as it stands, or null. */
  readonly label: string | null;
  /** Glosses for a reader of the other language, or null; no quotation. */
  readonly aid: string | null;
}

export interface BriefSection {
  readonly heading: string;
  /** First and last day that a timeline's row is about; absent from other briefs. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
  readonly lines: readonly BriefLine[];
}

/** A toll over time, oldest first. */
export interface BriefLedger {
  readonly about: string;
  readonly counts: readonly TollCount[];
}

export interface BriefPlan {
  readonly sections: readonly BriefSection[];
  /** What dates without a year are of; null where they are of several. */
  readonly year: string | null;
  readonly ledgers: readonly BriefLedger[];
  readonly differences: readonly Difference[];
}

/** What a brief is about. */
export interface BriefSubject {
  readonly sentences: readonly ReportedSentence[];
  readonly from: string | null;
  readonly to: string | null;
  readonly places: readonly BilingualName[];
  readonly participants: readonly BilingualName[];
  /** How rare a word is in the collection; see `SelectionContext`. */
  readonly rarity: (word: string) => number;
  /** Glosses a line for a reader of the other language; see `readingAid`. */
  readonly aid: (span: BriefSpan, language: Language) => string | null;
  readonly relevance?: ((sentence: ReportedSentence) => number) | undefined;
}

/** Characters of a whole brief for a Chinese reader; an English one has twice as many. */
const BUDGETS: Readonly<Record<SummaryLength, number>> = { brief: 200, standard: 500, full: 1_200 };
const ENGLISH_FACTOR = 2;
interface BriefSize {
  readonly participants: number;
  readonly ledgers: number;
  readonly counts: number;
  readonly differences: number;
  /** Whether it says which sources break off, and where. */
  readonly openEnds: boolean;
}
const SIZES: Readonly<Record<SummaryLength, BriefSize>> = {
  brief: { participants: 0, ledgers: 0, counts: 0, differences: 0, openEnds: false },
  standard: { participants: 0, ledgers: 1, counts: 3, differences: 1, openEnds: false },
  full: { participants: 6, ledgers: 3, counts: 8, differences: 3, openEnds: true },
};
/** Characters of a day with what stands around it, of a dispute, and around a note. */
const DAY_LENGTH = { zh: 18, en: 26 } as const;
const DIFFERENCE_LENGTH = { zh: 70, en: 140 } as const;
const NOTE_MARKS = { zh: 3, en: 5 } as const;

/** The characters that a brief of some length may have, headings with them. */
export function briefBudget(length: SummaryLength, language: Language): number {
  return BUDGETS[length] * (language === 'zh' ? 1 : ENGLISH_FACTOR);
}

/**
 * A news brief: the newest state first, its figures as of a time; then what happened in order,
 * why, who says what, what comes next. Sides of which nothing is told are left out; no line stands
 * twice.
 */
export function planBrief(
  subject: BriefSubject,
  language: Language,
  length: SummaryLength,
): BriefPlan {
  const size = SIZES[length];
  const phrases = EVENT_PHRASES[language];
  const sentences = subject.sentences.filter(({ cut }) => !cut);
  const tolls = leadingTolls(sentences);
  const last = lastPublication(sentences);
  const context = {
    ...subject,
    language,
    isStale: (span: BriefSpan) => tellsOldToll(span, tolls),
  };
  const budget = briefBudget(length, language);
  const facets: FacetContext = { from: subject.from, last };
  const year = last?.slice(0, 4) ?? null;
  const lines = new Map<BriefSpan, BriefLine>();
  const write = (span: BriefSpan): BriefLine => {
    const known = lines.get(span);
    if (known !== undefined) return known;
    const line = { ...quote(span, sentences), aid: subject.aid(span, language) };
    lines.set(span, line);
    return line;
  };
  const newest = newestState(sentences, tolls, last, budget, context);
  const plan = (spans: readonly BriefSpan[]): BriefPlan => {
    const sections: BriefSection[] = [
      {
        heading: phrases.latest(last === null ? null : writeDays(last, last, language)),
        lines: newest.map(write),
      },
      ...byFacet(spans, facets).map(([facet, members]) => ({
        heading: phrases.facets[facet],
        lines: members.map(write),
      })),
      { heading: phrases.participants, lines: who },
      { heading: phrases.openEnds, lines: cutSources },
    ];
    return {
      sections: sections.filter((section) => section.lines.length > 0),
      year,
      ledgers,
      differences,
    };
  };
  const ledgers = tolls
    .filter(({ counts }) => counts.length > 1)
    .slice(0, size.ledgers)
    .map(({ toll, counts }): BriefLedger => {
      return { about: phrases.tolls[toll], counts: thinOut(counts, size.counts) };
    });
  const differences =
    size.differences === 0 ? [] : findDisputes(sentences).slice(0, size.differences);
  const who = whoTookPart(subject, sentences, size.participants, language);
  const cutSources = size.openEnds ? openEnds(subject.sentences, language) : [];
  const beside = (span: BriefSpan) =>
    lengthOfLine({ ...span, label: null, aid: subject.aid(span, language) }, language, year) -
    (span.end - span.start);
  // Seldom fewer than two sides have something to tell.
  const room = budget - lengthOf(plan([]), language) - 2 * phrases.facets.course.length;
  const spans = selectSpans(sentences, Math.max(0, room), { ...context, beside }, newest);
  let written = plan(spans);
  while (spans.length > 0 && lengthOf(written, language) > budget) {
    spans.pop();
    written = plan(spans);
  }
  return written;
}

/** The characters of all that a plan shows, markers of citations aside. */
function lengthOf(plan: BriefPlan, language: Language): number {
  const { sections, year, ledgers, differences } = plan;
  const lines = sections.flatMap(({ heading, lines: own }) => [
    heading.length,
    ...own.map((line) => lengthOfLine(line, language, year)),
  ]);
  const rows = ledgers.flatMap(({ about, counts }) => [
    about.length,
    ...counts.map(
      ({ sentence, start, end }) =>
        end - start + sentence.article.outlet[language].length + DAY_LENGTH[language],
    ),
  ]);
  return (
    [...lines, ...rows].reduce((sum, one) => sum + one, 0) +
    DIFFERENCE_LENGTH[language] * differences.length
  );
}

function lengthOfLine(
  line: BriefSpan & Pick<BriefLine, 'label' | 'aid'>,
  language: Language,
  year: string | null,
): number {
  const { sentence, start, end, label, aid } = line;
  const isForeign = sentence.language !== language;
  const before =
    label ??
    (aid !== null
      ? EVENT_PHRASES[language].aid(aid)
      : isForeign
        ? `${sentence.article.outlet[language]}${' '.repeat(DAY_LENGTH[language])}`
        : '');
  const notes = aid === null ? dateNotes(line, language, year) : [];
  const behind = notes.reduce(
    (sum, { expression, written }) =>
      sum + expression.length + written.length + NOTE_MARKS[language],
    0,
  );
  return before.length + end - start + (isForeign ? 2 : 0) + behind;
}

/** Sources that break off; more than these would be all that the brief says. */
const MAX_OPEN_ENDS = 4;

/** Where the source of each article breaks off, if it does. */
function openEnds(sentences: readonly ReportedSentence[], language: Language): BriefLine[] {
  const phrases = EVENT_PHRASES[language];
  return sentences
    .filter(({ isLast, article }) => isLast && article.truncated)
    .sort(compareReported)
    .slice(0, MAX_OPEN_ENDS)
    .map((sentence) => {
      const { title, outlet } = sentence.article;
      const say = sentence.cut ? phrases.cutWithin : phrases.cutAfter;
      return {
        sentence,
        start: 0,
        end: sentence.text.length,
        others: [],
        label: say(title, outlet[language]),
        aid: null,
      };
    });
}

function lastPublication(sentences: readonly ReportedSentence[]): string | null {
  const days = sentences.flatMap(({ article }) => article.publishedAt?.slice(0, 10) ?? []).sort();
  return days.at(-1) ?? null;
}

/** Tolls of people in the order in which news tells them. */
const LEADING: readonly Toll[] = ['dead', 'missing', 'injured'];
/** Share of the articles that must count a thing for a brief to begin with it. */
const COUNTING_SHARE = 0.12;

function leadingTolls(sentences: readonly ReportedSentence[]): TollSeries[] {
  const articles = new Set(sentences.map(({ article }) => article.id)).size;
  const counted = findTolls(sentences).filter(
    (series) => series.articles >= COUNTING_SHARE * articles,
  );
  return LEADING.flatMap((toll) => counted.find((series) => series.toll === toll) ?? []);
}

/** The first count, the last ones, and steps between. */
function thinOut(counts: readonly TollCount[], most: number): readonly TollCount[] {
  if (counts.length <= most) return counts;
  const kept = Array.from(
    { length: most },
    (_, step) => counts[Math.round((step * (counts.length - 1)) / (most - 1))],
  );
  return kept.filter((count) => count !== undefined);
}

/** Whether a stretch gives a count that a later report has overtaken. */
function tellsOldToll({ sentence, start, end }: BriefSpan, tolls: readonly TollSeries[]): boolean {
  return tollCountsIn(sentence).some((count) => {
    if (count.start < start || count.end > end) return false;
    const newest = tolls.find(({ toll }) => toll === count.toll)?.counts.at(-1);
    return newest !== undefined && count.value < newest.value;
  });
}

/** Share of a brief that the newest state may take, and characters of a state worth telling. */
const NEWEST_SHARE = 0.5;
const MIN_STATE = { zh: 60, en: 150 } as const;
const MAX_STATE = { zh: 110, en: 260 } as const;
/** Days before the last report that are still its newest state. */
const NEWEST_DAYS = 1;

/** The stretch that gives the newest toll; where nothing is counted, what was reported last. */
function newestState(
  sentences: readonly ReportedSentence[],
  tolls: readonly TollSeries[],
  last: string | null,
  left: number,
  context: Parameters<typeof selectSpans>[2],
): BriefSpan[] {
  const room = Math.min(MAX_STATE[context.language], left * NEWEST_SHARE);
  const newest = tolls[0]?.counts.at(-1);
  if (newest !== undefined) {
    const span = spanAround(newest, tolls, Math.max(room, MIN_STATE[context.language]));
    if (span !== null) return [span];
  }
  const late = sentences.filter(({ article }) => {
    const day = article.publishedAt?.slice(0, 10) ?? null;
    return last !== null && day !== null && isWithin(day, last, NEWEST_DAYS);
  });
  const [first] = selectSpans(late.length > 0 ? late : sentences, room, {
    ...context,
    isStale: (span) =>
      context.isStale(span) || facetOf(span.sentence, { from: null, last }, span) !== 'course',
  });
  return first === undefined ? [] : [first];
}

function isWithin(day: string, last: string, days: number): boolean {
  return (Date.parse(last) - Date.parse(day)) / 86_400_000 <= days;
}

/** The stretch of at most so many characters that holds a count and most other tolls with it. */
function spanAround(
  count: TollCount,
  tolls: readonly TollSeries[],
  room: number,
): BriefSpan | null {
  const isNewest = ({ toll, value }: TollCount) =>
    tolls.some((series) => series.toll === toll && series.counts.at(-1)?.value === value);
  const { sentence } = count;
  const rated = briefSpans(sentence)
    .filter(({ start, end }) => start <= count.start && count.end <= end && end - start <= room)
    .map((span) => {
      const held = tollCountsIn(sentence).filter(
        (one) => span.start <= one.start && one.end <= span.end && isNewest(one),
      );
      const dated = sentence.dates.some((date) => date.start >= span.start && date.end <= span.end);
      return { span, value: held.length + (dated ? 0.5 : 0) };
    })
    .sort((a, b) => b.value - a.value || a.span.end - a.span.start - (b.span.end - b.span.start));
  return rated[0]?.span ?? null;
}

/** Stretches by the side they tell of, each side in the order of what it tells. */
function byFacet(spans: readonly BriefSpan[], context: FacetContext): [Facet, BriefSpan[]][] {
  const groups = new Map<Facet, BriefSpan[]>(FACETS.map((facet) => [facet, []]));
  for (const span of spans) groups.get(facetOf(span.sentence, context, span))?.push(span);
  return [...groups].map(([facet, members]) => [facet, members.sort(byTime)]);
}

/** By the first day that each tells of, or was published on. */
function byTime(a: BriefSpan, b: BriefSpan): number {
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return compareReported(a.sentence, b.sentence) || a.start - b.start;
}

function dayOf({ sentence, start, end }: BriefSpan): string {
  const published = sentence.article.publishedAt?.slice(0, 10) ?? '9999';
  const days = sentence.dates
    .filter((date) => date.start >= start && date.end <= end && date.granularity === 'day')
    .flatMap(({ from }) => from ?? [])
    .filter((day) => day <= published)
    .sort();
  return days.at(-1) ?? published;
}

/** A stretch with the sentences of other outlets that say the same. */
export function quote(span: BriefSpan, all: readonly ReportedSentence[]): BriefLine {
  const { sentence } = span;
  const others = new Map<string, ReportedSentence>();
  for (const other of all) {
    const outlet = other.article.outlet.name;
    if (outlet === sentence.article.outlet.name || others.has(outlet)) continue;
    if (isAlike(sentence, other, SAME_STATEMENT)) others.set(outlet, other);
  }
  return { ...span, others: [...others.values()], label: null, aid: null };
}

/** Each participant as the articles introduce them, with the name in the other script. */
function whoTookPart(
  { participants }: BriefSubject,
  sentences: readonly ReportedSentence[],
  most: number,
  language: Language,
): BriefLine[] {
  const lines: BriefLine[] = [];
  for (const participant of most === 0 ? [] : participants) {
    if (lines.length >= most) break;
    const role = findRole(participant, sentences, language);
    if (role === null) continue;
    const shown = role.sentence.text.slice(role.start, role.end);
    const other = [participant.zh, participant.en].find(
      (name) => name != null && !shown.includes(name),
    );
    const label = other == null ? null : language === 'zh' ? `${other}：` : `${other}: `;
    lines.push({ ...role, others: [], label, aid: null });
  }
  return lines;
}
