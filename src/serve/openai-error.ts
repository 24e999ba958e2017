import type { Response } from 'express';
import type { Problem } from '../core/errors.ts';
import { setErrorHead } from './problem-response.ts';

/** A problem in the form that OpenAI clients read errors in. */
export function openaiError(problem: Problem) {
  return {
    error: {
      message: `${problem.title}: ${problem.detail} ${problem.action}`,
      type: problem.status < 500 ? 'invalid_request_error' : 'server_error',
      param: problem.field ?? null,
      code: problem.code,
    },
  };
}

/** Errors under `/v1`, for clients that know no problem details. */
export function sendOpenAIError(response: Response, problem: Problem): void {
  setErrorHead(response, problem);
  response.json(openaiError(problem));
}
