import type { Language } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import type {
  DateMention,
  NumberMention,
  Sentence,
  SentencesOf,
  SentenceToken,
} from '../../core/sentence.ts';
import { sameMeaning } from '../../language/dictionary/same-meaning.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import { numbersAgree } from '../../language/numbers/numbers.ts';
import type { ArticleSpan } from '../article-span.ts';
import { countedThings, countsSame } from '../check/counted-things.ts';
import { areIndependent } from './independent-source.ts';

/** One thing of which independent sources give different figures or dates. */
export interface FoundConflict {
  readonly kind: 'number' | 'date';
  /** What they differ on, in the answer's language. */
  readonly about: string;
  readonly statements: readonly { readonly value: string; readonly span: ArticleSpan }[];
}

/** Share of the shorter sentence's words that both must hold to speak of the same thing. */
const SHARED = 0.6;
const SHARED_ACROSS = 0.45;
const FEWEST_SHARED = 3;
/** Figures that differ by less may be one figure, rounded. */
const ROUNDING = 0.05;
const HAN = /\p{Script=Han}/u;
const APPROXIMATE =
  /(?:超过?|逾|近|约|大约|至少|不少于|多达|最多|over|more than|nearly|about|around|at least|up to|some|almost)\s*$/iu;
const APPROXIMATE_AFTER = /^\s?(?:多|余|左右|以上|以下|or so|or more)/u;

interface Statement {
  readonly span: ArticleSpan;
  readonly facts: Sentence;
}

export interface ConflictDeps {
  readonly names: NameAnalyzer;
  readonly sentencesOf: SentencesOf;
}

/**
 * Where other sources contradict the figures and dates of cited sentences. Precise rather than
 * eager: the two sentences must share most of their words and no name may stand against it, the
 * figures must count the same thing in the same unit, and neither may be an estimate of the other.
 *
 * @param cited the words an answer rests on
 * @param passages where the other sources are looked for
 */
export function findConflicts(
  cited: readonly ArticleSpan[],
  passages: readonly Passage[],
  language: Language,
  { names, sentencesOf }: ConflictDeps,
): FoundConflict[] {
  const claims = cited
    .flatMap((span) => statementsIn(span, sentencesOf))
    .filter(({ facts }) => facts.quantities.length + facts.dates.length > 0);
  if (claims.length === 0) return [];
  const others = passages
    .flatMap(({ article, chunk }) =>
      statementsIn({ article, start: chunk.start, end: chunk.end }, sentencesOf),
    )
    .filter(({ facts }) => facts.quantities.length + facts.dates.length > 0);
  const conflicts: FoundConflict[] = [];
  for (const claim of claims) {
    for (const other of others) {
      if (!areIndependent(claim.span.article, other.span.article)) continue;
      if (!shareWords(claim.facts, other.facts)) continue;
      const found = conflictBetween(claim, other, language, names);
      if (found !== null) merge(conflicts, found);
    }
  }
  return conflicts;
}

/** The sentences of a stretch of an article, each as a statement of its own. */
function statementsIn({ article, start, end }: ArticleSpan, sentencesOf: SentencesOf): Statement[] {
  return sentencesOf(article)
    .filter((sentence) => sentence.start < end && start < sentence.end)
    .map((facts) => ({ span: { article, start: facts.start, end: facts.end }, facts }));
}

