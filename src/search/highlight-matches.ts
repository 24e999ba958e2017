import type { Passage } from '../core/passage.ts';
import type { Span } from '../core/span.ts';
import { detectLanguage } from '../language/characters/language.ts';
import type { TextAnalyzer } from '../language/terms/text-analyzer.ts';

/** Weaker translations than this are not worth a reader's eye. */
const MIN_TRANSLATION_WEIGHT = 0.5;

/** Where a passage matches a query: spans of the article's body, in order, not overlapping. */
export type HighlightMatches = (query: string, passage: Passage) => Span[];

/** Spans in order, those that touch or overlap made one. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * Words of the passage that translate words of the query: both may mean the same English stem.
 */
function translationSpans(query: string, text: string, analyzer: TextAnalyzer): Span[] {
  const asked = new Set(
    analyzer
      .conceptGroups(query)
      .flatMap(({ stems }) => stems)
      .filter(({ weight }) => weight >= MIN_TRANSLATION_WEIGHT)
      .map(({ stem }) => stem),
  );
  return analyzer
    .conceptGroups(text)
    .filter(({ stems }) =>
      stems.some(({ stem, weight }) => weight >= MIN_TRANSLATION_WEIGHT && asked.has(stem)),
    )
    .map(({ token }) => token);
}

/** Marks the query's own words, and in a passage of the other language their translations too. */
export function createMatchHighlighter(analyzer: TextAnalyzer): HighlightMatches {
  return (query, { chunk, article }) => {
    const words = analyzer.tokens(query).filter(({ stop }) => !stop);
    const literal = analyzer.occurrences(chunk.text, words);
    const translated =
      detectLanguage(query) === article.language
        ? []
        : translationSpans(query, chunk.text, analyzer);
    return mergeSpans([...literal, ...translated]).map(({ start, end }) => ({
      start: chunk.start + start,
      end: chunk.start + end,
    }));
  };
}
