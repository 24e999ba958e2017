import type { AnswerSentence, ShortAnswer } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { CitationList } from '../../core/citation-list.ts';
import { evidenceFrom, type SentenceChecker } from '../../core/sentence-checker.ts';
import { showQuote } from '../../language/characters/show-quote.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { AnswerPiece } from './composition-stream.ts';
import { datesOfQuote, relativeDates } from './date-beside-quote.ts';
import type { AnswerPlan } from './plan-answer.ts';
import type { RankedWindow } from './rank-windows.ts';

/** Articles that are cited for a short answer beside the one that is quoted. */
const MOST_CORROBORATING = 2;
/** Evidence of a corroborating article, as a share of the quoted one's. */
const CORROBORATES = 0.75;

export interface WrittenAnswer {
  readonly pieces: readonly AnswerPiece[];
  readonly shortAnswer: ShortAnswer | null;
}

/** Words a plan: quotes in their own language, everything else in the reader's. */
export function writeAnswer(
  plan: AnswerPlan,
  language: Language,
  withDates: boolean,
  citations: CitationList,
  checker: SentenceChecker,
): WrittenAnswer {
  const phrases = ANSWER_PHRASES[language];
  const pieces: AnswerPiece[] = [];
  let shortAnswer: ShortAnswer | null = null;
  const corroborating = plan.short === null ? [] : corroborationOf(plan.short);
  if (plan.short !== null) {
    const cited = [plan.short.window, ...corroborating].map(({ window }) =>
      citations.cite(window.sentence.article, window),
    );
    const markers = cited.map(({ marker }) => marker);
    shortAnswer = { text: plan.short.text, citations: markers };
    pieces.push({
      text: `**${escapeMarkdown(plan.short.text)}**${marks(markers)}\n\n`,
      citations: cited,
      sentence: null,
    });
  }
  const windows = plan.groups.flatMap((group) => group.windows);
  for (const { heading, windows: grouped } of plan.groups) {
    if (heading !== null) {
      pieces.push({ text: `**${escapeMarkdown(heading)}**\n\n`, citations: [], sentence: null });
    }
    for (const ranked of grouped) {
      const isLast = ranked === windows.at(-1);
      const isItem = plan.layout !== 'paragraph';
      const others = ranked === plan.short?.window ? corroborating : [];
      const { sentence, citation, cited } = quoteSentence(ranked, others, heading);
      const frame = citation.language === language ? null : attribution(citation);
      const note = withDates ? dateNotes(sentence) : '';
      const body = frame === null ? sentence.text : `${frame}“${sentence.text}”`;
      const end = isLast ? '' : isItem && ranked !== grouped.at(-1) ? '\n' : '\n\n';
      pieces.push({
        text: `${isItem ? '- ' : ''}${body}${marks([citation.marker])}${note}${end}`,
        citations: [citation, ...cited],
        sentence,
      });
    }
  }
  return { pieces, shortAnswer };

  function quoteSentence(
    { window }: RankedWindow,
    others: readonly RankedWindow[],
    heading: string | null,
  ) {
    const { article } = window.sentence;
    const citation = citations.cite(article, window);
    const cited = others.map((other) =>
      citations.cite(other.window.sentence.article, other.window),
    );
    const text = showQuote(citation.quote);
    const dates = relativeDates(datesOfQuote(article, window));
    const markers = [citation.marker, ...cited.map(({ marker }) => marker)];
    const sentence: AnswerSentence = {
      text,
      citations: [citation.marker],
      support: checker.check(text, [evidenceFrom(article, window)], language),
      ...(heading === null ? {} : { group: heading }),
      ...(dates.length === 0 ? {} : { dates }),
      ...(cited.length === 0
        ? {}
        : { corroboration: { sources: markers.length, citations: markers } }),
    };
    return { sentence, citation, cited };
  }

  function attribution(citation: { source: string; publishedAt: string | null }): string {
    const day = citation.publishedAt?.slice(0, 10) ?? null;
    if (citation.source === '') return '';
    return phrases.attribution(
      citation.source,
      day === null ? null : writeDays(day, day, language),
    );
  }

  function dateNotes({ dates = [] }: AnswerSentence): string {
    const notes = dates.map(({ expression, from, to }) =>
      phrases.dateNote(expression, writeDays(from, to, language)),
    );
    return [...new Set(notes)].join('');
  }
}

function corroborationOf(short: NonNullable<AnswerPlan['short']>): RankedWindow[] {
  return short.others
    .filter((other) => other.context >= CORROBORATES * short.window.context)
    .slice(0, MOST_CORROBORATING);
}

function marks(markers: readonly number[]): string {
  return ` ${markers.map((marker) => `[${marker}]`).join('')}`;
}

/** Keeps words of an article from being read as emphasis or a link in our own Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_`[\]<>]/gu, '\\$&');
}
