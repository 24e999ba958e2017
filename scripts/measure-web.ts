/**
 * Measures the web app of a running server in Chromium: script bytes of the first load, time until
 * a question can be written, and layout shift while a page loads and an answer streams.
 *
 *     npx tsx scripts/measure-web.ts [--url http://127.0.0.1:3000] [--chromium PATH] [--json]
 */
import { gzipSync } from 'node:zlib';
import Table from 'cli-table3';
import { type Browser, chromium } from 'playwright-core';
import { readBrowserArguments } from './browser-arguments.ts';
import { CHROMIUM_ARGUMENTS } from './chromium.ts';

const LOADS = 5;
const QUESTION = '有哪些会议？';

interface Load {
  readonly scriptBytes: number;
  readonly scriptGzipBytes: number;
  /** Milliseconds from navigation until the question can be written. */
  readonly usableMs: number;
  readonly firstPaintMs: number;
  /** Cumulative layout shift of the load, and of one streamed answer. */
  readonly loadShift: number;
  readonly answerShift: number;
}

/** Notes when the question box appears, and adds up every shift that no input caused. */
const OBSERVE = `
  window.measured = { usable: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.measured.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    if (window.measured.usable === 0 && document.querySelector('.question-field textarea') !== null)
      window.measured.usable = performance.now();
  }).observe(document, { childList: true, subtree: true });`;

async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.addInitScript(OBSERVE);
  await page.goto(url, { waitUntil: 'networkidle' });
  const measured = (): Promise<{ usable: number; shift: number }> =>
    page.evaluate('({ ...window.measured })');
  const loaded = await measured();
  const bodies = await Promise.all(scripts);
  const firstPaintMs = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0",
  );
  await page.locator('.question-field textarea').fill(QUESTION);
  await page.locator('.question-field textarea').press('Enter');
  await page.locator('.turn[data-status=done]').waitFor();
  // Shifts within half a second of a key press are not counted by the browser.
  await page.waitForTimeout(1_000);
  const answered = await measured();
  await context.close();
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    scriptBytes: sum(bodies.map((body) => body.length)),
    scriptGzipBytes: sum(bodies.map((body) => gzipSync(body, { level: 9 }).length)),
    usableMs: loaded.usable,
    firstPaintMs,
    loadShift: loaded.shift,
    answerShift: answered.shift - loaded.shift,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const { url, executablePath, json } = readBrowserArguments(process.argv.slice(2));
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
const loads: Load[] = [];
for (let load = 0; load < LOADS; load += 1) loads.push(await measureLoad(browser, url));
await browser.close();

const figures = {
  loads: LOADS,
  scriptBytes: median(loads.map((load) => load.scriptBytes)),
  scriptGzipBytes: median(loads.map((load) => load.scriptGzipBytes)),
  firstPaintMs: Math.round(median(loads.map((load) => load.firstPaintMs))),
  usableMs: Math.round(median(loads.map((load) => load.usableMs))),
  worstUsableMs: Math.round(Math.max(...loads.map((load) => load.usableMs))),
  loadShift: Number(Math.max(...loads.map((load) => load.loadShift)).toFixed(4)),
  answerShift: Number(Math.max(...loads.map((load) => load.answerShift)).toFixed(4)),
};
if (json) console.log(JSON.stringify(figures));
else {
  const table = new Table();
  for (const [name, value] of Object.entries(figures)) table.push([name, value]);
  console.log(table.toString());
}
