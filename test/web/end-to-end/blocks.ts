import { describe, expect, it } from 'vitest';
import type { CompositionEvent } from '../../../src/core/answer-event.ts';
import type { Article } from '../../../src/core/article.ts';
import type { BlockContent } from '../../../src/core/block.ts';
import { CompositionWriter } from '../../../src/core/composition-writer.ts';
import { openReaderPage, type Reader } from '../reader-page.ts';
import type { Stage } from './stage.ts';

const READERS: readonly Reader[] = [
  { language: 'zh', width: 1440, theme: 'light' },
  { language: 'en', width: 360, theme: 'dark' },
];

const article: Article = {
  id: 'invented',
  title: '昭通地震',
  outlet: { name: '云南日报', zh: '云南日报', en: 'Yunnan Daily' },
  publishedAt: '2025-07-06',
  language: 'zh',
  body: '云南昭通地震造成12人死亡。救援仍在进行。',
  url: null,
  truncated: false,
  origin: { path: 'invented.txt', position: 0 },
  copyOf: null,
};
const statement = { heading: null, citations: [1], dates: [], corroboration: null } as const;

/** One block of each kind that an answer may hold; `possible` and `refusal` open answers of their own. */
const ANSWER: readonly BlockContent[] = [
  { kind: 'short-answer', text: '12 dead', original: '12人死亡', citations: [1] },
  {
    kind: 'quote',
    placement: 'paragraph',
    lead: null,
    text: '云南昭通地震造成12人死亡。',
    ...statement,
  },
  {
    kind: 'sentence',
    isProvisional: false,
    placement: 'paragraph',
    text: 'Rescue work goes on in Zhaotong.',
    support: { verdict: 'partly', reason: 'Zhaotong', rule: 'name', failed: 'Zhaotong' },
    ...statement,
  },
  {
    kind: 'timeline-entry',
    placement: 'item',
    from: '2025-07-06',
    to: '2025-07-06',
    days: 'July 6, 2025',
    text: '救援仍在进行。',
    ...statement,
  },
  {
    kind: 'conflict',
    about: 'the figure for “死亡”',
    statements: [
      { value: '12人死亡', citation: 1 },
      { value: '15人死亡', citation: 2 },
    ],
  },
  {
    kind: 'ledger',
    about: 'Deaths',
    rows: [
      { value: '12', who: 'Yunnan Daily', asOf: '2025-07-06', citation: 1 },
      { value: '15', who: 'Yunnan Daily', asOf: null, citation: 2 },
    ],
  },
];
const [, quote] = ANSWER;
const POSSIBLE: readonly BlockContent[] = [
  { kind: 'possible', text: 'This may answer, though it does not say so:' },
  ...(quote === undefined ? [] : [quote]),
];
const REFUSAL: readonly BlockContent[] = [
  { kind: 'refusal', text: 'No article says so.', code: 'not-in-articles' },
];

/** A stream that breaks off after its blocks, so that nothing but they can tell the page what to show. */
function streamOf(contents: readonly BlockContent[]): string {
  const writer = new CompositionWriter('en');
  writer.cite(article, { start: 0, end: 13 });
  writer.cite(article, { start: 13, end: 20 });
  const events: CompositionEvent[] = contents.flatMap((content) => [...writer.write(content)]);
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

/** Every kind of block, as the page shows it from nothing but the stream. */
export function describeBlocks(stage: Stage): void {
  describe.each(READERS)('blocks for a reader in $language at $width px', (reader) => {
    it('are each shown as what they are, and three outcomes differ at a glance', async () => {
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      readerPage.expectTrouble();
      const { page } = readerPage;
      const show = async (question: string, contents: readonly BlockContent[]) => {
        await page.route('**/api/chat', (route) =>
          route.fulfill({ contentType: 'text/event-stream', body: streamOf(contents) }),
        );
        await readerPage.ask(question);
        const turn = page.locator('.turn', { hasText: question }).last();
        await turn.and(page.locator('[data-status=interrupted]')).waitFor();
        await page.unroute('**/api/chat');
        return turn.locator('.answer');
      };

      const answer = await show('How many died?', ANSWER);
      expect(await answer.getAttribute('data-outcome')).toBe('answered');
      const short = answer.locator('.short-answer');
      expect(await short.locator('strong').textContent()).toBe('12 dead');
      expect(await short.locator('[lang^=zh]').textContent()).toBe('12人死亡');
      const quotes = answer.locator('.quote');
      expect(await quotes.count()).toBe(2);
      expect(await quotes.locator('.quote-words[lang^=zh]').count()).toBe(2);
      expect(await quotes.locator('.support-mark').count()).toBe(0);
      expect(await quotes.nth(1).textContent()).toMatch(/^July 6, 2025/u);
      expect(await quotes.locator('.quote-label').count()).toBe(2);
      const sentence = answer.locator('.answer-sentence[data-verdict=partly]');
      expect(await sentence.locator('.support-mark').count()).toBe(1);
      for (const kind of ['conflict', 'ledger']) {
        const rows = answer.locator(`[data-kind=${kind}] tbody tr`);
        expect(await answer.locator(`[data-kind=${kind}] thead th`).count()).toBe(4);
        expect(await rows.count()).toBe(2);
        expect(await rows.first().textContent()).toMatch(/12.*Yunnan Daily.*2025/u);
        expect(await rows.locator('.citation-marker').count()).toBe(2);
      }
      await readerPage.expectAccessible('an answer of every kind of block');

      const possible = await show('Where did it happen?', POSSIBLE);
      expect(await possible.getAttribute('data-outcome')).toBe('possible');
      expect(await possible.locator('.possible-lead-in').count()).toBe(1);
      const refused = await show('Why did it happen?', REFUSAL);
      expect(await refused.getAttribute('data-outcome')).toBe('not-found');
      expect(await refused.locator('.refusal-explanation').count()).toBe(1);
      const statuses = await page.locator('.answer-status').allTextContents();
      expect(new Set(statuses).size).toBe(3);
      await readerPage.expectAccessible('three outcomes');
      await readerPage.leave();
    });
  });
}
