import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { showProgress } from '../../scripts/index-progress.ts';

/** A stream that keeps what is written; with `columns` it passes for a terminal. */
function listen(columns?: number) {
  const stream = new PassThrough() as unknown as NodeJS.WriteStream;
  let heard = '';
  stream.on('data', (data) => {
    heard += data;
  });
  if (columns !== undefined) Object.assign(stream, { isTTY: true, columns, rows: 24 });
  return { stream, heard: () => heard };
}

describe('showProgress', () => {
  it('writes a line when a stage begins and when it ends, where there is no terminal', () => {
    const { stream, heard } = listen();
    const { update, stop } = showProgress(stream);
    update({ stage: 'embed', done: 0, total: 512 });
    for (let done = 1; done < 512; done++) update({ stage: 'embed', done, total: 512 });
    update({ stage: 'embed', done: 512, total: 512 });
    update({ stage: 'embed', done: 512, total: 512 });
    update({ stage: 'read', done: 1, total: 1 });
    stop();
    expect(heard()).toMatch(
      /^Embedding: 0 of 512\nEmbedding: 512 of 512 \(\d+\/s\)\nReading files: 1 of 1\n$/,
    );
  });

  it('draws a bar for each stage on a terminal', () => {
    const { stream, heard } = listen(120);
    const { update, stop } = showProgress(stream);
    update({ stage: 'read', done: 3, total: 3 });
    update({ stage: 'embed', done: 256, total: 512 });
    stop();
    expect(heard()).toMatch(/Reading files .*100%\s+3\/3/);
    expect(heard()).toMatch(/Embedding .*50%\s+256\/512\s+\d+\/s .*left/);
  });
});
