import type { Answer } from './answer.ts';
import type { Language } from './article.ts';
import { renderBlocks } from './block-markdown.ts';
import type { Citation } from './citation.ts';
import type { TimelineEntry } from './news-event.ts';

const WORDS = {
  zh: {
    noDate: '日期不详',
    quote: (text: string) => `“${text}”`,
    title: (text: string) => `《${text}》`,
  },
  en: {
    noDate: 'no date',
    quote: (text: string) => `“${text}”`,
    title: (text: string) => `“${text}”`,
  },
} as const satisfies Record<Language, object>;

/**
 * An answer as a Markdown document: the question as its heading, citations as footnotes that name
 * article, outlet, date, the quoted words and where in the article they stand.
 */
export function answerMarkdown({ question, blocks, citations, language }: Answer): string {
  const body = renderBlocks(blocks, citations, language, (marker) => `[^${marker}]`);
  return document(question, body, citations, language);
}

/** A timeline as a Markdown list, oldest first, each row with its days and its footnotes. */
export function timelineMarkdown(
  heading: string,
  entries: readonly TimelineEntry[],
  language: Language,
): string {
  const rows = entries.map(({ date, text, citations }) => {
    const days = date.from === date.to ? date.from : `${date.from} – ${date.to}`;
    const expression = date.resolved ? ` (${date.expression})` : '';
    const notes = citations.map(({ marker }) => `[^${marker}]`).join('');
    return `- **${days}**${expression}${date.certain ? '' : ' ?'} ${escapeHtml(text)} ${notes}`;
  });
  const cited = new Map(
    entries.flatMap(({ citations }) => citations.map((one) => [one.marker, one] as const)),
  );
  const ordered = [...cited.values()].sort((a, b) => a.marker - b.marker);
  return document(heading, rows.join('\n'), ordered, language);
}

function document(
  heading: string,
  body: string,
  citations: readonly Citation[],
  language: Language,
): string {
  const notes = citations.map((citation) => footnote(citation, language));
  const parts = [`# ${oneLine(heading)}`, body, notes.join('\n')].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

function footnote(citation: Citation, language: Language): string {
  const { marker, title, source, publishedAt, quote, articleId, start, end } = citation;
  const words = WORDS[language];
  const name = title === '' ? [] : [words.title(oneLine(title))];
  const date = publishedAt?.replace('T', ' ') ?? words.noDate;
  const place = `${articleId}:${start}–${end}`;
  const parts = [...name, oneLine(source), date, words.quote(oneLine(quote)), place];
  return `[^${marker}]: ${parts.join(' · ')}`;
}

/** A footnote is one line, and a quoted article must not open tags or notes of its own. */
function oneLine(text: string): string {
  return escapeHtml(text.replace(/\s+/gu, ' ').trim());
}

function escapeHtml(text: string): string {
  return text.replaceAll('<', '&lt;');
}
