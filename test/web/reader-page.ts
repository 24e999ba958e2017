import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How someone looks at the page. */
export interface Reader {
  readonly language: 'zh' | 'en';
  readonly width: number;
  readonly theme: 'light' | 'dark';
  /** With fingers instead of a mouse. */
  readonly touch?: boolean;
}

export const DESKTOP: Reader = { language: 'en', width: 1440, theme: 'light' };

const HEIGHTS: Readonly<Record<number, number>> = { 360: 740, 768: 1024 };
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** The page as its reader drives it. Whatever goes wrong behind it fails the test at `leave`. */
export interface ReaderPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Writes a question and sends it with Enter. */
  ask(question: string): Promise<void>;
  /** Asks, and waits until the answer has ended well. */
  askAndWait(question: string): Promise<Locator>;
  lastTurn(): Locator;
  /** Opens the newest article whose title holds some words. */
  openArticle(title?: string): Promise<void>;
  /** Fails when axe finds anything, or when the page is wider than the window. */
  expectAccessible(view: string): Promise<void>;
  /** What screen readers have been told, in order. */
  announcements(): Promise<readonly string[]>;
  /** Accepts what the browser logs of a server that refuses or is away. */
  expectTrouble(): void;
  /** Closes the page; fails when anything went wrong behind it. */
  leave(): Promise<void>;
}

/** Keeps every announcement, because the next replaces it. */
const KEEP_ANNOUNCEMENTS = `
  window.announced = [];
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      const text = document.querySelector('[aria-live]')?.textContent ?? '';
      if (text !== '' && window.announced.at(-1) !== text) window.announced.push(text);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });`;

/** Opens the page in a browser profile of its own. @param address from `#` on */
export async function openReaderPage(
  browser: Browser,
  url: string,
  reader: Reader = DESKTOP,
  address = '',
): Promise<ReaderPage> {
  const context = await browser.newContext({
    locale: reader.language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: reader.theme,
    hasTouch: reader.touch === true,
    viewport: { width: reader.width, height: HEIGHTS[reader.width] ?? 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    bypassCSP: false,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  let troubleExpected = false;
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') troubles.push(`console: ${line.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'blob:' && origin !== url) troubles.push(`left the server: ${request.url()}`);
  });
  await page.addInitScript(KEEP_ANNOUNCEMENTS);
  await page.goto(`${url}/${address}`);
  await page.locator('.app').waitFor();

  const readerPage: ReaderPage = {
    page,
    context,
    async ask(question) {
      await page.locator('.question-field textarea').fill(question);
      await page.locator('.question-field textarea').press('Enter');
    },
    async askAndWait(question) {
      await readerPage.ask(question);
      const turn = page.locator('.turn', { hasText: question }).last();
      await turn.and(page.locator('[data-status=done]')).waitFor();
      return turn;
    },
    async openArticle(title = '') {
      const response = await page.request.get(`${url}/api/articles?page=1&pageSize=50`);
      const { articles } = (await response.json()) as { articles: { id: string; title: string }[] };
      const article = articles.find((each) => each.title.includes(title));
      await page.evaluate(`location.hash = '#/?article=${article?.id}'`);
      await page.locator('.reader-title').waitFor();
    },
    lastTurn: () => page.locator('.turn').last(),
    async expectAccessible(view) {
      await page.evaluate(AXE);
      const violations = await page.evaluate<AxeViolation[]>(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true } } }).then((result) => result.violations)",
      );
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      }));
      expect(found, `axe in ${view}`).toEqual([]);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow, `pixels that ${view} is too wide`).toBeLessThanOrEqual(0);
    },
    announcements: () => page.evaluate<string[]>('window.announced'),
    expectTrouble() {
      troubleExpected = true;
    },
    async leave() {
      await context.close();
      const unexpected = troubles.filter(
        (trouble) => !troubleExpected || !/^console/u.test(trouble),
      );
      expect(unexpected).toEqual([]);
    },
  };
  return readerPage;
}
