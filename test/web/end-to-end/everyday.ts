import { describe, expect, it } from 'vitest';
import { openReaderPage, type Reader } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const READERS: readonly Reader[] = (['zh', 'en'] as const).flatMap((language) =>
  [360, 768, 1440].flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => ({ language, width, theme })),
  ),
);

const WORDS = {
  zh: {
    question: '上海合作组织成员国国防部长会议在哪里举行？',
    followUp: '这次会议由谁主持？',
    unanswerable: '火星上有没有生命？',
    notFound: '这些文章里没有答案',
    label: '原文',
  },
  en: {
    question: 'Where was the SCO defence ministers meeting held?',
    followUp: 'Who spoke at that meeting?',
    unanswerable: 'Is there life on Mars?',
    notFound: 'Not in these articles',
    label: 'Original words',
  },
} as const;

/** What every reader does every day, in both languages, at three widths, in light and dark. */
export function describeEverydayUse(stage: Stage): void {
  describe.each(READERS)('for a reader in $language at $width px in the $theme', (reader) => {
    const words = WORDS[reader.language];

    it('asks, reads, checks a quote in its article, follows up, and is refused honestly', async () => {
      const { page, ...readerPage } = await openReaderPage(stage.browser, stage.server.url, reader);
      expect(await page.locator('html').getAttribute('lang')).toMatch(reader.language);
      await page.locator('.start-newest a').first().waitFor();
      await readerPage.expectAccessible('the start page');

      const turn = await readerPage.askAndWait(words.question);
      const marker = turn.locator('.answer-body .citation-marker').first();
      await marker.waitFor();
      // A quote shows whose it is; a sign of support is for what somebody else wrote.
      const origin = await turn.locator('.answer-body .quote-origin').first().textContent();
      expect(origin).toMatch(/\S+ · .*2025/u);
      expect(await turn.locator('.answer-body .quote-label').first().textContent()).toBe(
        words.label,
      );
      expect(await turn.locator('.support-mark').count()).toBe(0);
      expect(await turn.locator('.answer').getAttribute('data-outcome')).toBe('answered');

      await marker.focus();
      await page.keyboard.press('Shift');
      await marker.hover();
      const card = page.locator('.quote-card');
      await card.waitFor();
      const quote = (await card.locator('.quote-card-words').textContent()) ?? '';
      await readerPage.expectAccessible('an answer with a quote shown');

      await marker.click();
      const mark = page.locator('.article-text mark[data-active=true]');
      await mark.first().waitFor();
      const highlighted = await page.evaluate<string>(
        `[...document.querySelectorAll('.article-text mark[data-active=true]')].map((mark) => {
          const copy = mark.cloneNode(true);
          for (const added of copy.querySelectorAll('[data-added]')) added.remove();
          return copy.textContent;
        }).join('')`,
      );
      expect(highlighted.replace(/\s/gu, '')).toBe(quote.replace(/\s/gu, ''));
      await expect.poll(() => isInView(mark.first())).toBe(true);
      await readerPage.expectAccessible('an open article');
      await page.locator('.reader-close').click();
      await page.locator('.reader').waitFor({ state: 'detached' });

      await readerPage.askAndWait(words.followUp);
      expect(await page.locator('.turn').count()).toBe(2);

      await page.evaluate("location.hash = '#/'");
      await page.locator('.start').waitFor();
      const refused = await readerPage.askAndWait(words.unanswerable);
      expect(await refused.locator('.answer-status').textContent()).toBe(words.notFound);
      expect(await refused.locator('.answer').getAttribute('data-outcome')).toBe('not-found');
      expect(await refused.locator('.answer-body').textContent()).toContain('2025-06-17');
      await readerPage.expectAccessible('a refusal');
      await readerPage.leave();
    });
  });
}

async function isInView(element: import('playwright-core').Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const size = element.page().viewportSize();
  return box !== null && size !== null && box.y >= 0 && box.y < size.height;
}
