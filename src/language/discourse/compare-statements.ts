import type {
  DateMention,
  Quantity,
  Sentence,
  SentenceName,
  SentenceToken,
} from '../../core/sentence.ts';
import { sameMeaning } from '../dictionary/same-meaning.ts';
import { numbersAgree } from '../numbers/numbers.ts';

/** Where two statements of one matter contradict each other. */
export interface Disagreement {
  readonly kind: 'figure' | 'date';
  /** What is counted, or whose day it is, as the first statement writes it; null where nothing tells. */
  readonly about: string | null;
  /** What each says: `12人死亡`, `2025-06-26`. */
  readonly values: readonly [string, string];
  /** Whether each counts as of a day of its own, so that the later only brings the earlier up to date. */
  readonly isUpdate: boolean;
}

export interface StatementComparison {
  readonly disagreement: Disagreement | null;
  /** Whether the second says what the first says: its predicate, its figures, its days. */
  readonly agrees: boolean;
}

/** Share of the shorter statement's words that both must hold to speak of the same thing. */
const MIN_SHARED = 0.6;
const MIN_SHARED_ACROSS = 0.45;
const MIN_SHARED_WORDS = 3;
/** Statements of which one is this many times as long do not contradict each other. */
const MAX_LENGTH_RATIO = 3;
/** Share of the first statement's words, names aside, that the second must hold to say the same. */
const MIN_PREDICATE = 0.7;
const MIN_PREDICATE_ACROSS = 0.5;
/** Share of two words' meanings that they must have in common to tell the same deed. */
const MIN_SAME_MEANINGS = 0.5;
/** Figures that differ by less may be one figure, rounded; small ones are counted exactly. */
const ROUNDING = 0.05;
const MIN_ROUNDED = 100;
/** How far behind a number the word for what it counts may begin, in UTF-16 units. */
const COUNTED_REACH = 3;
/** Measure words that say by themselves what is counted. */
const TELLING_UNIT =
  /^(?:国|天|日|周|年|个月|月|小时|分钟|岁|人|公里|米|吨|省|市|县|票|亩|所|层)$/u;
/** Hours of the clock are no figures that sources could dispute. */
const CLOCK = /^\s?(?:时|点|分|秒|o'clock|a\.?m\b|p\.?m\b)/iu;
/** Words for people, which leave open what happened to them. */
const PEOPLE = /^(?:人|名|位|peopl|person|men|man|women|woman|resid|civilian)$/u;

/**
 * How two statements relate, or null where they do not speak of the same thing: they must share
 * most of their words, and neither may name somebody or somewhere that the other does not while the
 * other does so too. Precise rather than eager: figures must count the same thing in the same unit,
 * and neither may be an estimate of the other.
 */
export function compareStatements(first: Sentence, second: Sentence): StatementComparison | null {
  if (!speakOfSame(first, second)) return null;
  const disagreement = differenceOf(first, second);
  return { disagreement, agrees: disagreement === null && says(second, first) };
}

/**
 * Where two statements of one matter contradict each other, as `compareStatements` tells; quicker
 * where many are held against each other, since most pairs differ in nothing that could.
 */
export function findDisagreement(first: Sentence, second: Sentence): Disagreement | null {
  const disagreement = differenceOf(first, second);
  return disagreement !== null && speakOfSame(first, second) ? disagreement : null;
}

function speakOfSame(first: Sentence, second: Sentence): boolean {
  if (lacksName(first, second) && lacksName(second, first)) return false;
  return sharesMatter(contentOf(first), contentOf(second), first.language !== second.language);
}

function differenceOf(first: Sentence, second: Sentence): Disagreement | null {
  if (first.quantities.length * second.quantities.length === 0) {
    if (first.dates.length * second.dates.length === 0) return null;
  }
  const [a, b] = [contentOf(first), contentOf(second)];
  // The longer of two so unlike speaks of more than the other, which is no contradiction.
  if (Math.max(a.length, b.length) > MAX_LENGTH_RATIO * Math.min(a.length, b.length)) return null;
  return differentFigure(first, second) ?? differentDay(first, second);
}

const contents = new WeakMap<Sentence, readonly SentenceToken[]>();

/** Content words, those of figures and dates aside. */
function contentOf(sentence: Sentence): readonly SentenceToken[] {
  const known = contents.get(sentence);
  if (known !== undefined) return known;
  const { tokens, dates } = sentence;
  const content = tokens.filter(
    (token) =>
      !token.stop &&
      token.kind !== 'number' &&
      !dates.some(({ start, end }) => start <= token.start && token.end <= end),
  );
  contents.set(sentence, content);
  return content;
}

function sharesMatter(
  a: readonly SentenceToken[],
  b: readonly SentenceToken[],
  isAcross: boolean,
): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const needed = Math.max(
    MIN_SHARED_WORDS,
    short.length * (isAcross ? MIN_SHARED_ACROSS : MIN_SHARED),
  );
  const normals = new Set(long.map(({ normal }) => normal));
  let shared = 0;
  for (const [i, word] of short.entries()) {
    if (shared + short.length - i < needed) return false;
    if (normals.has(word.normal) || long.some((other) => sameMeaning(word, other))) shared += 1;
  }
  return shared >= needed;
}

