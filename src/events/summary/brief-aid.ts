import type { Language } from '../../core/article.ts';
import type { BilingualName } from '../../core/news-event.ts';
import type { ReadingAid } from '../../language/reading-aid.ts';
import { TOLL_NOUNS, tollCountsIn } from '../tolls.ts';
import { type BriefSpan, withoutYear } from './brief-spans.ts';

export interface BriefAidTools {
  readonly readingAid: ReadingAid;
  /** Names that are known in both languages. */
  readonly names: readonly BilingualName[];
}

/** Letters that may stand before a line; the first words say who and where. */
const MAX_LENGTH = 56;

interface Gloss {
  readonly at: number;
  readonly words: string;
}

/**
 * What a reader of the other language needs to follow a line: who, where, when, in what office, how
 * many, and what was done, in the order of the words. It explains the words and quotes nobody. Null
 * where nothing is known.
 */
export function briefAid(
  span: BriefSpan,
  language: Language,
  { readingAid, names }: BriefAidTools,
): string | null {
  const { sentence } = span;
  if (sentence.language === language) return null;
  const [start, end] = [sentence.start + span.start, sentence.start + span.end];
  const tolls = tollCountsIn(sentence)
    .filter((count) => count.start >= span.start && count.end <= span.end)
    .map(({ start: at, end: to, value, toll }) => ({
      at,
      to,
      words: `${value.toLocaleString('en-US')}${language === 'en' ? ' ' : ''}${TOLL_NOUNS[language][toll]}`,
    }));
  const year = sentence.article.publishedAt?.slice(0, 4) ?? '';
  const words = readingAid([sentence], { start, end }, language, { kind: 'certain', names })
    .map(({ gloss, kind, start: from }): Gloss => {
      const at = from - sentence.start;
      return { at, words: kind === 'date' ? withoutYear(gloss, year) : gloss };
    })
    .filter(
      ({ at, words: gloss }) =>
        !/^\d$/u.test(gloss) &&
        !tolls.some((toll) => toll.at <= at && at < toll.to) &&
        !(tolls.length > 0 && COUNTED.test(gloss)),
    );
  const seen = new Set<string>();
  const shown: string[] = [];
  for (const { words: gloss } of [...words, ...tolls].sort((a, b) => a.at - b.at)) {
    if (seen.has(gloss.toLowerCase())) continue;
    if ([...shown, gloss].join(SEPARATOR).length > MAX_LENGTH) continue;
    seen.add(gloss.toLowerCase());
    shown.push(gloss);
  }
  return shown.length === 0 ? null : shown.join(SEPARATOR);
}

/** What a toll says already. */
const COUNTED = /^(?:dead|killed|injured|missing)$/u;

const SEPARATOR = ' · ';
