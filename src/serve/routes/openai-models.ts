import type { RequestHandler } from 'express';
import type { Application } from '../../core/application.ts';
import { YinzhengError } from '../../core/errors.ts';
import { modelId } from '../openai-messages.ts';

/** The embedder of the index, for `/v1/embeddings`. */
export const EMBEDDER_ID = 'yinzheng-embeddings';

/** Everything that answers here: the product, the same with each model that may be chosen, the embedder. */
function describeModels({ health }: Pick<Application, 'health'>) {
  const ids = [modelId(undefined), ...health().models.map((name) => modelId(name)), EMBEDDER_ID];
  return ids.map((id) => ({ id, object: 'model', created: 0, owned_by: modelId(undefined) }));
}

/** `GET /v1/models`, for OpenAI clients that list models before they ask. */
export function openaiModels(application: Pick<Application, 'health'>): RequestHandler {
  return (_request, response) => {
    response.json({ object: 'list', data: describeModels(application) });
  };
}

/** `GET /v1/models/{id}`. */
export function openaiModel(application: Pick<Application, 'health'>): RequestHandler {
  return (request, response) => {
    const { id: wanted } = request.params;
    const models = describeModels(application);
    const model = models.find(({ id }) => id === wanted);
    if (model === undefined) {
      const known = models.map(({ id }) => `"${id}"`).join(' or ');
      throw new YinzhengError('not-found', `Expected the model ${known}; got "${wanted}".`);
    }
    response.json(model);
  };
}
