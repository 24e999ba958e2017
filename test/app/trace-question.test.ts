import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceText } from '../../scripts/trace-text.ts';
import { composeIndexer } from '../../src/app/compose-indexer.ts';
import { type Config, readConfig } from '../../src/app/config.ts';
import { traceQuestion } from '../../src/app/trace-question.ts';

const data = mkdtempSync(path.join(tmpdir(), 'yinzheng-trace-'));
let config: Config;

beforeAll(async () => {
  config = readConfig({ DATA_PATH: data }, path.resolve(import.meta.dirname, '../..'));
  await composeIndexer(config).run([]);
}, 60_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('a traced question', () => {
  it.each([
    ['国防部长会议在哪里举行？', 'place', '青岛'],
    ['Where was the innovation competition held?', 'place', 'Qingdao'],
  ])(
    'shows what was read, found and made of it: %s',
    async (question, expects, answer) => {
      const trace = await traceQuestion(config, question, '2025-07-08');
      expect(trace.question.expects).toBe(expects);
      expect(trace.passages.length).toBeGreaterThan(3);
      const [best] = trace.sentences;
      expect(best?.answers.join(' ')).toContain(answer);
      expect(Object.keys(best?.features ?? {}).length).toBeGreaterThan(5);
      const text = traceText(trace);
      expect(text).toContain(trace.outcome);
      expect(text).toContain(best?.text);
    },
    60_000,
  );
});
