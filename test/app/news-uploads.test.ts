import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { BackgroundIndexing } from '../../src/app/background-indexing.ts';
import { readConfig } from '../../src/app/config.ts';
import { createNewsUploads, safeFileName } from '../../src/app/news-uploads.ts';
import type { NewsUploads } from '../../src/core/uploads.ts';
import { serve } from '../serve/http-fixture.ts';
import { createMemoryApplication } from '../serve/memory-application.ts';

const opened: NewsUploads[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((uploads) => uploads.close()));
});

async function open(dataPath?: string) {
  const folder = dataPath ?? (await mkdtemp(path.join(tmpdir(), 'yinzheng-uploads-')));
  const config = readConfig({ DATA_PATH: folder, UPLOAD_LIMIT_MB: '1' }, '/');
  if (config.uploads === null) throw new Error('Expected a server that takes news.');
  let runs = 0;
  const indexing: BackgroundIndexing = {
    start: () => void runs++,
    status: () => ({ state: 'idle', progress: 0, failure: null }),
    stop: async () => {},
  };
  const application = createMemoryApplication();
  const limits = config.uploads;
  const uploads = await createNewsUploads({ config, limits, application, indexing });
  opened.push(uploads);
  return { uploads, folder, runs: () => runs, stored: path.join(folder, 'articles', 'uploads') };
}

const text = (words: string) => Readable.from([Buffer.from(words)]);

describe('news that is brought', () => {
  it('is stored under names that lead nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
        expect(safe.length).toBeLessThanOrEqual(80);
      }),
    );
    expect(safeFileName('../../etc/新闻 一.jsonl.gz')).toBe('新闻_一.jsonl.gz');
  });

  it('never takes the place of another file, and outlives a restart', async () => {
    const { uploads, folder, stored, runs } = await open();
    const names = ['a/report.txt', 'b/report.txt', '../report.txt'];
    for (const [number, name] of names.entries()) {
      const { file } = await uploads.add(
        name,
        text(`标题${number}\n\n第${number}条新闻，今天发布。`),
      );
      expect(file?.name).toBe(name);
    }
    expect((await readdir(stored)).sort()).toEqual(['report-2.txt', 'report-3.txt', 'report.txt']);
    expect(await readFile(path.join(stored, 'report.txt'), 'utf8')).toContain('第0条');
    expect(runs()).toBe(3);
    await uploads.remove('report-2.txt');
    expect((await readdir(stored)).sort()).toEqual(['report-3.txt', 'report.txt']);

    const again = await open(folder);
    const sources = await again.uploads.sources();
    const brought = sources.filter(({ kind }) => kind === 'upload');
    expect(brought.map(({ name }) => name)).toEqual(['a/report.txt', '../report.txt']);
    await expect(again.uploads.restore('report-2.txt')).rejects.toMatchObject({
      code: 'upload-not-found',
    });
  });

  it('is refused where it is too large, there already, or holds no article', async () => {
    const { uploads, stored } = await open();
    const large = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(100_000, 'a')));
    await expect(uploads.add('large.txt', large)).rejects.toMatchObject({ code: 'body-too-large' });
    await uploads.add('a.txt', text('标题\n\n今天发布的一条新闻。'));
    await expect(uploads.add('b.txt', text('标题\n\n今天发布的一条新闻。'))).rejects.toMatchObject({
      code: 'upload-exists',
    });
    const { file, remarks } = await uploads.add('c.exe', text('MZ'));
    expect(file).toBeNull();
    expect(remarks).toHaveLength(1);
    expect(await readdir(stored)).toEqual(['a.txt']);
  });

  it('needs the key where one is set, and a content type that other sites cannot send', async () => {
    const { uploads, stored } = await open();
    const key = 'k'.repeat(20);
    const served = await serve({ uploads, apiKeys: [key] });
    const send = (headers: Record<string, string>) =>
      served.get('/api/uploads?name=a.txt', {
        method: 'POST',
        headers,
        body: '标题\n\n一条新闻。',
      });
    const authorization = `Bearer ${key}`;
    const type = 'application/octet-stream';
    expect((await send({ 'content-type': type })).status).toBe(401);
    expect((await send({ authorization, 'content-type': 'text/plain' })).status).toBe(415);
    expect(await readdir(stored).catch(() => [])).toEqual([]);
    expect((await send({ authorization, 'content-type': type })).status).toBe(201);
    expect(await readdir(stored)).toEqual(['a.txt']);
    await served.close();
  });
});
