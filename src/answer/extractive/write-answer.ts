import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { Corroboration } from '../../core/block.ts';
import type { CompositionWriter } from '../../core/composition-writer.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import { datesOfQuote } from './date-beside-quote.ts';
import type { AnswerPlan } from './plan-answer.ts';
import type { RankedWindow } from './rank-windows.ts';

/** Articles that are cited for a short answer beside the one that is quoted. */
const MOST_CORROBORATING = 2;
/** Evidence of a corroborating article, as a share of the quoted one's. */
const CORROBORATES = 0.75;

/** Words a plan: quotes in their own language, everything else in the reader's. */
export function* writeAnswer(
  plan: AnswerPlan,
  language: Language,
  writer: CompositionWriter,
): Generator<CompositionEvent> {
  const { short, groups, layout } = plan;
  const corroborating = short === null ? [] : corroborationOf(short);
  if (short !== null) {
    const citations = [short.window, ...corroborating].map((ranked) => cite(ranked, writer));
    yield* writer.write({ kind: 'short-answer', text: short.text, original: null, citations });
  }
  for (const { heading, windows } of groups) {
    const under = heading === null ? null : yield* writer.write({ kind: 'heading', text: heading });
    for (const ranked of windows) {
      const others = ranked === short?.window ? corroborating : [];
      yield* writer.write({
        kind: 'quote',
        placement: layout === 'paragraph' ? 'paragraph' : 'item',
        heading: under,
        lead: null,
        ...quoteOf(ranked, others, language, writer),
      });
    }
  }
}

function quoteOf(
  ranked: RankedWindow,
  others: readonly RankedWindow[],
  language: Language,
  writer: CompositionWriter,
) {
  const { article } = ranked.window.sentence;
  const citation = writer.cite(article, ranked.window);
  const markers = [citation.marker, ...others.map((other) => cite(other, writer))];
  const corroboration: Corroboration | null =
    others.length === 0 ? null : { sources: markers.length, citations: markers };
  return {
    text: showQuote(citation.quote),
    citations: [citation.marker],
    dates: writeRelativeDates(datesOfQuote(article, ranked.window), language),
    corroboration,
  };
}

function cite({ window }: RankedWindow, writer: CompositionWriter): number {
  return writer.cite(window.sentence.article, window).marker;
}

function corroborationOf(short: NonNullable<AnswerPlan['short']>): RankedWindow[] {
  return short.others
    .filter((other) => other.context >= CORROBORATES * short.window.context)
    .slice(0, MOST_CORROBORATING);
}
