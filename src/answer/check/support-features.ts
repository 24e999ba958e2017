import type {
  DateMention,
  FoundName,
  Quantity,
  Sentence,
  SentenceToken,
} from '../../core/sentence.ts';
import { isWithin, overlaps, type Span } from '../../core/span.ts';
import { findRegionSides } from '../../language/names/region-abbreviations.ts';
import { findRoles } from '../../language/names/roles.ts';
import { numbersAgree } from '../../language/numbers/numbers.ts';
import { type AlignedWord, isSaid, partnerToken, weightOf } from './align-words.ts';
import { clauseAt, clausesOf } from './clauses.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { Reading } from './reading.ts';
import { SAYS_SAME } from './word-nearness.ts';

/**
 * What of a sentence its quotes leave unsaid, as numbers from 0 to 1; 0 speaks for support.
 */
export interface SupportFeatures {
  /** Share of the content words, weighed by rarity, that the quotes do not say. */
  readonly unsaid: number;
  /** How far beyond two fifths that share goes: a sentence on something else. */
  readonly mostlyUnsaid: number;
  /** The same share, words near in meaning taken for said. */
  readonly foreign: number;
  /** The rarest thing left unsaid, and the share of all things, by weight. */
  readonly unsaidThing: number;
  readonly unsaidThings: number;
  /** The rarest word left unsaid, and the rarest thing, where the quotes say all the rest. */
  readonly oddWord: number;
  readonly oddThing: number;
  /** The clause of which most is unsaid. */
  readonly worstClause: number;
  /** The longest run of unsaid words. */
  readonly longestRun: number;
  /** Share of the last words of the sentence that is unsaid: additions stand at the end. */
  readonly unsaidAtEnd: number;
  /** The rarest unsaid word that the quotes have another word of its kind for, and no partner for that. */
  readonly sister: number;
  /** Neighbouring words that the quotes never say near each other. */
  readonly torn: number;
  /** Names, numbers and dates whose neighbours stand nearer to another of their kind in the quotes. */
  readonly misbound: number;
  /** Neighbouring words whose partners stand the other way round, within one language. */
  readonly reversed: number;
  /** Who does it to whom stands the other way round. */
  readonly swapped: number;
  /** Words on either side of a third have changed places. */
  readonly inverted: number;
  readonly acrossLanguages: number;
  /** The quotes come from several places. */
  readonly scattered: number;
  readonly short: number;
}

export const FEATURE_NAMES = [
  'unsaid',
  'mostlyUnsaid',
  'foreign',
  'unsaidThing',
  'unsaidThings',
  'oddWord',
  'oddThing',
  'worstClause',
  'longestRun',
  'unsaidAtEnd',
  'sister',
  'torn',
  'misbound',
  'reversed',
  'swapped',
  'inverted',
  'acrossLanguages',
  'scattered',
  'short',
] as const satisfies readonly (keyof SupportFeatures)[];

const PASSIVE = /被|由|受到|遭|\bby\b/u;
/** Tokens that the partners of two neighbours may be apart. */
const MAX_APART = 6;
/** Tokens between a verb and the name that is its subject or object. */
const NAME_REACH = 8;
/** Share of its words that a paraphrase may change. */
const PARAPHRASED = 0.4;
const FULL_RUN = 4;
const ITEM_WEIGHT = 0.3;
const SMOOTHING = 0.4;
/** Nearness by word vectors from none to full. */
const NEAR_FROM = 0.3;
const NEAR_TO = 0.7;
const FEW_WORDS = 4;

