import type { Article } from '../core/article.ts';
import type { Annotator, Sentence, SentencesOf } from '../core/sentence.ts';

/** Articles whose sentences are kept, in about 50 MB at most. */
const MAX_ARTICLES = 300;

/** Reads an article's sentences when they are first asked for; those used last are kept. */
export function createSentenceCache(annotator: Annotator): SentencesOf {
  const kept = new Map<
    string,
    { readonly article: Article; readonly sentences: readonly Sentence[] }
  >();
  return (article) => {
    const known = kept.get(article.id);
    kept.delete(article.id);
    // A new generation of the index may hold another text under the same id.
    const sentences = known?.article.body === article.body ? known.sentences : read(article);
    kept.set(article.id, { article, sentences });
    const [oldest] = kept.keys();
    if (kept.size > MAX_ARTICLES && oldest !== undefined) kept.delete(oldest);
    return sentences;
  };

  function read({ body, language, publishedAt, title }: Article): readonly Sentence[] {
    return annotator.annotate({ text: body, language, reference: publishedAt, title });
  }
}
