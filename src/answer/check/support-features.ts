import type { FoundName, Sentence, SentenceToken } from '../../core/sentence.ts';
import { isWithin, overlaps, type Span } from '../../core/span.ts';
import { findRegionSides } from '../../language/names/region-abbreviations.ts';
import { findRoles } from '../../language/names/roles.ts';
import { type AlignedWord, isSaid, partnerToken, weightOf } from './align-words.ts';
import { clauseAt, clausesOf } from './clauses.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { Reading } from './reading.ts';
import { SAYS_SAME } from './word-nearness.ts';

/** What of a sentence its quotes leave unsaid or say otherwise, as numbers from 0 to 1; 0 speaks for support. */
export interface SupportFeatures {
  /** Share of the content words, weighed by rarity, that the quotes do not say. */
  readonly unsaid: number;
  /** The same share of words for things alone: a paraphrase changes verbs rather than these. */
  readonly unsaidThings: number;
  /** The longest run of unsaid words. */
  readonly longestRun: number;
  /** The unsaid share of the last words: additions stand at the end. */
  readonly unsaidAtEnd: number;
  /** Neighbouring words that the quotes never say near each other. */
  readonly torn: number;
  /** Neighbouring words whose partners stand the other way round, within one language. */
  readonly reversed: number;
  /** Who does it to whom stands the other way round. */
  readonly swapped: number;
  /** Words on either side of a third have changed places. */
  readonly inverted: number;
  /** The quotes come from several places. */
  readonly scattered: number;
}

export const FEATURE_NAMES = [
  'unsaid',
  'unsaidThings',
  'longestRun',
  'unsaidAtEnd',
  'torn',
  'reversed',
  'swapped',
  'inverted',
  'scattered',
] as const satisfies readonly (keyof SupportFeatures)[];

const PASSIVE = /被|由|受到|遭|\bby\b/u;
/** Tokens that the partners of two neighbours may be apart. */
const MAX_APART = 6;
/** Tokens between a verb and the name that is its subject or object. */
const NAME_REACH = 8;
const FULL_RUN = 4;
/** Content words that the end of a sentence has. */
const LAST_WORDS = 4;
const ITEM_WEIGHT = 0.3;
const SMOOTHING = 0.4;

export function supportFeatures(reading: Reading): SupportFeatures {
  const { claim, quotes, words, isThing } = reading;
  const plain = words.filter(({ isItem }) => !isItem);
  // Names, numbers and dates that passed their rules speak for the sentence too.
  const items = ITEM_WEIGHT * (words.length - plain.length);
  const hasLanguage = quotes.some(({ words: { language } }) => language === claim.language);
  return {
    unsaid: unsaidShare(plain, items),
    unsaidThings: unsaidShare(plain.filter(({ token }) => isThing(token))),
    longestRun: longestRun(words, claim),
    unsaidAtEnd: unsaidShare(plain.slice(-LAST_WORDS)),
    torn: torn(reading),
    reversed: hasLanguage ? reversed(words) : 0,
    swapped: swapped(reading),
    inverted: inverted(reading),
    scattered: quotes.length > 1 ? 1 : 0,
  };
}

/** Share, by weight, of words that the quotes do not say. */
function unsaidShare(words: readonly AlignedWord[], further = 0): number {
  return weightOf(words.filter((word) => !isSaid(word))) / (weightOf(words) + further + SMOOTHING);
}

function longestRun(words: readonly AlignedWord[], { text }: Sentence): number {
  let longest = 0;
  let run = 0;
  let last: SentenceToken | null = null;
  for (const word of words) {
    const parted = last !== null && /[，,。；;]/u.test(text.slice(last.end, word.token.start));
    if (parted || isSaid(word) || (word.isItem && word.partner !== null)) run = 0;
    if (!isSaid(word) && !word.isItem) run += word.weight;
    longest = Math.max(longest, run);
    last = word.token;
  }
  return Math.min(1, longest / FULL_RUN);
}

/** Share of neighbouring said words whose partners, in one quote, stand the other way round. */
function reversed(words: readonly AlignedWord[]): number {
  const said = words.filter(isSaid);
  const pairs = said.slice(1).filter((word, i) => word.partner?.quote === said[i]?.partner?.quote);
  const turned = said
    .slice(1)
    .filter(
      ({ partner }, i) =>
        partner?.quote === said[i]?.partner?.quote &&
        (partner?.index ?? 0) < (said[i]?.partner?.index ?? 0),
    );
  return pairs.length === 0 ? 0 : turned.length / pairs.length;
}

