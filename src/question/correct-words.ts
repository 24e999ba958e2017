import type { Language } from '../core/article.ts';
import { stemEnglish } from '../language/morphology/stems.ts';
import { isStopWord } from '../language/morphology/stop-words.ts';
import type { NameAnalyzer } from '../language/names/names.ts';

/** What a collection has words for. */
export interface CollectionVocabulary {
  /** Changes with the collection. */
  readonly generation: string;
  /** Number of passages that hold a word, or in the other language a word for it. */
  frequency(normal: string): number;
  /** Whether some passage holds a name with a key. */
  knowsName(key: string): boolean;
}

/** A word of a question that was written otherwise. */
export interface Correction {
  readonly written: string;
  readonly meant: string;
}

export interface CorrectionParts {
  readonly names: Pick<NameAnalyzer, 'keysOf'>;
  readonly isCommonEnglish: (word: string) => boolean;
}

const WORD = /(?<![\p{L}\p{N}'’-])[a-z][a-z-]*[a-z](?![\p{L}\p{N}'’-])/gu;
/** A shorter word has too many neighbours. */
const MIN_CORRECTED_LENGTH = 5;
const MIN_NAME_LENGTH = 3;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * A question with the small letters of names put right (asif → Asif), and with words that neither
 * language nor collection knows replaced by the commonest word of the collection that is one
 * letter away (copetition → competition).
 */
export function correctWords(
  text: string,
  language: Language,
  vocabulary: CollectionVocabulary,
  parts: CorrectionParts,
): { readonly text: string; readonly corrections: readonly Correction[] } {
  const corrections: Correction[] = [];
  if (language === 'zh' && !/[a-z]{3}/u.test(text)) return { text, corrections };
  const corrected = text.replace(WORD, (word) => {
    if (isStopWord(word)) return word;
    const capital = capitalise(word);
    if (word.length >= MIN_NAME_LENGTH && isName(word, capital, vocabulary, parts)) return capital;
    if (word.length < MIN_CORRECTED_LENGTH || word.includes('-')) return word;
    const { isCommonEnglish } = parts;
    if (isCommonEnglish(word) || vocabulary.frequency(stemEnglish(word)) > 0) return word;
    const meant = nearestWord(word, vocabulary, isCommonEnglish);
    if (meant === null) return word;
    corrections.push({ written: word, meant });
    return meant;
  });
  return { text: corrected, corrections };
}

function capitalise(word: string): string {
  return word.replace(/(?:^|-)[a-z]/gu, (letter) => letter.toUpperCase());
}

/** A country always, and a word that is none of English where the collection has such a name. */
function isName(
  word: string,
  capital: string,
  vocabulary: CollectionVocabulary,
  { names, isCommonEnglish }: CorrectionParts,
): boolean {
  const keys = names.keysOf({ text: capital, kind: 'other', start: 0, end: capital.length });
  if (keys.some((key) => key.startsWith('region:'))) return true;
  return !isCommonEnglish(word) && keys.some((key) => vocabulary.knowsName(key));
}

function nearestWord(
  word: string,
  vocabulary: CollectionVocabulary,
  isCommonEnglish: (word: string) => boolean,
): string | null {
  let best: string | null = null;
  let most = 0;
  for (const candidate of oneEditAway(word)) {
    if (!isCommonEnglish(candidate)) continue;
    const frequency = vocabulary.frequency(stemEnglish(candidate));
    if (frequency > most) {
      most = frequency;
      best = candidate;
    }
  }
  return best;
}

/** Words that one letter put in, left out, replaced or swapped makes of a word; its first stays. */
function oneEditAway(word: string): Set<string> {
  const words = new Set<string>();
  for (let i = 1; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    for (const letter of LETTERS) {
      words.add(head + letter + tail);
      if (tail !== '') words.add(head + letter + tail.slice(1));
    }
    if (tail !== '') words.add(head + tail.slice(1));
    if (tail.length > 1) words.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
  }
  words.delete(word);
  return words;
}
