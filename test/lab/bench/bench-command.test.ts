import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runBenchCommand } from '../../../lab/bench/bench-command.ts';
import { describeBench } from '../../../lab/bench/bench-tables.ts';
import type { BenchReport } from '../../../lab/bench/run-bench.ts';
import { performAlone, TaskFailure } from '../../../lab/bench/system-process.ts';
import { loadHnswlib } from '../../../src/index/vector/load-hnswlib.ts';
import { temporaryDirectory } from '../../index/temporary-directory.ts';

async function run(...words: string[]) {
  let [printed, complained] = ['', ''];
  const code = await runBenchCommand(words, {
    print: (text) => {
      printed += text;
    },
    writeError: (text) => {
      complained += text;
    },
  });
  return { code, printed, complained };
}

describe('npm run bench', () => {
  // The peer is the library of graphs, which is not there without a compiler.
  const isPeerThere = loadHnswlib().library !== null;
  it.runIf(isPeerThere)(
    'measures ours beside a peer, grows, and leaves nothing behind',
    {
      timeout: 180_000,
    },
    async () => {
      const workingDirectory = temporaryDirectory();
      vi.stubEnv('TMPDIR', workingDirectory);
      onTestFinished(() => void vi.unstubAllEnvs());
      const words = ['--articles', '40', '--peers', 'hnswlib', '--growth', '10', '--rounds', '1'];
      const { code, printed } = await run(...words, '--json');
      expect(code).toBe(0);
      const left = readdirSync(workingDirectory).filter((name) => name.startsWith('yinzheng'));
      expect(left).toEqual([]);

      const report: BenchReport = JSON.parse(printed);
      const [ours, ourWords, peer] = report.comparison?.systems ?? [];
      expect(ours?.remark).toBeNull();
      expect(ours?.searches?.quality?.['hit@5']).toBeGreaterThan(0.9);
      expect(ours?.searches?.answered).toBe(report.comparison?.questions);
      expect(ourWords?.searches?.quality?.['hit@5']).toBeGreaterThan(0.9);
      expect(peer?.searches?.p50Milliseconds).toBeGreaterThan(0);
      expect(peer?.build?.diskMegabytes).toBeGreaterThan(0);
      expect(report.growth.map(({ articles }) => articles)).toEqual([10]);
      for (const { measures } of report.growth) {
        expect(measures?.build?.peakMegabytes).toBeGreaterThan(0);
        expect(measures?.searches?.quality).toBeNull();
      }

      const text = describeBench(report);
      expect(text).toMatch(/Yinzheng .*hybrid .*\d\.\d\d/);
      expect(text).toMatch(/hnswlib-node .*vectors .*\(\d/);
      expect(text).toContain('"stop words dropped"');
      // There is nothing of ours that vectors alone could fairly be held against.
      expect(report.comparison?.standings).toEqual([]);
    },
  );

  it('explains itself, and says what is wrong', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, complained: '' });
    const wrong = await run('--articles', '-3');
    expect(wrong.code).toBe(2);
    expect(wrong.complained).toContain('--articles');
    const missing = await run('--corpus', '/no/such.jsonl', '--peers', 'none', '--json');
    expect(missing.code).toBe(2);
    expect(JSON.parse(missing.printed).error.detail).toContain('/no/such.jsonl');
  });

  it('gives up what fails or takes too long, and says why', { timeout: 60_000 }, async () => {
    const task = {
      kind: 'build',
      system: 'no-such',
      stopWords: 'kept',
      collection: '/no',
      directory: '/no',
    } as const;
    await expect(performAlone(task, 30_000)).rejects.toThrow(TaskFailure);
    await expect(performAlone(task, 1)).rejects.toThrow('gave up');
  });
});