/** Tokens of the quotes that say something of the sentence, as [quote, index]. */
type Places = readonly (readonly [quote: number, index: number])[];

/** Tokens that a clause mark between two words, and another quote, count as. */
const CLAUSE_APART = 4;
const QUOTE_APART = 40;

/** How far two things are apart in the quotes, in tokens, where they are nearest. */
function nearestPlaces(first: Places, second: Places, clauses: readonly number[][]): number {
  let least = QUOTE_APART;
  for (const [quote, index] of first) {
    for (const [other, at] of second) {
      if (quote !== other || index === at) continue;
      const marks = Math.abs((clauses[quote]?.[index] ?? 0) - (clauses[quote]?.[at] ?? 0));
      least = Math.min(least, Math.abs(index - at) + CLAUSE_APART * marks);
    }
  }
  return least;
}

/** For each token of each quote, the number of its clause. */
function clauseNumbers(quotes: readonly QuotedWords[]): number[][] {
  return quotes.map(({ words: { text, tokens } }) => {
    const clauses = clausesOf(text);
    return tokens.map(({ start }) => clauses.findLastIndex((clause) => clause.start <= start));
  });
}

/** Everywhere that the quotes say a word. */
function placesOfWord({ token }: AlignedWord, { quotes, near }: Reading): Places {
  return quotes.flatMap(({ words: { tokens } }, quote) =>
    tokens.flatMap((other, index) =>
      !other.stop && near(token, other) >= SAYS_SAME ? [[quote, index] as const] : [],
    ),
  );
}

/** Share of neighbouring said words of a clause that the quotes say nowhere near each other. */
function torn(reading: Reading): number {
  const { claim, quotes, words } = reading;
  const clauses = clauseNumbers(quotes);
  let [pairs, apart] = [0, 0];
  const said = words.filter((word) => isSaid(word) && word.weight > 0.1);
  for (const [i, word] of said.entries()) {
    const next = said[i + 1];
    if (next === undefined || next.index - word.index > 2) continue;
    if (/[，,。；;、]/u.test(claim.text.slice(word.token.end, next.token.start))) continue;
    pairs += 1;
    const [here, there] = [placesOfWord(word, reading), placesOfWord(next, reading)];
    if (nearestPlaces(here, there, clauses) > MAX_APART) apart += 1;
  }
  return pairs === 0 ? 0 : apart / pairs;
}

/** Whether a verb has its names before and behind it the other way round. */
function swapped(reading: Reading): number {
  const { claim, quotes, words, names } = reading;
  // 国防部长 between 中国 and 董军 does nothing to either.
  const roles = findRoles(claim.text);
  for (const word of words) {
    if (word.isItem || !isSaid(word) || isPartOf(word.token, roles)) continue;
    const token = partnerToken(word, quotes);
    const quote = quotes[word.partner?.quote ?? -1];
    if (token === undefined || quote === undefined) continue;
    const here = namesAround(word.token, claim);
    const there = namesAround(token, quote.words);
    const isFlipped =
      isPassive(word.token, here, claim.text) !== isPassive(token, there, quote.words.text);
    const [subject, object] = isFlipped ? [here.behind, here.before] : [here.before, here.behind];
    const same = (a: FoundName | null, b: FoundName | null) =>
      a !== null && b !== null && names.areSame(a, b);
    if (
      subject?.kind === object?.kind &&
      same(subject, there.behind) &&
      same(object, there.before) &&
      !same(subject, there.before)
    ) {
      return 1;
    }
  }
  return 0;
}

function isPartOf({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < end && start < span.end);
}

interface NamesAround {
  readonly before: FoundName | null;
  readonly behind: FoundName | null;
}

/** Names, and countries named as sides: 中方, 印媒. */
function namesAndSides({ text, names }: Pick<Sentence, 'text' | 'names'>): FoundName[] {
  const sides = findRegionSides(text)
    .filter((side) => !names.some((name) => overlaps(name, side)))
    .map((side) => ({ ...side, kind: 'place' as const }));
  return [...names, ...sides].sort((a, b) => a.start - b.start);
}

