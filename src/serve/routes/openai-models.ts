import type { RequestHandler } from 'express';
import { YinzhengError } from '../../core/errors.ts';

/** The name under which OpenAI clients find this server; requests may name any other. */
export const MODEL_ID = 'yinzheng';

/** The embedder of the index, for `/v1/embeddings`. */
export const EMBEDDER_ID = 'yinzheng-embeddings';

const MODELS = [MODEL_ID, EMBEDDER_ID].map((id) => ({
  id,
  object: 'model',
  created: 0,
  owned_by: MODEL_ID,
}));

/** `GET /v1/models`, for OpenAI clients that list models before they ask. */
export const openaiModels: RequestHandler = (_request, response) => {
  response.json({ object: 'list', data: MODELS });
};

/** `GET /v1/models/{id}`. */
export const openaiModel: RequestHandler = (request, response) => {
  const { id: wanted } = request.params;
  const model = MODELS.find(({ id }) => id === wanted);
  if (model === undefined) {
    const known = MODELS.map(({ id }) => `"${id}"`).join(' or ');
    throw new YinzhengError('not-found', `Expected the model ${known}; got "${wanted}".`);
  }
  response.json(model);
};
