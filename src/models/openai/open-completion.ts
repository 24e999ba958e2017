import type { OpenAI } from 'openai';
import type { ChatModelRequest } from '../../core/chat-model.ts';
import { YinzhengError } from '../../core/errors.ts';
import type { OpenAIChatModelSettings } from './chat-model-settings.ts';
import { adviseRetry, failureError, readFailure } from './failure.ts';
import type { ParameterAdapter } from './parameters.ts';
import { DEFAULT_RETRY_POLICY, withRetries } from './retry.ts';
import type { TimeLimit } from './time-limit.ts';

/** Sends the request, again where that may help, until the server begins to answer. */
export async function openCompletion(
  client: OpenAI,
  request: ChatModelRequest,
  parameters: ParameterAdapter,
  settings: OpenAIChatModelSettings,
  limit: TimeLimit,
): Promise<AsyncIterable<unknown>> {
  const attempt = async () => {
    const { data, response } = await parameters.send(request, (body) =>
      client.chat.completions.create(body, { signal: limit.signal }).withResponse(),
    );
    const type = response.headers.get('content-type') ?? 'no content type';
    if (!type.startsWith('text/event-stream')) {
      throw new YinzhengError(
        'model-response-invalid',
        `A text/event-stream was expected; ${type} came.`,
      );
    }
    return data;
  };
  const policy = settings.retry ?? DEFAULT_RETRY_POLICY;
  try {
    return await withRetries(attempt, adviseRetry, policy, limit.signal);
  } catch (error) {
    limit.signal.throwIfAborted();
    if (error instanceof YinzhengError) throw error;
    const { code, detail } = readFailure(error);
    throw failureError(code, detail, error, settings.apiKey);
  }
}