function namesAround(span: Span, { text, names, tokens }: Sentence): NamesAround {
  const { start, end } = span;
  const clause = clauseAt(clausesOf(text), span);
  if (clause === undefined) return { before: null, behind: null };
  const within = namesAndSides({ text, names }).filter((name) => isWithin(name, clause));
  const apart = (from: number, to: number) =>
    tokens.filter((token) => token.start >= from && token.end <= to && !token.stop).length;
  const before = within.findLast((name) => name.end <= start) ?? null;
  const behind = within.find((name) => name.start >= end) ?? null;
  return {
    before: before !== null && apart(before.end, start) <= NAME_REACH ? before : null,
    behind: behind !== null && apart(end, behind.start) <= NAME_REACH ? behind : null,
  };
}

/** Words before and behind that are tried as what a third stands between. */
const NEIGHBOURS = 6;
const MAX_INVERTED_REACH = 16;

/** The council criticised the union, where the union criticised the council. Within one language only. */
function inverted({ claim, quotes, words, isThing }: Reading): number {
  const isBearer = ({ isItem, token, partner }: AlignedWord) =>
    (isItem || isThing(token)) && (partner?.nearness ?? 0) >= 0.9;
  const said = words.filter(
    ({ partner, weight, token, isItem }) =>
      partner !== null &&
      partner.nearness >= SAYS_SAME &&
      (weight > 0.3 || isItem) &&
      token.kind !== 'number' &&
      isUnique(partner, quotes),
  );
  for (const [i, middle] of said.entries()) {
    if (middle.isItem || isThing(middle.token) || middle.partner === null) continue;
    const quote = quotes[middle.partner.quote]?.words;
    if (quote === undefined || quote.language !== claim.language) continue;
    for (const left of said.slice(Math.max(0, i - NEIGHBOURS), i).filter(isBearer)) {
      for (const right of said.slice(i + 1, i + 1 + NEIGHBOURS).filter(isBearer)) {
        if (isInverted(left, middle, right, claim, quote)) return 1;
      }
    }
  }
  return 0;
}

function isUnique(
  { quote, index }: NonNullable<AlignedWord['partner']>,
  quotes: Reading['quotes'],
): boolean {
  const tokens = quotes[quote]?.words.tokens ?? [];
  const normal = tokens[index]?.normal;
  return tokens.filter((token) => token.normal === normal).length === 1;
}

function isInverted(
  left: AlignedWord,
  middle: AlignedWord,
  right: AlignedWord,
  claim: Sentence,
  quote: Sentence,
): boolean {
  const [a, b, c] = [left.partner, middle.partner, right.partner];
  if (a === null || b === null || c === null) return false;
  if (a.quote !== b.quote || b.quote !== c.quote) return false;
  if (!(c.index < b.index && b.index < a.index) || a.index - c.index > MAX_INVERTED_REACH)
    return false;
  const here = claim.text.slice(left.token.start, right.token.end);
  if (/[，,。；;、：:]/u.test(here)) return false;
  const there = quote.text.slice(quote.tokens[c.index]?.start, quote.tokens[a.index]?.end);
  if (/[，,。；;、：:]|\p{L}-\p{L}/u.test(there)) return false;
  // 对…表示欢迎: the object stands before its verb.
  const ahead = quote.text.slice(0, quote.tokens[c.index]?.start).slice(-8);
  if (/[对向将把给]/u.test(ahead + there)) return false;
  const [verb, object] = [quote.tokens[b.index], quote.tokens[a.index]];
  const passive = (text: string) =>
    /[被由受遭]|\b(?:by|was|were|is|are|be|been|being)\b/u.test(text);
  return (
    !passive(here) &&
    verb !== undefined &&
    object !== undefined &&
    !passive(quote.text.slice(verb.end, object.start))
  );
}

function isPassive({ start, end }: Span, { before, behind }: NamesAround, text: string): boolean {
  const ahead = before === null ? '' : text.slice(Math.max(0, before.start - 14), before.start);
  const after = behind === null ? '' : text.slice(end, behind.start);
  const between = before === null ? '' : text.slice(before.end, start);
  return /[由被][^，,。；;]*$/u.test(ahead) || PASSIVE.test(after) || /被/u.test(between);
}
