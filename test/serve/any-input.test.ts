import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERRORS } from '../../src/core/errors.ts';
import { type Served, serve } from './http-fixture.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const FAULTS_OF_A_CLIENT = new Set([400, 404, 405, 413, 415]);

/** An answer, or a problem of the table that is the client's fault; never a fault of the server. */
async function expectSense(response: Response): Promise<void> {
  const text = await response.text();
  if (response.ok) return;
  expect(FAULTS_OF_A_CLIENT).toContain(response.status);
  const { code } = JSON.parse(text) as { code: keyof typeof ERRORS };
  expect(ERRORS[code]?.status).toBe(response.status);
}

/** Bodies near the right form, so that the fault is as often deep inside as at the top. */
const nearlyBody = fc.record(
  {
    messages: fc.oneof(
      fc.array(
        fc.record(
          {
            role: fc.oneof(fc.constantFrom('user', 'assistant'), fc.string()),
            content: fc.oneof(fc.string(), fc.jsonValue()),
          },
          { requiredKeys: [] },
        ),
      ),
      fc.jsonValue(),
    ),
    stream: fc.oneof(fc.boolean(), fc.jsonValue()),
    filters: fc.oneof(
      fc.record(
        {
          from: fc.string(),
          to: fc.constantFrom('2025-06-26', '0000-00-00'),
          language: fc.string(),
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    ),
    today: fc.oneof(fc.constantFrom('2025-06-26', 'today'), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

describe('whatever is sent', () => {
  it('as a body is answered or refused with sense', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/api/chat', '/api/summaries', '/v1/chat/completions'),
        fc.oneof(nearlyBody, fc.jsonValue(), fc.string({ unit: 'binary' })),
        async (path, body) => {
          const response = await server.post(path, body);
          if (path.startsWith('/v1')) expect(response.status).toBeLessThan(500);
          else await expectSense(response);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('as a query is answered or refused with sense', async () => {
    const names = fc.constantFrom(
      'q',
      'page',
      'pageSize',
      'limit',
      'from',
      'to',
      'explain',
      'word',
      'x[y]',
    );
    const values = fc.oneof(
      fc.constantFrom('1', '0', '-1', '2025-06-26', '1e9'),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('articles', 'search', 'lexicon', 'events', 'timeline', 'health'),
        fc.array(fc.tuple(names, values), { maxLength: 4 }),
        async (path, parameters) => {
          const query = parameters
            .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
            .join('&');
          await expectSense(await server.get(`/api/${path}?${query}`));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('as a path is answered or refused with sense', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme-ascii' }), async (path) => {
        const address = `/api/articles/${path.replaceAll(/[#?\\]/g, '')}`;
        await expectSense(await server.get(address));
      }),
      { numRuns: 100 },
    );
  });
});
