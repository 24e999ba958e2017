import type { Sentence } from '../../core/sentence.ts';
import { isWithin, overlaps, type Span } from '../../core/span.ts';
import { findRoles } from '../../language/names/roles.ts';
import { type AlignedWord, isSaid } from './align-words.ts';
import { clausesOf } from './clauses.ts';
import type { CheckFailure } from './flaw.ts';
import type { Reading } from './reading.ts';

/** Something that a clause says of a thing: who, where, when, how many. */
interface Item extends Span {
  readonly kind: string;
  readonly isSame: (other: Item) => boolean;
  readonly text: string;
  /** What tells it from others of its kind. */
  readonly value: string;
}

/** Content words between an item and the word that it is bound to. */
const REACH = { claim: 2, quote: 3, proof: 5 } as const;
/** Words that say less bind nothing. */
const MIN_WEIGHT = 0.35;
/** Nearness from which two words are one, and not only alike as manure is to fodder. */
const SAYS_THE_WORD = 0.9;
/** The thing named after it is what is done to. */
const MARKS_OBJECT = /(?:针对|对|向|给|把|将)[^，,。；;]{0,12}$/u;
const PASSIVE = /[被由受遭]/u;

/**
 * A name, number or date of a sentence must stand beside the words that it stands beside in the cited ones: 总部位于香港
 * is not said where the seat is in Singapore and Hong Kong has an office, nor 饲料24项 where 24 are of manure.
 */
export function checkBindings(reading: Reading): CheckFailure | null {
  const { claim, quotes, words } = reading;
  const items = itemsOf(claim, reading);
  const roles = findRoles(claim.text);
  const cells = quotes.flatMap(({ words: quoted }) => {
    const there = itemsOf(quoted, reading);
    return cellsOf(quoted).map((cell) => ({
      language: quoted.language,
      items: there.filter((item) => isWithin(item, cell)),
      tokens: quoted.tokens.filter((token) => !token.stop && isWithin(token, cell)),
    }));
  });
  for (const cell of cellsOf(claim)) {
    const own = items.filter((item) => isWithin(item, cell));
    const bound = words.filter(
      (word) =>
        !word.isItem &&
        isSaid(word) &&
        word.weight >= MIN_WEIGHT &&
        isWithin(word.token, cell) &&
        !roles.some((role) => overlaps(role, word.token)),
    );
    for (const item of own) {
      const holding = cells.filter(({ items: there }) => there.some((other) => same(item, other)));
      if (holding.length === 0) continue;
      let isBound = false;
      let isTaken = false;
      for (const { token } of bound.filter(
        (word) => apart(item, word.token, words) <= REACH.proof,
      )) {
        const saying = cells.flatMap((there) =>
          there.tokens
            .filter((other) => reading.near(token, other) >= SAYS_THE_WORD)
            .map((other) => ({ there, token: other })),
        );
        if (saying.length === 0) continue;
        isBound ||= saying.every(({ there }) => holding.includes(there));
        if (apart(item, token, words) > REACH.claim) continue;
        isTaken ||= saying.every(
          ({ there, token: other }) =>
            !holding.includes(there) &&
            (item.kind !== 'number' || there.language === claim.language) &&
            there.items.some(
              (rival) =>
                rival.kind === item.kind &&
                !own.some((mine) => same(mine, rival)) &&
                tokensBetween(rival, other, there.tokens) <= REACH.quote,
            ),
        );
      }
      if (isTaken && !isBound) return flaw(item.text);
    }
  }
  return checkObjects(reading);
}

/** 甲对乙提起诉讼 where 乙 sues 甲. */
function checkObjects({ claim, quotes, names }: Reading): CheckFailure | null {
  const pairs = (sentence: Sentence) =>
    clausesOf(sentence.text).flatMap((clause) => {
      if (PASSIVE.test(sentence.text.slice(clause.start, clause.end))) return [];
      const within = sentence.names.filter((name) => isWithin(name, clause));
      return within.flatMap((object, i) => {
        const subject = within[i - 1];
        if (subject === undefined || subject.kind !== object.kind) return [];
        return MARKS_OBJECT.test(sentence.text.slice(subject.end, object.start))
          ? [{ subject, object }]
          : [];
      });
    });
  const there = quotes.flatMap(({ words }) => pairs(words));
  const swapped = pairs(claim).find(({ subject, object }) =>
    there.some(
      (other) => names.areSame(subject, other.object) && names.areSame(object, other.subject),
    ),
  );
  return swapped === undefined ? null : flaw(swapped.subject.text);
}

function flaw(failed: string): CheckFailure {
  return { verdict: 'partly', rule: 'relation', failed };
}

/**
 * Clauses, and what stands between the commas of a Chinese list where each counts something. A name that is set off
 * alone, or before a colon, goes with the clause after it.
 */
function cellsOf(sentence: Sentence): Span[] {
  const { text, quantities, names, tokens } = sentence;
  const named = [...names, ...findRoles(text)];
  const cells: Span[] = [];
  let from = 0;
  for (const end of clausesOf(text).flatMap((clause) => endsWithin(text, clause))) {
    const clause = { start: from, end };
    const onlyNames = !tokens.some(
      (token) =>
        !token.stop && isWithin(token, clause) && !named.some((span) => overlaps(span, token)),
    );
    if (onlyNames && end < text.length && !/[。；;！？!?.]/u.test(text.charAt(end))) continue;
    const marks = [...text.slice(from, end).matchAll(/、/gu)].map(({ index }) => from + index);
    const parts = [from, ...marks].map((start, i) => ({ start, end: marks[i] ?? end }));
    const isCounted = parts.every((part) => quantities.some((number) => isWithin(number, part)));
    cells.push(...(isCounted ? parts : [clause]));
    from = end;
  }
  return cells;
}

/** "Moen was acquitted and Hald remains in prison" has two. */
function endsWithin(text: string, { start, end }: Span): number[] {
  const joints = text.slice(start, end).matchAll(/\s(?:and|while|but)\s(?=(?:the\s)?\p{Lu})/gu);
  return [...Array.from(joints, ({ index }) => start + index), end];
}

function itemsOf(sentence: Sentence, { names }: Reading): Item[] {
  const plain = sentence.names.filter(
    (name) => name.text.length > 1 && !names.isOrdinary(name, sentence),
  );
  return [
    ...plain.map((name) => ({
      ...name,
      value: name.text,
      isSame: (other: Item) =>
        names.areSame(name, { text: other.text, kind: name.kind }) ||
        other.text.includes(name.text) ||
        name.text.includes(other.text),
    })),
    ...sentence.quantities.map((number) => ({
      ...number,
      kind: 'number',
      value: String(number.value),
      isSame: (other: Item) => other.value === String(number.value),
    })),
    ...sentence.dates
      .filter(({ from, granularity }) => from !== null && granularity === 'day')
      .map((date) => ({
        ...date,
        kind: 'date',
        text: date.expression,
        value: date.from ?? '',
        isSame: (other: Item) => other.value === date.from,
      })),
  ];
}

function same(first: Item, second: Item): boolean {
  return first.kind === second.kind && first.isSame(second);
}

/** Content words of a sentence that stand between two of its stretches. */
function apart(first: Span, second: Span, words: readonly AlignedWord[]): number {
  return tokensBetween(
    first,
    second,
    words.map(({ token }) => token),
  );
}

function tokensBetween(first: Span, second: Span, tokens: readonly Span[]): number {
  const [from, to] =
    first.start < second.start ? [first.end, second.start] : [second.end, first.start];
  return tokens.filter(({ start, end }) => start >= from && end <= to).length;
}
