import type { Article } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import type { Span } from '../../core/span.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import { type TextReaders, type TextView, viewText } from './text-view.ts';

/** A sentence of a retrieved article, with what stands around it. */
export interface EvidenceSentence extends Span {
  readonly article: Article;
  /** Place of the best passage that holds it, from 0. */
  readonly rank: number;
  /** Place among the article's sentences, from 0. */
  readonly index: number;
  readonly view: TextView;
  readonly before: EvidenceSentence | null;
  readonly after: EvidenceSentence | null;
}

/** An article with its retrieved sentences, in their order. */
export interface EvidenceArticle {
  readonly article: Article;
  readonly title: TextView;
  readonly sentences: readonly EvidenceSentence[];
}

/** Sentences on either side of a passage that are read along with it. */
const NEIGHBOURS = 1;

/** A sentence must share this much with a passage to count as retrieved. */
function touches(sentence: Span, passage: Passage): boolean {
  return sentence.start < passage.chunk.end && passage.chunk.start < sentence.end;
}

/**
 * Sentences of the retrieved passages, article by article in order of the best passage. Each
 * article is split once, so overlapping passages give each sentence once.
 */
export function readEvidence(
  passages: readonly Passage[],
  readers: TextReaders,
): readonly EvidenceArticle[] {
  const byArticle = new Map<
    string,
    { article: Article; found: { passage: Passage; rank: number }[] }
  >();
  for (const [rank, passage] of passages.entries()) {
    const entry = byArticle.get(passage.article.id) ?? { article: passage.article, found: [] };
    entry.found.push({ passage, rank });
    byArticle.set(passage.article.id, entry);
  }
  return Array.from(byArticle.values(), ({ article, found }) => {
    const spans = splitSentences(article.body);
    const ranks = spans.map((span) => found.find(({ passage }) => touches(span, passage))?.rank);
    const sentences: EvidenceSentence[] = [];
    let previous: { -readonly [K in keyof EvidenceSentence]: EvidenceSentence[K] } | null = null;
    for (const [index, span] of spans.entries()) {
      const rank = ranks
        .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
        .reduce((best, one) => Math.min(best ?? Infinity, one ?? Infinity), undefined);
      if (rank === undefined || rank === Infinity) continue;
      const adjacent: EvidenceSentence | null = previous?.index === index - 1 ? previous : null;
      const sentence: { -readonly [K in keyof EvidenceSentence]: EvidenceSentence[K] } = {
        ...span,
        article,
        rank,
        index,
        view: viewText(article.body.slice(span.start, span.end), article, readers),
        before: adjacent,
        after: null,
      };
      if (previous !== null && adjacent !== null) previous.after = sentence;
      sentences.push(sentence);
      previous = sentence;
    }
    return { article, title: viewText(article.title, article, readers), sentences };
  });
}
