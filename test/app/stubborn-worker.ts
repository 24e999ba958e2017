import { parentPort, workerData } from 'node:worker_threads';
import type {
  MessageFromWorker,
  MessageToWorker,
  WorkerArgument,
} from '../../src/app/pool/messages.ts';

/**
 * A worker that does as it is told, in place of the one that answers. A word to look up says what:
 * `loop` never ends and never yields, `grow` takes all the memory there is, `throw` ends the thread,
 * `wait 300` answers after so many milliseconds, `drip` gives values for as long as they are taken.
 */
const port = parentPort;
if (port === null) throw new Error('This module runs in a worker thread only.');
const say = (message: MessageFromWorker) => port.postMessage(message);
const { pulse } = workerData.argument as WorkerArgument;
setInterval(() => Atomics.add(new Int32Array(pulse), 0, 1), 20);

const aborted = new Set<number>();

port.on('message', async (message: MessageToWorker) => {
  if (message.kind === 'abort') aborted.add(message.id);
  if (message.kind !== 'call') return;
  const { id, call } = message;
  const [word = '', milliseconds] = String(call.parameters[0]).split(' ');
  if (word === 'loop') for (;;);
  if (word === 'throw') throw new Error('thrown on purpose');
  if (word === 'grow') for (const grown: unknown[] = []; ; ) grown.push(new Array(10_000).fill(id));
  if (word === 'wait') await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));
  if (word === 'drip') {
    for (let value = 0; value < 40 && !aborted.has(id); value++) {
      say({ kind: 'values', id, values: [value] });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  say({ kind: 'values', id, values: [aborted.has(id) ? 'aborted' : `done ${word}`] });
  say({ kind: 'ended', id, failure: null });
});
const fingerprint = 'stubborn';
say({
  kind: 'ready',
  failure: null,
  fingerprints: { embedder: { fingerprint }, analyzer: { fingerprint } },
});
