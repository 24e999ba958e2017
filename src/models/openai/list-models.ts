import { YinzhengError } from '../../core/errors.ts';
import { createClient, type OpenAIServer } from './client.ts';
import { failureError, readFailure } from './failure.ts';

/** Models beyond these are not read: some gateways list thousands. */
const MAX_MODELS = 500;

/**
 * Names of the models that a server has, in its order.
 * @param timeoutMs milliseconds that the list may take
 * @throws {YinzhengError} `model-unavailable`, `model-response-invalid`, …; never holds the key
 */
export async function listServerModels(
  server: OpenAIServer & { readonly timeoutMs: number },
): Promise<readonly string[]> {
  const client = await createClient(server);
  try {
    const page: unknown = await client.models.list({
      signal: AbortSignal.timeout(server.timeoutMs),
    });
    const models: unknown = Reflect.get(Object(page), 'data');
    if (!Array.isArray(models)) {
      throw new YinzhengError(
        'model-response-invalid',
        'A list of models was expected under "data"; none came.',
      );
    }
    const names = models.map((model: unknown) => Reflect.get(Object(model), 'id') as unknown);
    return names.filter((name) => typeof name === 'string').slice(0, MAX_MODELS);
  } catch (error) {
    if (error instanceof YinzhengError) throw error;
    const { code, detail } = readFailure(error);
    throw failureError(code, detail, error, server.apiKey);
  }
}
