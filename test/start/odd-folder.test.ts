import { execFile } from 'node:child_process';
import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { ask, commandEnvironment, PROJECT, startServer } from './started-server.ts';

/** What a start makes or needs not. */
const LEFT_OUT = ['node_modules', 'dist', '.git', '.yinzheng'];

it('npm start and npm test work in a folder whose name has spaces, Chinese characters, quotes, % and #', async () => {
  const folder = path.join(temporaryDirectory(), `引证 a #1 50%20 "b" 'c'`);
  for (const entry of readdirSync(PROJECT).filter((name) => !LEFT_OUT.includes(name))) {
    cpSync(path.join(PROJECT, entry), path.join(folder, entry), { recursive: true });
  }
  // Linked, so that the test needs no network.
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));

  const server = await startServer({ cwd: folder, command: ['npm', 'start'], environment: {} });
  try {
    expect(server.output).toMatch(/Indexed 10 articles/);
    expect((await ask(server.url, '谁主持了上合组织国防部长会议？')).answer).toContain('董军');
    const page = await fetch(server.url);
    expect(page.headers.get('content-type')).toContain('text/html');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
    expect((await fetch(`${server.url}${script}`)).status).toBe(200);
  } finally {
    await server.stop();
  }

  const words = ['test', '--', '--project', 'unit', 'test/core/array.test.ts'];
  const { stdout } = await promisify(execFile)('npm', words, {
    cwd: folder,
    env: commandEnvironment({}),
  });
  expect(stdout).toMatch(/Test Files .*1 passed/);
}, 240_000);
