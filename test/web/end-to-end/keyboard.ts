import { describe, expect, it } from 'vitest';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const QUESTION = 'Where was the SCO defence ministers meeting held?';

/** Without a mouse, and with an input method. */
export function describeKeyboard(stage: Stage): void {
  describe('with the keyboard alone', () => {
    it('asks, reaches a quote, opens its article, and comes back to where it was', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      const { keyboard } = page;
      await page.locator('.question-field textarea:focus').waitFor();
      await keyboard.type(QUESTION);
      await keyboard.press('Enter');
      await readerPage.lastTurn().and(page.locator('[data-status=done]')).waitFor();

      await page.locator('.thread').focus();
      await keyboard.press('j');
      const marker = page.locator('.citation-marker:focus');
      await marker.waitFor();
      const label = await marker.getAttribute('aria-label');
      await page.locator('.quote-card').waitFor();
      await keyboard.press('ArrowDown');
      await page.locator('.quote-card :focus').waitFor();
      await keyboard.press('Escape');
      await page.locator('.quote-card').waitFor({ state: 'detached' });
      await marker.waitFor();

      await keyboard.press('Enter');
      await page.locator('.reader .article-text mark[data-active=true]').first().waitFor();
      await page.locator('.reader:focus').waitFor();
      await keyboard.press('Escape');
      await page.locator('.reader').waitFor({ state: 'detached' });
      expect(await page.locator(':focus').getAttribute('aria-label')).toBe(label);
      await readerPage.leave();
    });

    it('lists its shortcuts, turns the single keys off, and never takes them from a text', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      await page.locator('.question-field textarea').fill('');
      await page.keyboard.type('n?/s');
      expect(await page.locator('.question-field textarea').inputValue()).toBe('n?/s');

      await page.locator('.start').focus();
      await page.keyboard.press('?');
      const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await list.waitFor();
      await readerPage.expectAccessible('the shortcut list');
      await list.getByRole('checkbox').uncheck();
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'detached' });

      await page.locator('.start').focus();
      await page.keyboard.press('s');
      await page.keyboard.press('?');
      expect(await list.count()).toBe(0);
      expect(new URL(page.url()).hash).not.toContain('search');
      await readerPage.leave();
    });

    it('shows where the focus is on everything that Tab reaches', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      await readerPage.askAndWait(QUESTION);
      await page.locator('.skip-link').focus();
      const unseen: string[] = [];
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<{ name: string; visible: boolean } | null>(`(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return null;
          const box = element.closest('.question-field') ?? element;
          const { outlineStyle, boxShadow } = getComputedStyle(box);
          const visible = outlineStyle !== 'none' || boxShadow !== 'none';
          return { name: element.outerHTML.slice(0, 80), visible };
        })()`);
        if (focused === null) break;
        if (!focused.visible) unseen.push(focused.name);
      }
      expect(unseen).toEqual([]);
      await readerPage.leave();
    });
  });

  describe('with an input method', () => {
    it('does not send while a composition is open, and sends when it has ended', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page, context } = readerPage;
      const field = page.locator('.question-field textarea');
      await field.focus();
      const input = await context.newCDPSession(page);
      await input.send('Input.imeSetComposition', {
        text: 'huiyi',
        selectionStart: 5,
        selectionEnd: 5,
      });
      // Safari has ended the composition by now, and tells by the key code alone.
      for (const init of ['isComposing: true, keyCode: 13', 'isComposing: false, keyCode: 229']) {
        await page.evaluate(
          `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ${init} }))`,
        );
      }
      expect(await page.locator('.turn').count()).toBe(0);
      await input.send('Input.insertText', { text: '国防部长会议在哪里举行？' });
      expect(await field.inputValue()).toBe('国防部长会议在哪里举行？');
      await field.press('Shift+Enter');
      expect(await page.locator('.turn').count()).toBe(0);
      await field.press('Enter');
      await readerPage.lastTurn().and(page.locator('[data-status=done]')).waitFor();
      await readerPage.leave();
    });
  });
}
