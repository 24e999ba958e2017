import type { Annotator } from '../core/sentence.ts';
import type { Lexicon } from '../language/dictionary/lexicon.ts';
import type { NameAnalyzer } from '../language/names/names.ts';
import type { TextAnalyzer } from '../language/terms/text-analyzer.ts';

/** What reads articles for events, summaries and timelines. */
export interface EventTools {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
  readonly annotator: Annotator;
}
