import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { StarterQuestions } from '../../core/starter-question.ts';
import { readRequest } from '../read-request.ts';

export const suggestionsSchema = z.strictObject({ language: z.enum(['zh', 'en']) });

/** `GET /api/suggestions?language=`: questions that were asked of this index and answered well. */
export function suggestions(starterQuestions: StarterQuestions): RequestHandler {
  return (request, response) => {
    const { language } = readRequest(suggestionsSchema, request.query);
    response.json(starterQuestions.list(language));
  };
}
