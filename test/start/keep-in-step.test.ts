import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { page, startMisbehavingServer } from '../ingest/fetch/misbehaving-server.ts';
import { ask, runCommand, startServer } from './started-server.ts';

it('takes up files that come, change and go, and a page that is corrected, while it serves', async () => {
  const site = await startMisbehavingServer();
  site.answers = { '/talks': page('Talks in Linden', 'Nine ministers met in Linden on 8 July.') };
  const folder = temporaryDirectory();
  const articles = path.join(folder, 'articles');
  await mkdir(articles);
  await writeFile(path.join(articles, 'a.md'), '# 安河桥通车\n\n安河大桥7月1日通车，全长310米。\n');
  const environment = {
    DATA_PATH: path.join(folder, 'data'),
    FETCH_PRIVATE: 'true',
    FETCH_DELAY_MS: '0',
    SYNC_EVERY: '1s',
  };
  expect((await runCommand(['index', articles], environment)).code).toBe(0);
  expect((await runCommand(['index', `${site.url}/talks`, '--add'], environment)).code).toBe(0);
  const server = await startServer({ environment });
  const answered = (question: string) =>
    expect.poll(async () => (await ask(server.url, question)).answer, {
      timeout: 30_000,
      interval: 500,
    });
  try {
    await answered('How many ministers met in Linden?').toContain('Nine');
    site.answers = { '/talks': page('Talks in Linden', 'Ten ministers met in Linden on 8 July.') };
    await writeFile(path.join(articles, 'b.md'), '# 云台山灯会\n\n云台山灯会有彩灯4800盏。\n');
    await answered('How many ministers met in Linden?').toContain('Ten');
    await answered('云台山灯会有多少盏彩灯？').toContain('4800');
    await rm(path.join(articles, 'b.md'));
    await answered('云台山灯会有多少盏彩灯？').not.toContain('4800');
  } finally {
    await site.close();
    expect(await server.stop()).toBe(0);
  }
}, 120_000);
