import type { Problem } from '../../../src/core/errors.ts';
import type { ArticlePageView, CollectionState } from '../../../src/core/http-views.ts';
import type { NewsSource, UploadResult } from '../../../src/core/uploads.ts';
import { getJson, ProblemError, send, UnreachableError } from './request.ts';

/** Which index is served, and what is being made of it. */
export const getCollection = (signal?: AbortSignal): Promise<CollectionState> =>
  getJson('/api/collection', signal);

export const getSources = (
  signal?: AbortSignal,
): Promise<{ readonly sources: readonly NewsSource[] }> => getJson('/api/sources', signal);

/** Articles, the newest first. @param page from 1 @param pageSize from 1 to 100 */
export const getArticles = (
  page: number,
  pageSize: number,
  signal?: AbortSignal,
): Promise<ArticlePageView> => getJson(`/api/articles?page=${page}&pageSize=${pageSize}`, signal);

async function change(id: string, how: 'remove' | 'restore'): Promise<void> {
  await send(`/api/uploads/${encodeURIComponent(id)}/${how}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
}
export const removeUpload = (id: string): Promise<void> => change(id, 'remove');
export const restoreUpload = (id: string): Promise<void> => change(id, 'restore');

/**
 * Brings a file, by the one kind of request that tells how much of it has gone.
 * @param onProgress told the share that has been sent, from 0 to 1
 * @throws as `send`
 */
export function uploadFile(
  name: string,
  content: Blob,
  onProgress: (share: number) => void,
): Promise<UploadResult> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('load', () => {
      const { response, status } = request;
      if (status < 300) resolve(response as UploadResult);
      else if (response?.code !== undefined) reject(new ProblemError(response as Problem));
      else reject(new UnreachableError(`The server answered ${status}.`));
    });
    request.addEventListener('error', () =>
      reject(new UnreachableError('The server did not answer.')),
    );
    request.send(content);
  });
}
