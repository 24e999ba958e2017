import { Agent } from 'node:http';
import { probeHealth } from './health-probe.ts';
import { createRandom } from './random.ts';
import { sendRequest } from './send-request.ts';

export interface LeavingReport {
  readonly statuses: Readonly<Record<string, number>>;
  readonly longestStallMs: number;
  readonly failedProbes: number;
}

/** Milliseconds for which a reader waits before it leaves. */
const PATIENCE_MS = 500;

/** Timelines of many ranges, each asked for by a reader who leaves before it can be done. */
export async function leaveTimelines(
  url: string,
  settings: { readonly timelines: number; readonly seed: number; readonly concurrency: number },
): Promise<LeavingReport> {
  const { timelines, seed, concurrency } = settings;
  const random = createRandom(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const probe = probeHealth(url);
  const statuses: Record<string, number> = {};
  const day = (year: number) =>
    `${year}-${String(1 + random.whole(12)).padStart(2, '0')}-${String(1 + random.whole(28)).padStart(2, '0')}`;
  let sent = 0;
  const sendSome = async () => {
    while (sent < timelines) {
      sent += 1;
      const path = `/api/timeline?from=${day(1990 + random.whole(10))}&to=${day(2030 + random.whole(60))}&language=${random.pick(['zh', 'en'])}`;
      const request = { method: 'GET', path, headers: {}, body: null, leaveAfter: PATIENCE_MS };
      const { status } = await sendRequest(url, request, agent);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sendSome));
  await probe.stop();
  agent.destroy();
  return { statuses, longestStallMs: probe.longestMs, failedProbes: probe.failures };
}
