import type { RequestHandler } from 'express';
import type { Application } from '../../core/application.ts';
import type { CollectionState } from '../../core/http-views.ts';
import type { NewsUploads } from '../../core/uploads.ts';

/** `GET /api/collection`: which index is served and what is being made of it, for pages that stay open. */
export function collection(
  application: Application,
  uploads: NewsUploads | undefined,
  hashOf: (generation: string) => Promise<string | null>,
): RequestHandler {
  return async (_request, response) => {
    const { index } = application.health();
    const state: CollectionState = {
      generation: index?.generation ?? null,
      sha256: index === null ? null : await hashOf(index.generation),
      articles: index?.articles ?? 0,
      uploads: uploads !== undefined,
      indexing: uploads?.indexing() ?? { state: 'idle', progress: 0, failure: null },
    };
    response.json(state);
  };
}
