import type { Language } from '../../../src/core/article.ts';
import { citationsOf } from '../../../src/core/block.ts';
import { renderBlocks } from '../../../src/core/block-markdown.ts';
import type { Citation } from '../../../src/core/citation.ts';
import type { Conversation } from '../state/conversation.ts';
import type { Turn } from '../state/turn.ts';
import { formatPublished } from './published-date.ts';

type Quotable = Pick<Turn, 'blocks' | 'citations' | 'language'>;

/** `“quote” — Title, Outlet, date`. */
function footnote(citation: Citation, language: Language): string {
  const date = formatPublished(citation.publishedAt, language);
  const origin = [citation.title, citation.source, ...(date === null ? [] : [date])];
  const quote = citation.quote.replace(/\s+/gu, ' ');
  return `“${quote}” — ${origin.join(language === 'zh' ? '，' : ', ')}`;
}

/** The citations that a block shows, in the order of their numbers. */
function citedIn({ blocks, citations }: Quotable): readonly Citation[] {
  const shown = new Set(blocks.flatMap(citationsOf));
  return citations
    .filter(({ marker }) => shown.has(marker))
    .toSorted((a, b) => a.marker - b.marker);
}

/** An answer as plain text, its citations as numbered notes below it. */
export function answerAsText(turn: Quotable, language: Language): string {
  const markdown = renderBlocks(turn.blocks, turn.citations, turn.language ?? language);
  const text = markdown.replace(/(?<!\\)\*\*/gu, '').replace(/\\([\\*_`[\]<>])/gu, '$1');
  const notes = citedIn(turn).map(
    (citation) => `[${citation.marker}] ${footnote(citation, language)}`,
  );
  return [text, ...(notes.length === 0 ? [] : [notes.join('\n')])].join('\n\n');
}

/**
 * An answer as Markdown with footnotes.
 * @param prefix goes before each footnote's number, so that several answers fit one document
 */
export function answerAsMarkdown(turn: Quotable, language: Language, prefix = ''): string {
  const text = renderBlocks(
    turn.blocks,
    turn.citations,
    turn.language ?? language,
    (marker) => `[^${prefix}${marker}]`,
  );
  const notes = citedIn(turn).map(
    (citation) => `[^${prefix}${citation.marker}]: ${footnote(citation, language)}`,
  );
  return [text, ...(notes.length === 0 ? [] : [notes.join('\n')])].join('\n\n');
}

/** A whole conversation as one Markdown document. */
export function conversationAsMarkdown(conversation: Conversation, language: Language): string {
  const turns = conversation.turns.map((turn, index) =>
    [`## ${turn.question}`, answerAsMarkdown(turn, language, `${index + 1}-`)].join('\n\n'),
  );
  return `${turns.join('\n\n')}\n`;
}

/** A whole conversation as JSON: each question with its answer as the server gave it. */
export function conversationAsJson(conversation: Conversation): string {
  const turns = conversation.turns.map(({ question, status, blocks, citations, answer }) =>
    answer === null ? { question, status, blocks, citations } : { question, status, answer },
  );
  const { filters, startedAt } = conversation;
  const document = { startedAt: new Date(startedAt).toISOString(), filters, turns };
  return `${JSON.stringify(document, null, 2)}\n`;
}
