import type { Problem } from '../../../src/core/errors.ts';

/** The server answered with an error of its table. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** No answer came, or not one of this server. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** True for the rejection of a request that its caller aborted. */
export function isAborted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

/**
 * Sends a request to the server this page came from.
 * @throws {ProblemError} when the server refuses it
 * @throws {UnreachableError} when no answer of the server comes back
 */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (thrown) {
    if (isAborted(thrown)) throw thrown;
    throw new UnreachableError('The server did not answer.', { cause: thrown });
  }
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => null);
  if (problem !== null && typeof problem === 'object' && 'code' in problem) {
    throw new ProblemError(problem as Problem);
  }
  throw new UnreachableError(`The server answered ${response.status}.`);
}

/** A GET that answers with JSON of a known type. @throws as `send` */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, signal === undefined ? {} : { signal });
  return (await response.json()) as T;
}

/** The request's error as the interface shows it. */
export function problemOf(thrown: unknown): Problem | null {
  return thrown instanceof ProblemError ? thrown.problem : null;
}
