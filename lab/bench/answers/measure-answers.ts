import { Agent, request } from 'node:http';
import { percentile } from '../../evaluate/ranking-metrics.ts';

/** Milliseconds between two looks at whether the server still answers at once. */
const PROBE_INTERVAL = 20;

/** How a server did with some number of clients asking at the same time. */
export interface AskingMeasures {
  readonly askers: number;
  readonly p50Milliseconds: number;
  readonly p95Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly answersPerSecond: number;
  /** Longest time that `GET /api/health` took meanwhile, in milliseconds. */
  readonly longestStall: number;
  /** Questions that got no answer. */
  readonly failures: number;
}

/** Connections are kept, as browsers do. */
const agent = new Agent({ keepAlive: true });

/**
 * The status of a response that was read to its end. Not by `fetch`, which takes four times the
 * processor time, from a server on the same cores.
 */
function send(url: string, body?: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' };
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(url, { agent, method, headers }, (response) => {
      response.once('error', reject);
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    sent.once('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

/** Milliseconds of one whole answer, or null where the server gave none. */
export async function askOnce(url: string, question: string): Promise<number | null> {
  const started = performance.now();
  const messages = [{ role: 'user', content: question }];
  const status = await send(`${url}/api/chat`, { messages, stream: false }).catch(() => 0);
  return status === 200 ? performance.now() - started : null;
}

/** Puts questions to a server, so many at a time, each question the given number of times in all. */
export async function measureAsking(
  url: string,
  questions: readonly string[],
  askers: number,
  count: number,
): Promise<AskingMeasures> {
  const times: number[] = [];
  let failures = 0;
  let next = 0;
  let asking = true;
  const stalls: number[] = [];
  const probe = async () => {
    while (asking) {
      const started = performance.now();
      await send(`${url}/api/health`);
      stalls.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, PROBE_INTERVAL));
    }
  };
  const ask = async () => {
    while (next < count) {
      const question = questions[next++ % questions.length] ?? '';
      const time = await askOnce(url, question);
      if (time === null) failures++;
      else times.push(time);
    }
  };
  const probing = probe();
  const started = performance.now();
  await Promise.all(Array.from({ length: askers }, ask));
  const seconds = (performance.now() - started) / 1000;
  asking = false;
  await probing;
  return {
    askers,
    p50Milliseconds: percentile(times, 0.5),
    p95Milliseconds: percentile(times, 0.95),
    p99Milliseconds: percentile(times, 0.99),
    answersPerSecond: times.length / seconds,
    longestStall: Math.max(...stalls),
    failures,
  };
}
