import type { Sentence, SentenceName, SentenceToken } from '../../src/core/sentence.ts';

/** A false sentence made from a true one, and what was falsified. */
export interface Distorted {
  readonly text: string;
  readonly kind: string;
}

/** Letters that a word needs so that another in its place says something else. */
const MIN_LETTERS = { zh: 2, en: 5 } as const;

/**
 * False sentences made from a true one: a number, a name or a content word replaced by another, two names or numbers
 * in each other's place, a denial put in or taken out, a clause of another sentence added, a scope narrowed.
 * @param donor another true sentence of the same language, on something else
 * @param draw from 0 (inclusive) to a limit (exclusive)
 */
export function distortClaim(
  claim: Sentence,
  donor: Sentence,
  draw: (limit: number) => number,
): Distorted[] {
  const made: (Distorted | null)[] = [
    otherNumber(claim, draw),
    otherName(claim, donor, draw),
    otherWord(claim, donor, draw),
    swapped(claim, claim.names, 'swap'),
    swapped(claim, claim.quantities, 'swap'),
    denied(claim),
    added(claim, donor),
    narrowed(claim),
  ];
  return made.flatMap((one) => (one === null || one.text === claim.text ? [] : [one]));
}

type Piece = { readonly start: number; readonly end: number; readonly text: string };

function replaced({ text }: Sentence, { start, end }: Piece, other: string): string {
  return text.slice(0, start) + other + text.slice(end);
}

function pick<T>(some: readonly T[], draw: (limit: number) => number): T | undefined {
  return some[draw(Math.max(1, some.length))];
}

function otherNumber(claim: Sentence, draw: (limit: number) => number): Distorted | null {
  const digits = [...claim.text.matchAll(/\d+/gu)];
  const match = pick(digits, draw);
  if (match === undefined) return null;
  const [number] = match;
  const at = draw(number.length);
  const digit = String((Number(number.charAt(at)) + 1 + draw(7)) % 10);
  const other =
    number.slice(0, at) + (at === 0 && digit === '0' ? '3' : digit) + number.slice(at + 1);
  const piece = { start: match.index, end: match.index + number.length, text: number };
  return { text: replaced(claim, piece, other), kind: 'number' };
}

function otherName(
  claim: Sentence,
  donor: Sentence,
  draw: (limit: number) => number,
): Distorted | null {
  const name = pick(claim.names, draw);
  if (name === undefined) return null;
  const others = donor.names.filter(
    ({ kind, text }) => kind === name.kind && !claim.text.includes(text),
  );
  const other = pick(others, draw);
  return other === undefined ? null : { text: replaced(claim, name, other.text), kind: 'name' };
}

function otherWord(
  claim: Sentence,
  donor: Sentence,
  draw: (limit: number) => number,
): Distorted | null {
  const theirs = contentWords(donor).filter(
    ({ normal }) => !claim.tokens.some((token) => token.normal === normal),
  );
  const [word, other] = [pick(contentWords(claim), draw), pick(theirs, draw)];
  if (word === undefined || other === undefined) return null;
  return { text: replaced(claim, word, other.text), kind: 'entity' };
}

/** Two pieces of one kind in each other's place, unless they stand in one list. */
function swapped(
  { text }: Sentence,
  pieces: readonly (Piece & { readonly kind: SentenceName['kind'] | string })[],
  kind: string,
): Distorted | null {
  for (const [i, first] of pieces.entries()) {
    for (const second of pieces.slice(i + 1)) {
      if (first.kind !== second.kind || first.text === second.text) continue;
      const between = text.slice(first.end, second.start);
      if (
        /^(?:、|和|与|及|至|到|, | and | to |, and )$/u.test(between) ||
        /[、]|, \p{Lu}/u.test(between)
      )
        continue;
      return {
        text:
          text.slice(0, first.start) + second.text + between + first.text + text.slice(second.end),
        kind,
      };
    }
  }
  return null;
}

/** Auxiliaries that take a "not", and Chinese words that take a 没有 or 不 before them. */
const AUXILIARY = /\b(?:was|were|is|are|has|have|had|will|can|could|would)\b(?! not)/u;
const VERB =
  /(?<=\p{Script=Han}{2})(?:举行|通过|签署|参加|获得|成为|发现|认为|表示|出现|达成|决定|支持|建立|使用|采取|得到|包括|影响|进行)/u;

function denied({ text, negations }: Sentence): Distorted | null {
  const cue = negations.find(({ hard }) => hard);
  const made =
    cue !== undefined
      ? text.slice(0, cue.start) + text.slice(cue.end).replace(/^\s/u, '')
      : text.replace(AUXILIARY, '$& not').replace(VERB, '没有$&');
  return made === text ? null : { text: made, kind: 'negation' };
}

function added(claim: Sentence, donor: Sentence): Distorted | null {
  const clause = donor.text.split(/[，,。.]/u).findLast((part) => part.length > 8);
  if (clause === undefined) return null;
  const body = claim.text.replace(/[。.]\s*$/u, '');
  const text =
    claim.language === 'zh' ? `${body}，并且${clause}。` : `${body}, and ${clause.trim()}.`;
  return { text, kind: 'addition' };
}

function narrowed({ text }: Sentence): Distorted | null {
  const made = text
    .replace(/\b(?:most|many|some|several)\b( of)?/iu, 'all$1')
    .replace(/大多数?|多数|部分|一些|许多|很多/u, '所有');
  return made === text ? null : { text: made, kind: 'scope' };
}

function contentWords({ tokens, names, language }: Sentence): SentenceToken[] {
  return tokens.filter(
    ({ stop, kind, text, start, end }) =>
      !stop &&
      kind !== 'number' &&
      text.length >= MIN_LETTERS[language] &&
      !names.some((name) => name.start < end && start < name.end),
  );
}
