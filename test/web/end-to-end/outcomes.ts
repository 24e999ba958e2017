import { describe, expect, it } from 'vitest';
import { openReaderPage, type Reader } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const READERS: readonly Reader[] = [
  { language: 'zh', width: 1440, theme: 'light' },
  { language: 'zh', width: 360, theme: 'dark' },
];

/** What different answers look like, over the real server. */
export function describeOutcomes(stage: Stage): void {
  describe.each(READERS)('answers for a reader at $width px', (reader) => {
    it('say which outlets agree, in their own words', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const { page } = readerPage;
      const turn = await readerPage.askAndWait('谁主持了上合组织国防部长会议？');
      await turn.locator('button.sentence-note', { hasText: '2 家媒体' }).first().click();
      const words = page.locator('.popover .quote-excerpt');
      await words.nth(1).waitFor();
      const origins = await page.locator('.popover .quote-excerpt-origin').allTextContents();
      expect(new Set(origins.map((origin) => origin.split(' · ')[0])).size).toBe(2);
      await readerPage.expectAccessible('the words of two outlets');
      await words.first().click();
      await page.locator('.article-text mark[data-active=true]').first().waitFor();
      await readerPage.leave();
    });

    it('set the sides of a comparison beside each other where there is room', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const turn = await readerPage.askAndWait('比较新华社和环球时报对国防部长会议的报道');
      const columns = turn.locator('.answer-column');
      expect(await columns.count()).toBe(2);
      expect(await columns.locator('h3').allTextContents()).toEqual(['新华社', '环球时报']);
      const [left, right] = [
        await columns.nth(0).boundingBox(),
        await columns.nth(1).boundingBox(),
      ];
      if (reader.width > 1000) expect(left?.y).toBe(right?.y);
      else expect(left?.x).toBe(right?.x);
      await readerPage.expectAccessible('a comparison');
      await readerPage.leave();
    });
  });
}
