import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../index/temporary-directory.ts';
import { runCommand } from './started-server.ts';

it('indexes and answers where hnswlib-node could not be compiled', async () => {
  const environment = {
    DATA_PATH: path.join(temporaryDirectory(), 'data'),
    NODE_OPTIONS: `--require ${JSON.stringify(path.join(import.meta.dirname, 'hide-hnswlib.cjs'))}`,
  };
  expect((await runCommand(['index'], environment)).code).toBe(0);
  const answered = await runCommand(['ask', '谁主持了上合组织国防部长会议？'], environment);
  expect(answered.output).toContain('董军');
}, 60_000);
