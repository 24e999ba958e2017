import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, copyFile, mkdir, readdir } from 'node:fs/promises';
import { Agent } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { FuzzRequest } from './fuzz-requests.ts';
import { probeHealth } from './health-probe.ts';
import { createRandom, type Random } from './random.ts';
import { sendRequest } from './send-request.ts';
import type { ServedProcess } from './served-process.ts';

export interface SoakSettings {
  readonly server: ServedProcess;
  readonly minutes: number;
  readonly seed: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Folder of articles to index again and again, each time with one more, or null for none. */
  readonly articles: string | null;
}

/** What a long run found. */
export interface SoakReport {
  readonly requests: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that were not 200, and readers' own leaving aside. */
  readonly errors: number;
  readonly indexings: number;
  readonly failedIndexings: number;
  readonly longestStallMs: number;
  readonly memoryMb: {
    readonly first: number | null;
    readonly last: number | null;
    readonly highest: number | null;
    /** Megabytes an hour over the second half, by least squares. */
    readonly slopePerHour: number | null;
  };
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const SAMPLE_MS = 2_000;
const REINDEX_MS = 20_000;

const QUESTIONS = [
  '国防部长会议在哪里举行？',
  '论坛什么时候在沈阳开幕？',
  'Who chaired the friendship cities forum?',
  'What is the Shanghai Spirit?',
  '上合组织有多少成员国？',
  '辛格是哪国的防长？',
  '谁发明了电话？',
  'How many countries signed the treaty of Atlantis?',
  '总结一下青岛防长会',
  'timeline of the forum',
  '那里还发生了什么？',
  'When did the ministers meet in Qingdao?',
];

/** Mixed use for some minutes, with indexing beside it. */
export async function soak(settings: SoakSettings): Promise<SoakReport> {
  const { server, minutes, seed, concurrency, articles } = settings;
  const until = Date.now() + minutes * 60_000;
  const random = createRandom(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const probe = probeHealth(server.url);
  const statuses: Record<string, number> = {};
  const samples: { readonly hours: number; readonly mb: number }[] = [];
  let requests = 0;

  const ask = async () => {
    while (Date.now() < until && server.isRunning) {
      const { status } = await sendRequest(server.url, mixedRequest(random), agent);
      requests += 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  const sample = async () => {
    const began = Date.now();
    while (Date.now() < until && server.isRunning) {
      const mb = await server.memoryMb();
      if (mb !== null) samples.push({ hours: (Date.now() - began) / 3_600_000, mb });
      await delay(Math.min(SAMPLE_MS, until - Date.now()));
    }
  };
  const [indexed] = await Promise.all([
    articles === null
      ? { done: 0, failed: 0 }
      : indexAgainAndAgain(articles, server.dataPath, until),
    sample(),
    ...Array.from({ length: concurrency }, ask),
  ]);
  await probe.stop();
  agent.destroy();
  const errors = Object.entries(statuses)
    .filter(([status]) => status !== '200' && status !== 'left')
    .reduce((sum, [, count]) => sum + count, 0);
  const mbs = samples.map(({ mb }) => mb);
  return {
    requests,
    statuses,
    errors: errors + probe.failures,
    indexings: indexed.done,
    failedIndexings: indexed.failed,
    longestStallMs: probe.longestMs,
    memoryMb: {
      first: mbs[0] ?? null,
      last: mbs.at(-1) ?? null,
      highest: mbs.length === 0 ? null : Math.max(...mbs),
      slopePerHour: slopeOf(samples.slice(Math.floor(samples.length / 2))),
    },
  };
}

function mixedRequest(random: Random): FuzzRequest {
  const question = random.pick(QUESTIONS);
  const post = (route: string, body: object, leaveAfter: number | null = null): FuzzRequest => ({
    method: 'POST',
    path: route,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    leaveAfter,
  });
  const get = (route: string): FuzzRequest => ({
    method: 'GET',
    path: route,
    headers: {},
    body: null,
    leaveAfter: null,
  });
  const messages = [{ role: 'user', content: question }];
  switch (random.whole(8)) {
    case 0:
      return post('/api/summaries', { topic: '上合组织', language: random.pick(['zh', 'en']) });
    case 1:
      return post('/api/chat', { messages, stream: true }, random.whole(60));
    case 2:
      return get(`/api/timeline?language=zh&page=${1 + random.whole(3)}`);
    case 3:
      return get(`/api/search?q=${encodeURIComponent(question)}`);
    case 4:
      return get('/api/articles?pageSize=20');
    case 5:
      return post('/v1/chat/completions', { messages });
    default:
      return post('/api/chat', { messages, stream: random.chance(0.5) });
  }
}

/** Indexes a folder with one more article each time, so that there is always something new. */
async function indexAgainAndAgain(
  articles: string,
  dataPath: string,
  until: number,
): Promise<{ readonly done: number; readonly failed: number }> {
  const folder = path.join(dataPath, 'soak-articles');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(articles)) {
    await copyFile(path.join(articles, name), path.join(folder, name));
  }
  const count = { done: 0, failed: 0 };
  while (Date.now() + REINDEX_MS < until) {
    await delay(REINDEX_MS);
    const number = count.done + count.failed;
    const article = { title: `Report ${number}`, text: `On day ${number} nothing happened.` };
    await appendFile(path.join(folder, 'more.jsonl'), `${JSON.stringify(article)}\n`);
    // The server indexed the seeds, of which the folder is a copy that grows.
    const words = ['--import', 'tsx', 'scripts/index.ts', folder, '--replace'];
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      env: { DATA_PATH: dataPath },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [told, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    if (code === 0) count.done += 1;
    else {
      count.failed += 1;
      process.stderr.write(told);
    }
  }
  return count;
}

function slopeOf(
  samples: readonly { readonly hours: number; readonly mb: number }[],
): number | null {
  if (samples.length < 3) return null;
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [x, y] = [mean(samples.map(({ hours }) => hours)), mean(samples.map(({ mb }) => mb))];
  const covariance = samples.reduce((sum, { hours, mb }) => sum + (hours - x) * (mb - y), 0);
  return covariance / samples.reduce((sum, { hours }) => sum + (hours - x) ** 2, 0);
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
