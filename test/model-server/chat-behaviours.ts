import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Behaviour, Exchange } from './model-server.ts';

export interface ReplyOptions {
  /** The text as the model's successive pieces; they should join to the text. */
  readonly pieces?: readonly string[];
  /** Milliseconds before the first piece; the headers go out at once. */
  readonly firstPieceAfterMs?: number;
  /** Milliseconds between pieces. */
  readonly betweenPiecesMs?: number;
  readonly finishReason?: string;
  /** Cuts the bytes on the wire into parts of this many, through characters and events alike. */
  readonly bytesPerWrite?: number;
}

/** A good answer, streamed in pieces of a few characters where the client asked for a stream. */
export function reply(text: string, options: ReplyOptions = {}): Behaviour {
  const finishReason = options.finishReason ?? 'stop';
  return async (exchange) => {
    if (exchange.request.body?.stream !== true) {
      sendCompletion(exchange, text, finishReason);
      return;
    }
    openStream(exchange);
    await pause(exchange, options.firstPieceAfterMs ?? 0);
    for (const [index, piece] of (options.pieces ?? piecesOf(text)).entries()) {
      if (index > 0) await pause(exchange, options.betweenPiecesMs ?? 0);
      if (exchange.gone.aborted) return;
      await write(exchange, chunk({ content: piece }, null), options.bytesPerWrite);
    }
    await write(exchange, chunk({}, finishReason), options.bytesPerWrite);
    await write(exchange, 'data: [DONE]\n\n', options.bytesPerWrite);
    exchange.response.end();
  };
}

/** Writes some text, then nothing more, keeping the connection open until the client leaves. */
export function stallAfter(text: string): Behaviour {
  return async (exchange) => {
    await openAndWrite(exchange, text);
    await untilGone(exchange);
  };
}

/** Takes the request and never sends so much as a header. */
export function silence(): Behaviour {
  return untilGone;
}

/** Writes some text, then destroys the socket. */
export function cutAfter(text: string): Behaviour {
  return async (exchange) => {
    await openAndWrite(exchange, text);
    exchange.response.socket?.destroy();
  };
}

/** Writes some text and ends the response in good order, without a finish reason. */
export function endWithoutFinish(text: string, { done = false } = {}): Behaviour {
  return async (exchange) => {
    await openAndWrite(exchange, text);
    exchange.response.end(done ? 'data: [DONE]\n\n' : undefined);
  };
}

/** Writes some text, then an event whose data is not JSON. */
export function malformedAfter(text: string): Behaviour {
  return async (exchange) => {
    await openAndWrite(exchange, text);
    exchange.response.end('data: {"choices":[{"delta":{"content":"oo\n\n');
  };
}

/** Writes some text, then an error event, as gateways do when their upstream fails. */
export function errorEventAfter(text: string, message = 'upstream failed'): Behaviour {
  return async (exchange) => {
    await openAndWrite(exchange, text);
    exchange.response.end(`data: ${JSON.stringify({ error: { message, code: 'upstream' } })}\n\n`);
  };
}

export interface StatusOptions {
  readonly message?: string;
  readonly code?: string;
  readonly param?: string;
  readonly retryAfterSeconds?: number;
  /** A date for Retry-After, in HTTP's form. */
  readonly retryAfterDate?: string;
}

/** An error response in the protocol's form. */
export function status(code: number, options: StatusOptions = {}): Behaviour {
  return ({ response }) => {
    const { message = `Test error ${code}.`, retryAfterSeconds } = options;
    const retryAfter = options.retryAfterDate ?? retryAfterSeconds?.toString();
    response.writeHead(code, {
      'content-type': 'application/json',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    });
    const error = { message, code: options.code ?? null, param: options.param ?? null, type: null };
    response.end(JSON.stringify({ error }));
  };
}

/** A page, as a wrong address or a captive portal answers. */
export function htmlPage(code = 200): Behaviour {
  return ({ response }) => {
    response.writeHead(code, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Welcome</title><p>data: not the API</p>');
  };
}

/** A redirect to another address, which a client must not send its key or text to. */
export function redirect(location: string, code = 307): Behaviour {
  return ({ response }) => {
    response.writeHead(code, { location });
    response.end();
  };
}

/** Runs a behaviour after some milliseconds: a server that is slow to send even its headers. */
export function after(milliseconds: number, behaviour: Behaviour): Behaviour {
  return async (exchange) => {
    await pause(exchange, milliseconds);
    if (!exchange.gone.aborted) await behaviour(exchange);
  };
}

async function openAndWrite(exchange: Exchange, text: string): Promise<void> {
  openStream(exchange);
  for (const piece of piecesOf(text)) await write(exchange, chunk({ content: piece }, null));
}

function openStream({ response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
}

/** Two UTF-16 code units at a time, so that markers, words and surrogate pairs are split. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += 2) pieces.push(text.slice(start, start + 2));
  return pieces;
}

function chunk(delta: { readonly content?: string }, finishReason: string | null): string {
  const event = {
    id: 'chatcmpl-test',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'test-model',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  };
  return `data: ${JSON.stringify(event)}\n\n`;
}

function sendCompletion({ response }: Exchange, text: string, finishReason: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const message = { role: 'assistant', content: text };
  response.end(
    JSON.stringify({
      id: 'chatcmpl-test',
      object: 'chat.completion',
      created: 0,
      model: 'test-model',
      choices: [{ index: 0, message, finish_reason: finishReason }],
    }),
  );
}

async function write(exchange: Exchange, event: string, bytesPerWrite?: number): Promise<void> {
  const { response } = exchange;
  if (bytesPerWrite === undefined) {
    // Handed to the system before the next step, which may be to destroy the socket.
    await new Promise((resolve) => response.write(event, resolve));
    return;
  }
  const bytes = Buffer.from(event, 'utf8');
  for (let start = 0; start < bytes.length; start += bytesPerWrite) {
    response.write(bytes.subarray(start, start + bytesPerWrite));
    // Lets each part leave by itself.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function pause({ gone }: Exchange, milliseconds: number): Promise<void> {
  if (milliseconds === 0) return;
  await delay(milliseconds, undefined, { signal: gone }).catch(() => undefined);
}

async function untilGone({ gone }: Exchange): Promise<void> {
  if (!gone.aborted) await once(gone, 'abort');
}
