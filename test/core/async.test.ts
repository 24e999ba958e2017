import { describe, expect, it } from 'vitest';
import { sideBySide } from '../../src/core/async.ts';

/** Ends only when it is told to stop. */
function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
  });
}

describe('sideBySide', () => {
  it('gives both results', async () => {
    const both = sideBySide(
      undefined,
      async () => 1,
      async () => 'two',
    );
    expect(await both).toEqual([1, 'two']);
  });

  it('stops the other when one fails, and throws why', async () => {
    const fail = async () => {
      throw new Error('no more disk');
    };
    await expect(sideBySide(undefined, fail, untilStopped)).rejects.toThrow('no more disk');
    await expect(sideBySide(undefined, untilStopped, fail)).rejects.toThrow('no more disk');
  });

  it('stops both when it is stopped', async () => {
    const outer = new AbortController();
    const both = sideBySide(outer.signal, untilStopped, untilStopped);
    outer.abort(new Error('enough'));
    await expect(both).rejects.toThrow('enough');
  });
});
