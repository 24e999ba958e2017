// How long `npm start` takes over an index that is up to date, and the first question after it, asked
// at once and asked when a reader has opened the page:
// npm run measure-start -- [--articles PATH] [--data DIR] [--runs N] [--question TEXT] [--pause MS]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endOnSignals } from './end-on-signals.ts';

const { values } = parseArgs({
  options: {
    /** What is indexed before the first run; absent means the seeds. */
    articles: { type: 'string', default: path.resolve(import.meta.dirname, '../seeds') },
    /** Folder of the index; absent means a temporary one. */
    data: { type: 'string' },
    runs: { type: 'string', default: '5' },
    question: { type: 'string', default: '谁主持了上合组织国防部长会议？' },
    /** Milliseconds between the address and the question: what a reader needs to open the page. */
    pause: { type: 'string', default: '1000' },
  },
});

const temporary = values.data === undefined ? mkdtempSync(path.join(tmpdir(), 'yinzheng-')) : null;
process.once('exit', () => {
  if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
});
endOnSignals();

const environment = {
  ...process.env,
  npm_lifecycle_event: undefined,
  PORT: '0',
  DATA_PATH: path.resolve(values.data ?? temporary ?? ''),
  ARTICLES_PATH: path.resolve(values.articles),
};

interface Start {
  /** Milliseconds until the address is told, and of processor time until then where Linux tells. */
  readonly ready: number;
  readonly processor: number;
  /** Milliseconds of the first question and of the same one again. */
  readonly first: number;
  readonly second: number;
}

/** @param pause milliseconds between the address and the question */
async function measureStart(pause: number): Promise<Start> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, '../scripts/run.mjs'), 'start'],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString('utf8');
      const address = /answers at (http:\S+)/u.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  const ready = performance.now() - began;
  const processor = processorTime(child.pid);
  await new Promise((resolve) => setTimeout(resolve, pause));
  const first = await timeQuestion(url);
  const second = await timeQuestion(url);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { ready, processor, first, second };
}

/** In the ticks that Linux counts in, of ten milliseconds. */
function processorTime(pid: number | undefined): number {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const [user, system] =
    readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11) ?? [];
  return 10 * (Number(user) + Number(system));
}

async function timeQuestion(url: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ messages: [{ role: 'user', content: values.question }], stream: false }),
  });
  await response.text();
  return performance.now() - began;
}

function median(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  return `${Math.round(sorted[sorted.length >> 1] ?? 0)} (least ${Math.round(sorted[0] ?? 0)})`;
}

// The first start makes the index, and the build where it is stale.
await measureStart(0);
const atOnce: Start[] = [];
const later: Start[] = [];
for (let run = 0; run < Number(values.runs); run++) {
  atOnce.push(await measureStart(0));
  later.push(await measureStart(Number(values.pause)));
}
const starts = [...atOnce, ...later];
process.stdout.write(
  `Median of ${starts.length} starts on Node ${process.versions.node}, milliseconds:\n` +
    `  ready                    ${median(starts.map(({ ready }) => ready))}\n` +
    `  processor time till then ${median(starts.map(({ processor }) => processor))}\n` +
    `  first question, at once  ${median(atOnce.map(({ first }) => first))}\n` +
    `    after ${values.pause} ms          ${median(later.map(({ first }) => first))}\n` +
    `  second question          ${median(starts.map(({ second }) => second))}\n`,
);
