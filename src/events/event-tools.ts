import type { Lexicon } from '../text/lexicon.ts';
import type { NameAnalyzer } from '../text/names.ts';
import type { TextAnalyzer } from '../text/text-analyzer.ts';

/** What reads articles for events, summaries and timelines. */
export interface EventTools {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
}
