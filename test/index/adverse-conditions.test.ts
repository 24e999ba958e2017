import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPreviousArticles } from '../../src/index/previous-snapshot.ts';
import { commandEnvironment, PROJECT } from '../start/started-server.ts';
import { temporaryDirectory } from './temporary-directory.ts';

vi.setConfig({ testTimeout: 90_000 });

const tsx = pathToFileURL(path.join(PROJECT, 'node_modules/tsx/dist/loader.mjs')).href;
const setBack = pathToFileURL(path.join(import.meta.dirname, 'clock-set-back.mjs')).href;

/** Root may do anything; without these two capabilities it is held to permissions as anybody is. */
const ORDINARY =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** `npm run index` over a folder, without npm. */
async function runIndex(
  directory: string,
  words: readonly string[],
  before: { readonly command?: readonly string[]; readonly load?: string } = {},
): Promise<Ended> {
  const { command = [], load } = before;
  const loaded = load === undefined ? [] : ['--import', load];
  const script = path.join(PROJECT, 'scripts/index.ts');
  const [program = '', ...rest] = [
    ...command,
    process.execPath,
    '--import',
    tsx,
    ...loaded,
    script,
    path.join(directory, 'news'),
    ...words,
  ];
  const child = spawn(program, rest, {
    cwd: PROJECT,
    env: commandEnvironment({ DATA_PATH: path.join(directory, 'data') }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString('utf8');
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}

/** A folder `news` of articles beside an empty folder `data`. */
function makeFolder(): string {
  const directory = temporaryDirectory();
  mkdirSync(path.join(directory, 'news/july'), { recursive: true });
  writeArticle(directory, 'first.txt', '外长会议8日在北京举行，代表们讨论了经济合作。');
  writeArticle(directory, 'july/second.txt', 'The delegates signed an agreement in Astana.');
  return directory;
}

function writeArticle(directory: string, name: string, text: string): void {
  writeFileSync(path.join(directory, 'news', name), `${text}\n`);
}

async function indexed(directory: string): Promise<string[]> {
  const articles = await readPreviousArticles(path.join(directory, 'data'));
  return articles.map(({ origin }) => origin.path).sort();
}

/** Folders and files whose permissions are to be given back, so that they can be removed. */
const closed: string[] = [];

function close(file: string, mode: number): void {
  chmodSync(file, mode);
  closed.push(file);
}

afterEach(() => {
  for (const file of closed.splice(0)) chmodSync(file, 0o755);
});

describe.runIf(process.platform === 'linux')('indexing where permissions are missing', () => {
  it('says that it may not write, and leaves the index as it was', async () => {
    const directory = makeFolder();
    await runIndex(directory, []);
    writeArticle(directory, 'third.txt', '国防部长9日抵达天津，与市长举行会谈。');
    const data = path.join(directory, 'data');
    const before = readdirSync(data, { recursive: true }).sort();
    close(data, 0o555);
    const { code, output } = await runIndex(directory, [], { command: ORDINARY });
    expect(code).not.toBe(0);
    expect(output).toContain(`may not write in ${data}`);
    expect(output).toContain('the previous index is intact');
    expect(output).not.toMatch(/^\s+at /m);
    expect(readdirSync(data, { recursive: true }).sort()).toEqual(before);
    expect(await indexed(directory)).toEqual(['first.txt', 'july/second.txt']);
  });

  it.each([
    ['a file', 'first.txt', 0o000],
    ['a folder', 'july', 0o000],
  ])('keeps what it read of %s that it may not open now, and says so', async (_, name, mode) => {
    const directory = makeFolder();
    await runIndex(directory, []);
    writeArticle(directory, 'third.txt', '国防部长9日抵达天津，与市长举行会谈。');
    close(path.join(directory, 'news', name), mode);
    const { code, output } = await runIndex(directory, [], { command: ORDINARY });
    expect(code).toBe(0);
    expect(output).toContain(`${name}: Permission to read it was denied.`);
    expect(output).toContain('What was read of it before stays (articles: 1).');
    expect(await indexed(directory)).toEqual(['first.txt', 'july/second.txt', 'third.txt']);
  });

  it('takes nothing of another folder for a file that it may not open', async () => {
    const directory = makeFolder();
    await runIndex(directory, []);
    const other = path.join(directory, 'other');
    mkdirSync(path.join(other, 'news'), { recursive: true });
    mkdirSync(path.join(other, 'data'));
    writeArticle(other, 'first.txt', '这是另一个文件夹里的文章，讲的是别的事情。');
    writeArticle(other, 'fourth.txt', '农业部长10日在西安出席了农业技术交流会议。');
    close(path.join(other, 'news/first.txt'), 0o000);
    const { output } = await runIndex(directory, [path.join(other, 'news'), '--replace'], {
      command: ORDINARY,
    });
    expect(output).toContain('first.txt: Permission to read it was denied.');
    expect(output).not.toContain('What was read of it before');
  });
});

it('notices what changed, and writes an index that is taken, where the clock was set back', async () => {
  const directory = makeFolder();
  await runIndex(directory, []);
  writeArticle(directory, 'third.txt', '国防部长9日抵达天津，与市长举行会谈。');
  expect(await runIndex(directory, [], { load: setBack })).toMatchObject({ code: 0 });
  expect(await indexed(directory)).toContain('third.txt');
  writeArticle(directory, 'third.txt', '国防部长10日离开天津，前往西安访问一所大学。');
  expect(await runIndex(directory, [])).toMatchObject({ code: 0 });
  const articles = await readPreviousArticles(path.join(directory, 'data'));
  expect(articles.find(({ origin }) => origin.path === 'third.txt')?.body).toContain('西安');
  expect(articles).toHaveLength(3);
});

it('lets one of two indexers at once finish, and tells the other who works', async () => {
  const directory = makeFolder();
  for (let number = 0; number < 60; number++) {
    writeArticle(
      directory,
      `${number}.txt`,
      `第${number}号消息：上合组织秘书处${number}人参加会议。`,
    );
  }
  const runs = await Promise.all([runIndex(directory, []), runIndex(directory, [])]);
  const refused = runs.filter(({ code }) => code !== 0);
  // One that comes after the other has ended finds nothing to do.
  expect(refused.length).toBeLessThanOrEqual(1);
  for (const { output } of refused) {
    expect(output).toMatch(/process \d+/i);
    expect(output).not.toMatch(/^\s+at /m);
  }
  expect(await indexed(directory)).toHaveLength(62);
});
