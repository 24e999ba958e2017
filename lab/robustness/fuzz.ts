import { Agent } from 'node:http';
import { nextRequest } from './fuzz-requests.ts';
import { probeHealth } from './health-probe.ts';
import { createRandom } from './random.ts';
import { type Outcome, sendRequest } from './send-request.ts';

export interface FuzzSettings {
  readonly url: string;
  readonly requests: number;
  readonly seed: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Whether the process of the server is there; a server of somebody else's is taken to be. */
  readonly isRunning: () => boolean;
}

/** What a run of the fuzzer found. */
export interface FuzzReport {
  readonly requests: number;
  /** Requests by status, or by why there was none. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly crashes: number;
  readonly internalErrors: number;
  readonly stackTraces: number;
  /** Milliseconds of the slowest answer about health meanwhile. */
  readonly longestStallMs: number;
  readonly failedProbes: number;
  /** The first requests that something was wrong with, to be sent again. */
  readonly examples: readonly string[];
}

const MAX_EXAMPLES = 10;
/** A line of a stack, or a path of this project's sources. */
const STACK = /\n\s+at .+:\d+:\d+|node_modules|[/\\](?:src|lab)[/\\][\w-]+[/\\][\w./\\-]+\.[jt]s/u;

/** Sends seeded requests to every route; the same seed sends the same ones. */
export async function fuzz(settings: FuzzSettings): Promise<FuzzReport> {
  const { url, requests, seed, concurrency, isRunning } = settings;
  const random = createRandom(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const articleIds = await readArticleIds(url);
  const probe = probeHealth(url);
  const statuses: Record<string, number> = {};
  const examples: string[] = [];
  const found = { crashes: 0, internalErrors: 0, stackTraces: 0 };
  let sent = 0;
  const sendSome = async () => {
    while (sent < requests && found.crashes === 0) {
      sent += 1;
      const request = nextRequest(random, articleIds);
      const outcome = await sendRequest(url, request, agent);
      statuses[outcome.status] = (statuses[outcome.status] ?? 0) + 1;
      const fault = faultOf(outcome, isRunning());
      if (fault === null) continue;
      found[fault] += 1;
      if (examples.length < MAX_EXAMPLES) {
        const body = request.body?.toString('utf8').slice(0, 500) ?? '';
        examples.push(`${fault}: ${request.method} ${request.path.slice(0, 500)} ${body}`);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sendSome));
  await probe.stop();
  agent.destroy();
  return {
    requests: sent,
    statuses,
    ...found,
    longestStallMs: probe.longestMs,
    failedProbes: probe.failures,
    examples,
  };
}

function faultOf(
  { status, body }: Outcome,
  isRunning: boolean,
): 'crashes' | 'internalErrors' | 'stackTraces' | null {
  if (!isRunning || status === 'ECONNREFUSED') return 'crashes';
  if (status === 500 || body.includes('"code":"internal"')) return 'internalErrors';
  return status !== 200 && STACK.test(body) ? 'stackTraces' : null;
}

async function readArticleIds(url: string): Promise<string[]> {
  const response = await fetch(`${url}/api/articles?pageSize=100`);
  const page = (await response.json()) as { articles?: { id: string }[] };
  return (page.articles ?? []).map(({ id }) => id);
}
