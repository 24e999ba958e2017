import type { ChatModelRequest } from '../../core/chat-model.ts';
import { YinzhengError } from '../../core/errors.ts';
import type { OpenAIChatModelSettings } from './chat-model-settings.ts';
import { readChunk } from './chunk.ts';
import { failureError, modelTimeout, readFailure } from './failure.ts';
import type { TimeLimit } from './time-limit.ts';

/** What the server may still take to close the stream once it has said that it finished. */
const STREAM_END_TIMEOUT_MS = 1_000;
/** Longest text that a token can stand for: long words and runs of white space are one. */
const MAX_CHARACTERS_PER_TOKEN = 16;
/** Pieces of text that a server may make of a token: some send characters, or bytes. */
const MAX_PIECES_PER_TOKEN = 8;
/** Tokens of reasoning for each token of the answer, which not every server counts. */
const MAX_REASONING_FACTOR = 32;

/**
 * The text of a stream that has begun; throws unless the server says that it finished, and as soon
 * as it has sent more than the tokens that were asked for could hold.
 */
export async function* readCompletion(
  chunks: AsyncIterable<unknown>,
  request: ChatModelRequest,
  settings: OpenAIChatModelSettings,
  limit: TimeLimit,
): AsyncGenerator<string, void, void> {
  let finishReason: string | null = null;
  let begun = false;
  const requireWithin = createCeiling(request.maxTokens);
  try {
    for await (const chunk of chunks) {
      // What follows the finish reason does not matter any more; it is read to close the stream.
      if (finishReason !== null) continue;
      const { text, reasons, finish } = readChunk(chunk);
      finishReason = finish;
      begun ||= reasons || text !== '';
      requireWithin(text, reasons);
      if (text !== '') {
        // The reader's pace is not the server's: no limit runs while a piece is taken.
        limit.stop();
        yield text;
      }
      if (finishReason !== null)
        limit.start(STREAM_END_TIMEOUT_MS, () => modelTimeout('no end of the stream'));
      else if (begun) {
        limit.start(settings.idleTimeoutMs, () =>
          modelTimeout(`silence of ${settings.idleTimeoutMs} ms within the answer`),
        );
      }
    }
  } catch (error) {
    request.signal?.throwIfAborted();
    if (finishReason === null) throw streamError(error, begun, settings, limit);
  }
  request.signal?.throwIfAborted();
  if (finishReason === null) limit.signal.throwIfAborted();
  requireEnd(finishReason, begun, request.maxTokens);
}

/** @throws {YinzhengError} `model-interrupted` once more came than so many tokens can be */
function createCeiling(maxTokens: number): (text: string, reasons: boolean) => void {
  let characters = 0;
  let pieces = 0;
  let reasoning = 0;
  return (text, reasons) => {
    characters += text.length;
    if (text !== '') pieces += 1;
    if (reasons) reasoning += 1;
    const isWithin =
      characters <= MAX_CHARACTERS_PER_TOKEN * maxTokens &&
      pieces <= MAX_PIECES_PER_TOKEN * maxTokens &&
      reasoning <= MAX_REASONING_FACTOR * MAX_PIECES_PER_TOKEN * maxTokens;
    if (isWithin) return;
    throw new YinzhengError(
      'model-interrupted',
      `Expected at most ${maxTokens} tokens; got ${characters} characters in ${pieces} pieces.`,
    );
  };
}

function streamError(
  error: unknown,
  begun: boolean,
  settings: OpenAIChatModelSettings,
  limit: TimeLimit,
): unknown {
  if (limit.signal.aborted) return limit.signal.reason;
  if (error instanceof YinzhengError) return error;
  const { code, detail } = readFailure(error);
  const interrupted = code === 'model-unavailable' && begun;
  return failureError(interrupted ? 'model-interrupted' : code, detail, error, settings.apiKey);
}

/** @throws {YinzhengError} unless the finish reason says that the answer is whole */
function requireEnd(finishReason: string | null, begun: boolean, maxTokens: number): void {
  if (finishReason === null) {
    throw begun
      ? new YinzhengError('model-interrupted', 'The stream ended without a finish reason.')
      : new YinzhengError(
          'model-response-invalid',
          'The stream held no text and no finish reason.',
        );
  }
  if (finishReason === 'length') {
    throw new YinzhengError(
      'model-interrupted',
      `The answer reached its limit of ${maxTokens} tokens before it was whole.`,
    );
  }
  if (finishReason === 'content_filter') {
    throw new YinzhengError('model-interrupted', "The server's content filter stopped the answer.");
  }
}
