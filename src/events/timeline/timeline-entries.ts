import type { Language } from '../../core/article.ts';
import { CitationList } from '../../core/citation-list.ts';
import type { TimelineDate, TimelineEntry } from '../../core/news-event.ts';
import type { DateMention } from '../../core/sentence.ts';
import type { Statement } from '../statement.ts';
import { isAlike, SAME_STATEMENT } from '../statement-similarity.ts';

/** A statement together with one of the dates in it. */
export interface DatedStatement {
  readonly statement: Statement;
  readonly date: TimelineDate;
}

/** A dated statement with the other statements of the same thing. */
export interface DatedGroup extends DatedStatement {
  readonly others: readonly Statement[];
}

/** Every date of some statements that has days, once for each statement and stretch of days. */
export function datedStatements(statements: readonly Statement[]): DatedStatement[] {
  return statements.flatMap((statement) => {
    const dates = new Map<string, TimelineDate>();
    for (const mention of statement.dates) {
      const date = timelineDate(mention);
      if (date === null) continue;
      const key = `${date.from} ${date.to}`;
      // The same day twice in a sentence (`7月7日电 记者7日`) is one date; the fuller form shows it.
      const known = dates.get(key);
      if (known === undefined || date.expression.length > known.expression.length) {
        dates.set(key, date);
      }
    }
    return Array.from(dates.values(), (date) => ({ statement, date }));
  });
}

function timelineDate(mention: DateMention): TimelineDate | null {
  const { from, to, expression, basis, certain } = mention;
  const granularity = GRANULARITY[mention.granularity];
  if (from === null || to === null || granularity === null) return null;
  return { from, to, granularity, expression, resolved: basis !== 'written', certain };
}

const GRANULARITY: Readonly<
  Record<DateMention['granularity'], TimelineDate['granularity'] | null>
> = {
  day: 'day',
  range: 'range',
  week: 'range',
  month: 'month',
  quarter: 'period',
  'half-year': 'period',
  year: 'year',
  decade: 'period',
  century: 'period',
  vague: null,
};

/**
 * Statements of the same thing on the same days, together: the one that is shown first, preferring
 * the reader's language and the earlier article. Oldest days first.
 */
export function groupDatedStatements(
  dated: readonly DatedStatement[],
  language: Language,
): DatedGroup[] {
  const steps = groupingSteps(dated, language);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps, one a statement, between which others can get their turn. */
export function* groupingSteps(
  dated: readonly DatedStatement[],
  language: Language,
): Generator<undefined, DatedGroup[]> {
  const byDays = new Map<string, DatedStatement[]>();
  for (const one of dated) {
    const key = `${one.date.from} ${one.date.to}`;
    const known = byDays.get(key);
    if (known === undefined) byDays.set(key, [one]);
    else known.push(one);
  }
  const groups: DatedGroup[] = [];
  for (const sameDays of byDays.values()) groups.push(...(yield* mergeAlike(sameDays, language)));
  return groups.sort(compareGroups);
}

function* mergeAlike(
  dated: readonly DatedStatement[],
  language: Language,
): Generator<undefined, DatedGroup[]> {
  const groups: OpenGroup[] = [];
  const byWord = new Map<string, OpenGroup[]>();
  for (const one of [...dated].sort((a, b) => preference(a, b, language))) {
    yield;
    const { statement } = one;
    const same = candidates(statement, groups, byWord).find(
      ({ first }) =>
        first.statement.article.id !== statement.article.id &&
        isAlike(first.statement, statement, SAME_STATEMENT),
    );
    if (same !== undefined) {
      same.others.push(statement);
      continue;
    }
    const group: OpenGroup = { first: one, others: [] };
    groups.push(group);
    for (const word of statement.wordSet()) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [group]);
      else known.push(group);
    }
  }
  return groups.map(({ first, others }) => ({ ...first, others }));
}

interface OpenGroup {
  readonly first: DatedStatement;
  readonly others: Statement[];
}

/** Groups that hold the statement's rarest words, and those in the other language. */
function candidates(
  statement: Statement,
  groups: readonly OpenGroup[],
  byWord: ReadonlyMap<string, readonly OpenGroup[]>,
): readonly OpenGroup[] {
  if (groups.length <= FEW_GROUPS) return groups;
  const lists = Array.from(statement.wordSet(), (word) => byWord.get(word) ?? []);
  // Two statements that share half of their words share some of the rarer half.
  const rarer = lists.sort((a, b) => a.length - b.length).slice(0, Math.ceil(lists.length / 2) + 1);
  const foreign = groups.filter(({ first }) => first.statement.language !== statement.language);
  return [...new Set([...rarer.flat(), ...foreign])];
}

/** So few groups are compared one by one. */
const FEW_GROUPS = 40;

function preference(a: DatedStatement, b: DatedStatement, language: Language): number {
  const foreign = ({ statement }: DatedStatement) => (statement.language === language ? 0 : 1);
  return foreign(a) - foreign(b) || compareStatements(a.statement, b.statement);
}

/** By publication, then by place in the article; articles of one moment by id. */
export function compareStatements(a: Statement, b: Statement): number {
  const [dateA, dateB] = [a.article.publishedAt ?? '9999', b.article.publishedAt ?? '9999'];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1;
  return a.start - b.start;
}

function compareGroups(a: DatedGroup, b: DatedGroup): number {
  if (a.date.from !== b.date.from) return a.date.from < b.date.from ? -1 : 1;
  if (a.date.to !== b.date.to) return a.date.to < b.date.to ? -1 : 1;
  return compareStatements(a.statement, b.statement);
}

/** Groups as rows, cited; markers count from 1 in the order of the rows. */
export function writeTimeline(groups: readonly DatedGroup[], language: Language): TimelineEntry[] {
  const citations = new CitationList(language);
  return groups.map(({ statement, date, others }) => {
    const all = [statement, ...others];
    return {
      date,
      text: statement.text,
      language: statement.language,
      citations: all.map((one) => citations.cite(one.article, one)),
      sources: new Set(all.map(({ article }) => article.outlet.name)).size,
    };
  });
}
