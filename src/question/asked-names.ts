import type { Language } from '../core/article.ts';
import type { NameKind, Sentence } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { abbreviatedRegionMentions } from '../language/names/region-abbreviations.ts';
import { coverOf } from './cover.ts';

/** Somebody or something that a question names. */
export interface AskedName extends Span {
  /** As written: `印方`, `Asif`. */
  readonly text: string;
  readonly kind: NameKind;
  /** Keys that the same name has in both scripts; several countries where one letter is shared. */
  readonly keys: readonly string[];
}

/**
 * Names of a question: those of its sentences, and the countries that it names by one character
 * (中土, 印方). Characters that two countries share give the keys of both.
 */
export function findAskedNames(
  text: string,
  language: Language,
  sentences: readonly Sentence[],
): readonly AskedName[] {
  const names = sentences.flatMap(({ start, names: found }) =>
    found.map(
      ({ text: name, kind, keys, start: from, end }): AskedName => ({
        text: name,
        kind,
        keys,
        start: start + from,
        end: start + end,
      }),
    ),
  );
  if (language === 'en') return names;
  const regions = abbreviatedRegionMentions(text);
  const ofRegions = coverOf(text, regions);
  // 中越 is no name of its own: all its characters are countries.
  const isMadeOf = ({ start, text: name }: AskedName) => {
    const length = name.replace(/[方媒军]$/u, '').length;
    return !ofRegions.subarray(start, start + length).includes(0);
  };
  const whole = names.filter((name) => !isMadeOf(name));
  const ofNames = coverOf(text, whole);
  const short = regions
    .filter(({ start, end }) => !ofNames.subarray(start, end).includes(1))
    .map(
      ({ start, end, codes }): AskedName => ({
        text: text.slice(start, end),
        kind: 'place',
        keys: codes.map((code) => `region:${code}`),
        start,
        end,
      }),
    );
  return [...whole, ...short].sort((a, b) => a.start - b.start);
}
