import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandEnvironment, PROJECT } from '../start/started-server.ts';

let folder: string;
let client: Client;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yinzheng-mcp-'));
  const env = definedOnly(commandEnvironment({ DATA_PATH: folder, LOG_LEVEL: 'silent' }));
  const run = (script: string, ...words: string[]) => ['--import', 'tsx', script, ...words];
  const indexed = spawnSync(process.execPath, run('scripts/index.ts', 'seeds'), {
    cwd: PROJECT,
    env,
  });
  expect(indexed.status, indexed.stderr.toString()).toBe(0);
  client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: run('scripts/mcp.ts'),
      cwd: PROJECT,
      env,
    }),
  );
}, 180_000);
afterAll(async () => {
  await client?.close();
  await rm(folder, { recursive: true, force: true });
});

function definedOnly(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

describe('npm run mcp', () => {
  it.each([
    ['国防部长会议在哪里举行？', '青岛'],
    ['Where was the SCO defense ministers meeting held?', 'Qingdao|青岛'],
  ])('answers %s from the articles of its index', { timeout: 60_000 }, async (question, place) => {
    const { structuredContent } = await client.callTool({ name: 'ask', arguments: { question } });
    const { answer, citations } = structuredContent as {
      answer: string;
      citations: { articleId: string; quote: string; start: number; end: number; url: string }[];
    };
    expect(answer).toMatch(new RegExp(place));
    expect(citations.length).toBeGreaterThan(0);
    for (const { articleId, quote, start, end, url } of citations) {
      const fetched = await client.callTool({ name: 'fetch', arguments: { id: articleId } });
      const { text } = fetched.structuredContent as { text: string };
      expect(text.slice(start, end)).toBe(quote);
      // Nobody serves the page here, so the article is named as a resource.
      expect(url).toBe(`yinzheng://articles/${articleId}`);
      const read = await client.readResource({ uri: url });
      expect(JSON.stringify(read.contents)).toContain(JSON.stringify(quote).slice(1, -1));
    }
  });

  it('lists the articles and has prompts', async () => {
    expect((await client.listResources()).resources.length).toBe(10);
    expect((await client.listPrompts()).prompts.length).toBe(4);
  });
});
