import type { SentenceName, SentenceToken } from '../../src/core/sentence.ts';

/** A sentence that can be distorted, with its words. */
export interface WordedClaim {
  readonly text: string;
  readonly tokens: readonly SentenceToken[];
  readonly names: readonly SentenceName[];
  readonly isChinese: boolean;
}

/** Letters that a word needs so that another in its place says something else. */
const MIN_LETTERS = { zh: 2, en: 5 } as const;

/**
 * False sentences made from a true one: a content word replaced by one of another sentence, a clause of
 * another sentence added, two names in each other's place.
 * @param donor another sentence of the same language
 * @param draw from 0 (inclusive) to a limit (exclusive)
 */
export function distortClaim(
  claim: WordedClaim,
  donor: WordedClaim,
  draw: (limit: number) => number,
): string[] {
  const distorted: string[] = [];
  const own = contentWords(claim);
  const theirs = contentWords(donor).filter(
    ({ normal }) => !claim.tokens.some((token) => token.normal === normal),
  );
  const word = own[draw(Math.max(1, own.length))];
  const other = theirs[draw(Math.max(1, theirs.length))];
  if (word !== undefined && other !== undefined) {
    distorted.push(claim.text.slice(0, word.start) + other.text + claim.text.slice(word.end));
  }
  const clause = donor.text.split(/[，,。]/u).find((part) => part.length > 8);
  if (clause !== undefined) {
    const body = claim.text.replace(/[。.]\s*$/u, '');
    distorted.push(claim.isChinese ? `${body}，并${clause}。` : `${body}, and ${clause.trim()}.`);
  }
  const swapped = swapNames(claim);
  if (swapped !== null) distorted.push(swapped);
  return distorted;
}

/** Two names of one kind in each other's place, unless they stand in one list. */
function swapNames({ text, names }: WordedClaim): string | null {
  for (const [i, first] of names.entries()) {
    for (const second of names.slice(i + 1)) {
      if (first.kind !== second.kind || first.text === second.text) continue;
      const between = text.slice(first.end, second.start);
      if (/^(?:、|和|与|及|, | and |, and )$/u.test(between) || /[、]|, \p{Lu}/u.test(between))
        continue;
      return (
        text.slice(0, first.start) + second.text + between + first.text + text.slice(second.end)
      );
    }
  }
  return null;
}

function contentWords({ tokens, isChinese }: WordedClaim): SentenceToken[] {
  const least = isChinese ? MIN_LETTERS.zh : MIN_LETTERS.en;
  return tokens.filter(
    ({ stop, kind, text }) => !stop && kind !== 'number' && text.length >= least,
  );
}
