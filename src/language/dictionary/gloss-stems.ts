import type { ConceptStem } from '../../core/sentence.ts';
import { stemEnglish } from '../morphology/stems.ts';

/**
 * Most stems of a word; the heaviest, then the earliest, stay. With fewer or more, 4 to 20,
 * questions in the other language fare worse.
 */
const MAX_STEMS = 6;
/** In words; longer glosses explain a word instead of translating it. */
const MAX_GLOSS_LENGTH = 5;

/** Words of glosses that carry no concept: function words, and the dictionary's own labels. */
const EMPTY_WORDS = new Set(
  (
    'a an the to of in on at by for from with as into and or not be is are it its this that ' +
    'etc esp e.g i.e cf sb sth one ones oneself somebody something someone ' +
    'surname abbr variant see also lit fig idiom classifier used form word suffix prefix'
  ).split(' '),
);

/** Chinese text within a gloss, with its bracketed pinyin: `茲|兹[Zi1]`. */
const CHINESE_REFERENCE = /\p{Script=Han}[\p{Script=Han}·|]*(?:\[[^\]]*\])?/gu;

/** What follows a proper noun to explain it: `Zagreb, capital of Croatia`. */
const EXPLANATION = /^(\s*\p{Lu}[^,]*),.*$/u;

/** A sense that only points to another word: `variant of 罷|罢[ba4]`, `abbr. for 上海[Shang4 hai3]`. */
const POINTER =
  /^(?:\([^)]*\) ?)?(?:see|see also|same as|also written|abbr\. (?:for|of)|(?:[a-z]+ )?(?:variant|form|equivalent) of) (\p{Script=Han}+)(?:\|(\p{Script=Han}+))?(?:\[|$)/u;

/**
 * The words of a sense's glosses, notes left out: `to unite; (bound form) group` →
 * `[['unite'], ['group']]`.
 */
export function glossWords(sense: string): string[][] {
  return sense
    .replace(/\([^()]*\)/gu, ' ')
    .replace(CHINESE_REFERENCE, ' ')
    .split(';')
    .map((gloss) => gloss.replace(EXPLANATION, '$1'))
    .map((gloss) =>
      (gloss.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? []).filter(
        (word) => !EMPTY_WORDS.has(word.replace(/['’]s$/u, '')),
      ),
    )
    .filter((words) => words.length > 0);
}

/** `Shanghai Cooperation Organization (SCO)`, `World Trade Organization (WTO)`. */
const ACRONYM = /\p{Lu}[^;()]*\(([A-Z]{2,6})\)/gu;

/** Acronyms that a sense gives for the name before them, in lower case. */
function acronymsOf(sense: string): string[] {
  return Array.from(sense.matchAll(ACRONYM), ([, acronym = '']) => acronym.toLowerCase());
}

/** The simplified word that a sense points to, or null when the sense speaks for itself. */
export function referredWord(sense: string): string | null {
  const match = POINTER.exec(sense);
  return match?.[2] ?? match?.[1] ?? null;
}

/**
 * Stems of a word's senses, each weighted by one over the number of words of its gloss, so that
 * a translation outweighs a description.
 *
 * @param stemOf `stemEnglish`, or one that remembers: glosses are made of the same words
 */
export function stemsOfSenses(
  senses: readonly string[],
  stemOf: (word: string) => string = stemEnglish,
): ConceptStem[] {
  const weights = new Map<string, number>();
  for (const acronym of senses.flatMap(acronymsOf)) weights.set(stemOf(acronym), 1);
  for (const words of senses.flatMap(glossWords)) {
    if (words.length > MAX_GLOSS_LENGTH) continue;
    for (const word of words) {
      const stem = stemOf(word);
      weights.set(stem, Math.max(weights.get(stem) ?? 0, 1 / words.length));
    }
  }
  return [...weights]
    .map(([stem, weight]) => ({ stem, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_STEMS);
}
