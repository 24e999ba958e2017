import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Collection, openCollection } from '../../src/library/collection.ts';
import { createHttpApp, serveCollection } from '../../src/library/server.ts';
import { temporaryDirectory } from '../index/temporary-directory.ts';

let collection: Collection;

beforeAll(async () => {
  collection = await openCollection({ dataPath: temporaryDirectory(), articles: 'seeds' });
}, 120_000);

afterAll(() => collection.close());

it('serves a collection with keys until it is closed', async () => {
  const { url, close } = await serveCollection(collection, { apiKeys: ['secret-key-of-test'] });
  const search = `${url}/api/search?q=NATO`;
  expect((await fetch(search)).status).toBe(401);
  const headers = { Authorization: 'Bearer secret-key-of-test' };
  const found = await fetch(search, { headers });
  expect(await found.json()).toMatchObject({ language: 'en' });
  await close();
  await expect(fetch(search)).rejects.toThrow();
});

it('is a listener for a server of one own', async () => {
  const server = createServer(createHttpApp(collection, { page: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const models = await fetch(`http://127.0.0.1:${port}/v1/models`);
  expect(models.status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
