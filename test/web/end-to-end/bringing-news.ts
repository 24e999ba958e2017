import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../ingest/encode-gb18030.ts';
import { openReaderPage } from '../reader-page.ts';
import { type ServedApplication, serveApplication } from '../served-application.ts';
import type { Stage } from './stage.ts';

const record = (day: number, text: string) =>
  JSON.stringify({
    title: `第${day}号通报`,
    source: '阳江日报',
    publishedAt: `2025-08-${day}`,
    text,
  });

/** A file of each kind, with the number of articles in it. */
const FILES: readonly (readonly [name: string, content: Buffer, articles: number])[] = [
  [
    'typhoon.md',
    Buffer.from(
      '---\ntitle: 台风“海燕”登陆阳江\nsource: 南方日报\npublishedAt: 2025-08-12\n---\n台风“海燕”8月12日8时在广东阳江登陆。全省已有7人死亡。\n',
    ),
    1,
  ],
  ['国标.txt', encodeGb18030('阳江恢复供电\n\n台风过后，阳江市全面恢复供电。'), 1],
  [
    'expo.html',
    Buffer.from(
      '<html><head><title>Expo opens</title></head><body><article><h1>Expo opens in Hangzhou</h1><p>The digital trade expo opened in Hangzhou on Monday with 98 projects signed, organizers said at a news conference.</p><p>It gathers companies from more than fifty countries and regions of the world, and runs for five days.</p></article></body></html>',
    ),
    1,
  ],
  ['one.json', Buffer.from(record(13, '8月13日，阳江港恢复通航。')), 1],
  [
    'many.jsonl',
    Buffer.from([record(14, '8月14日，学校复课。'), record(15, '8月15日，机场恢复。')].join('\n')),
    2,
  ],
  ['packed.jsonl.gz', gzipSync(record(16, '8月16日，铁路全线恢复运行。')), 1],
];
const ADDED = FILES.reduce((sum, [, , articles]) => sum + articles, 0);

