import path from 'node:path';
import { parseArgs } from 'node:util';
import { endOnSignals } from './end-on-signals.ts';
import { startServedProcess } from './robustness/served-process.ts';
import { soak } from './robustness/soak.ts';

const USAGE = `npm run soak -- [--minutes M] [--seed S] [--concurrency N] [--data PATH]

Asks a server mixed questions, summaries and timelines for some minutes, cuts streams off, indexes
beside it, and says how its memory went. It serves the seeds, or the index in --data, which is then
not indexed again. Exit code 1 where anything failed.
`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '4' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

endOnSignals();
if (values.help) process.stdout.write(USAGE);
else process.exitCode = await run();

async function run(): Promise<number> {
  const server = await startServedProcess(values.data ?? null);
  try {
    const report = await soak({
      server,
      minutes: Number(values.minutes),
      seed: Number(values.seed),
      concurrency: Number(values.concurrency),
      articles: values.data === undefined ? path.resolve(import.meta.dirname, '../seeds') : null,
    });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return report.errors + report.failedIndexings === 0 && server.isRunning ? 0 : 1;
  } finally {
    const stoppedMs = await server.stop();
    process.stdout.write(
      `${JSON.stringify({ stoppedMs, log: server.log.slice(-2_000) }, null, 2)}\n`,
    );
  }
}
