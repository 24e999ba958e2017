import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeApi } from '../../src/serve/openapi.ts';
import { type Served, serve } from './http-fixture.ts';

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string;
            readonly parameters: readonly { readonly name: string }[];
            readonly requestBody?: {
              readonly content: Readonly<
                Record<
                  string,
                  { readonly schema: { readonly properties: object; readonly required?: string[] } }
                >
              >;
            };
          }
        >
      >
    >
  >;
}

let server: Served;
let document: Described;
beforeAll(async () => {
  server = await serve();
  document = (await (await server.get('/api/openapi.json')).json()) as Described;
});
afterAll(() => server.close());

it('describes every route, and no other', () => {
  const source = readFileSync(
    path.join(import.meta.dirname, '../../src/serve/http-app.ts'),
    'utf8',
  );
  // The routers by what they are mounted at.
  const mounts = { apiRoutes: '/api', openaiRoutes: '/v1', createHttpApp: '' };
  const routes: string[] = [];
  let mount = '';
  for (const piece of source.split(/(?=^(?:export )?function )/mu)) {
    const name = /^(?:export )?function (\w+)/u.exec(piece)?.[1] ?? '';
    mount = mounts[name as keyof typeof mounts] ?? mount;
    for (const [, method, at] of piece.matchAll(
      /serveRoute\(\s*\w+,\s*'(get|post)',\s*'([^']+)'/gu,
    )) {
      routes.push(`${method} ${mount}${at?.replace(/:(\w+)/gu, '{$1}')}`);
    }
  }
  const described = Object.entries(document.paths).flatMap(([at, methods]) =>
    Object.keys(methods).map((method) => `${method} ${at}`),
  );
  expect(routes.length).toBeGreaterThan(15);
  expect(described.sort()).toEqual(routes.sort());
});

it('says what the server takes: each named field is known, each other one is refused', async () => {
  const search = document.paths['/api/search']?.['get'];
  expect(search?.parameters.map(({ name }) => name).sort()).toEqual([
    'explain',
    'from',
    'language',
    'limit',
    'q',
    'source',
    'to',
    'today',
  ]);
  const chat = document.paths['/api/chat']?.['post']?.requestBody?.content['application/json'];
  expect(Object.keys(chat?.schema.properties ?? {}).sort()).toEqual([
    'answerLanguage',
    'composer',
    'filters',
    'messages',
    'model',
    'stream',
    'today',
  ]);
  expect(chat?.schema.required).toEqual(['messages']);
});

it('is what the code says, with one name for each operation', () => {
  expect(document).toEqual(JSON.parse(JSON.stringify(describeApi())));
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
