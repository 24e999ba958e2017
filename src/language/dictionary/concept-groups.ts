import { memoize } from '../../core/memoize.ts';
import type { ConceptStem } from '../../core/sentence.ts';
import type { WordForms } from '../morphology/word-forms.ts';
import type { KindedToken } from '../segment/tokenize.ts';
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

/** Makes a group for each content word of a text, in order. Words without a stem have none. */
export type GroupConcepts = (tokens: readonly KindedToken[]) => ConceptGroup[];

/** Words whose stems stay in memory, which is most of those that news is written in. */
const CACHE_SIZE = 20_000;

/** Remembers the stems of the Chinese words it meets. */
export function createConceptGrouping(
  lexicon: Lexicon,
  forms: Pick<WordForms, 'numeral'>,
): GroupConcepts {
  const stemsOfHan = memoize((word): readonly ConceptStem[] => {
    const numeral = forms.numeral(word);
    return numeral === null ? conceptStemsOf(word, lexicon) : [{ stem: numeral, weight: 1 }];
  }, CACHE_SIZE);
  return (tokens) => {
    const groups: ConceptGroup[] = [];
    for (const token of tokens) {
      if (token.stop) continue;
      const stems =
        token.kind === 'han' ? stemsOfHan(token.normal) : [{ stem: token.normal, weight: 1 }];
      if (stems.length > 0) groups.push({ token, stems });
    }
    return groups;
  };
}
