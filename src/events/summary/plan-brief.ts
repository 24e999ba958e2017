import type { Language } from '../../core/article.ts';
import type { BilingualName, SummaryLength } from '../../core/news-event.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import { TIME_UNITS } from '../../language/numbers/units.ts';
import { type Difference, findDifferences } from '../differences.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { FACETS, type Facet, facetOf } from '../facets.ts';
import type { Statement } from '../statement.ts';
import { isAlike, SAME_STATEMENT } from '../statement-similarity.ts';
import { compareStatements } from '../timeline/timeline-entries.ts';
import { findRole } from './participant-role.ts';
import { type RankedStatement, rankStatements, selectDiverse } from './select-statements.ts';

/** A line of a brief: words of an article, and words of ours around them. */
export interface BriefLine {
  readonly statement: Statement;
  /** Part of the statement that is shown, UTF-16 offsets on the article's body. */
  readonly start: number;
  readonly end: number;
  /** Other statements that say the same. */
  readonly others: readonly Statement[];
  /** A claim of ours that the cited words must bear out, shown in bold before them, or null. */
  readonly claim: string | null;
  /** Shown before the words as it stands. */
  readonly frame: string | null;
}

export interface BriefSection {
  readonly heading: string;
  /** First and last day that a timeline's row is about; absent from other briefs. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
  readonly lines: readonly BriefLine[];
}

export interface BriefPlan {
  readonly sections: readonly BriefSection[];
  readonly differences: readonly Difference[];
}

/** What a brief is about. */
export interface BriefSubject {
  readonly statements: readonly Statement[];
  readonly from: string | null;
  readonly to: string | null;
  readonly places: readonly BilingualName[];
  readonly participants: readonly BilingualName[];
  readonly relevance?: ((statement: Statement) => number) | undefined;
}

interface BriefSize {
  readonly core: number;
  readonly perFacet: number;
  readonly participants: number;
  readonly figures: number;
  readonly differences: number;
}

const SIZES: Readonly<Record<SummaryLength, BriefSize>> = {
  brief: { core: 3, perFacet: 0, participants: 0, figures: 0, differences: 1 },
  standard: { core: 3, perFacet: 2, participants: 6, figures: 2, differences: 3 },
  full: { core: 4, perFacet: 4, participants: 12, figures: 5, differences: 6 },
};
/** Score below which a line is left out of the groups, however much room there is. */
const LEAST_SCORE = 0.3;

export function planBrief(
  subject: BriefSubject,
  language: Language,
  length: SummaryLength,
): BriefPlan {
  const size = SIZES[length];
  const phrases = EVENT_PHRASES[language];
  const whole = subject.statements.filter(({ cut }) => !cut);
  const ranked = rankStatements(whole, { language, ...subject });
  const core = selectDiverse(ranked, size.core).sort(byTime);
  const taken = [...core];
  const groups: BriefSection[] = [];
  for (const [facet, members] of byFacet(ranked, subject.from)) {
    const lines = selectDiverse(members, size.perFacet, taken).sort(byTime);
    if (lines.length === 0) continue;
    taken.push(...lines);
    groups.push({ heading: phrases.facets[facet], lines: lines.map((one) => quote(one, whole)) });
  }
  const withNumbers = ranked.filter(
    ({ statement, score }) => score >= LEAST_SCORE && hasFigure(statement),
  );
  const figures = selectDiverse(withNumbers, size.figures, taken).sort(byTime);
  const differences = findDifferences(whole).slice(0, size.differences);
  const sections: BriefSection[] = [
    { heading: phrases.core, lines: core.map((one) => quote(one, whole)) },
    {
      heading: phrases.whenWhere,
      lines: size.perFacet === 0 ? [] : whenAndWhere(subject, ranked, language),
    },
    ...groups,
    {
      heading: phrases.participants,
      lines: whoTookPart(subject, ranked, size.participants, language),
    },
    { heading: phrases.figures, lines: figures.map((one) => quote(one, whole)) },
    {
      heading: phrases.openEnds,
      lines: openEnds(subject.statements, language),
    },
  ];
  return { sections: sections.filter(({ lines }) => lines.length > 0), differences };
}

/** A figure is a number of things, a share or a sum: not a rank, nor a number of days. */
function hasFigure(statement: Statement): boolean {
  return statement
    .numbers()
    .some(
      ({ kind, value, unit }) =>
        kind !== 'ordinal' &&
        !(unit !== null && DURATION.test(unit)) &&
        (kind !== 'cardinal' || value >= LEAST_FIGURE),
    );
}

/** Smaller counts are rather part of the wording: two sides, five principles. */
const LEAST_FIGURE = 6;
const DURATION = new RegExp(`^(?:${TIME_UNITS.zh.join('|')})$`, 'u');

/** Where the source of each article breaks off, if it does. */
function openEnds(statements: readonly Statement[], language: Language): BriefLine[] {
  const phrases = EVENT_PHRASES[language];
  const last = statements.filter(({ isLast, article }) => isLast && article.truncated);
  return [...last].sort(byTime).map((statement) => {
    const { title, outlet } = statement.article;
    const say = statement.cut ? phrases.cutWithin : phrases.cutAfter;
    return { ...quote(statement, []), frame: say(title, outlet[language]) };
  });
}

function byTime(a: Statement, b: Statement): number {
  return compareStatements(a, b);
}

function byFacet(
  ranked: readonly RankedStatement[],
  from: string | null,
): Map<Facet, RankedStatement[]> {
  const groups = new Map<Facet, RankedStatement[]>(FACETS.map((facet) => [facet, []]));
  for (const one of ranked) {
    if (one.score >= LEAST_SCORE) groups.get(facetOf(one.statement, from))?.push(one);
  }
  return groups;
}

/** A whole statement, with those of other outlets that say the same. */
function quote(statement: Statement, all: readonly Statement[]): BriefLine {
  const others = new Map<string, Statement>();
  for (const other of all) {
    const outlet = other.article.outlet.name;
    if (outlet === statement.article.outlet.name || others.has(outlet)) continue;
    if (isAlike(statement, other, SAME_STATEMENT)) others.set(outlet, other);
  }
  const { start, end } = statement;
  return { statement, start, end, others: [...others.values()], claim: null, frame: null };
}

/** The days and the place in the reader's words, before the sentence that gives them. */
function whenAndWhere(
  { from, to, places }: BriefSubject,
  ranked: readonly RankedStatement[],
  language: Language,
): BriefLine[] {
  const [place] = places;
  if (from === null && place === undefined) return [];
  const placeNames = [place?.zh, place?.en].filter((name) => name != null);
  const given = ranked
    .map(({ statement }) => {
      const hasDays =
        from !== null && statement.dates.some((date) => date.from === from && date.to === to);
      const hasSomeDay = statement.dates.some(
        (date) =>
          date.from !== null && from !== null && date.from >= from && date.from <= (to ?? from),
      );
      const hasPlace = placeNames.some((name) => statement.text.includes(name));
      return {
        statement,
        value: (hasDays ? 2 : hasSomeDay ? 1 : 0) + (hasPlace ? 1 : 0),
        hasDays,
        hasPlace,
      };
    })
    .sort((a, b) => b.value - a.value)[0];
  if (given === undefined || given.value === 0) return [];
  const { statement, hasDays, hasPlace } = given;
  const days = hasDays && from !== null && to !== null ? writeDays(from, to, language) : null;
  const where = hasPlace && place !== undefined ? bilingual(place, language) : null;
  const claim = [days, where].filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
  return [{ ...quote(statement, []), claim: claim === '' ? null : claim }];
}

/** Each participant as the articles introduce them, with the name in the other script. */
function whoTookPart(
  { participants, statements }: BriefSubject,
  ranked: readonly RankedStatement[],
  most: number,
  language: Language,
): BriefLine[] {
  const order = ranked.map(({ statement }) => statement);
  const lines: BriefLine[] = [];
  for (const participant of participants) {
    if (lines.length >= most) break;
    const role = findRole(participant, order.length > 0 ? order : statements, language);
    if (role === null) continue;
    const shown = role.statement.article.body.slice(role.start, role.end);
    const other = [participant.zh, participant.en].find(
      (name) => name != null && !shown.includes(name),
    );
    lines.push({
      ...role,
      others: [],
      claim: null,
      frame: other == null ? '' : language === 'zh' ? `${other}：` : `${other}: `,
    });
  }
  return lines;
}

/** A name in the reader's script, the other one in brackets. */
export function bilingual({ zh, en }: BilingualName, language: Language): string {
  const [own, other] = language === 'zh' ? [zh, en] : [en, zh];
  if (own === null || other === null) return own ?? other ?? '';
  return language === 'zh' ? `${own}（${other}）` : `${own} (${other})`;
}
