import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzz } from '../../lab/robustness/fuzz.ts';
import { nextRequest } from '../../lab/robustness/fuzz-requests.ts';
import { createRandom } from '../../lab/robustness/random.ts';
import { type ServedProcess, startServedProcess } from '../../lab/robustness/served-process.ts';
import { soak } from '../../lab/robustness/soak.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

/** Short runs of `npm run fuzz` and `npm run soak`, on a server of their own. */

let server: ServedProcess;
beforeAll(async () => {
  // Nobody is turned away because this machine has other things to do.
  server = await startServedProcess(null, { ANSWER_WORKERS: '1', QUEUE_TIMEOUT_MS: '60000' });
}, 120_000);
afterAll(async () => {
  await server.stop();
});

describe('a server', () => {
  it('stands 200 hostile requests', async () => {
    const isRunning = () => server.isRunning;
    const settings = { url: server.url, requests: 200, seed: 7, concurrency: 8, isRunning };
    const report = await fuzz(settings);
    const { requests, crashes, internalErrors, stackTraces, failedProbes, examples } = report;
    expect({ requests, crashes, internalErrors, stackTraces, failedProbes, examples }).toEqual({
      requests: 200,
      crashes: 0,
      internalErrors: 0,
      stackTraces: 0,
      failedProbes: 0,
      examples: [],
    });
    expect(Object.keys(report.statuses)).toEqual(expect.arrayContaining(['200', '400', '404']));
  }, 120_000);

  it('serves mixed readers, some of whom leave, without an error', async () => {
    const settings = { server, minutes: 0.05, seed: 1, concurrency: 3, articles: null };
    const report = await soak(settings);
    const { errors, statuses } = report;
    expect({ errors, statuses }).toMatchObject({ errors: 0 });
    expect(report.requests).toBeGreaterThan(5);
  }, 60_000);

  it('is gone in four seconds once it is told to stop, whatever is under way', async () => {
    const other = await startServedProcess(null, { ANSWER_WORKERS: '1' });
    const asked = Array.from({ length: 30 }, (_, number) =>
      fetch(`${other.url}/api/timeline?from=19${10 + number}-01-01`).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    await delay(50);
    expect(await other.stop()).toBeLessThan(4_000);
    for (const status of await Promise.all(asked)) expect([0, 200, 503]).toContain(status);
  }, 120_000);
});

it.each([
  [['lab/fuzz.ts', '--requests', '100000'], 'SIGTERM', 143],
  [['lab/bench.ts', '--articles', '2000', '--peers', 'none'], 'SIGINT', 130],
] as const)(
  '%j leaves no folder behind when it is interrupted',
  async (words, signal, code) => {
    const folder = temporaryDirectory();
    const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
      env: { ...process.env, TMPDIR: folder },
      stdio: 'ignore',
    });
    const made = () => readdirSync(folder).filter((name) => name.startsWith('yinzheng-'));
    await expect.poll(made, { timeout: 30_000 }).toHaveLength(1);
    // Some way into it: processes of its own may be at work in the folder.
    await delay(1_000);
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(made()).toEqual([]);
  },
  60_000,
);

describe('the requests of a fuzzer', () => {
  it('are the same for the same seed, and others for another', () => {
    const requestsOf = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, () => nextRequest(random, ['a']));
    };
    expect(requestsOf(3)).toEqual(requestsOf(3));
    expect(requestsOf(4)).not.toEqual(requestsOf(3));
  });
});
