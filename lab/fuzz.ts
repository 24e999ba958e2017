import { parseArgs } from 'node:util';
import { endOnSignals } from './end-on-signals.ts';
import { fuzz } from './robustness/fuzz.ts';
import { leaveTimelines } from './robustness/leave-timelines.ts';
import { startServedProcess } from './robustness/served-process.ts';

const USAGE = `npm run fuzz -- [--requests N] [--seed S] [--concurrency N] [--timelines N] [--url URL | --data PATH]

Sends seeded requests, well formed and not, to every route of a server, and says what became of them.
Without --url it starts one: on the index in --data, or on the seeds. With --timelines it first asks
for so many timelines whose readers leave, and says what memory the server has before and after.
Exit code 1 where anything was wrong.
`;

/** Milliseconds in which a server lets go of what it needs no more. */
const SETTLE_MS = 5_000;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '16' },
    timelines: { type: 'string', default: '0' },
    url: { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

endOnSignals();
if (values.help) process.stdout.write(USAGE);
else process.exitCode = await run();

async function run(): Promise<number> {
  const [requests, seed, concurrency, timelines] = [
    values.requests,
    values.seed,
    values.concurrency,
    values.timelines,
  ].map(Number) as [number, number, number, number];
  const own = values.url === undefined ? await startServedProcess(values.data ?? null) : null;
  const url = values.url ?? own?.url ?? '';
  let isSound = true;
  try {
    if (timelines > 0) {
      // What a server keeps for good it has once it has answered for a while.
      await leaveTimelines(url, { timelines: 20, seed: seed + 1, concurrency: 4 });
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const before = (await own?.memoryMb()) ?? null;
      const left = await leaveTimelines(url, { timelines, seed, concurrency });
      const atOnce = (await own?.memoryMb()) ?? null;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const after = (await own?.memoryMb()) ?? null;
      print({ timelines, ...left, memoryMb: { before, atOnce, after } });
      isSound &&= left.failedProbes === 0;
    }
    const report = await fuzz({
      url,
      requests,
      seed,
      concurrency,
      isRunning: () => own?.isRunning ?? true,
    });
    print({ seed, ...report });
    isSound &&=
      report.crashes + report.internalErrors + report.stackTraces + report.failedProbes === 0;
  } finally {
    const stoppedMs = await own?.stop();
    if (own !== null) print({ stoppedMs, log: own.log.slice(-2_000) });
  }
  return isSound ? 0 : 1;
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
