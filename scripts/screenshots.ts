/**
 * Makes the pictures of the README from a running server on the seed articles.
 *
 *     npx tsx scripts/screenshots.ts [--url http://127.0.0.1:3000] [--chromium PATH]
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readBrowserArguments } from './browser-arguments.ts';
import { CHROMIUM_ARGUMENTS } from './chromium.ts';

const FOLDER = path.resolve(import.meta.dirname, '../web/screenshots');

interface Picture {
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  /** Part of the address after `#`. */
  readonly at: string;
  /** Brings the page to what the picture shows. */
  readonly arrange: (page: Page) => Promise<void>;
}

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('.question-field textarea').fill(question);
  await page.locator('.question-field textarea').press('Enter');
  await page.locator('.turn[data-status=done]').waitFor();
}

const PICTURES: readonly Picture[] = [
  {
    name: 'answer-zh',
    language: 'zh',
    theme: 'light',
    width: 1440,
    height: 900,
    at: '/',
    async arrange(page) {
      await ask(page, '国防部长会议在哪里举行？');
      await page.locator('.answer-body .citation-marker').first().click();
      await page.locator('.article-text mark').first().waitFor();
    },
  },
  {
    name: 'quote-en',
    language: 'en',
    theme: 'dark',
    width: 1440,
    height: 900,
    at: '/',
    async arrange(page) {
      await ask(page, 'Who spoke at the friendship forum in Shenyang?');
      await page.locator('.citation-marker').last().hover();
      await page.locator('.quote-card').waitFor();
    },
  },
  {
    name: 'refusal-phone',
    language: 'en',
    theme: 'light',
    width: 390,
    height: 844,
    at: '/',
    arrange: (page) => ask(page, 'How many medals did China win at the Olympics?'),
  },
  {
    name: 'events-zh',
    language: 'zh',
    theme: 'light',
    width: 1200,
    height: 800,
    at: '/events',
    arrange: (page) => page.locator('.event-row').first().waitFor(),
  },
  {
    name: 'event-en',
    language: 'en',
    theme: 'light',
    width: 1200,
    height: 900,
    at: '/events',
    async arrange(page) {
      await page.locator('.event-axis-lanes a[data-strong=true]').first().click();
      await page.locator('.answer-body .citation-marker').first().waitFor();
    },
  },
  {
    name: 'search-zh',
    language: 'zh',
    theme: 'dark',
    width: 1200,
    height: 800,
    at: `/search?${new URLSearchParams({ q: '文化 旅游 青岛' })}`,
    async arrange(page) {
      await page.locator('.search-hit').first().waitFor();
      await page.locator('.rank-explanation summary').first().click();
    },
  },
];

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, language, theme, width, height, at, arrange } = picture;
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: theme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${url}/#${at}`);
  await arrange(page);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await context.close();
}

const { url, executablePath } = readBrowserArguments(process.argv.slice(2));
await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
for (const picture of PICTURES) {
  await take(browser, url, picture);
  console.log(path.relative(process.cwd(), path.join(FOLDER, `${picture.name}.png`)));
}
await browser.close();
