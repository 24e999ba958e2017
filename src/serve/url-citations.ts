import type { Citation } from '../core/citation.ts';
import type { LinkArticle } from './article-link.ts';

/** A place in a text that cites: OpenAI's `url_citation`. */
export interface UrlCitation {
  /** Opens the article with the cited words highlighted. */
  readonly url: string;
  readonly title: string;
  /** UTF-16 offsets of the marker in the text, end exclusive. */
  readonly start_index: number;
  readonly end_index: number;
}

/** A marker. In words of articles brackets are escaped, so nothing else looks like one. */
const MARKER = /(?<!\\)\[(\d+)\]/gu;

/** Finds the citations of a text that comes in pieces; no marker is ever split between two. */
export class UrlCitations {
  readonly #linkArticle: LinkArticle;
  readonly #citations = new Map<number, Citation>();
  #length = 0;

  constructor(linkArticle: LinkArticle) {
    this.#linkArticle = linkArticle;
  }

  /** Makes a citation known, before the piece that shows its marker. */
  cite(citation: Citation): void {
    this.#citations.set(citation.marker, citation);
  }

  /** The citations of the next piece, with offsets on the whole text. */
  read(piece: string): UrlCitation[] {
    const before = this.#length;
    this.#length += piece.length;
    return [...piece.matchAll(MARKER)].flatMap((match) => {
      const citation = this.#citations.get(Number(match[1]));
      if (citation === undefined) return [];
      const start = before + match.index;
      return [
        {
          url: this.#linkArticle(citation.articleId, citation),
          title: titleOf(citation),
          start_index: start,
          end_index: start + match[0].length,
        },
      ];
    });
  }
}

/** The citations of a whole text. */
export function urlCitationsOf(
  text: string,
  citations: readonly Citation[],
  linkArticle: LinkArticle,
): UrlCitation[] {
  const reader = new UrlCitations(linkArticle);
  for (const citation of citations) reader.cite(citation);
  return reader.read(text);
}

function titleOf({ title, source, publishedAt }: Citation): string {
  const origin = [source, publishedAt?.slice(0, 10) ?? ''].filter((part) => part !== '');
  return origin.length === 0 ? title : `${title} (${origin.join(', ')})`;
}
