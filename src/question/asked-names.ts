import type { Language } from '../core/article.ts';
import type { NameKind, Sentence } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { abbreviatedRegionMentions } from '../language/names/region-abbreviations.ts';

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
  const short = abbreviatedRegionMentions(text)
    .filter(({ start, end }) => !names.some((name) => start < name.end && name.start < end))
    .map(
      ({ start, end, codes }): AskedName => ({
        text: text.slice(start, end),
        kind: 'place',
        keys: codes.map((code) => `region:${code}`),
        start,
        end,
      }),
    );
  return [...names, ...short].sort((a, b) => a.start - b.start);
}
