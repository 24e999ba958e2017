import type { Conversation } from '../state/conversation.ts';

/** A date expression in an article, with the days it means. */
export interface DateNote {
  /** UTF-16 offsets on the article's body, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`; equal for a single day. */
  readonly from: string;
  readonly to: string;
}

/**
 * What a conversation's answers found the dates of an article to mean, where they quote it.
 * @returns notes in the order of the text, each expression once
 */
export function dateNotesFor(
  conversation: Conversation | undefined,
  articleId: string,
  body: string,
): readonly DateNote[] {
  const notes = new Map<number, DateNote>();
  for (const { citations, sentences } of conversation?.turns ?? []) {
    for (const citation of citations) {
      if (citation.articleId !== articleId) continue;
      for (const sentence of sentences) {
        if (!sentence?.citations.includes(citation.marker)) continue;
        for (const { expression, from, to } of sentence.dates ?? []) {
          const start = body.indexOf(expression, citation.start);
          const end = start + expression.length;
          if (start >= 0 && end <= citation.end) notes.set(start, { start, end, from, to });
        }
      }
    }
  }
  return [...notes.values()].toSorted((a, b) => a.start - b.start);
}
