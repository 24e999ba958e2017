import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runIndex } from '../../scripts/index-command.ts';
import { NO_PROGRESS } from '../../scripts/index-progress.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import type { Indexer, IndexerResult } from '../../src/core/indexer.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tsx = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href;

const nothing: IndexerResult = {
  ingest: { articles: [], skipped: [], nearDuplicates: [], filesRead: 0, warnings: [] },
  report: null,
};

/** Runs the command in this process over an indexer that does as it is told. */
async function run(
  words: string[],
  indexer: Indexer['run'],
  signal = new AbortController().signal,
) {
  let [out, error] = ['', ''];
  const code = await runIndex(words, {
    open: () => ({ run: indexer }),
    fetchSources: async (paths) => paths,
    showProgress: () => NO_PROGRESS,
    print: (text) => (out += text),
    writeError: (text) => (error += text),
    signal,
  });
  return { code, out, error };
}

describe('npm run index: its arguments and exit codes', () => {
  it('explains itself', async () => {
    const { code, out } = await run(['--help'], async () => nothing);
    expect(code).toBe(0);
    for (const word of ['--force', '--dry-run', '--json', 'Exit codes'])
      expect(out).toContain(word);
  });

  it('hands on what it was asked', async () => {
    const asked: unknown[] = [];
    await run(['news', 'more', '--dry-run'], async (paths, options) => {
      asked.push(paths, options?.dryRun, options?.force);
      return nothing;
    });
    expect(asked).toEqual([['news', 'more'], true, false]);
  });

  it('ends with 2 on words that it does not know, and says which', async () => {
    const { code, error } = await run(['--forse'], async () => nothing);
    expect(code).toBe(2);
    expect(error).toMatch(/--forse.*--help/);
  });

  it('ends with 1 when nothing is usable, and gives the reasons', async () => {
    const skip = {
      path: 'a.bin',
      position: null,
      title: null,
      code: 'binary',
      reason: 'Not text.',
    } as const;
    const result = { ...nothing, ingest: { ...nothing.ingest, skipped: [skip] } };
    const plain = await run([], async () => result);
    expect(plain.code).toBe(1);
    expect(plain.out).toContain('a.bin: Not text.');
    const json = await run(['--json'], async () => result);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ status: 'nothing-usable', skipped: [skip] });
  });

  it('ends with 1 on a failure, without a stack, in words or as JSON', async () => {
    const locked = async () => {
      throw new YinzhengError('index-locked', 'Process 7 holds it.');
    };
    const plain = await run([], locked);
    expect(plain).toEqual({
      code: 1,
      out: '',
      error: 'Another indexer is running: Process 7 holds it. Wait for it to end, or stop it.\n',
    });
    const json = await run(['--json'], locked);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'index-locked' } });
  });

  it('says after Ctrl-C that the old index stays and the run can go on', async () => {
    const interrupted = new AbortController();
    const { code, error } = await run(
      [],
      async (_, options) => {
        interrupted.abort();
        options?.signal?.throwIfAborted();
        return nothing;
      },
      interrupted.signal,
    );
    expect(code).toBe(130);
    expect(error).toMatch(/previous index.*go on/);
  });
});

describe('npm run index: over the seeds', () => {
  const data = path.join(temporaryDirectory(), 'data');

  function start(...words: string[]) {
    return spawnSync(process.execPath, ['--import', tsx, 'scripts/index.ts', ...words], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_PATH: data, ARTICLES_PATH: 'seeds' },
    });
  }

  it('indexes, then says that nothing changed, then indexes what was added', () => {
    const first = start('--json');
    expect(first.stderr).toBe('');
    expect(first.status).toBe(0);
    const made = JSON.parse(first.stdout);
    expect(made).toMatchObject({ status: 'indexed', articles: 10, languages: { zh: 7, en: 3 } });
    expect(made.vectors.computed).toBe(made.chunks);

    const second = start();
    expect(second.status).toBe(0);
    expect(second.stdout).toContain('Nothing changed');
    expect(second.stdout).toMatch(/in Chinese\W+7\b/);

    const more = path.join(data, '..', 'more');
    mkdirSync(more);
    writeFileSync(path.join(more, '一.txt'), '国防部长会议在青岛举行,十国代表出席。\n');
    const third = start(more, '--add');
    expect(third.status).toBe(0);
    expect(third.stderr).toMatch(/Reading files: 2 of 2/);
    expect(third.stdout).toMatch(/Vectors computed\W+1\b/);
    expect(third.stdout).toContain('Done in');
  }, 120_000);

  it('answers Ctrl-C by leaving the old index, and finishes when given again', async () => {
    const folder = temporaryDirectory();
    const news = path.join(folder, 'news.jsonl');
    const write = (count: number) => {
      const lines = Array.from({ length: count }, (_, number) =>
        JSON.stringify({
          title: `消息${number}`,
          text: `上合组织第${number * 37}号消息,各方欢迎。`,
        }),
      );
      writeFileSync(news, `${lines.join('\n')}\n`);
    };
    const environment = { ...process.env, DATA_PATH: path.join(folder, 'data') };
    const words = ['--import', tsx, 'scripts/index.ts', news];
    const runWhole = () =>
      spawnSync(process.execPath, [...words, '--json'], { cwd: root, env: environment });

    write(3);
    const old = JSON.parse(runWhole().stdout.toString());
    write(1_500);
    const child = spawn(process.execPath, words, { cwd: root, env: environment });
    let error = '';
    child.stderr.on('data', (data) => {
      const before = error;
      error += data;
      if (error.includes('Embedding') && !before.includes('Embedding')) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(130);
    expect(error).toMatch(/previous index.*go on\.\n$/s);
    const current = readFileSync(path.join(folder, 'data', 'CURRENT'), 'utf8');
    expect(current).toContain(old.generation);

    const finished = JSON.parse(runWhole().stdout.toString());
    expect(finished).toMatchObject({ status: 'indexed', articles: 1_500 });
    const { computed, reused, resumed } = finished.vectors;
    expect(computed + reused + resumed).toBe(finished.chunks);
  }, 120_000);
});
