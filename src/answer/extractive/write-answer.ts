import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { Corroboration } from '../../core/block.ts';
import type { CompositionWriter } from '../../core/composition-writer.ts';
import type { SentencesOf } from '../../core/sentence.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeRelativeDates } from '../../language/dates/write-date.ts';
import { compareStatements } from '../../language/discourse/compare-statements.ts';
import { areIndependent } from '../agreement/independent-source.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { ArticleSpan } from '../article-span.ts';
import type { RankedSentence } from '../reader/read-evidence.ts';
import type { Figure } from '../short-answer/collect-figures.ts';
import { datesOfQuote } from './date-beside-quote.ts';
import type { AnswerPlan } from './plan-answer.ts';
import type { Quote } from './quote.ts';

/** Articles that are cited for a short answer beside the one that is quoted. */
const MAX_CORROBORATING = 2;

/** Words a plan: quotes in their own language, everything else in the reader's. */
export function* writeAnswer(
  plan: AnswerPlan,
  language: Language,
  writer: CompositionWriter,
  sentencesOf: SentencesOf,
): Generator<CompositionEvent> {
  const { short, figures = [], groups, layout } = plan;
  const corroborating = short === null ? [] : corroborationOf(short, sentencesOf);
  if (short !== null) {
    const proving = [short.ranked, ...short.proofs].map(spanOf);
    const citations = [...proving, ...corroborating].map(
      (span) => writer.cite(span.article, span).marker,
    );
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
        isProvisional: false,
      });
    }
    for (const quote of quotes) {
      const others = quote.ranked === short?.ranked ? corroborating : [];
      yield* writer.write({
        kind: 'quote',
        placement: layout === 'paragraph' ? 'paragraph' : 'item',
        heading: under,
        lead: null,
        ...citedQuote(quote, others, language, writer, sentencesOf),
      });
    }
  }
  yield* writeFigures(figures, language, writer);
}

/** What each source counts, as it words it. */
function* writeFigures(
  figures: readonly Figure[],
  language: Language,
  writer: CompositionWriter,
): Generator<CompositionEvent> {
  if (figures.length === 0) return;
  const rows = figures.map(({ candidate, evidence: { article, ranked }, asOf }) => ({
    value: candidate.text,
    who: article.outlet[language],
    asOf,
    citation: writer.cite(article, spanOf(ranked)).marker,
  }));
  yield* writer.write({ kind: 'ledger', about: ANSWER_PHRASES[language].figures, rows });
}

function citedQuote(
  quote: Quote,
  others: readonly ArticleSpan[],
  language: Language,
  writer: CompositionWriter,
  sentencesOf: SentencesOf,
) {
  const { article } = quote;
  const citation = writer.cite(article, quote);
  const markers = [
    citation.marker,
    ...others.map((other) => writer.cite(other.article, other).marker),
  ];
  const corroboration: Corroboration | null =
    others.length === 0 ? null : { sources: markers.length, citations: markers };
  return {
    text: showQuote(citation.quote),
    citations: [citation.marker],
    dates: writeRelativeDates(datesOfQuote(sentencesOf(article), quote), language),
    corroboration,
  };
}

function spanOf({ article, sentence: { start, end } }: RankedSentence): ArticleSpan {
  return { article, start, end };
}

/** Sentences of other sources that say of the short answer what the quoted one says, one each. */
function corroborationOf(
  { text, original, ranked, others }: NonNullable<AnswerPlan['short']>,
  sentencesOf: SentencesOf,
): ArticleSpan[] {
  const claim = ranked.sentence;
  const counted = [ranked.article];
  const found: ArticleSpan[] = [];
  for (const { article, sentence: other } of others) {
    if (found.length === MAX_CORROBORATING) break;
    if (counted.some((one) => !areIndependent(one, article))) continue;
    const words = original ?? text;
    const holding = sentencesOf(article).filter((sentence) => sentence.text.includes(words));
    const saying = [other, ...holding].find(
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
