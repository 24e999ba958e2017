import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { ask, PROJECT, startServer } from './started-server.ts';

/** What neither command needs: the tests themselves, the laboratory, pictures. */
const LEFT_OUT = /^(?:test|lab|web\/screenshots)\//;

it('npm start works in a folder whose name has spaces, Chinese characters, quotes, % and #', async () => {
  const folder = path.join(temporaryDirectory(), `引证 a #1 50%20 "b" 'c'`);
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: PROJECT,
      encoding: 'utf8',
    },
  );
  for (const file of files.split('\0').filter((name) => name !== '' && !LEFT_OUT.test(name))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(PROJECT, file), path.join(folder, file));
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
}, 180_000);
