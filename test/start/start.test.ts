import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { Health } from '../../src/core/application.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A server as `npm start` runs it, on a free port, over folders of its own. */
interface StartedServer {
  readonly url: string;
  readonly output: string;
  stop(): Promise<number | null>;
}

async function startServer(settings: Record<string, string>): Promise<StartedServer> {
  const child: ChildProcess = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      OPENAI_API_KEY: '',
      OPENAI_BASE_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const collect = (data: Buffer) => {
      output += data.toString('utf8');
      const address = /answers at (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return {
    url,
    get output() {
      return output;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

async function ask(url: string, question: string): Promise<Answer> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ messages: [{ role: 'user', content: question }], stream: false }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

describe('npm start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'yinzheng-start-'));
    await mkdir(path.join(folder, 'articles'));
    await copyFile(
      path.join(root, 'seeds/shanghai-spirit.txt'),
      path.join(folder, 'articles/page.txt'),
    );
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const settings = () => ({
    DATA_PATH: path.join(folder, 'data'),
    ARTICLES_PATH: path.join(folder, 'articles'),
  });

  it('indexes, serves answers with exact citations, takes a new index up, and ends when told', async () => {
    const first = await startServer(settings());
    try {
      expect(first.output).toMatch(/Indexed 10 articles/);
      const answer = await ask(first.url, '谁主持了上合组织国防部长会议？');
      expect(answer.abstained).toBe(false);
      expect(answer.answer).toContain('董军');
      for (const { articleId, start, end, quote } of answer.citations) {
        const response = await fetch(`${first.url}/api/articles/${articleId}`);
        const article = (await response.json()) as { body: string };
        expect(article.body.slice(start, end)).toBe(quote);
      }
      const refusal = await ask(first.url, 'Who won the 2022 World Cup final?');
      expect(refusal.abstained).toBe(true);
    } finally {
      expect(await first.stop()).toBe(0);
    }

    const second = await startServer(settings());
    try {
      expect(second.output).not.toMatch(/Indexed/);
      await writeFile(
        path.join(folder, 'articles/new.md'),
        '---\ntitle: 试验场开放\nsource: 试验日报\npublishedAt: 2025-08-01\n---\n\n云栖试验场8月1日在杭州开放，首日接待观众三千人。\n',
      );
      const indexer = spawn(process.execPath, ['scripts/run.mjs', 'index'], {
        cwd: root,
        env: { ...process.env, ...settings() },
        stdio: 'ignore',
      });
      const [code] = await once(indexer, 'exit');
      expect(code).toBe(0);
      await expect
        .poll(
          async () => {
            const response = await fetch(`${second.url}/api/health`);
            return ((await response.json()) as Health).index?.articles;
          },
          { timeout: 15_000 },
        )
        .toBe(11);
      const answer = await ask(second.url, '云栖试验场首日接待了多少观众？');
      expect(answer.answer).toContain('三千');
    } finally {
      expect(await second.stop()).toBe(0);
    }
  }, 120_000);

  it('serves and says so where there is no article', async () => {
    const empty = path.join(folder, 'nothing');
    await mkdir(empty);
    const server = await startServer({
      DATA_PATH: path.join(folder, 'no-data'),
      ARTICLES_PATH: empty,
    });
    try {
      expect(server.output).toContain('No usable article was found');
      const ready = await fetch(`${server.url}/api/ready`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({ code: 'index-missing' });
    } finally {
      expect(await server.stop()).toBe(0);
    }
  }, 60_000);

  it('names a wrong setting, without a stack', async () => {
    await expect(startServer({ ...settings(), PORT: 'eighty' })).rejects.toThrow(
      /ended with 2: A setting is not valid: PORT is "eighty"(?![\s\S]*\n\s+at )/,
    );
  }, 30_000);
});