export function supportFeatures(reading: Reading): SupportFeatures {
  const { claim, quotes, words, isThing } = reading;
  const plain = words.filter(({ isItem }) => !isItem);
  const total = weightOf(plain);
  const unsaid = plain.filter((word) => !isSaid(word));
  // What is copied word for word but for one word says another thing; a paraphrase changes several.
  const saidShare = (words.filter(isCopied).length / Math.max(1, words.length)) ** 2;
  // Names, numbers and dates that passed their rules speak for the sentence too.
  const evidence = total + ITEM_WEIGHT * (words.length - plain.length) + SMOOTHING;
  const share = (some: readonly AlignedWord[]) => weightOf(some) / evidence;
  const hasLanguage = quotes.some(({ words: { language } }) => language === claim.language);
  return {
    unsaid: share(unsaid),
    mostlyUnsaid: Math.max(0, share(unsaid) - PARAPHRASED) / (1 - PARAPHRASED),
    foreign: plain.reduce((sum, word) => sum + word.weight * strangeness(word), 0) / evidence,
    unsaidThing: rarest(unsaid.filter(({ token }) => isThing(token))),
    unsaidThings: shareOfThings(plain.filter(({ token }) => isThing(token))),
    oddWord: saidShare * rarest(unsaid),
    oddThing: saidShare * rarest(unsaid.filter(({ token }) => isThing(token))),
    worstClause: worstClause(claim, plain),
    longestRun: longestRun(words, claim),
    unsaidAtEnd: unsaidAtEnd(plain),
    sister: sister(words, isThing),
    torn: torn(reading),
    misbound: misbound(reading),
    reversed: hasLanguage ? reversed(words) : 0,
    swapped: swapped(reading),
    inverted: inverted(reading),
    acrossLanguages: hasLanguage ? 0 : 1,
    scattered: quotes.length > 1 ? 1 : 0,
    short: plain.length < FEW_WORDS ? 1 : 0,
  };
}

function isCopied({ partner }: AlignedWord): boolean {
  return partner !== null && partner.nearness >= 0.9;
}

/** From 0 for a word that is said to 1 for one that nothing in the quotes comes near to. */
function strangeness(word: AlignedWord): number {
  if (isSaid(word)) return 0;
  const nearness = word.partner?.nearness ?? 0;
  return 1 - Math.min(1, Math.max(0, (nearness - NEAR_FROM) / (NEAR_TO - NEAR_FROM)));
}

function shareOfThings(things: readonly AlignedWord[]): number {
  return weightOf(things.filter((word) => !isSaid(word))) / (weightOf(things) + SMOOTHING);
}

function rarest(words: readonly AlignedWord[]): number {
  return words.reduce((most, { weight }) => Math.max(most, weight), 0);
}