/** Two quakes in two provinces: each sentence names a place that the other does not. */
function lacksName(one: Sentence, two: Sentence): boolean {
  return one.names.some((name) => !two.names.some((other) => sameName(name, other)));
}

function sameName(one: SentenceName, two: SentenceName): boolean {
  const [short, long] = one.text.length < two.text.length ? [one, two] : [two, one];
  return long.text.includes(short.text) || one.keys.some((key) => two.keys.includes(key));
}

/** Whether a sentence says what a claim says: its predicate, its figures, its days. */
function says(sentence: Sentence, claim: Sentence): boolean {
  const [predicate, words] = [wordsBesideNames(claim), wordsBesideNames(sentence)];
  const held = predicate.filter((word) => words.some((other) => sameMeaning(word, other)));
  const isAcross = sentence.language !== claim.language;
  const least = isAcross ? MIN_PREDICATE_ACROSS : MIN_PREDICATE;
  if (held.length < least * predicate.length) return false;
  const does = (deed: SentenceToken) => words.some((word) => sameDeed(deed, word, isAcross));
  if (!deedsIn(claim, predicate).every(does)) return false;
  const figures = countedIn(claim);
  const others = countedIn(sentence);
  if (!figures.every((one) => others.some((other) => numbersAgree(one, other)))) return false;
  const days = daysOf(claim);
  const otherDays = daysOf(sentence);
  return otherDays.length === 0 || days.every((day) => otherDays.some((other) => meet(day, other)));
}

/** A name means nothing but its bearer: 董军 is no word for directing an army. */
function wordsBesideNames(sentence: Sentence): SentenceToken[] {
  return contentOf(sentence).filter(
    ({ start, end }) => !sentence.names.some((name) => name.start <= start && end <= name.end),
  );
}

/** What persons do: the first word behind each name that is part of no name. */
function deedsIn({ names }: Sentence, words: readonly SentenceToken[]): SentenceToken[] {
  return names
    .filter(({ kind }) => kind === 'person')
    .flatMap((person) => words.find(({ start }) => start >= person.end) ?? []);
}

/**
 * Whether two words tell the same deed. Within a language a meaning in common is too little: 主持会议
 * and 会见 both have to do with meeting.
 */
function sameDeed(deed: SentenceToken, word: SentenceToken, isAcross: boolean): boolean {
  if (isAcross) return sameMeaning(deed, word);
  const [short, long] = deed.normal.length < word.normal.length ? [deed, word] : [word, deed];
  if (deed.normal === word.normal) return true;
  if (deed.kind !== 'han' || word.kind !== 'han') return false;
  if (short.normal.length >= 2 && long.normal.startsWith(short.normal)) return true;
  const stems = new Set(short.concepts.map(({ stem }) => stem));
  const shared = long.concepts.filter(({ stem }) => stems.has(stem)).length;
  return shared > 0 && shared >= MIN_SAME_MEANINGS * Math.max(stems.size, long.concepts.length);
}

function countedIn({ quantities, text }: Sentence): Quantity[] {
  return quantities.filter(
    (number) =>
      number.kind !== 'ordinal' &&
      !CLOCK.test(text.slice(number.end)) &&
      !/[时点]$/u.test(number.text.trim()),
  );
}

/** What a number counts: the last word is the thing itself, the others narrow it. */
interface Counted {
  readonly thing: SentenceToken | null;
  /** The thing, or a word beside the number where the thing is no more than people. */
  readonly telling: readonly SentenceToken[];
  /** Where the figure with its thing ends. */
  readonly end: number;
}

