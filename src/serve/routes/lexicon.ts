import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';

const lexiconSchema = z.strictObject({ word: z.string().trim().min(1).max(32) });

/** `GET /api/lexicon?word=`: senses of a Chinese word, an empty list where it is unknown. */
export function lexicon(application: Application): RequestHandler {
  return (request, response) => {
    response.json(application.lookUpWord(readRequest(lexiconSchema, request.query).word));
  };
}
