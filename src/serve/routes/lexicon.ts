import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import type { WhileRead } from '../while-read.ts';

export const lexiconSchema = z.strictObject({ word: z.string().trim().min(1).max(32) });

/** `GET /api/lexicon?word=`: senses of a Chinese word, an empty list where it is unknown. */
export function lexicon(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const { word } = readRequest(lexiconSchema, request.query);
    const senses = await whileRead(response, (signal) => application.lookUpWord(word, signal));
    if (senses !== undefined) response.json(senses);
  };
}
