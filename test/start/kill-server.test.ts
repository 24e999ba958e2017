import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openSnapshot } from '../../src/index/open-snapshot.ts';
import { readManifest, readPointer } from '../../src/index/snapshot/current-generation.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { commandEnvironment, PROJECT, runCommand, startServer } from './started-server.ts';

/** How often the server is killed; `KILL_POINTS=50 npx vitest run test/start/kill-server.test.ts`. */
const { KILL_POINTS: wanted = '0' } = process.env;
const KILL_POINTS = Number(wanted) || 3;

it('a server killed at any moment, also while it indexes, leaves an index that opens whole', async () => {
  const directory = temporaryDirectory();
  const articles = path.join(directory, 'articles');
  const environment = { DATA_PATH: path.join(directory, 'data') };
  const write = (text: string) =>
    writeFileSync(path.join(articles, 'a.txt'), `${text}\n`.repeat(9));
  mkdirSync(articles);
  write('上海合作组织成员国国防部长会议在青岛举行。');
  expect((await runCommand(['index', articles], environment)).code).toBe(0);

  // How long a start with news takes on this machine now, and a while of serving.
  write('各方就地区安全形势交换意见。');
  const began = performance.now();
  await (await startServer({ environment })).stop('SIGKILL');
  const span = 1.2 * (performance.now() - began);

  for (let point = 0; point < KILL_POINTS; point++) {
    write(`秘书处发布第${point}号消息,各方表示欢迎。`);
    const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
      cwd: PROJECT,
      env: commandEnvironment(environment),
      stdio: 'ignore',
    });
    const gone = once(child, 'exit');
    await pause((span * (point + 0.5)) / KILL_POINTS);
    child.kill('SIGKILL');
    await gone;
    const { DATA_PATH: data } = environment;
    const { description } = await readManifest(data, await readPointer(data));
    const index = await openSnapshot(data, {
      embedderFingerprint: description.embedder,
      analyzerFingerprint: description.analyzer,
    });
    expect(index.chunks.length).toBeGreaterThan(0);
    for (const { articleId, start, end, text } of index.chunks) {
      expect(index.article(articleId)?.body.slice(start, end)).toBe(text);
    }
  }
  // The next start finds its way through what the dead have left, and removes it.
  const last = await startServer({ environment });
  expect(last.output).not.toMatch(/was not brought up to date/);
  expect(await last.stop()).toBe(0);
  expect(readdirSync(path.join(environment.DATA_PATH, 'generations')).length).toBeLessThanOrEqual(
    2,
  );
}, 1_800_000);
