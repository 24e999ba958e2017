import type { ArticleSpan } from '../../../src/answer/article-span.ts';
import type { Article, Language } from '../../../src/core/article.ts';
import type { Passage } from '../../../src/core/passage.ts';

export interface ArticleSketch {
  readonly body: string;
  readonly outlet?: string;
  readonly publishedAt?: string;
  readonly copyOf?: string;
}

/** An article with nothing in it but what a test is about. */
export function article(id: string, sketch: ArticleSketch): Article {
  const { body, outlet = id, publishedAt = '2025-06-26', copyOf = null } = sketch;
  const language: Language = /\p{Script=Han}/u.test(body) ? 'zh' : 'en';
  return {
    id,
    title: '',
    outlet: { name: outlet, zh: outlet, en: outlet },
    publishedAt,
    language,
    body,
    url: null,
    truncated: false,
    origin: { path: `${id}.txt`, position: 0 },
    copyOf,
  };
}

/** The whole article as one passage. */
export function passageOf(whole: Article): Passage {
  const { id, body } = whole;
  return {
    chunk: { id: `${id}-0`, articleId: id, start: 0, end: body.length, text: body },
    article: whole,
    score: 1,
    trace: { signals: [], rerank: [], matched: [] },
    copies: [],
  };
}

export function wholeOf(whole: Article): ArticleSpan {
  return { article: whole, start: 0, end: whole.body.length };
}
