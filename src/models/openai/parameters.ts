import type { OpenAI } from 'openai';
import type { ChatModelRequest } from '../../core/chat-model.ts';

type StreamingBody = OpenAI.ChatCompletionCreateParamsStreaming;

/** Sends a request with the parameters its server takes. */
export interface ParameterAdapter {
  /** Calls `send`, and again with other parameters where the server refuses one of ours. */
  send<T>(request: ChatModelRequest, send: (body: StreamingBody) => Promise<T>): Promise<T>;
}

/**
 * Most servers know `max_tokens` only; OpenAI's reasoning models take `max_completion_tokens`
 * instead and no `temperature`. The server's refusal, which names the parameter, decides, and is
 * remembered for this model.
 */
export function createParameterAdapter(model: string): ParameterAdapter {
  const refused = new Set<string>();

  function bodyFor(request: ChatModelRequest): StreamingBody {
    return {
      model,
      messages: request.messages.map(({ role, content }) => ({ role, content })),
      stream: true,
      ...(refused.has('max_tokens')
        ? { max_completion_tokens: request.maxTokens }
        : { max_tokens: request.maxTokens }),
      ...(refused.has('temperature') ? {} : { temperature: request.temperature }),
    };
  }

  return {
    async send(request, send) {
      for (;;) {
        try {
          return await send(bodyFor(request));
        } catch (error) {
          const parameter = refusedParameter(error);
          if (parameter === null || refused.has(parameter)) throw error;
          refused.add(parameter);
        }
      }
    },
  };
}

function refusedParameter(error: unknown): string | null {
  if (!(error instanceof Error) || Reflect.get(error, 'status') !== 400) return null;
  const parameter: unknown = Reflect.get(error, 'param');
  return parameter === 'max_tokens' || parameter === 'temperature' ? parameter : null;
}
