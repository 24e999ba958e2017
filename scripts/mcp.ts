import { readProcessConfig } from '../src/app/config.ts';
import { serveMcp } from '../src/app/serve-mcp.ts';
import { reportFailure } from './command-line.ts';

// Standard output carries the protocol; everything for people goes to standard error.
const writeError = (text: string) => process.stderr.write(text);

try {
  const close = await serveMcp(readProcessConfig(), (error, what) => {
    writeError(`${what}: ${String(error)}\n`);
  });
  const stop = () => void close().finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // The assistant that started this process has left.
  process.stdin.once('close', stop);
} catch (thrown) {
  process.exitCode = reportFailure(thrown, writeError);
}
