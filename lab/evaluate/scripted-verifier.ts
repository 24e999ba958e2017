import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { seededRandom } from '../../src/core/random.ts';

/** Which answers of the verifier are wrong is drawn by it. */
const SEED = 13;
const SENTENCE = /^sentence: /gmu;

const requestSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

export interface ScriptedVerifier {
  /** Base URL in OpenAI's protocol. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A server on loopback that reads answers a second time as a model would that is right so often: the
 * same protocol, prompt and form of answer, but it knows the truth and errs by lot.
 * @param accuracy share of its verdicts that are right, 0 to 1
 * @param isTrue whether the sentence that it is asked about is true
 */
export async function startScriptedVerifier(
  accuracy: number,
  isTrue: () => boolean,
): Promise<ScriptedVerifier> {
  const random = seededRandom(SEED);
  const server = createServer(async (request, response) => {
    const { messages } = requestSchema.parse(await json(request));
    const shown = messages.map(({ content }) => content).join('\n');
    const verdicts = Array.from(shown.matchAll(SENTENCE), (_, place) => {
      const isRight = random() < accuracy;
      return { n: place + 1, verdict: isTrue() === isRight ? 'supported' : 'contradicted' };
    });
    const event = (delta: object, finish_reason: string | null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(
      `${event({ content: JSON.stringify({ verdicts }) }, null)}${event({}, 'stop')}data: [DONE]\n\n`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
