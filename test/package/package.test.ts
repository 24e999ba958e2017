import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadHnswlib } from '../../src/index/vector/load-hnswlib.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { writeEverydayFiles } from '../ingest/everyday-files/write-folder.ts';
import { commandEnvironment, PROJECT, startServer } from '../start/started-server.ts';

const QUESTION = '泰晤士河水闸今年关闭了几次？';

/** A folder of somebody who installed the package, and nothing else. */
let folder: string;
let tarball: string;
let listed: readonly string[];

async function run(
  program: string,
  words: readonly string[],
  cwd = folder,
): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(program, words, { cwd, env: commandEnvironment({}), stdio: 'pipe' });
  child.stdin.end();
  const collect = async (stream: AsyncIterable<Buffer>) => {
    let text = '';
    for await (const part of stream) text += part.toString('utf8');
    return text;
  };
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors] = await Promise.all([collect(child.stdout), collect(child.stderr)]);
  return { code: await ended, output, errors };
}

const bin = (...words: string[]) =>
  run(process.execPath, ['node_modules/yinzheng/dist/package/lib/yinzheng.js', ...words]);

/** Packages that come with it, as npm would install them: those for development alone do not. */
function linkDependencies(modules: string): void {
  const { packages } = JSON.parse(readFileSync(path.join(PROJECT, 'package-lock.json'), 'utf8'));
  for (const [place, { dev }] of Object.entries<{ dev?: boolean }>(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(place)?.[1];
    const target = path.join(PROJECT, place);
    if (name === undefined || dev === true || !existsSync(target)) continue;
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(target, path.join(modules, name), 'junction');
  }
}

/** Types of the package are built from those of every dependency, the one that is compiled included. */
const canPack = loadHnswlib().library !== null;

beforeAll(async () => {
  if (!canPack) return;
  folder = temporaryDirectory();
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], PROJECT);
  expect(packed.code, packed.errors).toBe(0);
  const described = JSON.parse(packed.output.slice(packed.output.search(/[[{]\s/u)));
  const [{ filename, files }] = Object.values<{ filename: string; files: { path: string }[] }>(
    described,
  ) as [{ filename: string; files: { path: string }[] }];
  tarball = path.join(folder, filename);
  listed = files.map((file) => file.path);
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, 'yinzheng'), { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', path.join(modules, 'yinzheng'), '--strip-components=1']);
  linkDependencies(modules);
  writeFileSync(path.join(folder, 'package.json'), '{"private": true, "type": "module"}');
  await writeEverydayFiles(path.join(folder, 'news'));
}, 180_000);

describe.runIf(canPack)('the package', { timeout: 120_000 }, () => {
  it('holds what runs, the page and the data, and nothing else', () => {
    const places = new Set(listed.map((file) => file.split('/').slice(0, 3).join('/')));
    expect([...places].sort()).toEqual([
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'dist/package/dist',
      'dist/package/lib',
      'dist/package/seeds',
      'dist/package/src',
      'dist/package/types',
      'package.json',
    ]);
    expect(listed).toContain('dist/package/dist/web/index.html');
    const sources = listed.filter((file) => /\.ts$/u.test(file) && !file.endsWith('.d.ts'));
    expect(sources).toEqual([]);
  });

  it('is what publint and arethetypeswrong expect', async () => {
    const tool = (name: string) => path.join(PROJECT, 'node_modules', '.bin', name);
    const publint = await run(tool('publint'), ['--strict', tarball]);
    expect(publint.code, publint.output).toBe(0);
    expect(publint.output).toContain('All good!');
    const types = await run(tool('attw'), [tarball, '--profile', 'esm-only', '--no-color']);
    expect(types.code, types.output).toBe(0);
  });

  it('has types that compile as strictly as there is', async () => {
    writeFileSync(
      path.join(folder, 'typed.ts'),
      `import { openCollection, YinzhengError, type Answer } from 'yinzheng';
import { CollectionVectorStore, PassageRetriever } from 'yinzheng/langchain';
import { serveCollection } from 'yinzheng/server';
const collection = await openCollection({ dataPath: 'data', articles: ['news'] });
const answer: Answer = await collection.ask('Why?', { filters: { language: 'en' } });
export const quotes: readonly string[] = answer.citations.map(({ quote }) => quote);
export const retriever: PassageRetriever = new PassageRetriever({ collection, limit: 3 });
export const store = new CollectionVectorStore(collection);
export const { url }: { readonly url: string } = await serveCollection(collection, { port: 0 });
export const isOurs = (error: unknown) => error instanceof YinzhengError && error.code === 'usage';
// @ts-expect-error no such filter
await collection.ask('Why?', { filters: { colour: 'red' } });
`,
    );
    const compiled = await run(path.join(PROJECT, 'node_modules', '.bin', 'tsc'), [
      ...['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false'],
      ...['--module', 'nodenext', '--target', 'es2023', 'typed.ts'],
      ...['--typeRoots', path.join(PROJECT, 'node_modules', '@types'), '--types', 'node'],
    ]);
    const ours = compiled.output
      .split('\n')
      .filter((line) => /^typed\.ts|node_modules.yinzheng\b/u.test(line));
    expect(ours).toEqual([]);
  });

  it('answers through its API, with citations exact in PDF and Word files', async () => {
    writeFileSync(
      path.join(folder, 'consumer.mjs'),
      `import { openCollection } from 'yinzheng';
import { PassageRetriever } from 'yinzheng/langchain';
import { serveCollection } from 'yinzheng/server';
const found = {};
for (const file of ['report.docx', 'report.pdf', 'browser.pdf']) {
  const collection = await openCollection({ dataPath: 'data-' + file, articles: 'news/' + file });
  const answer = await collection.ask(file === 'report.pdf' ? 'How many times was the Thames Barrier closed this year?' : '${QUESTION}');
  const isExact = answer.citations.every(({ articleId, start, end, quote }) => collection.article(articleId).body.slice(start, end) === quote);
  const [document] = await new PassageRetriever({ collection, limit: 1 }).invoke('closed');
  const { url, close } = await serveCollection(collection);
  const { status } = await fetch(url + '/api/ready');
  const page = await (await fetch(url)).text();
  await close();
  await collection.close();
  found[file] = { shortAnswer: answer.shortAnswer?.text, citations: answer.citations.length > 0, isExact, retrieved: document.metadata.articleId === answer.citations[0].articleId, status, hasPage: page.includes('<script') };
}
console.log(JSON.stringify(found));
`,
    );
    const { code, output, errors } = await run(process.execPath, ['consumer.mjs']);
    expect(code, errors).toBe(0);
    const right = { citations: true, isExact: true, retrieved: true, status: 200, hasPage: true };
    const answered = (words: string) => ({
      ...right,
      shortAnswer: expect.stringContaining(words),
    });
    expect(JSON.parse(output)).toEqual({
      'report.docx': answered('十二'),
      'report.pdf': answered('twelve'),
      'browser.pdf': answered('十二'),
    });
  });

  it('answers through its command, in the folder one stands in', async () => {
    expect((await bin('--help')).output).toContain('yinzheng ask');
    expect(await bin('fly')).toMatchObject({ code: 2 });
    const indexed = await bin('index', 'news', '--json');
    expect(indexed.code, indexed.errors).toBe(0);
    expect(JSON.parse(indexed.output)).toMatchObject({ status: 'indexed' });
    const asked = await bin('ask', QUESTION);
    expect(asked.output).toContain('十二次');
    const summary = await bin('summarize', '--topic', 'Thames Barrier', '--language', 'en');
    expect(summary.output).toContain('[1]');
    expect(readdirSync(folder)).toContain('.yinzheng');
    expect(readdirSync(path.join(folder, 'node_modules', 'yinzheng'))).not.toContain('.yinzheng');
  });

  it('serves the page and answers, and MCP, from the same index', async () => {
    const server = await startServer({
      command: [process.execPath, 'node_modules/yinzheng/dist/package/lib/yinzheng.js', 'start'],
      cwd: folder,
      environment: {},
    });
    const response = await fetch(`${server.url}/api/search?q=${encodeURIComponent(QUESTION)}`);
    expect(await response.json()).toMatchObject({ language: 'zh' });
    expect(await (await fetch(server.url)).text()).toContain('<script');
    expect(await server.stop()).toBe(0);
    const mcp = await bin('mcp');
    expect(mcp.code, mcp.errors).toBe(0);
  });
});
