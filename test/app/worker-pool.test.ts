import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Config, readConfig } from '../../src/app/config.ts';
import { RESTARTED } from '../../src/app/pool/job.ts';
import type { WorkerCall } from '../../src/app/pool/messages.ts';
import { WorkerPool } from '../../src/app/pool/worker-pool.ts';

/** The pool over real threads that misbehave as they are told; each takes a second to start. */
vi.setConfig({ testTimeout: 60_000 });

const pools: WorkerPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const reports: { readonly what: string; readonly error: unknown }[] = [];

async function openPool(
  answering: Partial<Config['answering']> = {},
  server: Partial<Config['server']> = {},
): Promise<WorkerPool> {
  const config = readConfig({}, '/');
  const pool = new WorkerPool({
    config: {
      ...config,
      answering: { ...config.answering, workers: 1, ...answering },
      server: { ...config.server, ...server },
    },
    reportFailure: (error, what) => reports.push({ error, what }),
    entry: new URL('./stubborn-worker.ts', import.meta.url),
  });
  pools.push(pool);
  await pool.start(null);
  return pool;
}

async function look(pool: WorkerPool, word: string, signal?: AbortSignal): Promise<unknown[]> {
  const values: unknown[] = [];
  const call: WorkerCall = { useCase: 'lookUpWord', parameters: [word] };
  for await (const value of pool.run(call, signal)) values.push(value);
  return values;
}

describe('a worker that is lost', () => {
  it('for not yielding ends its own request with an error, and the next one is answered', async () => {
    const pool = await openPool({ processorMs: 300 });
    await expect(look(pool, 'loop')).rejects.toMatchObject({ code: 'request-timeout' });
    expect(await look(pool, 'again')).toEqual(['done again']);
    expect(reports.some(({ what }) => what === 'a worker was replaced')).toBe(true);
  });

  it('for its memory ends its own request with an error, and the process lives', async () => {
    const pool = await openPool({ workerMemoryMb: 64 });
    await expect(look(pool, 'grow')).rejects.toMatchObject({ code: 'request-memory' });
    expect(await look(pool, 'again')).toEqual(['done again']);
  });

  it('for an error of its own ends its request, with the cause kept for the log', async () => {
    const pool = await openPool();
    await expect(look(pool, 'throw')).rejects.toMatchObject({
      code: 'internal',
      cause: expect.objectContaining({ message: 'thrown on purpose' }),
    });
    expect(await look(pool, 'again')).toEqual(['done again']);
  });

  it('takes no other request with it: those that shared it are done again', async () => {
    const pool = await openPool({ slotsPerWorker: 4, processorMs: 400 });
    const streamed = look(pool, 'drip');
    const waiting = look(pool, 'wait 200');
    const stuck = look(pool, 'loop');
    await expect(stuck).rejects.toMatchObject({ code: 'request-timeout' });
    expect((await waiting).at(-1)).toBe('done wait');
    const values = await streamed;
    const again = values.slice(values.indexOf(RESTARTED) + 1);
    expect(again).toEqual([...Array.from({ length: 40 }, (_, value) => value), 'done drip']);
  });

  it('leaves the requests of other workers alone', async () => {
    const pool = await openPool({ workers: 2, processorMs: 300 });
    // The second worker comes a moment later.
    expect(await look(pool, 'wait 500')).toEqual(['done wait']);
    const others = look(pool, 'wait 800');
    await expect(look(pool, 'loop')).rejects.toMatchObject({ code: 'request-timeout' });
    expect(await others).toEqual(['done wait']);
  });
});

describe('a request', () => {
  it('that takes too long by the clock is ended, though it takes no processor time', async () => {
    const pool = await openPool({ timeoutMs: 200 });
    await expect(look(pool, 'wait 60000')).rejects.toMatchObject({ code: 'request-timeout' });
    expect(await look(pool, 'again')).toEqual(['done again']);
  });

  it('waits its turn, and no longer than it may', async () => {
    const pool = await openPool({ queueTimeoutMs: 100 });
    const first = look(pool, 'wait 600');
    await expect(look(pool, 'second')).rejects.toMatchObject({ code: 'overloaded', status: 503 });
    expect(await first).toEqual(['done wait']);
  });

  it('is refused at once where as many wait as may', async () => {
    const pool = await openPool({ queueLength: 1 });
    const [first, second] = [look(pool, 'wait 300'), look(pool, 'second')];
    await expect(look(pool, 'third')).rejects.toMatchObject({ code: 'overloaded' });
    expect([await first, await second]).toEqual([['done wait'], ['done second']]);
  });

  it('is refused before the process runs out of memory', async () => {
    const pool = await openPool({ memoryLimitMb: 1 });
    await expect(look(pool, 'any')).rejects.toMatchObject({ code: 'overloaded' });
  });

  it('ends with its reader, whose place is free again', async () => {
    const pool = await openPool({ queueTimeoutMs: 5_000 });
    const leaving = new AbortController();
    const left = look(pool, 'drip', leaving.signal);
    setTimeout(() => leaving.abort(new Error('left')), 100);
    await expect(left).rejects.toThrow('left');
    // A stream of a second would still hold the only worker.
    const began = performance.now();
    expect(await look(pool, 'again')).toEqual(['done again']);
    expect(performance.now() - began).toBeLessThan(800);
  });

  it('leaves the queue with its reader, and is never begun', async () => {
    const pool = await openPool({ queueLength: 1 });
    const first = look(pool, 'wait 400');
    const leaving = new AbortController();
    // It would end the worker, and every request with it.
    const left = look(pool, 'throw', leaving.signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    const third = look(pool, 'third');
    expect([await first, await third]).toEqual([['done wait'], ['done third']]);
  });

  it('waits where as many are being answered as may, though a worker is free', async () => {
    const pool = await openPool({ workers: 2, queueTimeoutMs: 100 }, { chatConcurrency: 1 });
    // The second worker comes a moment later.
    expect(await look(pool, 'wait 800')).toEqual(['done wait']);
    const first = look(pool, 'wait 600');
    await expect(look(pool, 'second')).rejects.toMatchObject({ code: 'overloaded' });
    expect(await first).toEqual(['done wait']);
  });

  it('is told when the server goes down', async () => {
    const pool = await openPool();
    const waiting = look(pool, 'wait 60000');
    const refused = expect(waiting).rejects.toMatchObject({ code: 'shutting-down' });
    await new Promise(setImmediate);
    await pool.close();
    await refused;
  });
});
