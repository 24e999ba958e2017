import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task, TaskReply, TaskValues } from './system-task.ts';

const WORKER = fileURLToPath(new URL('./system-worker.ts', import.meta.url));

/** A task that failed, or took longer than anyone would wait; the message says which. */
export class TaskFailure extends Error {}

/** A process that performs tasks, one at a time. It ends with the first that fails. */
export class SystemProcess {
  readonly #child: ChildProcess;
  #ended: string | null = null;

  constructor() {
    this.#child = fork(WORKER, [], {
      execArgv: [
        '--import',
        import.meta.resolve('tsx'),
        '--expose-gc',
        '--max-old-space-size=8192',
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.once('exit', (code, signal) => {
      this.#ended ??= `its process ended with ${code ?? signal}`;
    });
    // Before the folder that it writes to is cleared away.
    process.prependOnceListener('exit', this.stop);
  }

  /**
   * @param patience milliseconds after which the task is given up
   * @throws {TaskFailure}
   */
  async perform<Kind extends Task['kind']>(
    task: Extract<Task, { readonly kind: Kind }>,
    patience: number,
  ): Promise<TaskValues[Kind]> {
    if (this.#ended !== null) throw new TaskFailure(this.#ended);
    const child = this.#child;
    const reply = await new Promise<TaskReply>((resolve) => {
      const fail = (failed: string) => settle({ failed, value: null });
      const onExit = (code: number | null, signal: string | null) =>
        fail(`its process ended with ${code ?? signal}`);
      const timer = setTimeout(
        () => fail(`gave up after ${Math.round(patience / 1000)} s`),
        patience,
      );
      const settle = (settled: TaskReply) => {
        clearTimeout(timer);
        child.off('message', settle);
        child.off('exit', onExit);
        resolve(settled);
      };
      child.on('message', settle);
      child.on('exit', onExit);
      child.send(task, (error) => {
        if (error !== null) fail(error.message);
      });
    });
    if (reply.failed !== null) {
      this.#ended = reply.failed;
      this.stop();
      throw new TaskFailure(reply.failed);
    }
    return reply.value as TaskValues[Kind];
  }

  readonly stop = (): void => {
    process.off('exit', this.stop);
    this.#child.kill('SIGKILL');
  };
}

/** Performs one task in a process of its own. @throws {TaskFailure} */
export async function performAlone<Kind extends Task['kind']>(
  task: Extract<Task, { readonly kind: Kind }>,
  patience: number,
): Promise<TaskValues[Kind]> {
  const alone = new SystemProcess();
  try {
    return await alone.perform(task, patience);
  } finally {
    alone.stop();
  }
}
