import { createHash } from 'node:crypto';
import type { AnswerKind } from '../../src/core/answer.ts';
import type { Article, Language } from '../../src/core/article.ts';
import type { AnswerComposer, CompositionRequest } from '../../src/core/composer.ts';
import type { Retriever } from '../../src/core/passage.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import type { AnswerFromDocuments } from './rgb.ts';

/** Today's date makes no difference where no document is dated; a fixed one keeps runs equal. */
const TODAY = '2024-01-01';
const PASSAGES = 20;

export interface DocumentAnswerParts {
  /** Chunks, embeds and indexes articles in memory, and retrieves from them. */
  readonly openCollection: (articles: readonly Article[]) => Promise<Retriever>;
  readonly composer: AnswerComposer & {
    answerability(request: Pick<CompositionRequest, 'question' | 'retrieval' | 'today'>): number;
  };
  readonly kindOf: (question: string, language: Language) => AnswerKind;
}

/** Answers each question through the product's own retrieval and composer, over its documents. */
export function answerFromDocuments(parts: DocumentAnswerParts): AnswerFromDocuments {
  return async (question, documents) => {
    const articles = documents.map(articleOfDocument);
    const retriever = await parts.openCollection(articles);
    const { query, language } = question;
    const retrieval = await retriever.retrieve({
      text: query,
      language,
      filters: {},
      limit: PASSAGES,
      today: TODAY,
    });
    const request: CompositionRequest = {
      question: { asked: query, standalone: query, language, kind: parts.kindOf(query, language) },
      retrieval,
      filters: {},
      conversation: [],
      collection: articles,
      today: TODAY,
    };
    for await (const event of parts.composer.compose(request)) {
      if (event.type === 'composed') {
        return {
          composition: event.composition,
          answerability: parts.composer.answerability(request),
        };
      }
    }
    throw new Error('the composer ended without an answer');
  };
}

/** A bare passage as an article: undated, untitled, from nowhere. */
export function articleOfDocument(body: string, position: number): Article {
  return {
    id: createHash('sha256').update(`${position}\n${body}`).digest('hex').slice(0, 16),
    title: '',
    outlet: { name: '', zh: '', en: '' },
    publishedAt: null,
    language: detectLanguage(body),
    body,
    url: null,
    truncated: false,
    origin: { path: '', position },
    copyOf: null,
  };
}
