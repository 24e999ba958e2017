import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { Corroboration } from '../../core/block.ts';
import type { CompositionWriter } from '../../core/composition-writer.ts';
import type { Sentence, SentencesOf } from '../../core/sentence.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import { compareStatements } from '../../language/discourse/compare-statements.ts';
import { areIndependent } from '../agreement/independent-source.ts';
import type { ArticleSpan } from '../article-span.ts';
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
    const { window } = short.window;
    const cited = [{ ...window, article: window.sentence.article }, ...corroborating];
    const citations = cited.map((span) => writer.cite(span.article, span).marker);
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
  others: readonly ArticleSpan[],
  language: Language,
  writer: CompositionWriter,
) {
  const { article } = ranked.window.sentence;
  const citation = writer.cite(article, ranked.window);
  const markers = [
    citation.marker,
    ...others.map((other) => writer.cite(other.article, other).marker),
  ];
  const corroboration: Corroboration | null =
    others.length === 0 ? null : { sources: markers.length, citations: markers };
  return {
    text: showQuote(citation.quote),
    citations: [citation.marker],
    dates: writeRelativeDates(datesOfQuote(article, ranked.window), language),
    corroboration,
  };
}

/** Sentences of other sources that say of the short answer what the quoted one says, one each. */
function corroborationOf(
  { text, window, others }: NonNullable<AnswerPlan['short']>,
  sentencesOf: SentencesOf,
): ArticleSpan[] {
  const quoted = window.window;
  const claim = sentencesIn(quoted, sentencesOf)[0];
  if (claim === undefined) return [];
  const counted = [quoted.sentence.article];
  const found: ArticleSpan[] = [];
  for (const { window: other } of others) {
    const { article } = other.sentence;
    if (found.length === MAX_CORROBORATING) break;
    if (counted.some((one) => !areIndependent(one, article))) continue;
    const holding = sentencesOf(article).filter((sentence) => sentence.text.includes(text));
    const saying = [...sentencesIn(other, sentencesOf), ...holding].find(
      (sentence) =>
        compareStatements(claim, sentence)?.agrees === true ||
        compareStatements(sentence, claim)?.agrees === true,
    );
    if (saying === undefined) continue;
    counted.push(article);
    found.push({ article, start: saying.start, end: saying.end });
  }
  return found;
}

function sentencesIn(
  { sentence: { article }, start, end }: RankedWindow['window'],
  sentencesOf: SentencesOf,
): Sentence[] {
  return sentencesOf(article).filter((one) => one.start < end && start < one.end);
}
