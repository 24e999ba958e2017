import type { OpenAI } from 'openai';
import type { ChatModel, ChatModelRequest } from '../../core/chat-model.ts';
import { YinzhengError } from '../../core/errors.ts';
import type { OpenAIChatModelSettings } from './chat-model-settings.ts';
import { createClient } from './client.ts';
import { modelTimeout } from './failure.ts';
import { openCompletion } from './open-completion.ts';
import { createParameterAdapter } from './parameters.ts';
import { readCompletion } from './read-completion.ts';
import { withoutReasoning } from './reasoning.ts';
import { createTimeLimit } from './time-limit.ts';
import { wholeCharacters } from './whole-characters.ts';

/** Milliseconds that a whole answer may take where nothing else is said. */
const DEFAULT_TOTAL_MS = 300_000;

/**
 * A chat model on any server that speaks the OpenAI protocol (chat completions, streaming).
 *
 * A request is tried again with back-off on 429, 5xx and a broken connection, but never once the
 * server has begun to answer. Aborting `request.signal`, or leaving the iteration, closes the
 * connection, which stops the server's work; an abort throws the signal's reason. No error and
 * no cause of an error holds the key.
 */
export function createOpenAIChatModel(settings: OpenAIChatModelSettings): ChatModel {
  let client: Promise<OpenAI> | undefined;
  const parameters = createParameterAdapter(settings.model);

  async function* stream(request: ChatModelRequest): AsyncGenerator<string, void, void> {
    const limit = createTimeLimit(request.signal);
    try {
      limit.signal.throwIfAborted();
      const totalMs = settings.totalTimeoutMs ?? DEFAULT_TOTAL_MS;
      limit.startTotal(totalMs, () => modelTimeout(`no whole answer within ${totalMs} ms`));
      limit.start(settings.firstTokenTimeoutMs, () =>
        modelTimeout(`no text within ${settings.firstTokenTimeoutMs} ms`),
      );
      client ??= createClient(settings);
      const chunks = await openCompletion(await client, request, parameters, settings, limit);
      let wrote = false;
      const pieces = wholeCharacters(readCompletion(chunks, request, settings, limit));
      for await (const piece of withoutReasoning(pieces)) {
        wrote = true;
        yield piece;
      }
      if (!wrote) {
        const detail = 'The model finished without writing an answer.';
        throw new YinzhengError('model-unavailable', detail);
      }
    } finally {
      limit.end();
    }
  }

  return { name: settings.model, stream };
}
