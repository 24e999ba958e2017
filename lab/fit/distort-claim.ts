import type { SentenceToken } from '../../src/core/sentence.ts';

/** A sentence that can be distorted, with its words. */
export interface WordedClaim {
  readonly text: string;
  readonly tokens: readonly SentenceToken[];
  readonly isChinese: boolean;
}

/** Letters that a word needs so that another in its place says something else. */
const MIN_LETTERS = { zh: 2, en: 5 } as const;

/**
 * False sentences made from a true one: a content word replaced by one of another sentence, and a clause of
 * another sentence added.
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
  return distorted;
}

function contentWords({ tokens, isChinese }: WordedClaim): SentenceToken[] {
  const least = isChinese ? MIN_LETTERS.zh : MIN_LETTERS.en;
  return tokens.filter(
    ({ stop, kind, text }) => !stop && kind !== 'number' && text.length >= least,
  );
}
