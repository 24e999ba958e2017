import { parentPort } from 'node:worker_threads';
import { ownedBuffers } from './owned-buffers.ts';
import type { ErrorText, ThreadMessage, ThreadRequest } from './thread.ts';

/** The thread's side of a `Thread`: answers its requests one after the other. Arrays in an
 * answer change hands. */
export function answerRequests<Request>(
  answer: (request: Request, onProgress: (done: number) => void) => unknown,
): void {
  const port = parentPort;
  if (port === null) throw new Error('This module runs in a worker thread only.');
  const say = (message: ThreadMessage) => port.postMessage(message, ownedBuffers(message));
  let previous: Promise<void> = Promise.resolve();
  port.on('message', ({ id, request }: ThreadRequest) => {
    previous = previous.then(async () => {
      try {
        const onProgress = (done: number) => say({ kind: 'progress', done });
        say({ kind: 'reply', id, value: await answer(request as Request, onProgress) });
      } catch (error) {
        say({ kind: 'failure', id, ...describeError(error) });
      }
    });
  });
}

/** Some errors do not survive the crossing; texts do, among them what the system said. */
function describeError(thrown: unknown): ErrorText {
  const error: NodeJS.ErrnoException = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { message, stack, code, syscall } = error;
  return { message, stack, code, syscall };
}
