import type { Refusal } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import { factsOf } from '../../core/collection.ts';
import { CompositionWriter } from '../../core/composition-writer.ts';
import type { NewsEvent } from '../../core/news-event.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { titleOf } from '../find-event.ts';

export interface RefusalReason {
  readonly code: Refusal['code'];
  /** The first sentence, in the reader's language. */
  readonly reason: string;
  /** What was looked for and not found. */
  readonly missing: readonly string[];
}

const MAX_SUGGESTIONS = 3;

const mostReportedByList = new WeakMap<readonly NewsEvent[], readonly NewsEvent[]>();

/** The events of a collection that most articles report, found once for each collection. */
function mostReported(events: readonly NewsEvent[]): readonly NewsEvent[] {
  const known = mostReportedByList.get(events);
  if (known !== undefined) return known;
  const most = [...events]
    .sort((a, b) => b.articleIds.length - a.articleIds.length)
    .slice(0, MAX_SUGGESTIONS);
  mostReportedByList.set(events, most);
  return most;
}

/** Says that there is nothing to summarise, what the collection does cover, and what to ask. */
export function* refuseSummary(
  { code, reason, missing }: RefusalReason,
  index: SearchIndex,
  events: readonly NewsEvent[],
  language: Language,
): Generator<CompositionEvent> {
  const phrases = EVENT_PHRASES[language];
  const { covers, languages } = factsOf(index.articles);
  const scope =
    covers === null
      ? phrases.noDates(index.articles.length)
      : phrases.covers(covers.from, covers.to, index.articles.length);
  const explanation = `${reason}${language === 'zh' ? '' : ' '}${scope}`;
  const suggestions = mostReported(events).map((event) =>
    phrases.suggestion(titleOf(event, language)),
  );
  const writer = new CompositionWriter(language);
  yield* writer.write({ kind: 'refusal', text: explanation, code });
  yield* writer.finish({
    outcome: 'not-found',
    layout: 'brief',
    refusal: {
      code,
      explanation,
      missing,
      nearest: [],
      covers,
      languages,
      suggestions,
    },
    suggestions,
  });
}
