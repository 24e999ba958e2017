import type { CollectionVocabulary } from '../../question/correct-words.ts';
import type { ReadEvidence } from '../reader/read-evidence.ts';

/** Share of the question below which a word is not worth naming. */
export const MIN_SHARE = 0.12;
const MAX_NAMED = 3;
/** `Israel's` → `Israel` */
export const bare = (word: string) => word.replace(/['’]s$/u, '');

/**
 * Words and names of a question that no article holds: not in their own language, not by what the
 * dictionary translates them with, and not as a name that sounds alike. Only of these may be said
 * that no article mentions them.
 */
export function unmentionedWords(
  evidence: Pick<ReadEvidence, 'asked' | 'weights'>,
  vocabulary: CollectionVocabulary,
): string[] {
  const words = evidence.asked.words.flatMap(({ token }, i) =>
    (evidence.weights[i] ?? 0) >= MIN_SHARE && !isHeld(evidence.asked, i, vocabulary)
      ? [bare(token.text)]
      : [],
  );
  return [...new Set(words)].slice(0, MAX_NAMED);
}

/** Share of what is asked about, from 0 to 1, that the whole index holds in neither language. */
export function unmentionedShare(
  { asked, weights }: Pick<ReadEvidence, 'asked' | 'weights'>,
  vocabulary: CollectionVocabulary,
): number {
  return weights.reduce((sum, weight, i) => (isHeld(asked, i, vocabulary) ? sum : sum + weight), 0);
}

function isHeld(
  asked: ReadEvidence['asked'],
  place: number,
  vocabulary: CollectionVocabulary,
): boolean {
  const word = asked.words[place];
  if (word === undefined || word.isNumber) return true;
  const { token, name } = word;
  // A character by itself, or a word cut across another one, stands for nothing in an index.
  if (
    token.kind === 'han' &&
    (token.normal.length < 2 || (name < 0 && token.concepts.length === 0))
  ) {
    return true;
  }
  if (vocabulary.frequency(token.normal) > 0) return true;
  if (token.concepts.some(({ stem }) => vocabulary.frequency(stem) > 0)) return true;
  return [...(asked.names[name]?.keys ?? [])].some((key) => vocabulary.knowsName(key));
}
