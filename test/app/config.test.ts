import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, readEnvironmentFile } from '../../src/app/config.ts';
import { environmentSchema } from '../../src/app/settings.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

const directory = path.resolve('/project');
const root = path.resolve(import.meta.dirname, '../..');

function failure(environment: Record<string, string>): YinzhengError {
  try {
    readConfig(environment, directory);
  } catch (error) {
    if (error instanceof YinzhengError) return error;
    throw error;
  }
  throw new Error('expected the settings to be refused');
}

describe('settings', () => {
  it('need nothing: no key, no network, this machine alone', () => {
    const config = readConfig({}, directory);
    expect(config.server.host).toBe('127.0.0.1');
    expect(config.chatModel).toBeNull();
    expect(config.embeddingModel).toBeNull();
    expect(config.articlesPath).toBe(path.join(directory, 'seeds'));
  });

  it('are all listed in .env.example, with the defaults that hold', () => {
    const example = parseEnv(readFileSync(path.join(root, '.env.example'), 'utf8'));
    expect(readConfig(example as Record<string, string>, directory)).toEqual(
      readConfig({}, directory),
    );
    const known = Object.keys(environmentSchema.shape);
    expect(Object.keys(example).sort()).toEqual(known.sort());
  });

  it('take a key alone as a wish for a model that writes', () => {
    const config = readConfig({ OPENAI_API_KEY: 'secret' }, directory);
    expect(config.chatModel?.name).toBeTruthy();
    expect(config.embeddingModel).toBeNull();
  });

  it('take a local server without a key', () => {
    const config = readConfig(
      { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', CHAT_MODEL: 'qwen3' },
      directory,
    );
    expect(config.chatModel).toMatchObject({
      name: 'qwen3',
      baseUrl: 'http://127.0.0.1:11434/v1',
    });
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ CHUNK_SIZE: '-1' }, 'CHUNK_SIZE'],
    [{ UNSUPPORTED_SENTENCES: 'hide' }, 'UNSUPPORTED_SENTENCES'],
    [{ OPENAI_BASE_URL: 'not a url', CHAT_MODEL: 'x' }, 'OPENAI_BASE_URL'],
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, 'CHAT_MODEL'],
    [{ EMBEDDING_MODEL: 'text-embedding-3-small' }, 'EMBEDDING_MODEL'],
    [{ EMBEDDING_BASE_URL: 'http://127.0.0.1:1/v1' }, 'EMBEDDING_MODEL'],
    [{ PUBLIC_URL: 'news.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://news.example/base' }, 'PUBLIC_URL'],
    [{ API_KEYS: 'short' }, 'API_KEYS'],
    [{ ALLOWED_ORIGINS: 'https://chat.example/path' }, 'ALLOWED_ORIGINS'],
    [{ RATE_LIMIT: '-1' }, 'RATE_LIMIT'],
  ])('refuse %j and name the setting', (environment, setting) => {
    const error = failure(environment as Record<string, string>);
    expect(error.code).toBe('invalid-configuration');
    expect(error.message).toContain(setting);
  });

  it('do not print a key that is refused', () => {
    expect(failure({ API_KEYS: 'hush-hush' }).message).not.toContain('hush-hush');
  });

  it('send embeddings to a server of their own, and no key that is another server’s', () => {
    const models = { OPENAI_API_KEY: 'chat-key', EMBEDDING_MODEL: 'bge-m3' };
    expect(readConfig(models, directory).embeddingModel).toMatchObject({ apiKey: 'chat-key' });
    const own = { ...models, EMBEDDING_BASE_URL: 'http://127.0.0.1:8081/v1' };
    const { embeddingModel, chatModel } = readConfig(own, directory);
    expect(embeddingModel?.baseUrl).toBe('http://127.0.0.1:8081/v1');
    expect(embeddingModel?.apiKey).not.toBe('chat-key');
    expect(chatModel).toMatchObject({ apiKey: 'chat-key', baseUrl: null });
    const keyed = readConfig({ ...own, EMBEDDING_API_KEY: 'own-key' }, directory);
    expect(keyed.embeddingModel?.apiKey).toBe('own-key');
    const alone = { EMBEDDING_MODEL: 'bge-m3', EMBEDDING_BASE_URL: 'http://127.0.0.1:8081/v1' };
    expect(readConfig(alone, directory).chatModel).toBeNull();
  });

  it('read lists for those who operate a server', () => {
    const { server } = readConfig(
      {
        PUBLIC_URL: 'https://news.example/',
        API_KEYS: 'first-key-with-24-letters, second-key-with-24-letters',
        ALLOWED_ORIGINS: 'https://chat.example,http://localhost:8080',
      },
      directory,
    );
    expect(server.publicUrl).toBe('https://news.example');
    expect(server.allowedHosts).toContain('news.example');
    expect(server.apiKeys).toEqual(['first-key-with-24-letters', 'second-key-with-24-letters']);
    expect(server.allowedOrigins).toEqual(['https://chat.example', 'http://localhost:8080']);
  });

  it('report every wrong setting at once', () => {
    const error = failure({ PORT: 'x', CHUNK_OVERLAP: 'y' });
    expect(error.message).toContain('PORT');
    expect(error.message).toContain('CHUNK_OVERLAP');
  });

  it('are read from a .env file as Windows editors write it, with a byte order mark', () => {
    const file = path.join(temporaryDirectory(), '.env');
    expect(readEnvironmentFile(file)).toEqual({});
    writeFileSync(file, '\uFEFFPORT=3001\r\n# the model\r\nCHAT_MODEL="qwen3"\r\n');
    expect(readEnvironmentFile(file)).toEqual({ PORT: '3001', CHAT_MODEL: 'qwen3' });
  });

  it('cannot be changed after they were read', () => {
    const config = readConfig({}, directory);
    expect(() => {
      (config.server as { port: number }).port = 1;
    }).toThrow(TypeError);
  });
});
