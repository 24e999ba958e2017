import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createVerifier } from '../../../src/answer/model/verify-answer.ts';
import { createOpenAIChatModel } from '../../../src/models/openai/chat-model.ts';
import { malformedAfter, reply, silence, status } from '../../model-server/chat-behaviours.ts';
import { startModelServer } from '../../model-server/model-server.ts';
import { loadSeeds } from '../language-tools.ts';
import { compose, composerOver, requestFor, writingModel } from './composition-fixture.ts';

const server = await startModelServer();
const DEFENCE = (await loadSeeds()).filter(({ title }) => /防长|国防部长|拓展深化/.test(title));

afterEach(() => server.reset());
afterAll(() => server.close());

const verify = createVerifier({
  chatModel: createOpenAIChatModel({
    apiKey: 'test',
    baseUrl: server.url,
    model: 'verifier',
    firstTokenTimeoutMs: 4000,
    idleTimeoutMs: 300,
    retry: { retries: 0, firstDelayMs: 5, longestDelayMs: 5 },
  }),
  timeoutMs: 3000,
});

const ANSWER =
  '会议由中国国防部长董军主持[1]。中方积极与各国推动务实的防务合作取得新突破[1]。会议于2025年3月3日举行[1]。';

async function ask(text = ANSWER, signal?: AbortSignal) {
  const composed = await compose(
    composerOver(writingModel(text), {}, verify),
    requestFor('会议由谁主持？', DEFENCE, signal === undefined ? {} : { signal }),
  );
  return {
    ...composed,
    verdicts: composed.composition.sentences.map(({ support }) => support.verdict),
    rules: composed.composition.sentences.map(({ support }) => support.rule),
    notices: composed.composition.notices.map(({ code }) => code),
  };
}

const verdictsOf = (...verdicts: [n: number, verdict: string, words?: string][]) =>
  reply(
    JSON.stringify({
      verdicts: verdicts.map(([n, verdict, words = '']) => ({ n, verdict, words })),
    }),
  );

describe('the second reading by the model', () => {
  it('marks what the rules let through, and names the words', async () => {
    server.script(verdictsOf([1, 'contradicted', '董军']));
    const { composition, events, verdicts, rules } = await ask();
    expect(verdicts[0]).toBe('partly');
    expect(rules[0]).toBe('second-reading');
    expect(composition.sentences[0]?.support.failed).toBe('董军');
    const [first] = events.flatMap((event) => (event.type === 'check' ? [event.id] : []));
    const checks = events.filter((event) => event.type === 'check' && event.id === first);
    expect(checks.map((check) => check.type === 'check' && check.isProvisional)).toEqual([
      true,
      false,
    ]);
    // The text was there before anybody judged it again.
    const lastDelta = events.findLastIndex(({ type }) => type === 'block-delta');
    const lastCheck = events.findLastIndex(({ type }) => type === 'check');
    expect(lastDelta).toBeLessThan(lastCheck);
  });

  it('lifts a doubt of the rules, but no date, number or name that is wrong', async () => {
    server.script(verdictsOf([1, 'supported'], [2, 'supported'], [3, 'supported']));
    const { verdicts, rules } = await ask();
    expect(verdicts.slice(0, 2)).toEqual(['supported', 'supported']);
    expect(verdicts[2]).not.toBe('supported');
    expect(rules[2]).toBe('date');
  });

  it.each([
    ['is silent', silence()],
    ['is down', status(500)],
    ['writes prose', reply('All of these look fine to me.')],
    ['writes half of its JSON', reply('{"verdicts":[{"n":1,"verdict":"sup')],
    ['judges pairs that are not there', verdictsOf([99, 'contradicted'])],
    ['invents verdicts', verdictsOf([1, 'perhaps'])],
    ['breaks off', malformedAfter('{"verdicts":')],
  ])('leaves the rules’ verdicts and says so when the verifier %s', async (_, behaviour) => {
    server.script(behaviour);
    const { composition, verdicts, notices, composer } = await ask();
    expect(composer).toBe('model');
    expect(verdicts[0]).toBe('supported');
    // Nobody waits for a verdict that will not come.
    expect(
      composition.blocks.some((block) => 'isProvisional' in block && block.isProvisional),
    ).toBe(false);
    expect(notices).toContain('verifier-unavailable');
  });

  it('tells what it cost', async () => {
    server.script(verdictsOf([1, 'supported']));
    const { events } = await ask();
    const last = events.at(-1);
    expect(last?.type === 'composed' && last.timings).toMatchObject({ verifyCalls: 1 });
    expect(last?.type === 'composed' && last.timings?.['verifyTokens']).toBeGreaterThan(100);
  });

  it('asks nothing about words quoted letter for letter', async () => {
    const { notices, rules } = await ask('上合组织则与之完全不同[1]。');
    expect(rules).toEqual(['quoted']);
    expect(notices).not.toContain('verifier-unavailable');
    expect(server.requests).toHaveLength(0);
  });

  it('ends with the reader', async () => {
    server.script(silence());
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 150);
    await expect(ask(ANSWER, controller.signal)).rejects.toThrow();
  });
});