/** Whether most content words of the shorter sentence, figures and dates aside, are in the other. */
function shareWords(claim: Sentence, other: Sentence): boolean {
  const isPlain = ({ normal, stop, concepts }: SentenceToken) =>
    !stop && concepts.length > 0 && !/^[\d.]+$/.test(normal);
  const [a, b] = [claim.tokens.filter(isPlain), other.tokens.filter(isPlain)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = short.filter((word) => long.some((one) => sameMeaning(word, one))).length;
  const isAcross = HAN.test(claim.text) !== HAN.test(other.text);
  const enough = shared / short.length >= (isAcross ? SHARED_ACROSS : SHARED);
  return shared >= FEWEST_SHARED && enough && long.length <= 3 * short.length;
}

function conflictBetween(
  claim: Statement,
  other: Statement,
  language: Language,
  names: NameAnalyzer,
): FoundConflict | null {
  // Two quakes in two provinces: each sentence names a place that the other does not.
  const lacks = (one: Sentence, two: Sentence) =>
    one.names.some(
      (name) => !two.names.some((its) => names.namesMatch(name.text, its.text) >= 0.5),
    );
  if (lacks(claim.facts, other.facts) && lacks(other.facts, claim.facts)) return null;
  return numberConflict(claim, other, language) ?? dateConflict(claim, other, language);
}

function numberConflict(
  claim: Statement,
  other: Statement,
  language: Language,
): FoundConflict | null {
  for (const number of claim.facts.quantities) {
    const things = countedThings(number, claim.facts);
    const [thing] = things.slice(-1);
    if (thing === undefined || number.kind === 'ordinal') continue;
    const rivals = other.facts.quantities.filter(
      (its) =>
        its.kind === number.kind &&
        (its.unit === number.unit || number.kind === 'cardinal') &&
        countsSame([thing], countedThings(its, other.facts).slice(-1)),
    );
    const [rival] = rivals;
    if (rival === undefined || rivals.some((its) => mayAgree(number, its, claim, other))) continue;
    if (other.facts.quantities.some((its) => numbersAgree(its, number))) continue;
    const what = thing.text;
    return {
      kind: 'number',
      about: language === 'zh' ? `“${what}”的数字` : `the figure for “${what}”`,
      statements: [
        { value: number.text.trim(), span: claim.span },
        { value: rival.text.trim(), span: other.span },
      ],
    };
  }
  return null;
}

/** The same, one rounded from the other, or an estimate that leaves room for it. */
function mayAgree(
  first: NumberMention,
  second: NumberMention,
  claim: Statement,
  other: Statement,
): boolean {
  if (numbersAgree(first, second)) return true;
  const largest = Math.max(Math.abs(first.value), Math.abs(second.value));
  const isNear = Math.abs(first.value - second.value) <= ROUNDING * largest;
  const isEstimate = (number: NumberMention, { facts }: Statement) =>
    APPROXIMATE.test(facts.text.slice(0, number.start)) ||
    APPROXIMATE_AFTER.test(facts.text.slice(number.end)) ||
    /[多余]/.test(number.text);
  return isEstimate(first, claim) || isEstimate(second, other)
    ? largest > 0
    : isNear && largest >= 100;
}

function dateConflict(
  claim: Statement,
  other: Statement,
  language: Language,
): FoundConflict | null {
  const days = ({ facts }: Statement) =>
    facts.dates.filter(
      ({ from, certain, granularity }) => from !== null && certain && granularity === 'day',
    );
  const [first, ...moreOfClaim] = days(claim);
  const [second, ...moreOfOther] = days(other);
  if (first === undefined || second === undefined) return null;
  // With several days in a sentence it is not told which is the event's.
  if (moreOfClaim.length + moreOfOther.length > 0 || first.from === second.from) return null;
  if ([...claim.facts.dates, ...other.facts.dates].some((date) => covers(date, first, second))) {
    return null;
  }
  const what = sharedName(claim.facts, other.facts);
  const about =
    language === 'zh'
      ? what === null
        ? '日期'
        : `“${what}”的日期`
      : what === null
        ? 'the date'
        : `the date of “${what}”`;
  return {
    kind: 'date',
    about,
    statements: [
      { value: first.from ?? first.expression, span: claim.span },
      { value: second.from ?? second.expression, span: other.span },
    ],
  };
}

/** A range that holds both days: an event that lasted. */
function covers(range: DateMention, first: DateMention, second: DateMention): boolean {
  if (range.from === null || range.to === null || range.granularity !== 'range') return false;
  return [first.from, second.from].every(
    (day) =>
      day !== null &&
      range.from !== null &&
      range.to !== null &&
      range.from <= day &&
      day <= range.to,
  );
}

function sharedName(first: Sentence, second: Sentence): string | null {
  const shared = first.names.filter(({ text }) => second.text.includes(text));
  const organizations = shared.filter(({ kind }) => kind === 'organization');
  return [...organizations, ...shared][0]?.text ?? null;
}

/** Puts a conflict with the one about the same thing, each source once. */
function merge(conflicts: FoundConflict[], found: FoundConflict): void {
  const at = conflicts.findIndex(({ kind, about }) => kind === found.kind && about === found.about);
  const known = conflicts[at];
  if (known === undefined) {
    conflicts.push(found);
    return;
  }
  const added = found.statements.filter(
    ({ span }) => !known.statements.some((other) => other.span.article.id === span.article.id),
  );
  conflicts[at] = { ...known, statements: [...known.statements, ...added] };
}