/** News that a reader brings in the page. */
export function describeBringingNews(stage: Stage): void {
  describe('bringing news', () => {
    let seeded: ServedApplication;
    let empty: ServedApplication;
    beforeAll(async () => {
      [seeded, empty] = await Promise.all([
        serveApplication(),
        serveApplication({}, ['--no-index']),
      ]);
    }, 120_000);
    afterAll(async () => {
      await Promise.all([seeded?.close(), empty?.close()]);
    });

    it('takes files of every kind, says what is in each, and tells pages that are open', async () => {
      const other = await openReaderPage(stage.browser, seeded.url, {
        language: 'zh',
        width: 360,
        theme: 'dark',
      });
      await other.page.locator('.start-collection', { hasText: '10 篇文章' }).waitFor();
      const readerPage = await openReaderPage(stage.browser, seeded.url, undefined, '#/sources');
      const { page } = readerPage;
      await page.locator('.drop-zone').waitFor();
      const files = [...FILES, ['notes.bin', Buffer.from([1, 2, 3]), 0] as const];
      await page
        .locator('input[multiple]')
        .setInputFiles(
          files.map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer })),
        );
      for (const [name, , articles] of files) {
        const row = page.locator('.brought-row', { hasText: name });
        const state = articles === 0 ? 'empty' : 'stored';
        await row.and(page.locator(`[data-state=${state}]`)).waitFor();
        const result = await row.locator('.brought-result').textContent();
        if (articles > 0) expect(result).toMatch(new RegExp(`^${articles} article`, 'u'));
        else expect(await row.locator('.brought-remarks').textContent()).toMatch(/type/u);
      }
      await readerPage.expectAccessible('files that were brought');

      await waitForArticles(seeded.url, 10 + ADDED);
      // The other page was not touched: it must see the new index by itself.
      await other.page
        .locator('.start-collection', { hasText: `${10 + ADDED} 篇文章` })
        .waitFor({ timeout: 5_000 });
      await other.page.locator('.news-notice', { hasText: `新增 ` }).waitFor();
      await other.expectAccessible('a notice of new articles');
      await other.page.locator('.news-notice button').first().click();
      await other.page.locator('.all-articles-row').first().waitFor();
      await other.expectAccessible('the sources');
      await other.page.evaluate("location.hash = '#/'");
      const turn = await other.askAndWait('台风海燕在哪里登陆？');
      expect(await turn.locator('.answer-body').textContent()).toContain('阳江');
      await other.leave();

      const source = page.locator('.source-row', { hasText: 'many.jsonl' });
      await source.getByText('2 articles · 14 August 2025 – 15 August 2025').waitFor();
      expect(await page.locator('.source-row', { hasText: 'seeds' }).textContent()).toContain(
        '10 articles',
      );
      await readerPage.leave();
    }, 90_000);

    it('takes nothing twice, and gives back what was removed', async () => {
      const readerPage = await openReaderPage(stage.browser, seeded.url, undefined, '#/sources');
      readerPage.expectTrouble();
      const { page } = readerPage;
      const before = await articlesOf(seeded.url);
      const buffer = Buffer.from(record(17, '8月17日，集市重新开放。'));
      const bring = async (name: string, state: string) => {
        await page
          .locator('input[multiple]')
          .setInputFiles({ name, mimeType: 'text/plain', buffer });
        const row = page.locator('.brought-row', { hasText: name });
        await row.and(page.locator(`[data-state=${state}]`)).waitFor();
        return row;
      };
      const brought = await bring('market.json', 'stored');
      await bring('again.json', 'failed');
      await waitForArticles(seeded.url, before + 1);
      await brought.getByRole('button', { name: 'Undo' }).click();
      await brought.and(page.locator('[data-state=removed]')).waitFor();
      await waitForArticles(seeded.url, before);
      await brought.getByRole('button', { name: 'Undo' }).click();
      await brought.and(page.locator('[data-state=stored]')).waitFor();
      await waitForArticles(seeded.url, before + 1);

      await page.getByRole('button', { name: 'Remove “market.json”' }).click();
      await waitForArticles(seeded.url, before);
      await page.locator('.source-row', { hasText: 'market.json' }).waitFor({ state: 'detached' });
      await readerPage.leave();
    }, 90_000);

    it('takes a folder with the folders in it, dropped or chosen', async () => {
      const readerPage = await openReaderPage(stage.browser, seeded.url, undefined, '#/sources');
      const { page } = readerPage;
      const before = await articlesOf(seeded.url);
      const folder = await mkdtemp(path.join(tmpdir(), 'yinzheng-folder-'));
      await mkdir(path.join(folder, 'inner'));
      await writeFile(path.join(folder, 'a.json'), record(20, '8月20日，图书馆重新开放。'));
      await writeFile(path.join(folder, 'inner', 'b.json'), record(21, '8月21日，渡轮恢复航行。'));
      await writeFile(path.join(folder, '.hidden.json'), record(22, '8月22日，不应收录。'));
      await page.locator('input[webkitdirectory]').setInputFiles(folder);
      for (const name of ['a.json', 'inner/b.json']) {
        const row = page.locator('.brought-row', { hasText: name });
        await row.and(page.locator('[data-state=stored]')).waitFor();
      }
      const transfer = await page.evaluateHandle(`(() => {
        const dropped = new DataTransfer();
        const text = ${JSON.stringify(record(23, '8月23日，博物馆重新开放。'))};
        dropped.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
        return dropped;
      })()`);
      await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: transfer });
      const dropped = page.locator('.brought-row', { hasText: 'dropped.json' });
      await dropped.and(page.locator('[data-state=stored]')).waitFor();
      await waitForArticles(seeded.url, before + 3);
      await readerPage.leave();
    }, 60_000);

    it('begins with a pasted text where there is no article yet', async () => {
      const readerPage = await openReaderPage(stage.browser, empty.url, {
        language: 'zh',
        width: 768,
        theme: 'light',
      });
      const { page } = readerPage;
      await page.locator('.drop-zone').waitFor();
      await readerPage.expectAccessible('a page without articles');
      await page.getByRole('button', { name: '粘贴文本' }).click();
      await readerPage.expectAccessible('the form for a pasted text');
      await page.getByLabel('文章正文').fill('8月12日，台风“海燕”在广东阳江登陆，已造成7人死亡。');
      await page.getByLabel('标题').fill('台风“海燕”登陆');
      await page.getByLabel('媒体').fill('南方日报');
      await page.getByLabel('发表日期').fill('2025-08-12');
      await page.getByRole('button', { name: '添加文章' }).click();
      await page.locator('.brought-row[data-state=stored]').waitFor();
      await waitForArticles(empty.url, 1);
      await page.locator('.start-collection', { hasText: '1 篇文章' }).waitFor();
      const turn = await readerPage.askAndWait('台风海燕造成多少人死亡？');
      expect(await turn.locator('.answer-body').textContent()).toContain('7人');
      expect(await turn.locator('.quote-origin').first().textContent()).toContain('南方日报');
      await readerPage.leave();
    }, 60_000);

    it('is refused by a server that takes none', async () => {
      const closed = await serveApplication({ UPLOADS: 'off' });
      try {
        const readerPage = await openReaderPage(stage.browser, closed.url, undefined, '#/sources');
        await readerPage.page.locator('.all-articles-row').first().waitFor();
        expect(await readerPage.page.locator('.drop-zone').count()).toBe(0);
        await readerPage.expectAccessible('sources where none can be brought');
        await readerPage.leave();
        const refused = await fetch(`${closed.url}/api/uploads?name=a.txt`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: '新闻',
        });
        expect(refused.status).toBe(403);
        expect(await refused.json()).toMatchObject({ code: 'uploads-off' });
      } finally {
        await closed.close();
      }
    }, 60_000);
  });
}

async function articlesOf(url: string): Promise<number> {
  const response = await fetch(`${url}/api/collection`);
  return ((await response.json()) as { articles: number }).articles;
}

/** Waits until the server answers from an index of so many articles. */
async function waitForArticles(url: string, articles: number): Promise<void> {
  await expect.poll(() => articlesOf(url), { timeout: 40_000, interval: 200 }).toBe(articles);
}
