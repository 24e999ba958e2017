import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const QUESTION = 'Where was the SCO defence ministers meeting held?';
const OTHER = '民间友好论坛在哪里开幕？';

/** What is kept, shared, changed and thrown away. */
export function describeKeeping(stage: Stage): void {
  describe('conversations', () => {
    it('are there after a reload, with the unsent question, theme and language', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      await readerPage.askAndWait(QUESTION);
      await page.locator('.question-field textarea').fill('And who');
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('radio', { name: 'Light' }).check();
      await page.getByRole('radio', { name: 'Largest' }).check();
      await readerPage.expectAccessible('the settings');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '切换到中文' }).click();
      await page.getByRole('button', { name: '新对话' }).first().waitFor();
      // The answer is said again in the new language.
      const answerText = () => page.locator('.answer-body').textContent();
      await expect.poll(answerText, { timeout: 10_000 }).not.toContain('Shandong');
      const answer = await answerText();
      await page.reload();
      await page.locator('.turn[data-status=done]').waitFor();
      expect(await page.locator('.answer-body').textContent()).toBe(answer);
      expect(await page.locator('.question-field textarea').inputValue()).toBe('And who');
      expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      const size = await page.evaluate<string>(
        'getComputedStyle(document.documentElement).fontSize',
      );
      expect(Number.parseFloat(size)).toBeGreaterThan(20);
      await page.getByRole('button', { name: '新对话' }).first().waitFor();
      await readerPage.leave();
    });

    it('open again by their link, and elsewhere offer their questions', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      await readerPage.askAndWait(QUESTION);
      await readerPage.askAndWait(OTHER);
      await page.getByRole('button', { name: 'This conversation' }).click();
      await page.getByRole('menuitem', { name: 'Copy link' }).click();
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      await page.getByRole('button', { name: 'New conversation' }).click();
      await page.locator('.start').waitFor();
      await page.goto(link);
      expect(await page.locator('.asked-question').allTextContents()).toEqual(
        [QUESTION, OTHER].map((question) => expect.stringContaining(question)),
      );
      await readerPage.leave();

      const elsewhere = await openReaderPage(
        stage.browser,
        stage.server.url,
        undefined,
        new URL(link).hash,
      );
      await elsewhere.expectAccessible('a conversation of another browser');
      await elsewhere.page.getByRole('button', { name: 'Ask its 2 questions again' }).click();
      await elsewhere.page.locator('.turn[data-status=done]').nth(1).waitFor();
      await elsewhere.leave();
    });

    it('are removed one by one or all at once, and stay removed', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      for (const question of [QUESTION, OTHER]) {
        await page.getByRole('button', { name: 'New conversation' }).click();
        await readerPage.askAndWait(question);
      }
      const list = page.locator('.sidebar .conversation-list li');
      expect(await list.count()).toBe(2);
      await list.filter({ hasText: QUESTION }).hover();
      await page.getByRole('button', { name: `Remove “${QUESTION}”` }).click();
      expect(await list.count()).toBe(1);
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await list.count()).toBe(2);
      await page.getByRole('button', { name: 'Clear history' }).click();
      await page.locator('.start').waitFor();
      expect(await list.count()).toBe(0);
      await readerPage.expectAccessible('a removal that can be undone');
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await list.count()).toBe(2);
      await page.getByRole('button', { name: 'Clear history' }).click();
      await page.reload();
      await page.locator('.start').waitFor();
      expect(await list.count()).toBe(0);
      expect(
        await page.evaluate(
          "Object.keys(localStorage).filter((key) => key.includes('conversation'))",
        ),
      ).toEqual([]);
      await readerPage.leave();
    });

    it('come back after a removal on a narrow screen too', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url, {
        language: 'en',
        width: 360,
        theme: 'dark',
      });
      const { page } = readerPage;
      await readerPage.askAndWait(QUESTION);
      for (const removal of ['Clear history', `Remove “${QUESTION}”`]) {
        await page.getByRole('button', { name: 'Show conversations' }).click();
        await page.getByRole('dialog').getByRole('button', { name: removal }).click();
        await page.locator('.start').waitFor();
        await readerPage.expectAccessible('a removal on a narrow screen');
        await page.getByRole('button', { name: 'Undo' }).click();
      }
      await page.getByRole('button', { name: 'Show conversations' }).click();
      await page.getByRole('dialog').getByRole('link', { name: QUESTION }).click();
      await page.locator('.turn[data-status=done]').waitFor();
      await readerPage.leave();
    });

    it('are copied and exported with their citations', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      const turn = await readerPage.askAndWait(QUESTION);
      const clipboard = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');
      await turn.getByRole('button', { name: 'Copy with footnotes' }).click();
      await expect.poll(clipboard).toMatch(/\[1\][\s\S]+\n\[1\] “.+” — .+ 2025/u);
      await turn.getByRole('button', { name: 'Copy as Markdown' }).click();
      await expect.poll(clipboard).toMatch(/\[\^1\][\s\S]+\n\[\^1\]: “.+” — .+ 2025/u);

      for (const [item, ending] of [
        ['Export as Markdown', '.md'],
        ['Export as JSON', '.json'],
      ] as const) {
        await page.getByRole('button', { name: 'This conversation' }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('menuitem', { name: item }).click(),
        ]);
        expect(download.suggestedFilename().endsWith(ending)).toBe(true);
        const text = await readFile(await download.path(), 'utf8');
        expect(text).toContain(QUESTION);
      }
      await readerPage.leave();
    });

    it('let a question be edited; what followed it stays in the first conversation', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page } = readerPage;
      await readerPage.askAndWait(QUESTION);
      await readerPage.askAndWait(OTHER);
      const edit = async (turn: number, question: string): Promise<void> => {
        await page.getByRole('button', { name: 'Edit question' }).nth(turn).click();
        await page.locator('.asked-edit textarea').fill(question);
        await page.locator('.asked-edit textarea').press('Enter');
      };
      await edit(1, 'Who took part in the forum?');
      await page.locator('.turn[data-status=done]').nth(1).waitFor();
      expect(await page.locator('.asked-question').last().textContent()).toContain('Who took part');
      expect(await page.locator('.sidebar .conversation-list li').count()).toBe(1);

      await edit(0, 'Where did the culture ministers meet?');
      await page.locator('.turn', { hasText: 'culture' }).locator('.answer-actions').waitFor();
      expect(await page.locator('.turn').count()).toBe(1);
      expect(await page.locator('.sidebar .conversation-list li').count()).toBe(2);
      await readerPage.leave();
    });
  });
}
