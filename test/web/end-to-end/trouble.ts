import { describe, expect, it } from 'vitest';
import { cutAfter, reply, stallAfter } from '../../model-server/chat-behaviours.ts';
import { openReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const QUESTION = '国防部长会议在哪里举行？';
const SENTENCES = [
  '上海合作组织成员国国防部长会议26日在青岛举行[1]。',
  '中国国防部长董军主持会议并发言[1]。',
  '多国国防部长出席会议[1]。',
  '各方就维护地区和平达成共识[1]。',
  '今年中国是上合组织轮值主席国[1]。',
];
/** A whole sentence and the beginning of the next. */
const HALF_WRITTEN = SENTENCES.join('').slice(0, 40);

/** A model that writes, stalls, breaks or means harm; a server that goes away. */
export function describeTrouble(stage: Stage): void {
  describe('while a model writes', () => {
    it('shows the text as it comes, moves nothing that stands, and tells no tokens', async () => {
      stage.model.reset();
      stage.model.otherwise(() => reply(SENTENCES.join(''), { betweenPiecesMs: 60 }));
      const readerPage = await openReaderPage(stage.browser, stage.modelled.url);
      const { page } = readerPage;
      await page.evaluate(`
        window.shifted = 0;
        window.seen = { lengths: [], tops: [] };
        new MutationObserver(() => {
          const turn = document.querySelector('.turn[data-status=answering]');
          if (turn === null) return;
          window.seen.lengths.push(turn.querySelector('.answer-body').textContent.length);
          window.seen.tops.push(turn.querySelector('.asked-question').getBoundingClientRect().y);
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
        }).observe({ type: 'layout-shift', buffered: false });`);
      await readerPage.ask(QUESTION);
      await page.locator('.turn[data-status=done]').waitFor();
      const seen = await page.evaluate<{ lengths: number[]; tops: number[] }>('window.seen');
      expect(new Set(seen.lengths).size).toBeGreaterThan(3);
      expect(seen.lengths).toEqual(seen.lengths.toSorted((a, b) => a - b));
      expect(new Set(seen.tops).size).toBe(1);
      expect(await page.evaluate<number>('window.shifted')).toBeLessThan(0.05);
      const told = await readerPage.announcements();
      expect(told[0]).toBe('Answering');
      expect(told.at(-1)).toMatch(/^Done/u);
      expect(told).toHaveLength(2);
      expect(await page.locator('.answer-sentence .support-mark').count()).toBeGreaterThan(0);
      await readerPage.leave();
    });

    it('stops when told to, in the model too, and keeps what had come', async () => {
      stage.model.reset();
      stage.model.otherwise(() => stallAfter(HALF_WRITTEN));
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
      stage.model.otherwise(() => reply(SENTENCES.join('')));
      await page.getByRole('button', { name: 'Ask again' }).click();
      await page.locator('.turn[data-status=done]').waitFor();
      await readerPage.leave();
    });

    it('gives the extracted answer, and says so, when the model breaks off', async () => {
      stage.model.reset();
      stage.model.otherwise(() => cutAfter(HALF_WRITTEN));
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
            `[官网](https://evil.example/z) **会议**${SENTENCES[0]}`,
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
      stage.model.otherwise(() => stallAfter(HALF_WRITTEN));
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
      stage.model.otherwise(() => reply(SENTENCES.join('')));
      await stage.modelled.start();
      await page.locator('.server-notice').waitFor({ state: 'detached' });
      expect(await page.locator('.question-field textarea').inputValue()).toBe('还有谁参加？');
      await page.getByRole('button', { name: 'Ask again' }).click();
      await page.locator('.turn[data-status=done]').waitFor();
      await readerPage.leave();
    }, 60_000);

    it('keeps a half-written answer over a reload, and says that it is not whole', async () => {
      stage.model.reset();
      stage.model.otherwise(() => stallAfter(HALF_WRITTEN));
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
