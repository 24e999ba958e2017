/**
 * Every error that a user can meet. `status` is the HTTP status, `exit` the process exit code,
 * `action` what to do about it. A message is made of what was expected, what came, and the action.
 */
export const ERRORS = {
  'empty-question': {
    status: 400,
    exit: 2,
    title: 'The question is empty',
    action: 'Write a question.',
  },
  'question-too-long': {
    status: 413,
    exit: 2,
    title: 'The question is too long',
    action: 'Shorten the question.',
  },
  'conversation-too-long': {
    status: 413,
    exit: 2,
    title: 'A turn of the conversation is too long',
    action: 'Shorten it, or begin a new conversation.',
  },
  'invalid-request': {
    status: 400,
    exit: 2,
    title: 'The request is not of the expected form',
    action: 'Correct the named field and send it again.',
  },
  'malformed-json': {
    status: 400,
    exit: 2,
    title: 'The body is not valid JSON',
    action: 'Send one JSON object, encoded as UTF-8.',
  },
  'body-too-large': {
    status: 413,
    exit: 2,
    title: 'The body is too large',
    action: 'Send a smaller body.',
  },
  'unsupported-media-type': {
    status: 415,
    exit: 2,
    title: 'The body is not JSON',
    action: 'Send Content-Type: application/json.',
  },
  'method-not-allowed': {
    status: 405,
    exit: 2,
    title: 'The method is not allowed here',
    action: 'Use one of the methods in the Allow header.',
  },
  'not-found': {
    status: 404,
    exit: 1,
    title: 'There is nothing at this address',
    action: 'See README.md for the addresses served.',
  },
  'article-not-found': {
    status: 404,
    exit: 1,
    title: 'No such article',
    action: 'List the articles with GET /api/articles.',
  },
  'event-not-found': {
    status: 404,
    exit: 1,
    title: 'No such event',
    action: 'List the events with GET /api/events.',
  },
  'inverted-range': {
    status: 400,
    exit: 2,
    title: 'The date range ends before it starts',
    action: 'Swap "from" and "to".',
  },
  'index-missing': {
    status: 503,
    exit: 1,
    title: 'There is no index yet',
    action: 'Run: npm run index',
  },
  'index-damaged': {
    status: 503,
    exit: 1,
    title: 'The index is damaged',
    action: 'Run: npm run index -- --force',
  },
  'index-format': {
    status: 503,
    exit: 1,
    title: 'The index has another format',
    action:
      'Run: npm start, or npm run index -- FOLDER --replace with the folder of your articles.',
  },
  'index-embedder': {
    status: 503,
    exit: 1,
    title: 'The index was built with another embedder',
    action: 'Run: npm run index, or restore the embedder settings it was built with.',
  },
  'index-other-articles': {
    status: 409,
    exit: 2,
    title: 'The index was made from other articles',
    action:
      'Nothing was changed. To index the other articles instead: npm run index -- FOLDER --replace; ' +
      'to index both: npm run index -- FOLDER --add; or set DATA_PATH to keep two indexes.',
  },
  'articles-missing': {
    status: 503,
    exit: 1,
    title: 'The articles that the index was made from are not there',
    action:
      'The index is as it was. Bring them back, or index others: npm run index -- FOLDER --replace.',
  },
  'index-locked': {
    status: 409,
    exit: 1,
    title: 'Another indexer is running',
    action: 'Wait for it to end, or stop it.',
  },
  'index-write-failed': {
    status: 500,
    exit: 1,
    title: 'The index could not be written',
    action: 'Check free space and permissions of the data folder; the previous index is intact.',
  },
  'nothing-to-index': {
    status: 400,
    exit: 1,
    title: 'No usable article was found',
    action: 'Check the path and the reasons listed for the files that were skipped.',
  },
  usage: {
    status: 400,
    exit: 2,
    title: 'The command was not understood',
    action: 'Run it with --help.',
  },
  'invalid-configuration': {
    status: 500,
    exit: 2,
    title: 'A setting is not valid',
    action: 'Correct it; .env.example lists every setting.',
  },
  'port-in-use': {
    status: 500,
    exit: 2,
    title: 'The port is taken',
    action: 'Stop the program that listens there, or take another port: PORT=3001 npm start.',
  },
  'embedding-failed': {
    status: 502,
    exit: 1,
    title: 'The embedding server gave no usable answer',
    action:
      'Check EMBEDDING_MODEL, EMBEDDING_BASE_URL and EMBEDDING_API_KEY (or OPENAI_BASE_URL and ' +
      'OPENAI_API_KEY), then try again.',
  },
  'model-unavailable': {
    status: 502,
    exit: 1,
    title: 'The model server gave no usable answer',
    action: 'Check OPENAI_BASE_URL, OPENAI_API_KEY and CHAT_MODEL, then try again.',
  },
  'model-rate-limited': {
    status: 503,
    exit: 1,
    title: 'The model server limits the rate',
    action: 'Wait, then try again.',
  },
  'model-timeout': {
    status: 504,
    exit: 1,
    title: 'The model server did not answer in time',
    action: 'Try again, or raise MODEL_TIMEOUT_MS.',
  },
  'model-interrupted': {
    status: 502,
    exit: 1,
    title: 'The model server stopped in the middle of an answer',
    action: 'Try again.',
  },
  'model-response-invalid': {
    status: 502,
    exit: 1,
    title: 'The model server sent something that is not the OpenAI protocol',
    action: 'Check OPENAI_BASE_URL.',
  },
  overloaded: {
    status: 503,
    exit: 1,
    title: 'The server is answering as many questions as it may',
    action: 'Try again in a few seconds.',
  },
  'request-timeout': {
    status: 504,
    exit: 1,
    title: 'The request took longer than one request may',
    action: 'Ask for less at once, or raise REQUEST_PROCESSOR_MS or REQUEST_TIMEOUT_MS.',
  },
  'request-memory': {
    status: 503,
    exit: 1,
    title: 'The request needed more memory than one request may',
    action: 'Ask for less at once, or raise WORKER_MEMORY_MB.',
  },
  'uploads-off': {
    status: 403,
    exit: 1,
    title: 'This server takes no news from its page',
    action: 'Ask its operator, who can set UPLOADS=on.',
  },
  'upload-exists': {
    status: 409,
    exit: 1,
    title: 'The file is here already',
    action: 'Nothing was changed. Remove the other one first, or bring another.',
  },
  'upload-not-found': {
    status: 404,
    exit: 1,
    title: 'No such uploaded file',
    action: 'List the sources with GET /api/sources.',
  },
  'uploads-full': {
    status: 507,
    exit: 1,
    title: 'There is no room for more uploaded files',
    action: 'Remove some, or raise UPLOAD_TOTAL_MB.',
  },
  'feedback-full': {
    status: 507,
    exit: 1,
    title: 'There is no room for more feedback',
    action: 'Move feedback.jsonl out of the data folder.',
  },
  unauthorized: {
    status: 401,
    exit: 1,
    title: 'The request has no valid key',
    action: 'Send one of the keys in API_KEYS.',
  },
  'rate-limited': {
    status: 429,
    exit: 1,
    title: 'The client asks more often than it may',
    action: 'Wait as long as the Retry-After header says, then try again.',
  },
  'origin-not-allowed': {
    status: 403,
    exit: 1,
    title: 'The server does not answer pages of this origin',
    action: 'Add the origin to ALLOWED_ORIGINS.',
  },
  'host-not-allowed': {
    status: 421,
    exit: 1,
    title: 'The server does not answer under this name',
    action: 'Open the address it printed when it started, or add the name to ALLOWED_HOSTS.',
  },
  'shutting-down': {
    status: 503,
    exit: 1,
    title: 'The server is shutting down',
    action: 'Try again in a moment.',
  },
  internal: {
    status: 500,
    exit: 1,
    title: 'Something went wrong inside',
    action: 'See the log of the server.',
  },
} as const satisfies Record<
  string,
  { status: number; exit: number; title: string; action: string }
