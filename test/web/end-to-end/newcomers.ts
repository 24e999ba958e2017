import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openReaderPage, type ReaderPage } from '../reader-page.ts';
import type { Stage } from './stage.ts';

interface Task {
  readonly name: string;
  /** Presses of a pointer that it takes somebody who has never been here. */
  readonly clicks: number;
  readonly language?: 'zh' | 'en';
  readonly steps: (page: Page, readerPage: ReaderPage) => Promise<void>;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();
const firstQuote = (page: Page) => page.locator('.answer-body .citation-marker').first();
const askSuggested = async (page: Page) => {
  await page.locator('.start-questions[data-complete=true] button').first().click();
  await firstQuote(page).waitFor();
};
const ask = async (page: Page, question: string) => {
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await page.locator('.turn[data-status=done]').waitFor();
};

/** What newcomers come for, with what it costs them. */
const TASKS: readonly Task[] = [
  {
    name: 'ask a question of their own',
    clicks: 0,
    steps: (page) => ask(page, 'Where was the SCO defence ministers meeting held?'),
  },
  { name: 'try an example', clicks: 1, steps: askSuggested },
  {
    name: 'check a quote in its article',
    clicks: 1,
    async steps(page) {
      await ask(page, 'Where was the SCO defence ministers meeting held?');
      await firstQuote(page).click();
      await page.locator('.article-text mark[data-active=true]').first().waitFor();
    },
  },
  {
    name: 'see who else says so',
    clicks: 1,
    language: 'zh',
    async steps(page) {
      await ask(page, '谁主持了上合组织国防部长会议？');
      await page.locator('button.sentence-note').first().click();
      await page.locator('.popover .quote-excerpt').nth(1).waitFor();
    },
  },
  {
    name: 'understand a quote in the other language',
    clicks: 1,
    async steps(page) {
      await ask(page, 'Where was the SCO defence ministers meeting held?');
      await page.locator('.aid-trigger').first().click();
      await page.locator('.aid-card rt').first().waitFor();
    },
  },
  {
    name: 'read the newest story in short',
    clicks: 1,
    async steps(page) {
      await page.locator('.start-newest a').first().click();
      await firstQuote(page).waitFor();
    },
  },
  {
    name: 'compare what outlets say of a story',
    clicks: 3,
    async steps(page) {
      await page.getByRole('link', { name: 'Events' }).click();
      await page.locator('.event-axis-lanes a[data-strong=true]').click();
      await page.getByRole('tab', { name: 'Compare coverage' }).click();
      await page.locator('.press-pair').first().waitFor();
    },
  },
  {
    name: 'begin to add an article',
    clicks: 2,
    async steps(page) {
      await page.getByRole('link', { name: 'Sources' }).click();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        press(page, 'Choose files'),
      ]);
      expect(chooser.isMultiple()).toBe(true);
    },
  },
  {
    name: 'take an answer along as proof',
    clicks: 1,
    async steps(page) {
      await ask(page, 'Where was the SCO defence ministers meeting held?');
      await Promise.all([page.waitForEvent('download'), press(page, 'Prove it')]);
    },
  },
  {
    name: 'read on in Chinese',
    clicks: 1,
    async steps(page) {
      await ask(page, 'Where was the SCO defence ministers meeting held?');
      await press(page, '切换到中文');
      await page.locator('.answer[lang=zh-CN]').waitFor();
    },
  },
  {
    name: 'ask only one outlet',
    clicks: 1,
    async steps(page) {
      await press(page, 'Filters');
      await page.locator('.filter-fields select').first().selectOption({ index: 1 });
      await page.locator('[data-set=true]').waitFor();
    },
  },
  {
    name: 'say that an answer is wrong',
    clicks: 1,
    async steps(page) {
      await ask(page, 'Where was the SCO defence ministers meeting held?');
      await press(page, 'Wrong');
      await page.getByRole('button', { name: 'Wrong', pressed: true }).waitFor();
    },
  },
];

/** Each task by somebody new, with its clicks counted. */
export function describeNewcomers(stage: Stage): void {
  it.each(TASKS)(
    'lets newcomers $name with $clicks clicks',
    async ({ clicks, language, steps }) => {
      const reader = { language: language ?? 'en', width: 1440, theme: 'light' } as const;
      const readerPage = await openReaderPage(stage.browser, stage.server.url, reader);
      const { page } = readerPage;
      await page.locator('.start-newest a').first().waitFor();
      await page.locator('.question-field textarea:focus').waitFor();
      await page.evaluate(
        "window.pressed = 0; addEventListener('pointerdown', () => { window.pressed += 1; }, true)",
      );
      await steps(page, readerPage);
      expect(await page.evaluate<number>('window.pressed')).toBe(clicks);
      await readerPage.leave();
    },
  );
}
