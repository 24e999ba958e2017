import type { ConceptStem, SentenceToken } from '../../core/sentence.ts';
import type { WordForms } from '../morphology/word-forms.ts';
import type { Token } from '../terms/text-analyzer.ts';
import type { Lexicon } from './lexicon.ts';

/** One content word with every English stem it may mean: a synonym group across languages. */
export interface ConceptGroup {
  readonly token: Token;
  /** Each stem once. */
  readonly stems: readonly ConceptStem[];
}

/** What a single character of an unknown word counts beside a part that is a word itself. */
const CHARACTER_WEIGHT = 0.5;
const MAX_PART_LENGTH = 6;

/** The longest dictionary words in a word, from the left; characters where nothing longer fits. */
function partsOf(word: string, lexicon: Lexicon): string[] {
  const parts: string[] = [];
  for (let at = 0; at < word.length; ) {
    let length = Math.min(MAX_PART_LENGTH, word.length - at);
    while (length > 1 && lexicon.conceptStems(word.slice(at, at + length)).length === 0) length--;
    parts.push(word.slice(at, at + length));
    at += length;
  }
  return parts;
}

/** The heaviest weight of each stem. */
function mergeStems(stems: Iterable<ConceptStem>): ConceptStem[] {
  const weights = new Map<string, number>();
  for (const { stem, weight } of stems) {
    weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  }
  return Array.from(weights, ([stem, weight]) => ({ stem, weight }));
}

/**
 * English stems of a Chinese word: those of its own glosses; where the dictionary lacks it, those
 * of the words in it (主持会议 → 主持, 会议), its single characters at half weight.
 */
function conceptStemsOf(word: string, lexicon: Lexicon): readonly ConceptStem[] {
  const own = lexicon.conceptStems(word);
  if (own.length > 0) return own;
  return mergeStems(
    partsOf(word, lexicon).flatMap((part) => {
      const scale = part.length > 1 ? 1 : CHARACTER_WEIGHT;
      return lexicon
        .conceptStems(part)
        .map(({ stem, weight }) => ({ stem, weight: weight * scale }));
    }),
  );
}

/** English stems of a Chinese word that carries content. */
export type StemsOfWord = (word: string) => readonly ConceptStem[];

/** Stems of Chinese words; a number written as a word has its digits. */
export function createStemsOfWords(
  lexicon: Lexicon,
  forms: Pick<WordForms, 'numeral'>,
): StemsOfWord {
  return (word) => {
    const numeral = forms.numeral(word);
    return numeral === null ? conceptStemsOf(word, lexicon) : [{ stem: numeral, weight: 1 }];
  };
}

/** A group for each content word of a text, in order. Words without a stem have none. */
export function groupConcepts(tokens: readonly SentenceToken[]): ConceptGroup[] {
  return tokens.flatMap((token) =>
    token.concepts.length === 0 ? [] : [{ token, stems: token.concepts }],
  );
}
