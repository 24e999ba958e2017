import { describe, expect, it } from 'vitest';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

/** The article beside the chat, and the plain search. */
export function describeReading(stage: Stage): void {
  describe('an article', () => {
    it('gives pinyin and meaning of the Chinese word under the pointer, and by the keyboard', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      const title = '就维护地区和平';
      await readerPage.openArticle(title);
      const paragraph = page.locator('.article-text p').first();
      await paragraph.waitFor();
      const box = await paragraph.boundingBox();
      if (box === null) throw new Error('The article has no text.');
      await page.mouse.move(box.x + 60, box.y + 14);
      await page.mouse.move(box.x + 64, box.y + 15);
      const card = page.locator('.word-card');
      await card.waitFor();
      expect(await card.textContent()).toMatch(/\p{Script=Han}+ \p{Script=Latin}/u);
      await page.mouse.move(5, 5);
      await card.waitFor({ state: 'detached' });

      await page.locator('.word-meanings').focus();
      await page.keyboard.press('ArrowRight');
      await card.waitFor();
      const first = await card.textContent();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => card.textContent()).not.toBe(first);
      await readerPage.leave();
    });

    it('knows the names in it, also by touch', async () => {
      const reader = { language: 'en', width: 768, theme: 'light', touch: true } as const;
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const { page } = readerPage;
      await readerPage.openArticle('就维护地区和平');
      const place = await page.evaluate<{ x: number; y: number }>(`(() => {
        const walker = document.createTreeWalker(document.querySelector('.article-text'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.data.indexOf('董军');
          if (at < 0) continue;
          node.parentElement.scrollIntoView({ block: 'center' });
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 2);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 4, y: box.y + box.height / 2 };
        }
      })()`);
      await page.touchscreen.tap(place.x, place.y);
      await expect.poll(() => page.locator('.word-card').textContent()).toContain('Dong Jun');
      await readerPage.leave();
    });

    it('says that it is an excerpt where the source was cut off', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      await readerPage.openArticle();
      await page.locator('.reader .tag', { hasText: 'Excerpt' }).waitFor();
      await readerPage.leave();
    });

    it('is told from others by its address, so that reload and back work', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      await readerPage.openArticle();
      const title = await page.locator('.reader-title').textContent();
      await page.reload();
      expect(await page.locator('.reader-title').textContent()).toBe(title);
      await page.goBack();
      await page.locator('.reader').waitFor({ state: 'detached' });
      await readerPage.leave();
    });

    it('that is not there any more is said to be gone', async () => {
      const readerPage = await openReaderPage(
        stage.browser,
        stage.server.url,
        undefined,
        '#/?article=0000',
      );
      readerPage.expectTrouble();
      await readerPage.page.locator('.reader-note[role=alert]').waitFor();
      await readerPage.leave();
    });
  });

  describe.each(['zh', 'en'] as const)('the search in %s', (language) => {
    it('marks what matches, narrows by filters, says why, and opens the article', async () => {
      const readerPage = await openReaderPage(
        stage.browser,
        stage.server.url,
        { language, width: 1440, theme: 'light' },
        '#/search',
      );
      const { page } = readerPage;
      await page.locator('.search-form input').fill('国防部长 青岛');
      await page.locator('.search-form input').press('Enter');
      const hits = page.locator('.search-hit');
      await hits.first().waitFor();
      expect(await hits.first().locator('mark').count()).toBeGreaterThan(0);
      await hits.first().locator('summary').click();
      expect(await hits.first().locator('tbody tr').count()).toBeGreaterThan(1);
      await readerPage.expectAccessible('search results');

      await page.locator('.search-form .quiet-button').click();
      await page.locator('.filter-fields select').last().selectOption('en');
      await readerPage.expectAccessible('the filters');
      await page.keyboard.press('Escape');
      await expect
        .poll(() =>
          page.evaluate<string[]>(
            "[...document.querySelectorAll('.search-text')].map(({ lang }) => lang)",
          ),
        )
        .not.toContain('zh-CN');

      await hits.first().locator('h2 button').click();
      await page.locator('.article-text mark').first().waitFor();
      await readerPage.leave();
    });
  });
}
