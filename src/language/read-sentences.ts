import type { Article } from '../core/article.ts';
import type { Annotator, Sentence, SentencesOf } from '../core/sentence.ts';

/** Sentences of articles, each article annotated when first asked for and remembered while it lives. */
export function createSentenceReader(annotator: Pick<Annotator, 'annotate'>): SentencesOf {
  const known = new WeakMap<Article, readonly Sentence[]>();
  return (article) => {
    const read = known.get(article);
    if (read !== undefined) return read;
    const { body: text, language, publishedAt: reference, title } = article;
    const sentences = annotator.annotate({ text, language, reference, title });
    known.set(article, sentences);
    return sentences;
  };
}
