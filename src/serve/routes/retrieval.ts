import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { articleLinksFor } from '../article-link.ts';
import { readRequest } from '../read-request.ts';
import type { WhileRead } from '../while-read.ts';

/** Dify's form of a request to an external knowledge base; what else it sends is let through. */
export const retrievalSchema = z.object({
  knowledge_id: z.string().max(200),
  query: z.string(),
  retrieval_setting: z
    .object({
      top_k: z.int().min(1).max(50).default(10),
      score_threshold: z.number().min(0).max(1).nullish(),
    })
    .default({ top_k: 10 }),
});

/**
 * `POST /retrieval`, Dify's External Knowledge API. A score is relative to the best passage's, which
 * has 1: what fused scores are comparable to is their own search alone.
 */
export function retrieval(
  application: Application,
  whileRead: WhileRead,
  publicUrl: string | null,
): RequestHandler {
  return async (request, response) => {
    const { query, retrieval_setting: setting } = readRequest(retrievalSchema, request.body);
    const found = await whileRead(response, (signal) =>
      application.search({ query, filters: {}, limit: setting.top_k, signal }),
    );
    if (found === undefined) return;
    const linkArticle = articleLinksFor(publicUrl, request);
    const best = Math.max(0, ...found.results.map(({ passage }) => passage.score));
    const records = found.results.map(({ passage: { article, chunk, score } }, place) => ({
      content: chunk.text,
      score: best > 0 ? Math.min(1, Math.max(0, score / best)) : 0,
      title: article.title,
      metadata: {
        article_id: article.id,
        url: linkArticle(article.id, { marker: place + 1, start: chunk.start, end: chunk.end }),
        original_url: article.url,
        source: article.outlet.name,
        published_at: article.publishedAt,
        language: article.language,
        start: chunk.start,
        end: chunk.end,
      },
    }));
    const least = setting.score_threshold ?? 0;
    response.json({ records: records.filter(({ score }) => score >= least) });
  };
}
