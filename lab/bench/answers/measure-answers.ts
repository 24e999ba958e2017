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

/** Milliseconds of one whole answer, or null where the server gave none. */
export async function askOnce(url: string, question: string): Promise<number | null> {
  const started = performance.now();
  try {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ messages: [{ role: 'user', content: question }], stream: false }),
    });
    await response.text();
    return response.ok ? performance.now() - started : null;
  } catch {
    return null;
  }
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
      await fetch(`${url}/api/health`).then((response) => response.text());
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
