import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { YinzhengError } from '../../src/core/errors.ts';

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
    const source = readFileSync(path.join(root, 'src/app/config.ts'), 'utf8');
    const known = [...source.matchAll(/^ {2}([A-Z_]+): (?:text|wholeNumber|choice|z\.)/gm)].map(
      (match) => match[1],
    );
    expect(known.length).toBeGreaterThan(20);
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
  ])('refuse %j and name the setting', (environment, setting) => {
    const error = failure(environment as Record<string, string>);
    expect(error.code).toBe('invalid-configuration');
    expect(error.message).toContain(setting);
  });

  it('report every wrong setting at once', () => {
    const error = failure({ PORT: 'x', CHUNK_OVERLAP: 'y' });
    expect(error.message).toContain('PORT');
    expect(error.message).toContain('CHUNK_OVERLAP');
  });

  it('cannot be changed after they were read', () => {
    const config = readConfig({}, directory);
    expect(() => {
      (config.server as { port: number }).port = 1;
    }).toThrow(TypeError);
  });
});