>;

export type ErrorCode = keyof typeof ERRORS;

/** Whether a text is a code of the table, for errors that come as texts. */
export function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERRORS, code);
}

/** What an error looks like on the wire: RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly code: ErrorCode;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly action: string;
  /** The field of the request that is at fault, where one is. */
  readonly field?: string;
}

export interface YinzhengErrorDetails {
  /** The request's field, setting or file that is at fault. */
  readonly field?: string;
  readonly cause?: unknown;
}

/** The one error type that crosses a stage's boundary. */
export class YinzhengError extends Error {
  override readonly name = 'YinzhengError';
  readonly code: ErrorCode;
  readonly field: string | undefined;

  /**
   * @param code an entry of the table
   * @param detail what was expected and what came, as one or more sentences, without secrets
   */
  constructor(code: ErrorCode, detail: string, details: YinzhengErrorDetails = {}) {
    super(detail, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.field = details.field;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get exitCode(): number {
    return ERRORS[this.code].exit;
  }

  /** For people at a terminal: title, detail and what to do, without a stack. */
  toText(): string {
    const { title, action } = ERRORS[this.code];
    return `${title}: ${this.message} ${action}`;
  }

  toProblem(): Problem {
    const { title, status, action } = ERRORS[this.code];
    return {
      type: `urn:yinzheng:error:${this.code}`,
      code: this.code,
      title,
      status,
      detail: this.message,
      action,
      ...(this.field === undefined ? {} : { field: this.field }),
    };
  }
}

/** Any thrown value as a YinzhengError; what is not one becomes `internal`, its detail withheld. */
export function asYinzhengError(thrown: unknown): YinzhengError {
  if (thrown instanceof YinzhengError) return thrown;
  return new YinzhengError('internal', 'The cause is in the log.', { cause: thrown });
}
