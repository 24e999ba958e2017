import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { fetchSources } from '../../src/app/fetch-sources.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { page, startMisbehavingServer } from '../ingest/fetch/misbehaving-server.ts';

it('puts folders of what was fetched in the place of addresses, and of lists of them', async () => {
  const server = await startMisbehavingServer();
  server.answers = {
    '/a': page('甲的会议', '会议于7月7日在青岛举行，十国代表出席并发言。'),
    '/b': page('Talks in Beijing', 'The ministers of nine countries met in Beijing on 8 July.'),
  };
  const folder = temporaryDirectory();
  const list = path.join(folder, 'sources.yaml');
  writeFileSync(list, `sources:\n  - ${server.url}/b\n`);
  const environment = { DATA_PATH: folder, FETCH_DELAY_MS: '0' };
  const given = [`${server.url}/a`, 'seeds', list];

  const refused: string[] = [];
  await fetchSources(readConfig(environment, folder), given, ({ failed }) =>
    refused.push(...failed.map(({ reason }) => reason)),
  );
  expect(refused.join()).toMatch(/private network.*private network/u);
  expect(server.asked).toEqual([]);

  const config = readConfig({ ...environment, FETCH_PRIVATE: 'true' }, folder);
  const paths = await fetchSources(config, given, () => {});
  await server.close();
  expect(paths[1]).toBe('seeds');
  const { articles } = await ingestPaths([paths[0] ?? '', paths[2] ?? '']);
  expect(articles.map(({ title }) => title).sort()).toEqual(
    ['Talks in Beijing', '甲的会议'].sort(),
  );

  writeFileSync(list, 'sources: [file:///etc/passwd]');
  await expect(fetchSources(config, [list], () => {})).rejects.toMatchObject({ code: 'usage' });
});
