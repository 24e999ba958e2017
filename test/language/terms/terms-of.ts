import type { Language } from '../../../src/core/article.ts';
import { type AddTerm, byField } from '../../../src/core/search-index.ts';
import type { LanguageTools } from '../../../src/language/segment/load-language-tools.ts';

/** The terms that a text is found by, with their frequencies, as an index counts them. */
export function termsOf(
  { analyzer, annotator }: Pick<LanguageTools, 'analyzer' | 'annotator'>,
  text: string,
  language: Language,
  publishedAt: string | null = null,
) {
  const fields = byField(() => new Map<string, number>());
  const add: AddTerm = (field, term, count) => {
    fields[field].set(term, (fields[field].get(term) ?? 0) + count);
  };
  for (const sentence of annotator.annotate({ text, language, reference: publishedAt })) {
    for (const token of sentence.tokens) analyzer.forEachWordTerm(token, add);
    analyzer.forEachTextTerm(sentence, add);
  }
  return fields;
}
