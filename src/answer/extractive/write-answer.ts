import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { Corroboration } from '../../core/block.ts';
import type { CompositionWriter } from '../../core/composition-writer.ts';
import type { Sentence, SentencesOf } from '../../core/sentence.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import { compareStatements } from '../../language/discourse/compare-statements.ts';
import { datesOfQuote } from './date-beside-quote.ts';
import type { AnswerPlan } from './plan-answer.ts';
import type { RankedWindow } from './rank-windows.ts';

/** Articles that are cited for a short answer beside the one that is quoted. */
const MAX_CORROBORATING = 2;

/** Words a plan: quotes in their own language, everything else in the reader's. */
export function* writeAnswer(
  plan: AnswerPlan,
  language: Language,
  writer: CompositionWriter,
  sentencesOf: SentencesOf,
): Generator<CompositionEvent> {
  const { short, groups, layout } = plan;
  const corroborating = short === null ? [] : corroborationOf(short, sentencesOf);
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

/** Windows whose own words say what the quoted ones say: the same predicate, figures and days. */
function corroborationOf(
  { window, others }: NonNullable<AnswerPlan['short']>,
  sentencesOf: SentencesOf,
): RankedWindow[] {
  const claim = sentenceOf(window, sentencesOf);
  return others
    .filter((other) => {
      const sentence = sentenceOf(other, sentencesOf);
      if (claim === undefined || sentence === undefined) return false;
      return compareStatements(claim, sentence)?.agrees === true;
    })
    .slice(0, MAX_CORROBORATING);
}

function sentenceOf({ window }: RankedWindow, sentencesOf: SentencesOf): Sentence | undefined {
  return sentencesOf(window.sentence.article).find(
    ({ start, end }) => start < window.end && window.start < end,
  );
}
