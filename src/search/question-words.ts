import { inverseDocumentFrequency } from '../core/inverse-document-frequency.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { ConceptStem } from '../core/sentence.ts';
import type { ConceptGroup } from '../language/dictionary/concept-groups.ts';
import type { TextAnalyzer, Token } from '../language/terms/text-analyzer.ts';
import { typeOfNoun } from '../question/asked-noun.ts';
import type { ReadQuestion } from '../question/read-question.ts';
import type { WordSettings } from './ranking-settings.ts';

/** A content word of a question with how rare it is in the collection. */
export interface QuestionWord {
  readonly token: Token;
  readonly rarity: number;
}

/** A content word with its translations that the collection knows. */
export interface ConceptWord extends QuestionWord {
  /** All that it may mean. */
  readonly group: readonly ConceptStem[];
  /** Those of them that occur, with the number of chunks that they occur in. */
  readonly stems: readonly (ConceptStem & { readonly frequency: number })[];
}

/**
 * Words that name the form of the answer rather than what it is about: an answer to 发布时间 says
 * 11月30日 and not 时间, one to "what year" says 1943.
 */
function namesForm({ start, end, text }: Token, { cues, focus, language }: ReadQuestion): boolean {
  if (cues.some((cue) => start < cue.end && cue.start < end)) return true;
  const type = typeOfNoun(text, language);
  return type === 'date' || (type !== null && text.toLowerCase() === focus);
}

/**
 * Words of a question that passages are held against: more than one of ordinary length has. Of a
 * longer one the rarest are taken, each once.
 */
const MAX_WORDS = 64;

/** Content words of a question, each once, in order. */
export function questionWords(
  tokens: readonly Token[],
  question: ReadQuestion,
  index: SearchIndex,
  { formWordWeight }: WordSettings,
): QuestionWord[] {
  const words = new Map<string, QuestionWord>();
  for (const token of tokens) {
    if (token.stop || words.has(token.normal)) continue;
    const frequency = index.documentFrequency('words', token.normal);
    const rarity = inverseDocumentFrequency(index.chunks.length, frequency);
    const weight = namesForm(token, question) ? formWordWeight : 1;
    words.set(token.normal, { token, rarity: weight * rarity });
  }
  return rarest([...words.values()]);
}

/** Up to {@link MAX_WORDS} of the words, the rarest, in their order. */
function rarest<Word extends QuestionWord>(words: readonly Word[]): Word[] {
  if (words.length <= MAX_WORDS) return [...words];
  const kept = new Set([...words].sort((a, b) => b.rarity - a.rarity).slice(0, MAX_WORDS));
  return words.filter((word) => kept.has(word));
}

/** Those of a question's words that a text holds, as they stand in the question. */
export function wordsFound(
  words: readonly QuestionWord[],
  text: string,
  analyzer: Pick<TextAnalyzer, 'occurrences'>,
): string[] {
  const tokens = words.map(({ token }) => token);
  const found = new Set(analyzer.occurrences(text, tokens).map(({ word }) => word));
  return tokens.filter((_, word) => found.has(word)).map(({ text }) => text);
}

/**
 * Content words with their translations as synonym groups, each as rare as all of its stems
 * together: the structured queries of Pirkola (1998), with the sum of the stems' document
 * frequencies for the group's.
 */
export function conceptWords(groups: readonly ConceptGroup[], index: SearchIndex): ConceptWord[] {
  const chunks = index.chunks.length;
  const distinct =
    groups.length <= MAX_WORDS
      ? groups
      : [...new Map(groups.map((group) => [group.token.normal, group])).values()];
  const words = distinct.map(({ token, stems: group }) => {
    const stems = group
      .map((stem) => ({ ...stem, frequency: index.documentFrequency('concepts', stem.stem) }))
      .filter(({ frequency }) => frequency > 0);
    const together = stems.reduce((sum, { frequency }) => sum + frequency, 0);
    const rarity = inverseDocumentFrequency(chunks, Math.min(chunks, together));
    return { token, group, stems, rarity };
  });
  return rarest(words);
}
