import { describe, expect, it } from 'vitest';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const READERS = [
  { language: 'zh', width: 1440, theme: 'light' },
  { language: 'en', width: 768, theme: 'dark' },
  { language: 'en', width: 360, theme: 'light' },
] as const;

/** Events and the timeline. */
export function describeHappenings(stage: Stage): void {
  describe.each(READERS)('events for a reader in $language at $width px', (reader) => {
    it('stand on an axis and open their summary, timeline, presses and changes', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader, '#/events');
      const { page } = readerPage;
      await page.locator('.event-row').first().waitFor();
      expect(await page.locator('.event-axis-lanes a').count()).toBeGreaterThan(0);
      await page.locator('.list-choice input').nth(1).check();
      await page.locator('.event-row').first().waitFor();
      await page.locator('.list-choice input').nth(0).check();
      await page.locator('.event-row').first().waitFor();
      await readerPage.expectAccessible('the events');

      await page.locator('.event-axis-lanes a[data-strong=true]').first().click();
      await page.locator('.answer-body .citation-marker').first().waitFor();
      await readerPage.expectAccessible('the summary of an event');
      const tabs = page.locator('.event-tab');
      for (let index = 1; index < 4; index += 1) {
        await tabs.nth(index).click();
        await page.locator('.request-state[aria-busy=true]').waitFor({ state: 'detached' });
        await readerPage.expectAccessible(`part ${index + 1} of an event`);
      }
      await page.locator('.event-articles button').first().click();
      await page.locator('.reader-title').waitFor();
      await readerPage.leave();
    });

    it('have a timeline whose every statement is cited', async () => {
      const readerPage = await openReaderPage(
        stage.browser,
        stage.server.url,
        reader,
        '#/timeline',
      );
      const { page } = readerPage;
      await page.locator('.statements > li').first().waitFor();
      const statements = page.locator('.statements ul > li');
      const cited = statements.filter({ has: page.locator('.citation-marker') });
      expect(await cited.count()).toBe(await statements.count());
      const dates = await page.locator('.statements h2').allTextContents();
      expect(dates).toEqual(dates.toSorted());
      await readerPage.expectAccessible('the timeline');
      await statements.first().locator('.citation-marker').first().click();
      await page.locator('.article-text mark[data-active=true]').first().waitFor();
      await readerPage.leave();
    });
  });
}
