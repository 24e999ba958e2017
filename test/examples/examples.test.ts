import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../serve/http-fixture.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const KEY = 'a-key-of-24-characters-x';
const LINK = /https:\/\/news\.example\/#\/\?article=seed-\d/u;

let server: Served;
beforeAll(async () => {
  server = await serve({ publicUrl: 'https://news.example', apiKeys: [KEY] });
});
afterAll(() => server.close());

function run(program: string, words: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(program, words, {
    cwd: PROJECT,
    env: { ...process.env, YINZHENG_URL: server.url, YINZHENG_API_KEY: KEY },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString('utf8');
  });
  child.stderr.on('data', (bytes: Buffer) => {
    output += bytes.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

const files = readdirSync(path.join(PROJECT, 'examples'));
const programs = files.filter((file) => file.endsWith('.mjs'));

describe('the examples', () => {
  it.each(programs)(
    '%s shows an answer with links to its evidence',
    { timeout: 60_000 },
    async (file) => {
      for (const question of ['国防部长会议在哪里?', 'What did Shanghai say?']) {
        const { code, output } = await run(process.execPath, [`examples/${file}`, question]);
        expect(code, output).toBe(0);
        expect(output).toContain('[1]');
        expect(output).toMatch(LINK);
      }
    },
  );

  it.skipIf(process.platform === 'win32')('curl.sh does so too', { timeout: 60_000 }, async () => {
    const { code, output } = await run('bash', ['examples/curl.sh']);
    expect(code, output).toBe(0);
    expect(output).toMatch(LINK);
    expect(output).toContain('event: response.completed');
    expect(output).toContain('"passages"');
  });

  it('name a command that there is, for assistants that start servers', () => {
    const read = (file: string) => JSON.parse(readFileSync(path.join(PROJECT, file), 'utf8'));
    const { args } = read('examples/mcp-over-stdio.json').mcpServers.yinzheng;
    expect(Object.keys(read('package.json').scripts)).toContain(args.at(-1));
  });

  it('are all listed', () => {
    const listed = readFileSync(path.join(PROJECT, 'examples/README.md'), 'utf8');
    for (const file of files.filter((name) => name !== 'README.md')) {
      expect(listed).toContain(`](${file})`);
    }
  });
});
