import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChatModels, createChatModels } from '../../src/app/chat-models.ts';
import { composeChatModels } from '../../src/app/compose-models.ts';
import { readConfig } from '../../src/app/config.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';

let server: ModelServer;
let models: ChatModels | null = null;
beforeAll(async () => {
  server = await startModelServer();
});
afterEach(() => {
  models?.close();
  models = null;
});
afterAll(() => server.close());

const configOf = (settings: Record<string, string>) =>
  readConfig({ OPENAI_BASE_URL: server.url, CHAT_MODEL: 'small', ...settings }, '/');

describe('the models that a reader may choose from', () => {
  it('are those that the settings name, the default first and once', () => {
    models = createChatModels(configOf({ CHAT_MODELS: 'large, small,qwen2.5:7b' }));
    expect(models.names()).toEqual(['small', 'large', 'qwen2.5:7b']);
    expect(() => models?.requireOffered('qwen2.5:7b')).not.toThrow();
    expect(() => models?.requireOffered(undefined)).not.toThrow();
    expect(() => models?.requireOffered('gpt-5')).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        field: 'model',
        message: expect.stringContaining('"large"'),
      }),
    );
  });

  it('are none where no model is configured, and a request that names one is told so', () => {
    models = createChatModels(readConfig({}, '/'));
    expect(models.names()).toEqual([]);
    expect(() => models?.requireOffered('small')).toThrow(/no model/u);
  });

  it('are those that the server lists with *', async () => {
    const failures: unknown[] = [];
    models = composeChatModels(configOf({ CHAT_MODELS: '*' }), (error) => failures.push(error));
    await expect.poll(() => models?.names()).toEqual(['small', 'test-model']);
    expect(() => models?.requireOffered('test-model')).not.toThrow();
    expect(failures).toEqual([]);
  });

  it('is the default alone while the server cannot list, and the cause is reported', async () => {
    const failures: unknown[] = [];
    const config = configOf({ CHAT_MODELS: '*', OPENAI_BASE_URL: `${server.url}/elsewhere` });
    models = composeChatModels(config, (error) => failures.push(error));
    await expect.poll(() => failures.length).toBe(1);
    expect(models.names()).toEqual(['small']);
  });
});
