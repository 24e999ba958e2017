import { type ErrorCode, YinzhengError } from '../../core/errors.ts';
import type { RetryAdvice } from './retry.ts';

/** What went wrong on the way to or in a model server, without secrets. */
export interface Failure extends RetryAdvice {
  readonly code: Extract<ErrorCode, `model-${string}`>;
  /** For the reader: what was expected and what came. */
  readonly detail: string;
}

/** Connections that may work a moment later; a refused or unknown address will not. */
const TRANSIENT_CONNECTION_CODES = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ETIMEDOUT']);

/** Codes that help a reader and hold no secret; a server may put anything in this field. */
const KNOWN_SERVER_CODES = new Set([
  'context_length_exceeded',
  'insufficient_quota',
  'invalid_api_key',
  'model_not_found',
  'rate_limit_exceeded',
  'unsupported_parameter',
  'unsupported_value',
]);

/**
 * Reads an error of the SDK, of fetch or of the JSON parser. The SDK's error classes are told
 * apart by their fields, because importing them would load the SDK at start-up.
 */
export function readFailure(error: unknown): Failure {
  const status = field(error, 'status');
  if (typeof status === 'number') return readStatus(status, error);
  if (error instanceof SyntaxError) {
    return final('model-response-invalid', 'JSON was expected; what came could not be parsed.');
  }
  if (field(error, 'error') !== undefined) {
    return final('model-unavailable', `The server reported an error${codeOf(error)}.`);
  }
  const code = connectionCode(error);
  return {
    code: 'model-unavailable',
    detail: `The connection failed${code === null ? '' : ` (${code})`}.`,
    retry: code !== null && TRANSIENT_CONNECTION_CODES.has(code),
    waitMs: null,
  };
}

/** Whether to try again. What this project has judged already is final: a time limit, a page. */
export function adviseRetry(error: unknown): RetryAdvice {
  return error instanceof YinzhengError ? { retry: false, waitMs: null } : readFailure(error);
}

/**
 * The error to throw for a failure. Its cause, which goes to the log, is a plain error whose
 * message has the key taken out: servers repeat the key they refuse.
 */
export function failureError(
  code: ErrorCode,
  detail: string,
  error: unknown,
  apiKey: string,
): YinzhengError {
  const message = error instanceof Error ? error.message : String(error);
  return new YinzhengError(code, detail, { cause: new Error(withoutKeys(message, apiKey)) });
}

/** @param what what came instead of an answer in time */
export function modelTimeout(what: string): YinzhengError {
  return new YinzhengError('model-timeout', `The model server gave ${what}.`);
}

/** Takes out the key in use and whatever has the form of one. */
export function withoutKeys(text: string, apiKey: string): string {
  // A placeholder such as "none" is no secret, and its letters occur in ordinary words.
  const known = apiKey.length >= 8 ? text.replaceAll(apiKey, '[key]') : text;
  return known.replaceAll(/\bsk-[\w*-]{4,}|\bBearer\s+\S+/gi, '[key]');
}

function readStatus(status: number, error: unknown): Failure {
  const answered = `The server answered HTTP ${status}${codeOf(error)}.`;
  if (status === 429) {
    // An account without funds is refused with the same status, for longer than anyone waits.
    const retry = field(error, 'code') !== 'insufficient_quota';
    return { code: 'model-rate-limited', detail: answered, retry, waitMs: retryAfterMs(error) };
  }
  if (status === 408) {
    return { code: 'model-timeout', detail: answered, retry: true, waitMs: null };
  }
  if (status >= 500) {
    const waitMs = retryAfterMs(error);
    return { code: 'model-unavailable', detail: answered, retry: true, waitMs };
  }
  if (status >= 300 && status < 400) {
    return final('model-response-invalid', `${answered} Redirects are not followed.`);
  }
  return final('model-unavailable', answered);
}

function final(code: Failure['code'], detail: string): Failure {
  return { code, detail, retry: false, waitMs: null };
}

/** The server's own error code, in brackets, where it is a known word; else nothing. */
function codeOf(error: unknown): string {
  const code = field(error, 'code');
  return typeof code === 'string' && KNOWN_SERVER_CODES.has(code) ? ` (${code})` : '';
}

/** Milliseconds of a Retry-After header, in seconds or as a date (RFC 9110, 10.2.3), or null. */
function retryAfterMs(error: unknown): number | null {
  const headers = field(error, 'headers');
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return null;
  const milliseconds = /^\d+(\.\d+)?$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds);
}

/** The system's or undici's code, which fetch hides in the causes of its errors. */
function connectionCode(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = field(cause, 'code');
    if (typeof code === 'string') return code;
  }
  return null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
