import type { Answer } from '../core/answer.ts';
import type { AnswerEvent } from '../core/answer-event.ts';
import { MarkdownStream } from '../core/block-markdown.ts';
import type { Problem } from '../core/errors.ts';
import type { LinkArticle } from './article-link.ts';
import { type UrlCitation, UrlCitations } from './url-citations.ts';

/** An answer for clients that read nothing but text with citations in it. */
export type AnswerTextEvent =
  | { readonly type: 'begun'; readonly id: string }
  /** More of the text, with the citations whose markers end in it. */
  | {
      readonly type: 'text';
      readonly text: string;
      readonly citations: readonly UrlCitation[];
    }
  | { readonly type: 'done'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly problem: Problem };

/**
 * Events of an answer as Markdown that grows. What was said before an answer begins anew cannot be
 * taken back in the protocols that this is for: the reader is told where the valid part begins.
 */
export async function* readAnswerText(
  events: AsyncIterable<AnswerEvent>,
  linkArticle: LinkArticle,
): AsyncGenerator<AnswerTextEvent> {
  let markdown = new MarkdownStream('en');
  const citations = new UrlCitations(linkArticle);
  const more = (text: string): AnswerTextEvent[] =>
    text === '' ? [] : [{ type: 'text', text, citations: citations.read(text) }];
  for await (const event of events) {
    switch (event.type) {
      case 'meta':
        markdown = new MarkdownStream(event.language);
        yield { type: 'begun', id: event.id };
        break;
      case 'citation':
        markdown.cite(event.citation);
        citations.cite(event.citation);
        break;
      case 'block-start':
      case 'block-delta':
      case 'block-end':
      case 'check':
        yield* more(markdown.push(event));
        break;
      case 'notice':
        if (!event.replace) break;
        markdown.restart();
        yield* more(`\n\n---\n\n${event.notice.text}\n\n`);
        break;
      case 'done':
        yield { type: 'done', answer: event.answer };
        break;
      case 'error':
        yield { type: 'failed', problem: event.problem };
        break;
    }
  }
}
