import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Health } from '../../src/core/application.ts';
import { reply } from '../model-server/chat-behaviours.ts';
import { startModelServer } from '../model-server/model-server.ts';
import { ask, PROJECT, runCommand, type StartedServer, startServer } from './started-server.ts';

describe('npm start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'yinzheng-start-'));
    await mkdir(path.join(folder, 'articles'));
    await copyFile(
      path.join(PROJECT, 'seeds/shanghai-spirit.txt'),
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
    const first = await startServer({ environment: settings() });
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

    const second = await startServer({ environment: settings() });
    try {
      expect(second.output).not.toMatch(/Indexed/);
      await writeFile(
        path.join(folder, 'articles/new.md'),
        '---\ntitle: 试验场开放\nsource: 试验日报\npublishedAt: 2025-08-01\n---\n\n云栖试验场8月1日在杭州开放，首日接待观众三千人。\n',
      );
      expect((await runCommand(['index'], settings())).code).toBe(0);
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

  it('checks what a model writes, and summarizes, with all that the checks read', async () => {
    const model = await startModelServer();
    // Words that only the thesaurus finds again in the articles.
    model.otherwise(() => reply('The ministers gathered and deepened their collaboration [1].'));
    const server = await startServer({
      environment: {
        ...settings(),
        OPENAI_BASE_URL: model.url,
        CHAT_MODEL: 'scripted',
        VERIFY_WITH_MODEL: 'false',
      },
    });
    try {
      const answer = await ask(server.url, 'What did the defence ministers do in Qingdao?');
      expect(answer).toMatchObject({ composer: 'model', model: 'scripted' });
      expect(answer.sentences[0]?.support.reason).not.toBe('');
      const summary = await fetch(`${server.url}/api/summaries`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ topic: '上合组织', language: 'zh' }),
      });
      expect(summary.status).toBe(200);
    } finally {
      expect(await server.stop()).toBe(0);
      await model.close();
    }
  }, 120_000);

  it('serves and says so where there is no article', async () => {
    const empty = path.join(folder, 'nothing');
    await mkdir(empty);
    const server = await startServer({
      environment: { DATA_PATH: path.join(folder, 'no-data'), ARTICLES_PATH: empty },
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
    await expect(startServer({ environment: { ...settings(), PORT: 'eighty' } })).rejects.toThrow(
      /ended with 2: A setting is not valid: PORT is "eighty"(?![\s\S]*\n\s+at )/,
    );
  }, 30_000);

  describe("over an index of somebody's own articles", () => {
    const write = (name: string, text: string) => {
      mkdirSync(path.join(folder, 'my-news'), { recursive: true });
      writeFileSync(path.join(folder, 'my-news', name), text);
    };
    const own = () => ({ DATA_PATH: path.join(folder, 'own-data') });
    const articlesOf = async (server: StartedServer) => {
      const health = (await (await fetch(`${server.url}/api/health`)).json()) as Health;
      return health.index?.articles;
    };
    beforeAll(async () => {
      write('a.txt', '潮汐试验站开放\n\n潮汐试验站8月1日在宁波开放,首日接待观众五千人。\n');
      // A path on the command line counts from where its user stands, not from the project.
      const { code, output } = await runCommand(['index', 'my-news'], own(), folder);
      expect(output).toMatch(/Articles\W+1\b/);
      expect(code).toBe(0);
    }, 60_000);

    it('serves it after a restart, says which folder, and brings that one up to date', async () => {
      const first = await startServer({ environment: own() });
      try {
        expect(first.output).toContain(path.join(folder, 'my-news'));
        expect(first.output).toMatch(/npm run index -- FOLDER --replace/);
        expect(first.output).not.toMatch(/Indexed/);
        expect(await articlesOf(first)).toBe(1);
        expect((await ask(first.url, '潮汐试验站首日接待了多少观众？')).answer).toContain('五千');
      } finally {
        expect(await first.stop()).toBe(0);
      }
      write('b.txt', '云海试验站开放\n\n云海试验站9月1日在福州开放,首日接待观众七千人。\n');
      const second = await startServer({ environment: own() });
      try {
        expect(second.output).toMatch(/Indexed 2 articles/);
        expect(await articlesOf(second)).toBe(2);
      } finally {
        expect(await second.stop()).toBe(0);
      }
    }, 120_000);

    it('keeps it against another folder and another setting, until told to replace it', async () => {
      const other = path.join(folder, 'other');
      await mkdir(other);
      await copyFile(path.join(folder, 'articles/page.txt'), path.join(other, 'page.txt'));
      const refused = await runCommand(['index', other], own());
      expect(refused.code).toBe(2);
      expect(refused.output).toMatch(/other articles.*my-news.*other.*--replace.*--add/s);

      const server = await startServer({ environment: { ...own(), ARTICLES_PATH: other } });
      try {
        expect(server.output).toMatch(/other articles.*ARTICLES_PATH/s);
        expect(await articlesOf(server)).toBe(2);
      } finally {
        expect(await server.stop()).toBe(0);
      }
      const added = await runCommand(['index', other, '--add'], own());
      expect(added.output).toMatch(/Articles\W+12\b/);
    }, 120_000);

    it('answers from it whatever keeps it from being brought up to date', async () => {
      write('c.txt', '星河试验站开放\n\n星河试验站10月1日在厦门开放。\n');
      // Vectors that were computed are kept in a file: here it cannot be written.
      mkdirSync(path.join(folder, 'own-data', 'vectors.journal'));
      const server = await startServer({ environment: own() });
      try {
        expect(server.output).toMatch(/could not be written.*EISDIR.*as it is/s);
        expect((await ask(server.url, '潮汐试验站首日接待了多少观众？')).answer).toContain('五千');
      } finally {
        expect(await server.stop()).toBe(0);
        await rm(path.join(folder, 'own-data', 'vectors.journal'), { recursive: true });
      }
    }, 120_000);

    it('is made anew from the same articles where its files are damaged', async () => {
      const data = path.join(folder, 'damaged-data');
      const mine = path.join(folder, 'my-news');
      expect((await runCommand(['index', mine], { DATA_PATH: data })).code).toBe(0);
      const [generation = ''] = readdirSync(path.join(data, 'generations'));
      writeFileSync(path.join(data, 'generations', generation, 'chunks.bin'), 'damaged');
      const server = await startServer({ environment: { DATA_PATH: data } });
      try {
        expect(server.output).toMatch(/damaged.*chunks\.bin.*Indexed 3 articles/s);
        expect(server.output).toContain(mine);
      } finally {
        expect(await server.stop()).toBe(0);
      }
    }, 60_000);

    it('is not indexed by npm run serve', async () => {
      const server = await startServer({
        environment: own(),
        command: [process.execPath, 'scripts/run.mjs', 'serve'],
      });
      try {
        expect(server.output).not.toMatch(/Indexed/);
        expect(await articlesOf(server)).toBe(12);
      } finally {
        expect(await server.stop()).toBe(0);
      }
    }, 60_000);
  });

  it('finds a taken port before it indexes, and names it', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as { port: number };
    const data = path.join(folder, 'never-made');
    try {
      const started = startServer({ environment: { DATA_PATH: data, PORT: String(port) } });
      await expect(started).rejects.toThrow(
        new RegExp(`ended with 2: The port is taken: .* port ${port} .*PORT=`),
      );
      expect(readdirSync(folder)).not.toContain('never-made');
    } finally {
      blocker.close();
    }
  }, 60_000);

  it('explains itself, and names a word that it does not know', async () => {
    const help = await runCommand(['start', '--help'], settings());
    expect(help.code).toBe(0);
    // npm's own note of what it installed is enough.
    expect(help.output).not.toContain('Installing');
    expect(help.output).toMatch(/npm start.*npm run serve.*PORT=/s);
    const wrong = await runCommand(['start', '--port', '5000'], settings());
    expect(wrong.code).toBe(2);
    expect(wrong.output).toMatch(/--port.*--help/s);
  }, 60_000);

  it('passes a signal that npm gets on to the server', async () => {
    const server = await startServer({ environment: settings(), command: ['npm', 'start'] });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    await server.stop('SIGTERM');
    const gone = () =>
      fetch(`${server.url}/api/health`).then(
        () => 'answers',
        () => 'gone',
      );
    await expect.poll(gone, { timeout: 15_000 }).toBe('gone');
  }, 60_000);
});