function worstClause({ text }: Sentence, words: readonly AlignedWord[]): number {
  return clausesOf(text).reduce((worst, clause) => {
    const within = words.filter(({ token }) => isWithin(token, clause));
    const weight = weightOf(within);
    if (within.length < 2 || weight < 0.6) return worst;
    return Math.max(worst, weightOf(within.filter((word) => !isSaid(word))) / weight);
  }, 0);
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

/** Content words that the end of a sentence has. */
const LAST_WORDS = 4;

function unsaidAtEnd(words: readonly AlignedWord[]): number {
  const last = words.slice(-LAST_WORDS);
  return last.length === 0
    ? 0
    : weightOf(last.filter((word) => !isSaid(word))) / (weightOf(last) + SMOOTHING);
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

/** Textiles where the quotes have automobiles: near in meaning, not the same, and said by no other word. */
function sister(words: readonly AlignedWord[], isThing: Reading['isThing']): number {
  const taken = new Set(words.filter(isSaid).map(placeOf));
  return rarest(
    words.filter(
      (word) => !word.isItem && !isSaid(word) && word.partner !== null && !taken.has(placeOf(word)),
    ),
  );
}

function placeOf({ partner }: AlignedWord): string {
  return `${partner?.quote} ${partner?.index}`;
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

/** Content words beside a name, number or date by which it is bound. */
const MAX_BINDING = 4;

/** The greatest share, by weight, of an item's neighbours that stand nearer to a rival of it. */
function misbound(reading: Reading): number {
  const { claim, quotes, words, names } = reading;
  const clauses = clauseNumbers(quotes);
  const own = clausesOf(claim.text);
  const tokensOf = (quote: number, span: Span): Places =>
    (quotes[quote]?.words.tokens ?? []).flatMap((token, index) =>
      overlaps(token, span) ? [[quote, index] as const] : [],
    );
  const kinds = [
    {
      own: claim.names.filter((name) => !names.isOrdinary(name, claim)),
      there: quotes.map(({ words: quoted }) => quoted.names),
      isSame: (a: Span, b: Span) => names.areSame(a as FoundName, b as FoundName),
      isRival: (a: Span, b: Span) => (a as FoundName).kind === (b as FoundName).kind,
    },
    {
      own: claim.quantities,
      there: quotes.map(({ words: quoted }) => quoted.quantities),
      isSame: (a: Span, b: Span) => numbersAgree(a as Quantity, b as Quantity),
      isRival: (a: Span, b: Span) => (a as Quantity).kind === (b as Quantity).kind,
    },
    {
      own: claim.dates.filter(({ from }) => from !== null),
      there: quotes.map(({ words: quoted }) => quoted.dates.filter(({ from }) => from !== null)),
      isSame: (a: Span, b: Span) => {
        const [one, other] = [a as DateMention, b as DateMention];
        return (one.from ?? '') <= (other.to ?? '') && (other.from ?? '') <= (one.to ?? '');
      },
      isRival: (a: Span, b: Span) =>
        (a as DateMention).granularity === (b as DateMention).granularity,
    },
  ];
  let most = 0;
  for (const kind of kinds) {
    for (const item of kind.own) {
      const mentions = kind.there.flatMap((some, quote) =>
        some.map((other) => ({ other, places: tokensOf(quote, other) })),
      );
      const held = mentions.filter(({ other }) => kind.isSame(item, other));
      const rivals = mentions.filter(
        ({ other }) =>
          kind.isRival(item, other) && !kind.own.some((mine) => kind.isSame(mine, other)),
      );
      const swaps = mentions.filter(
        ({ other }) => kind.isRival(item, other) && !kind.isSame(item, other),
      );
      if (held.length === 0 || swaps.length === 0) continue;
      const clause = clauseAt(own, item);
      const binding = words
        .filter(
          (word) =>
            isSaid(word) &&
            word.weight > 0.1 &&
            !overlaps(word.token, item) &&
            clause === clauseAt(own, word.token) &&
            !kind.own.some((mine) => overlaps(mine, word.token)),
        )
        .sort((a, b) => gap(a.token, item) - gap(b.token, item))
        .slice(0, MAX_BINDING);
      let [total, against] = [0, 0];
      for (const word of binding) {
        const places = placesOfWord(word, reading);
        const mine = Math.min(...held.map((one) => nearestPlaces(one.places, places, clauses)));
        const theirs = Math.min(
          QUOTE_APART,
          ...(rivals.length > 0 ? rivals : swaps).map((one) =>
            nearestPlaces(one.places, places, clauses),
          ),
        );
        total += word.weight;
        if (theirs < mine) against += (word.weight * (mine - theirs)) / (mine + theirs);
      }
      if (total > 0) most = Math.max(most, against / (total + SMOOTHING));
    }
  }
  return most;
}

function gap(first: Span, second: Span): number {
  return Math.max(first.start - second.end, second.start - first.end);
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
const NEIGHBOURS = 3;
const MAX_INVERTED_REACH = 14;

/** The council criticised the union, where the union criticised the council. Within one language only. */
function inverted({ claim, quotes, words }: Reading): number {
  const said = words.filter(
    ({ partner, weight, token, isItem }) =>
      partner !== null &&
      partner.nearness >= 0.9 &&
      (weight > 0.3 || isItem) &&
      token.kind !== 'number' &&
      isUnique(partner, quotes),
  );
  for (const [i, middle] of said.entries()) {
    if (middle.isItem || middle.partner === null) continue;
    const quote = quotes[middle.partner.quote]?.words;
    if (quote === undefined || quote.language !== claim.language) continue;
    for (const left of said.slice(Math.max(0, i - NEIGHBOURS), i)) {
      for (const right of said.slice(i + 1, i + 1 + NEIGHBOURS)) {
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
