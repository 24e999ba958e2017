import { describe, expect, it } from 'vitest';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const QUESTION = 'Where was the SCO defence ministers meeting held?';

/** One reader, articles in two languages. */
export function describeTwoLanguages(stage: Stage): void {
  describe('an aid to quotes in the other language', () => {
    it('comes on hover and by the keyboard, and names people, titles, places and dates', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      const turn = await readerPage.askAndWait('Who chaired the SCO defence ministers meeting?');
      const quote = turn.locator('.quote', { has: page.locator('[lang=zh-CN]') }).first();
      const words = (await quote.locator('.quote-words').textContent()) ?? '';
      await quote.locator('.quote-words').hover({ position: { x: 60, y: 12 } });
      const card = page.locator('.aid-card');
      await card.waitFor();
      expect(await card.textContent()).toContain('not a quotation');
      const glosses = await card.locator('rt').allTextContents();
      for (const gloss of ['Dong Jun', 'Qingdao', /2025/u, /defen[cs]e/iu]) {
        expect(
          glosses.some((each) =>
            typeof gloss === 'string' ? each.includes(gloss) : gloss.test(each),
          ),
          String(gloss),
        ).toBe(true);
      }
      // The words under the aid are the quote's, every one.
      const shown = await page.evaluate<string>(
        `(() => { const line = document.querySelector('.aid-line').cloneNode(true);
          for (const rt of line.querySelectorAll('rt')) rt.remove();
          return line.textContent; })()`,
      );
      expect(shown).toBe(words);
      await readerPage.expectAccessible('an aid to reading');
      await page.mouse.move(5, 5);
      await card.waitFor({ state: 'detached' });

      await page.locator('.thread').focus();
      await page.keyboard.press('j');
      await page.locator('.citation-marker:focus').first().waitFor();
      await page.evaluate("document.querySelector('.quote .aid-trigger').focus()");
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await card.waitFor();
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      // Nothing of the aid is copied with the quote.
      expect(await quote.locator('.quote-words').textContent()).toBe(words);
      await readerPage.leave();
    });

    it.each(['en', 'zh'] as const)('comes by touch for a reader in %s', async (language) => {
      const reader = { language, width: 360, theme: 'dark', touch: true } as const;
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const { page } = readerPage;
      const question = language === 'en' ? QUESTION : '上合组织如何作出决策？';
      const turn = await readerPage.askAndWait(question);
      const other = language === 'en' ? 'zh-CN' : 'en';
      await turn
        .locator(`.quote-words[lang=${other}]`)
        .first()
        .tap({ position: { x: 60, y: 12 } });
      await page.locator('.aid-card rt').first().waitFor();
      const gloss = (await page.locator('.aid-card rt').first().textContent()) ?? '';
      expect(/\p{Script=Han}/u.test(gloss)).toBe(language === 'zh');
      await readerPage.expectAccessible('an aid by touch');
      await page.keyboard.press('Escape');
      await page.locator('.aid-card').waitFor({ state: 'detached' });
      await readerPage.leave();
    });
  });

  it('says below titles in the other language what they are about', async () => {
    const readerPage = await openReaderPage(stage.browser, stage.server.url);
    const { page } = readerPage;
    const story = page.locator('.start-newest a', { hasText: '董军会见' });
    await expect
      .poll(() => story.locator('.title-aid').textContent())
      .toMatch(/Dong Jun · .*Shanghai/u);
    await readerPage.expectAccessible('titles with what they are about');
    await page.getByRole('button', { name: '切换到中文' }).click();
    await story.locator('.title-aid').waitFor({ state: 'detached' });
    await readerPage.leave();
  });

  it('says again in the other language what was answered, over the same evidence, and back', async () => {
    const readerPage = await openReaderPage(stage.browser, stage.server.url);
    const { page } = readerPage;
    const turn = await readerPage.askAndWait(QUESTION);
    const quotes = () => turn.locator('.quote-words').allTextContents();
    const [text, evidence] = [await turn.locator('.answer-body').textContent(), await quotes()];
    await page.getByRole('button', { name: '切换到中文' }).click();
    await turn.locator('.answer[lang=zh-CN]').waitFor();
    expect(await quotes()).toEqual(evidence);
    expect(await turn.locator('.quote-label').first().textContent()).toBe('原文');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await turn.locator('.answer[lang=en]').waitFor();
    expect(await turn.locator('.answer-body').textContent()).toBe(text);
    await readerPage.leave();
  });
}
