import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const ASKED = {
  zh: {
    question: '谁主持了上合组织国防部长会议？',
    button: '存证',
    whole: /未被改动/u,
    altered: /已被改动/u,
  },
  en: {
    question: 'Where was the SCO defence ministers meeting held?',
    button: 'Prove it',
    whole: /Nothing .* was altered/u,
    altered: /Altered/u,
  },
};

/** An answer as a file that proves itself. */
export function describeProving(stage: Stage): void {
  it.each(['zh', 'en'] as const)(
    'proves an answer in one file without the server, in %s',
    async (language) => {
      const asked = ASKED[language];
      const reader = { language, width: 1440, theme: 'light' } as const;
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const turn = await readerPage.askAndWait(asked.question);
      const [download] = await Promise.all([
        readerPage.page.waitForEvent('download'),
        turn.getByRole('button', { name: asked.button }).click(),
      ]);
      const html = await readFile(await download.path(), 'utf8');
      await readerPage.leave();
      expect(download.suggestedFilename()).toMatch(/\.html$/u);

      const folder = await mkdtemp(path.join(tmpdir(), 'yinzheng-proof-'));
      const context = await stage.browser.newContext({ offline: true });
      const open = async (name: string, text: string): Promise<Page> => {
        const file = path.join(folder, name);
        await writeFile(file, text);
        const page = await context.newPage();
        await page.goto(pathToFileURL(file).href);
        return page;
      };
      const page = await open('proof.html', html);
      expect(await page.locator('.verdict').textContent()).toMatch(asked.whole);
      expect(await page.locator('h1').textContent()).toBe(asked.question);
      const quotes = page.locator('.evidence');
      expect(await quotes.count()).toBeGreaterThan(0);
      expect(await page.locator('.evidence[data-altered=false]').count()).toBe(
        await quotes.count(),
      );
      // The hashes are those of what the server has.
      const { articles } = (await (
        await fetch(`${stage.server.url}/api/articles?page=1&pageSize=50`)
      ).json()) as { articles: { id: string }[] };
      const bodies = await Promise.all(
        articles.map(async ({ id }) => {
          const article = await (await fetch(`${stage.server.url}/api/articles/${id}`)).json();
          return (article as { body: string }).body;
        }),
      );
      const hashes = bodies.map((body) => createHash('sha256').update(body).digest('hex'));
      expect(hashes).toContain(await page.locator('.hash code').first().textContent());
      const collection = (await (await fetch(`${stage.server.url}/api/collection`)).json()) as {
        sha256: string;
      };
      expect(await page.locator('dl').textContent()).toContain(collection.sha256);
      const quote = (await page.locator('mark').first().textContent()) ?? '';
      expect(bodies.some((body) => body.includes(quote))).toBe(true);

      const forged = await open('forged.html', html.replace(/<mark>(.)/u, '<mark>不$1'));
      expect(await forged.locator('.verdict').textContent()).toMatch(asked.altered);
      expect(await forged.locator('.evidence[data-altered=true]').count()).toBe(1);
      await context.close();
    },
  );
}
