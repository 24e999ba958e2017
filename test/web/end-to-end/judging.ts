import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFeedback } from '../../../lab/evaluate/feedback.ts';
import { reply } from '../../model-server/chat-behaviours.ts';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const QUESTION = 'Where was the SCO defence ministers meeting held?';
const OTHER = '民间友好论坛在哪里开幕？';

/** What the reader says of answers, who writes them, and two tabs. */
export function describeJudging(stage: Stage): void {
  it('keeps what a reader says of an answer as a line that evaluate reads', async () => {
    const readerPage = await openReaderPage(stage.browser, stage.server.url);
    const turn = await readerPage.askAndWait(QUESTION);
    await turn.getByRole('button', { name: 'Useful' }).click();
    await turn.getByRole('button', { name: 'Useful', pressed: true }).waitFor();
    const wrong = await readerPage.askAndWait(OTHER);
    await wrong.getByRole('button', { name: 'Wrong' }).click();
    await readerPage.expectAccessible('a note on a wrong answer');
    await wrong.getByLabel('What is wrong with it?').fill('the day is missing');
    await wrong.getByRole('button', { name: 'Send' }).click();
    await wrong.getByRole('button', { name: 'Wrong', pressed: true }).waitFor();
    const file = path.join(stage.server.dataPath, 'feedback.jsonl');
    await expect.poll(() => readFile(file, 'utf8')).toContain('the day is missing');
    const lines = parseFeedback(await readFile(file, 'utf8'), file);
    expect(lines.map(({ verdict, question }) => [verdict, question])).toEqual([
      ['useful', QUESTION],
      ['wrong', OTHER],
    ]);
    expect(lines[0]?.quotes[0]).toMatch(/\p{Script=Han}/u);
    await readerPage.leave();
  });

  it('lets the reader choose between a model and quotes alone', async () => {
    stage.model.reset();
    stage.model.otherwise(() => reply('上海合作组织成员国国防部长会议26日在青岛举行[1]。'));
    const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
    const { page } = readerPage;
    const choice = page.getByRole('combobox', { name: 'Who writes the answer' });
    await choice.waitFor();
    expect(await choice.locator('option').allTextContents()).toEqual(['test-model', 'Quotes only']);
    const written = await readerPage.askAndWait('国防部长会议在哪里举行？');
    expect(await written.locator('.answer-actions-composer').textContent()).toContain('test-model');
    const asked = stage.model.requests.length;
    await choice.selectOption('Quotes only');
    const quoted = await readerPage.askAndWait(OTHER);
    expect(await quoted.locator('.answer-actions-composer').textContent()).toBe(
      'Quoted from the articles',
    );
    expect(stage.model.requests.length).toBe(asked);
    await readerPage.expectAccessible('the choice of who writes');
    await readerPage.leave();
  });

  describe('two tabs on one history', () => {
    it('lose nothing when both ask in one conversation at once', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url);
      const { page, context } = readerPage;
      await readerPage.askAndWait(QUESTION);
      await page.waitForTimeout(600);
      const second = await context.newPage();
      await second.goto(page.url());
      await second.locator('.turn[data-status=done]').waitFor();
      const ask = (tab: typeof page, question: string) =>
        tab.locator('.question-field textarea').fill(question);
      await ask(page, OTHER);
      await ask(second, '谁主持了上合组织国防部长会议？');
      await Promise.all(
        [page, second].map((tab) => tab.locator('.question-field textarea').press('Enter')),
      );
      for (const tab of [page, second]) {
        await tab.locator('.turn[data-status=done]').nth(2).waitFor();
        expect(await tab.locator('.turn').count()).toBe(3);
      }
      await page.waitForTimeout(600);
      await page.reload();
      await page.locator('.turn[data-status=done]').nth(2).waitFor();
      await readerPage.leave();
    });
  });
}
