import type { RequestHandler } from 'express';
import { z } from 'zod';
import { YinzhengError } from '../../core/errors.ts';
import type { NewsUploads } from '../../core/uploads.ts';
import { readRequest } from '../read-request.ts';

export const uploadSchema = z.strictObject({ name: z.string().min(1).max(1_000) });
export const nothingSchema = z.strictObject({});

/** What a browser of another site cannot send without asking first. */
const CONTENT_TYPE = /^application\/octet-stream\s*(;|$)/iu;

/** `POST /api/uploads?name=`: the bytes of one file; answers with what was found in it. */
export function upload(uploads: NewsUploads | undefined): RequestHandler {
  return async (request, response) => {
    const { name } = readRequest(uploadSchema, request.query);
    const type = request.headers['content-type'];
    if (type === undefined || !CONTENT_TYPE.test(type)) {
      throw new YinzhengError(
        'unsupported-media-type',
        `application/octet-stream was expected; ${type ?? 'no content type'} came.`,
      );
    }
    const { file, remarks } = await requireUploads(uploads).add(name, request);
    response.status(file === null ? 200 : 201).json({ file, remarks });
  };
}

/** `POST /api/uploads/{id}/remove` and `…/restore`: takes a file out of the index, and back. */
export function changeUpload(
  uploads: NewsUploads | undefined,
): Readonly<Record<'remove' | 'restore', RequestHandler>> {
  const changing =
    (change: 'remove' | 'restore'): RequestHandler =>
    async (request, response) => {
      readRequest(nothingSchema, request.body);
      await requireUploads(uploads)[change](String(request.params['id']));
      response.status(204).end();
    };
  return { remove: changing('remove'), restore: changing('restore') };
}

/** `GET /api/sources`: where the articles come from. */
export function sources(uploads: NewsUploads | undefined): RequestHandler {
  return async (_request, response) => {
    response.json({ sources: await requireUploads(uploads).sources() });
  };
}

function requireUploads(uploads: NewsUploads | undefined): NewsUploads {
  if (uploads !== undefined) return uploads;
  throw new YinzhengError('uploads-off', 'News was brought to a server that takes none.');
}
