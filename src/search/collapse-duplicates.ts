import type { Article } from '../core/article.ts';
import type { Passage } from '../core/passage.ts';

interface Folding {
  readonly passage: Passage;
  readonly copies: Article[];
}

/** Id of the article whose words these are. */
const originOf = ({ id, copyOf }: Article) => copyOf ?? id;

/** Whether two passages of one story cover the same part of it; reprints shift it a little. */
function sameStretch(a: Passage, b: Passage): boolean {
  const overlap = Math.min(a.chunk.end, b.chunk.end) - Math.max(a.chunk.start, b.chunk.start);
  return overlap > Math.min(a.chunk.text.length, b.chunk.text.length) / 2;
}

/**
 * Folds reprints into the best-ranked passage of the same text, which names their articles as its
 * copies. Passages are the same when their text is, or when one's article reprints the other's and
 * both cover the same part of it.
 *
 * @param passages best first; taken one by one, and no further than needed
 * @param limit most results
 */
export function collapseDuplicates(passages: Iterable<Passage>, limit: number): Passage[] {
  const kept: Folding[] = [];
  const byText = new Map<string, Folding>();
  const byOrigin = new Map<string, Folding[]>();
  for (const passage of passages) {
    const { article, chunk } = passage;
    const origin = originOf(article);
    const related = byOrigin.get(origin) ?? [];
    const original =
      byText.get(chunk.text) ??
      related.find(
        (one) => one.passage.article.id !== article.id && sameStretch(one.passage, passage),
      );
    if (original !== undefined) {
      const known = [original.passage.article, ...original.copies];
      if (known.every(({ id }) => id !== article.id)) original.copies.push(article);
      continue;
    }
    if (kept.length === limit) break;
    const folding = { passage, copies: [] };
    kept.push(folding);
    byText.set(chunk.text, folding);
    byOrigin.set(origin, [...related, folding]);
  }
  return kept.map(({ passage, copies }) => ({ ...passage, copies }));
}
