import { describe, expect, it } from 'vitest';
import { cutAfter, reply, stallAfter } from '../../model-server/chat-behaviours.ts';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const QUESTION = '国防部长会议在哪里举行？';
const FIRST_WORDS = '上海合作组织成员国国防部长会议26日在青岛举行';

/** A model that writes, stalls, breaks or means harm; a server that goes away. */
export function describeTrouble(stage: Stage): void {
  describe('while a model writes', () => {
    it('shows the text as it comes, moves nothing that stands, and tells no tokens', async () => {
      stage.model.reset();
      const text = `${FIRST_WORDS}[1]。`.repeat(6);
      stage.model.otherwise(() => reply(text, { betweenPiecesMs: 15 }));
      const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
      const { page } = readerPage;
      await page.evaluate(`
        window.shifted = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
        }).observe({ type: 'layout-shift', buffered: false });`);
      await readerPage.ask(QUESTION);
      const body = page.locator('.answer-body');
      await body.getByText('上海').first().waitFor();
      await page.waitForTimeout(600);
      const lengths: number[] = [];
      const tops: (number | undefined)[] = [];
      while ((await readerPage.lastTurn().getAttribute('data-status')) === 'answering') {
        lengths.push((await body.textContent())?.length ?? 0);
        tops.push((await page.locator('.asked-question').boundingBox())?.y);
        await page.waitForTimeout(30);
      }
      expect(new Set(lengths).size).toBeGreaterThan(3);
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
      expect(new Set(tops.slice(2)).size).toBeLessThanOrEqual(1);
      expect(await page.evaluate<number>('window.shifted')).toBeLessThan(0.05);
      const told = await readerPage.announcements();
      expect(told[0]).toBe('Answering');
      expect(told.at(-1)).toMatch(/^Done/u);
      expect(told).toHaveLength(2);
      await readerPage.leave();
    });

    it('stops when told to, in the model too, and keeps what had come', async () => {
      stage.model.reset();
      stage.model.otherwise(() => stallAfter(FIRST_WORDS));
      const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
      const { page } = readerPage;
      await readerPage.ask(QUESTION);
      await page.locator('.answer-body').getByText('青岛').first().waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.locator('.turn[data-status=stopped]').waitFor();
      expect(await page.locator('.answer-body').textContent()).toContain('青岛');
      const asked = stage.model.requests.filter(({ prompt }) => prompt.includes(QUESTION)).at(-1);
      expect(await asked?.closedByClient).toBe(true);
      stage.model.reset();
      stage.model.otherwise(() => reply(`${FIRST_WORDS}[1]。`));
      await page.getByRole('button', { name: 'Ask again' }).click();
      await page.locator('.turn[data-status=done]').waitFor();
      await readerPage.leave();
    });

    it('gives the extracted answer, and says so, when the model breaks off', async () => {
      stage.model.reset();
      stage.model.otherwise(() => cutAfter(FIRST_WORDS));
      const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
      const turn = await readerPage.askAndWait(QUESTION);
      await turn.locator('.notice-list').waitFor();
      expect(await turn.locator('.citation-marker').count()).toBeGreaterThan(0);
      await readerPage.expectAccessible('an answer with a notice');
      await readerPage.leave();
    });

    it('never runs, loads or hides anything that a model writes', async () => {
      stage.model.reset();
      stage.model.otherwise(() =>
        reply(
          [
            '<script>window.harmed = true</script><img src="https://evil.example/x" onerror="window.harmed = true">',
            '[国防部](javascript:window.harmed=true) ![图](https://evil.example/y.png)',
            `[官网](https://evil.example/z) **${FIRST_WORDS}**[1]。`,
          ].join('\n\n'),
        ),
      );
      const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
      const turn = await readerPage.askAndWait(QUESTION);
      expect(await readerPage.page.evaluate('window.harmed')).toBeUndefined();
      expect(await turn.locator('script, img, iframe').count()).toBe(0);
      for (const link of await turn.locator('a').all()) {
        expect(await link.textContent()).toBe(await link.getAttribute('href'));
      }
      await readerPage.leave();
    });
  });

  describe('when the server goes away', () => {
    it('keeps what had come, says so, notices that it is back, and asks again', async () => {
      stage.model.reset();
      stage.model.otherwise(() => stallAfter(FIRST_WORDS));
      const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
      const { page } = readerPage;
      await readerPage.ask(QUESTION);
      await page.locator('.answer-body').getByText('青岛').first().waitFor();
      readerPage.expectTrouble();
      await stage.modelled.kill();
      await page.locator('.turn[data-status=interrupted]').waitFor();
      await page.locator('.server-notice').waitFor();
      expect(await page.locator('.answer-body').textContent()).toContain('青岛');
      await readerPage.expectAccessible('a broken answer');

      await page.locator('.question-field textarea').fill('还有谁参加？');
      stage.model.reset();
      stage.model.otherwise(() => reply(`${FIRST_WORDS}[1]。`));
      await stage.modelled.start();
      await page.locator('.server-notice').waitFor({ state: 'detached' });
      expect(await page.locator('.question-field textarea').inputValue()).toBe('还有谁参加？');
      await page.getByRole('button', { name: 'Ask again' }).click();
      await page.locator('.turn[data-status=done]').waitFor();
      await readerPage.leave();
    }, 60_000);

    it('keeps a half-written answer over a reload, and says that it is not whole', async () => {
      stage.model.reset();
      stage.model.otherwise(() => stallAfter(FIRST_WORDS));
      const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
      const { page } = readerPage;
      await readerPage.ask(QUESTION);
      await page.locator('.answer-body').getByText('青岛').first().waitFor();
      await page.reload();
      await page.locator('.turn[data-status=interrupted]').waitFor();
      expect(await page.locator('.answer-body').textContent()).toContain('青岛');
      await readerPage.leave();
    });
  });
}