function countedBy(number: Quantity, sentence: Sentence): Counted {
  const content = sentence.tokens.filter(({ stop }) => !stop);
  const things: SentenceToken[] = [];
  if (number.unit !== null && TELLING_UNIT.test(number.unit)) {
    const within = content.find(({ end }) => end === number.end);
    if (within !== undefined) things.push(within);
  }
  const next = content.findIndex(({ start }) => start >= number.end);
  const follower = content[next];
  if (
    follower !== undefined &&
    follower.start - number.end <= COUNTED_REACH &&
    follower.kind !== 'number'
  ) {
    things.push(follower);
  }
  const thing = things.at(-1) ?? null;
  const end = Math.max(number.end, thing?.end ?? 0);
  if (thing !== null && !PEOPLE.test(thing.normal)) return { thing, telling: [thing], end };
  const words = contentOf(sentence);
  const before = words.filter((word) => word.end <= number.start).slice(-1);
  const after = words.filter(({ start }) => start >= end).slice(0, 1);
  return { thing, telling: [...before, ...after], end };
}

function differentFigure(first: Sentence, second: Sentence): Disagreement | null {
  const [figures, others] = [countedIn(first), countedIn(second)];
  for (const number of figures) {
    const counted = countedBy(number, first);
    if (counted.thing === null) continue;
    // The same figure elsewhere in the other sentence: then it is another thing that differs.
    if (others.some((other) => numbersAgree(number, other))) continue;
    const rivals = others.filter(
      (other) => sameUnit(number, other) && countsSame(counted, countedBy(other, second)),
    );
    const [rival] = rivals;
    if (rival === undefined || rivals.some((other) => mayAgree(number, other))) continue;
    if (figures.some((one) => numbersAgree(one, rival))) continue;
    const { end } = countedBy(rival, second);
    const telling = counted.telling[0] ?? counted.thing;
    return {
      kind: 'figure',
      about: (PEOPLE.test(counted.thing.normal) ? telling : counted.thing).text,
      values: [
        first.text.slice(number.start, counted.end).trim(),
        second.text.slice(rival.start, end).trim(),
      ],
      isUpdate: haveOwnDays(first, second),
    };
  }
  return null;
}

function sameUnit(first: Quantity, second: Quantity): boolean {
  return first.kind === second.kind && (first.unit === second.unit || first.kind === 'cardinal');
}

function countsSame(first: Counted, second: Counted): boolean {
  return first.telling.some((word) => second.telling.some((other) => sameMeaning(word, other)));
}

/** The same, one rounded from the other, or an estimate that leaves room for it. */
function mayAgree(first: Quantity, second: Quantity): boolean {
  if (numbersAgree(first, second)) return true;
  const isEstimate = ({ approximate, text }: Quantity) => approximate || /[多余]/u.test(text);
  if (isEstimate(first) || isEstimate(second)) return true;
  const largest = Math.max(Math.abs(first.value), Math.abs(second.value));
  return largest >= MIN_ROUNDED && Math.abs(first.value - second.value) <= ROUNDING * largest;
}

/** Days that are certain, as first and last day. */
function daysOf({ dates }: Sentence): { readonly from: string; readonly to: string }[] {
  return dates.flatMap(({ from, to, certain, granularity }) =>
    certain && granularity === 'day' && from !== null && to !== null ? [{ from, to }] : [],
  );
}

function meet(
  one: { readonly from: string; readonly to: string },
  two: { readonly from: string; readonly to: string },
): boolean {
  return one.from <= two.to && two.from <= one.to;
}

function haveOwnDays(first: Sentence, second: Sentence): boolean {
  const [days, others] = [daysOf(first), daysOf(second)];
  return (
    days.length > 0 &&
    others.length > 0 &&
    !days.some((day) => others.some((other) => meet(day, other)))
  );
}

/** One certain day in each, not the same: with several it is not told which is the event's. */
function differentDay(first: Sentence, second: Sentence): Disagreement | null {
  const [days, others] = [daysOf(first), daysOf(second)];
  const [day, other] = [days[0], others[0]];
  if (day === undefined || other === undefined || days.length + others.length > 2) return null;
  if (meet(day, other) || !sameFigures(first, second)) return null;
  const covers = ({ from, to, granularity }: DateMention) =>
    granularity === 'range' &&
    from !== null &&
    to !== null &&
    [day, other].every((one) => from <= one.from && one.to <= to);
  if ([...first.dates, ...second.dates].some(covers)) return null;
  return {
    kind: 'date',
    about: sharedName(first, second),
    values: [day.from, other.from],
    isUpdate: false,
  };
}

function sameFigures(first: Sentence, second: Sentence): boolean {
  const [a, b] = [countedIn(first), countedIn(second)];
  return a.length === b.length && a.every((one) => b.some((other) => numbersAgree(one, other)));
}

function sharedName(first: Sentence, second: Sentence): string | null {
  const shared = first.names.filter((name) => second.names.some((other) => sameName(name, other)));
  const organizations = shared.filter(({ kind }) => kind === 'organization');
  return [...organizations, ...shared][0]?.text ?? null;
}
