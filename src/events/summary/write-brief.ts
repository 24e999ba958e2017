import type { AnswerLayout, AnswerNotice } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { BlockContent, QuoteLead } from '../../core/block.ts';
import { CompositionWriter } from '../../core/composition-writer.ts';
import { evidenceFrom, type SentenceChecker } from '../../core/sentence-checker.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import type { Difference } from '../differences.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import { dateNotes } from './brief-spans.ts';
import type { BriefLedger, BriefLine, BriefPlan } from './plan-brief.ts';

/** Sources that are cited for one line beside its own. */
const MAX_OTHERS = 3;
/** Sources that are held against one line. */
const MAX_CHECKED = 6;

/**
 * A brief as the blocks of an answer: headings, and under them lines word for word from their
 * articles.
 */
export function* writeBrief(
  plan: BriefPlan,
  language: Language,
  checker: SentenceChecker,
  ending: {
    readonly layout: AnswerLayout;
    readonly suggestions: readonly string[];
    /** What the reader must know of how the brief was made. */
    readonly notices: readonly AnswerNotice[];
  },
): Generator<CompositionEvent> {
  const writer = new CompositionWriter(language);
  yield* writer.tell(ending.notices);
  for (const [place, { heading, days, lines }] of plan.sections.entries()) {
    const isTimeline = days !== undefined;
    const under = isTimeline ? null : yield* writer.write({ kind: 'heading', text: heading });
    for (const line of lines) {
      const written = writeLine(line, under, plan.year, language, writer, checker);
      yield* writer.write(
        isTimeline ? { ...written, kind: 'timeline-entry', ...days, days: heading } : written,
      );
    }
    // The counts over time stand under the newest.
    if (place > 0) continue;
    for (const ledger of plan.ledgers) yield* writer.write(ledgerOf(ledger, language, writer));
  }
  if (plan.differences.length > 0) {
    yield* writer.write({ kind: 'heading', text: EVENT_PHRASES[language].differences });
  }
  for (const difference of plan.differences) {
    yield* writer.write(conflictOf(difference, language, writer));
  }
  const { layout, suggestions } = ending;
  yield* writer.finish({ outcome: 'answered', layout, refusal: null, suggestions });
}

function writeLine(
  line: BriefLine,
  heading: string | null,
  year: string | null,
  language: Language,
  writer: CompositionWriter,
  checker: SentenceChecker,
): Extract<BlockContent, { kind: 'quote' }> {
  const { sentence, start, end, others, label, aid } = line;
  const { article } = sentence;
  const own = writer.cite(article, { start: sentence.start + start, end: sentence.start + end });
  const text = showQuote(own.quote);
  const supporting = others
    .slice(0, MAX_CHECKED)
    .filter(
      (other) =>
        checker.check(text, [evidenceFrom(other.article, other)], language).verdict === 'supported',
    )
    .slice(0, MAX_OTHERS);
  const cited = [own, ...supporting.map((other) => writer.cite(other.article, other))];
  const citations = cited.map(({ marker }) => marker);
  const outlets = new Set(
    [article, ...supporting.map((one) => one.article)].map((one) => one.outlet.name),
  );
  const shown = label ?? (aid === null ? null : EVENT_PHRASES[language].aid(aid));
  const lead: QuoteLead | null = shown === null ? null : { text: shown, strong: false };
  return {
    kind: 'quote',
    placement: 'item',
    heading,
    lead,
    text,
    citations,
    // The aid has the days in it.
    dates: aid === null ? dateNotes(line, language, year) : [],
    corroboration: supporting.length === 0 ? null : { sources: outlets.size, citations },
  };
}

function ledgerOf(
  { about, counts }: BriefLedger,
  language: Language,
  writer: CompositionWriter,
): Extract<BlockContent, { kind: 'ledger' }> {
  return {
    kind: 'ledger',
    about,
    rows: counts.map(({ sentence, start, end, value, asOf }) => ({
      value:
        sentence.language === language
          ? sentence.text.slice(start, end)
          : value.toLocaleString('en-US'),
      who: sentence.article.outlet[language],
      asOf,
      citation: writer.cite(sentence.article, sentence).marker,
    })),
  };
}

function conflictOf(
  { kind, about, first, second, firstValue, secondValue }: Difference,
  language: Language,
  writer: CompositionWriter,
): Extract<BlockContent, { kind: 'conflict' }> {
  const phrases = EVENT_PHRASES[language];
  const label = kind === 'figure' ? phrases.figure : phrases.date;
  return {
    kind: 'conflict',
    about: about === null ? label : phrases.differsOn(label, about),
    statements: [
      { value: firstValue, citation: writer.cite(first.article, first).marker },
      { value: secondValue, citation: writer.cite(second.article, second).marker },
    ],
  };
}
