import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { Corroboration } from '../../core/block.ts';
import type { CompositionWriter } from '../../core/composition-writer.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import type { RankedSentence } from '../reader/read-evidence.ts';
import { datesOfQuote } from './date-beside-quote.ts';
import type { AnswerPlan } from './plan-answer.ts';
import type { Quote } from './quote.ts';

/** Articles that are cited for a short answer beside the one that is quoted. */
const MOST_CORROBORATING = 2;
/** What a corroborating article's sentence speaks of, as a share of the quoted one's. */
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
    const proving = [short.ranked, ...short.proofs, ...corroborating];
    const citations = proving.map((ranked) => cite(ranked, writer));
    const { text, original } = short;
    yield* writer.write({ kind: 'short-answer', text, original, citations });
  }
  for (const { heading, quotes, empty } of groups) {
    const under = heading === null ? null : yield* writer.write({ kind: 'heading', text: heading });
    if (quotes.length === 0 && empty !== undefined) {
      yield* writer.write({
        kind: 'sentence',
        placement: 'paragraph',
        heading: under,
        text: empty,
        citations: [],
        dates: [],
        corroboration: null,
        support: null,
      });
    }
    for (const quote of quotes) {
      const others = quote.ranked === short?.ranked ? corroborating : [];
      yield* writer.write({
        kind: 'quote',
        placement: layout === 'paragraph' ? 'paragraph' : 'item',
        heading: under,
        lead: null,
        ...citedQuote(quote, others, language, writer),
      });
    }
  }
}

function citedQuote(
  quote: Quote,
  others: readonly RankedSentence[],
  language: Language,
  writer: CompositionWriter,
) {
  const { article } = quote;
  const citation = writer.cite(article, quote);
  const markers = [citation.marker, ...others.map((other) => cite(other, writer))];
  const corroboration: Corroboration | null =
    others.length === 0 ? null : { sources: markers.length, citations: markers };
  return {
    text: showQuote(citation.quote),
    citations: [citation.marker],
    dates: writeRelativeDates(datesOfQuote(article, quote), language),
    corroboration,
  };
}

function cite({ article, sentence }: RankedSentence, writer: CompositionWriter): number {
  return writer.cite(article, sentence).marker;
}

function corroborationOf({ ranked, others }: NonNullable<AnswerPlan['short']>): RankedSentence[] {
  return others
    .filter(({ features }) => features.around >= CORROBORATES * ranked.features.around)
    .slice(0, MOST_CORROBORATING);
}
