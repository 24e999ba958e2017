import type { RequestHandler } from 'express';

/** The name under which OpenAI clients find this server; requests may name any other. */
export const MODEL_ID = 'yinzheng';

/** `GET /v1/models`, for OpenAI clients that list models before they ask. */
export const openaiModels: RequestHandler = (_request, response) => {
  const model = { id: MODEL_ID, object: 'model', created: 0, owned_by: MODEL_ID };
  response.json({ object: 'list', data: [model] });
};
