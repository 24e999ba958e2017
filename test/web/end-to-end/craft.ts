import { describe, expect, it } from 'vitest';
import { openReaderPage, type Reader } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const READERS: readonly Reader[] = (['zh', 'en'] as const).flatMap((language) =>
  [360, 768, 1440].flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => ({ language, width, theme })),
  ),
);
/** Kinds and states of the gallery. */
const SAMPLES = 14;

/** Contrast of what is written inside highlights, which axe cannot see, and how the page stands still. */
export function describeCraft(stage: Stage): void {
  it.each(READERS)(
    'shows every block in every state in $language, $width px, $theme',
    async (reader) => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader, '#/gallery');
      const { page } = readerPage;
      await page
        .locator('.gallery-sample')
        .nth(SAMPLES - 1)
        .waitFor();
      expect(await page.locator('.gallery-sample').count()).toBe(SAMPLES);
      await readerPage.expectAccessible('the gallery');
      await readerPage.leave();
    },
  );

  it.each(['light', 'dark'] as const)('is readable inside highlights, %s', async (theme) => {
    const reader = { language: 'zh', width: 1440, theme } as const;
    const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
    const { page } = readerPage;
    const turn = await readerPage.askAndWait('谁主持了上合组织国防部长会议？');
    await turn.locator('.citation-marker').first().click();
    await page.locator('.article-text mark[data-active=true] .date-note').first().waitFor();
    const contrasts = await page.evaluate<number[]>(`(() => {
      const light = (color) => {
        const [r, g, b] = color.match(/[\\d.]+/g).map((part) => {
          const share = Number(part) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [...document.querySelectorAll('.article-text mark, .article-text mark sup, .article-text mark .date-note')]
        .map((element) => {
          const ink = light(getComputedStyle(element).color);
          const paper = light(getComputedStyle(element.closest('mark')).backgroundColor);
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        });
    })()`);
    expect(contrasts.length).toBeGreaterThan(2);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    await readerPage.leave();
  });

  describe.each([360, 1440])('at %i px', (width) => {
    it('moves nothing that stands, from the first paint to an answer', async () => {
      const reader = { language: 'en', width, theme: 'light' } as const;
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const { page } = readerPage;
      await page.locator('.start-newest a').first().waitFor();
      await page.locator('.start-questions[data-complete=true] button').first().click();
      await page.locator('.turn[data-status=done] .citation-marker').first().waitFor();
      const shifted = await page.evaluate<number>(`new Promise((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(total), 300);
      })`);
      expect(shifted).toBeLessThan(0.005);
      await readerPage.leave();
    });
  });

  it('animates nothing for who asks for that', async () => {
    const readerPage = await openReaderPage(stage.browser, stage.server.url);
    const { page } = readerPage;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate("location.hash = '#/gallery'");
    await page.locator('.gallery-sample').first().waitFor();
    const moving = await page.evaluate<number>(
      "document.getAnimations().filter(({ playState }) => playState === 'running').length",
    );
    expect(moving).toBe(0);
    await readerPage.leave();
  });
}
