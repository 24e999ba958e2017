import { describe, expect, it } from 'vitest';
import { openReaderPage, type Reader } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const READERS: readonly Reader[] = [
  { language: 'zh', width: 360, theme: 'dark' },
  { language: 'zh', width: 1440, theme: 'light' },
  { language: 'en', width: 768, theme: 'light' },
  { language: 'en', width: 1440, theme: 'dark' },
];
const COLLECTION = {
  zh: /10 篇文章，来自 7 家媒体 · .*（21 天） · 中文、英文/u,
  en: /10 articles from 7 outlets · .* \(21 days\) · Chinese and English/u,
};

/** What somebody meets who has never been here. */
export function describeFirstMinute(stage: Stage): void {
  describe.each(READERS)('the first minute in $language at $width px', (reader) => {
    it('shows the box, what is in here, and questions of which every one is answered', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const { page } = readerPage;
      const questions = page.locator('.start-questions[data-complete=true] button');
      await questions.first().waitFor({ timeout: 30_000 });
      const texts = await questions.allTextContents();
      expect(texts.length).toBeGreaterThanOrEqual(4);
      expect(texts.length).toBeLessThanOrEqual(6);
      for (const text of texts) expect(/\p{Script=Han}/u.test(text)).toBe(reader.language === 'zh');

      const box = await page.locator('.question-field').boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      expect(box?.y).toBeGreaterThan(height * 0.1);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(height * 0.7);
      expect(await page.locator('.start-collection').textContent()).toMatch(
        COLLECTION[reader.language],
      );
      expect(await page.locator('.start-newest a').count()).toBeGreaterThan(2);
      await readerPage.expectAccessible('the first page with its questions');

      for (const [index, text] of texts.entries()) {
        await page.evaluate("location.hash = '#/'");
        await page.locator('.start-questions button').nth(index).click();
        const turn = page.locator('.turn', { hasText: text }).last();
        await turn.and(page.locator('[data-status=done]')).waitFor();
        const answer = turn.locator('.answer');
        expect(await answer.getAttribute('data-outcome'), text).toBe('answered');
        expect(await answer.locator('.citation-marker').count(), text).toBeGreaterThan(0);
      }
      await readerPage.leave();
    }, 60_000);
  });

  it('opens a story of the newest, and greets who greets', async () => {
    const readerPage = await openReaderPage(stage.browser, stage.server.url);
    const { page } = readerPage;
    await page.locator('.start-newest a').first().click();
    await page.locator('.event-title').waitFor();
    await page.goBack();
    const turn = await readerPage.askAndWait('What can you do?');
    expect(await turn.locator('.answer').getAttribute('data-outcome')).toBe('answered');
    expect(await turn.locator('.answer-body').textContent()).toMatch(/10 .*articles/u);
    await readerPage.leave();
  });

  it('suggests after an answer only what was answered before', async () => {
    const readerPage = await openReaderPage(stage.browser, stage.server.url);
    const { page } = readerPage;
    await page.locator('.start-questions[data-complete=true]').waitFor({ timeout: 30_000 });
    const response = await page.request.get(`${stage.server.url}/api/suggestions?language=en`);
    const { questions } = (await response.json()) as { questions: { text: string }[] };
    const turn = await readerPage.askAndWait('Who won the 2022 World Cup final?');
    const suggested = turn.locator('.suggestions button');
    await suggested.first().waitFor();
    for (const text of await suggested.allTextContents()) {
      expect(questions.map((question) => question.text)).toContain(text);
    }
    await readerPage.leave();
  });
}
