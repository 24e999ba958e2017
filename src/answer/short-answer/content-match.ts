import type { Sentence, SentenceToken } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import type { TermRarity } from '../term-rarity.ts';

/** Concept weight from which two words count as meaning the same. */
const MIN_CONCEPT = 0.4;
/** Names agree from here on. */
const SAME_NAME = 0.8;
const NUMBER_WEIGHT = 0.8;

/** A word of a question with where a sentence speaks of it. */
export interface MatchedWord {
  readonly token: SentenceToken;
  readonly weight: number;
  /** Empty where the sentence does not speak of it. */
  readonly places: readonly Span[];
}

/** What of a question a sentence speaks of. */
export interface ContentMatch {
  readonly words: readonly MatchedWord[];
  /** Share of the question's names that stand in the sentence; 1 where it has none. */
  readonly names: number;
}

/** Where a sentence speaks of the words and names of a question, in either language. */
export function matchContent(
  question: ReadQuestion,
  sentence: Sentence,
  names: Pick<NameAnalyzer, 'namesMatch'>,
  rarity: TermRarity,
): ContentMatch {
  const found = question.names.map((asked) =>
    sentence.names.filter(
      (name) =>
        name.text === asked.text ||
        name.keys.some((key) => key.startsWith('region:') && asked.keys.includes(key)) ||
        names.namesMatch(asked.text, name.text) >= SAME_NAME,
    ),
  );
  const words = question.content
    .filter(({ start, end, text }) => !isAskedNoun(text, question) && end > start)
    .map((token): MatchedWord => {
      const name = question.names.findIndex(
        ({ start, end }) => start < token.end && token.start < end,
      );
      const byName = name === -1 ? [] : (found[name] ?? []);
      const places = sentence.tokens.filter((word) => !word.stop && meansTheSame(token, word));
      const weight = token.kind === 'number' ? NUMBER_WEIGHT : rarity(token.normal);
      return { token, weight, places: [...byName, ...places] };
    });
  const held = question.names.filter(
    ({ text }, i) => (found[i]?.length ?? 0) > 0 || sentence.text.includes(text),
  ).length;
  return { words, names: question.names.length === 0 ? 1 : held / question.names.length };
}

function isAskedNoun(text: string, { focus }: ReadQuestion): boolean {
  return focus !== null && text.toLowerCase() === focus;
}

function meansTheSame(asked: SentenceToken, word: SentenceToken): boolean {
  if (asked.normal === word.normal) return true;
  if (asked.kind === 'number' || word.kind === 'number') return false;
  const isHan = asked.kind === 'han' && word.kind === 'han';
  if (isHan) {
    return (
      asked.normal.length > 1 &&
      word.normal.length > 1 &&
      (asked.normal.includes(word.normal) || word.normal.includes(asked.normal))
    );
  }
  return asked.concepts.some(
    ({ stem, weight }) =>
      weight >= MIN_CONCEPT &&
      (word.normal === stem ||
        word.concepts.some((other) => other.stem === stem && other.weight >= MIN_CONCEPT)),
  );
}

/** Share of a question's words, by weight, that some span of the sentence speaks of. */
export function coverageWithin({ words }: ContentMatch, within: Span): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  const held = words.reduce(
    (sum, { weight, places }) =>
      sum +
      (places.some(({ start, end }) => start >= within.start && end <= within.end) ? weight : 0),
    0,
  );
  return held / total;
}

const HALF_DISTANCE = 15;
const SEPARATOR = /[、，,；;。]/gu;
const SEPARATION = 8;

/** How close words stand to what of the question the sentence speaks of, from 0 to 1. */
export function nearnessOf(span: Span, { words }: ContentMatch, text: string): number {
  let near = 0;
  let total = 0;
  for (const { weight, places } of words) {
    total += weight;
    if (places.length === 0) continue;
    const distance = Math.min(
      ...places.map((place) => {
        const [left, right] = span.start <= place.start ? [span, place] : [place, span];
        if (right.start <= left.end) return 0;
        const between = text.slice(left.end, right.start);
        return between.length + SEPARATION * (between.match(SEPARATOR)?.length ?? 0);
      }),
    );
    near += weight / (1 + distance / HALF_DISTANCE);
  }
  return total === 0 ? 0 : near / total;
}
