import { describe, expect, it } from 'vitest';
import { guardEmbedder } from '../../src/app/guard-embedder.ts';
import { YinzhengError } from '../../src/core/errors.ts';

describe('an embedding server that is down', () => {
  it('is told of once, not waited for by every question, and taken up again', async () => {
    let isDown = true;
    let asked = 0;
    let time = 0;
    const told: unknown[] = [];
    const guard = guardEmbedder(
      {
        async embedQuery() {
          asked += 1;
          if (isDown) throw new YinzhengError('embedding-failed', 'The connection failed.');
          return [1];
        },
      },
      (readiness, error) => told.push([readiness.status, error?.code]),
      () => time,
    );
    for (let question = 0; question < 3; question++) {
      await expect(guard.embedQuery('?')).rejects.toMatchObject({ code: 'embedding-failed' });
    }
    expect(asked).toBe(1);
    expect(guard.readiness()).toEqual({
      status: 'degraded',
      detail: expect.stringContaining('The connection failed.'),
    });
    time = 60_000;
    isDown = false;
    expect(await guard.embedQuery('?')).toEqual([1]);
    expect(guard.readiness()).toEqual({ status: 'ready' });
    expect(told).toEqual([
      ['degraded', 'embedding-failed'],
      ['ready', undefined],
    ]);
  });
});
