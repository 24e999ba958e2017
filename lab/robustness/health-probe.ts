import { Agent } from 'node:http';
import { sendRequest } from './send-request.ts';

/** Asks for the health of a server over and over, as a monitor would, and keeps how long it took. */
export interface HealthProbe {
  /** Milliseconds of the slowest answer so far. */
  readonly longestMs: number;
  readonly failures: number;
  stop(): Promise<void>;
}

const INTERVAL_MS = 20;

export function probeHealth(url: string): HealthProbe {
  const agent = new Agent({ keepAlive: true });
  const request = { method: 'GET', path: '/api/health', headers: {}, body: null, leaveAfter: null };
  let isStopped = false;
  const seen = { longestMs: 0, failures: 0 };
  const probing = (async () => {
    while (!isStopped) {
      const { status, milliseconds } = await sendRequest(url, request, agent);
      if (status !== 200) seen.failures += 1;
      seen.longestMs = Math.max(seen.longestMs, milliseconds);
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
  })();
  return {
    get longestMs() {
      return seen.longestMs;
    },
    get failures() {
      return seen.failures;
    },
    async stop() {
      isStopped = true;
      await probing;
      agent.destroy();
    },
  };
}
