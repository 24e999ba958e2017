import type {
  AnswerLayout,
  AnswerNotice,
  AnswerSentence,
  Conflict,
  ResolvedExpression,
} from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Language } from '../../core/article.ts';
import type { Citation } from '../../core/citation.ts';
import { CitationList } from '../../core/citation-list.ts';
import type { DateMention } from '../../core/sentence.ts';
import { evidenceFrom, type SentenceChecker } from '../../core/sentence-checker.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import type { Difference } from '../differences.ts';
import { EVENT_PHRASES } from '../event-phrases.ts';
import type { BriefLine, BriefPlan } from './plan-brief.ts';

/** Sources that are cited for one line beside its own. */
const MOST_OTHERS = 3;

/**
 * A brief as the events of an answer: headings in bold, lines as list items, each word for word
 * from its article with its citations behind it. Nothing is said that the check does not bear out.
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
  const citations = new CitationList(language);
  const shown = new Set<number>();
  const sentences: AnswerSentence[] = [];
  let answer = '';
  for (const notice of ending.notices) yield { type: 'notice', notice, replace: false };
  for (const [number, { heading, lines }] of plan.sections.entries()) {
    yield* delta(`${number === 0 ? '' : '\n\n'}**${escapeMarkdown(heading)}**\n`);
    for (const line of lines) {
      const written = writeLine(line, heading, language, citations, checker);
      for (const citation of written.cited) {
        if (shown.has(citation.marker)) continue;
        shown.add(citation.marker);
        yield { type: 'citation', citation };
      }
      yield* delta(`\n- ${written.text}`);
      yield { type: 'check', index: sentences.length, sentence: written.sentence };
      sentences.push(written.sentence);
    }
  }
  const conflicts = plan.differences.map((one) => conflictOf(one, language, citations));
  for (const citation of citations.all()) {
    if (!shown.has(citation.marker)) yield { type: 'citation', citation };
  }
  yield {
    type: 'composed',
    composer: 'extractive',
    composition: {
      answer,
      layout: ending.layout,
      abstained: false,
      shortAnswer: null,
      sentences,
      citations: citations.all(),
      conflicts,
      refusal: null,
      notices: ending.notices,
      suggestions: ending.suggestions,
    },
  };

  function* delta(text: string): Generator<CompositionEvent> {
    answer += text;
    yield { type: 'delta', text };
  }
}

interface WrittenLine {
  readonly text: string;
  readonly cited: readonly Citation[];
  readonly sentence: AnswerSentence;
}

function writeLine(
  line: BriefLine,
  heading: string,
  language: Language,
  citations: CitationList,
  checker: SentenceChecker,
): WrittenLine {
  const phrases = EVENT_PHRASES[language];
  const { statement, start, end, others, claim } = line;
  const { article } = statement;
  const evidence = evidenceFrom(article, { start, end });
  const own = citations.cite(article, { start, end });
  const text = showQuote(own.quote);
  const supporting = others
    .filter(
      (other) =>
        checker.check(text, [evidenceFrom(other.article, other)], language).verdict === 'supported',
    )
    .slice(0, MOST_OTHERS);
  const cited = [own, ...supporting.map((other) => citations.cite(other.article, other))];
  const markers = cited.map(({ marker }) => marker);
  const outlets = new Set(
    [article, ...supporting.map((one) => one.article)].map((one) => one.outlet.name),
  );
  const dates = relativeDates(
    statement.dates.filter((date) => date.start >= start && date.end <= end),
  );
  const sentence: AnswerSentence = {
    text,
    citations: markers,
    support: checker.check(text, [evidence], language),
    group: heading,
    ...(dates.length === 0 ? {} : { dates }),
    ...(supporting.length === 0
      ? {}
      : { corroboration: { sources: outlets.size, citations: markers } }),
  };
  const isBorneOut =
    claim !== null && checker.check(claim, [evidence], language).verdict === 'supported';
  const day = article.publishedAt?.slice(0, 10) ?? null;
  const attribution =
    article.language === language || line.frame !== null || article.outlet[language] === ''
      ? ''
      : phrases.attribution(article.outlet[language], day && writeDays(day, day, language));
  const isFramed = attribution !== '' || line.frame !== null || isBorneOut;
  const lead = `${isBorneOut ? `**${escapeMarkdown(claim)}** · ` : ''}${escapeMarkdown(line.frame ?? '')}${attribution}`;
  const notes = dates.map(({ expression, from, to }) =>
    phrases.dateNote(expression, writeDays(from, to, language)),
  );
  const quoted = isFramed ? `“${text}”` : text;
  const marks = markers.map((marker) => `[${marker}]`).join('');
  return { text: `${lead}${quoted} ${marks}${[...new Set(notes)].join('')}`, cited, sentence };
}

/** The dates that the words leave open and the article settles. */
function relativeDates(dates: readonly DateMention[]): ResolvedExpression[] {
  return dates.flatMap(({ relative, certain, expression, from, to, granularity }) =>
    relative && certain && from !== null && to !== null && granularity !== 'vague'
      ? [{ expression, from, to }]
      : [],
  );
}

function conflictOf(
  { kind, first, second, firstValue, secondValue }: Difference,
  language: Language,
  citations: CitationList,
): Conflict {
  const phrases = EVENT_PHRASES[language];
  return {
    about: kind === 'figure' ? phrases.figure : phrases.date,
    statements: [
      { value: firstValue, citation: citations.cite(first.article, first).marker },
      { value: secondValue, citation: citations.cite(second.article, second).marker },
    ],
  };
}

/** Keeps names and titles from being read as emphasis or a link in our own Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_`[\]<>]/gu, '\\$&');
}
