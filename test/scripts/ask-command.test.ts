import { describe, expect, it } from 'vitest';
import { runAsk } from '../../scripts/ask-command.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Application } from '../../src/core/application.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { createMemoryApplication } from '../serve/memory-application.ts';

interface Run {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
  /** Pieces of output before the end, as a terminal would have shown them. */
  readonly pieces: readonly string[];
}

async function ask(
  words: readonly string[],
  { application = createMemoryApplication() as Application, isTerminal = false } = {},
): Promise<Run> {
  const pieces: string[] = [];
  let complained = '';
  const code = await runAsk(words, {
    open: async () => application,
    trace: () => Promise.reject(new Error('No trace was asked for.')),
    print: (text) => void pieces.push(text),
    writeError: (text) => {
      complained += text;
    },
    isTerminal,
    signal: new AbortController().signal,
  });
  return { code, printed: pieces.join(''), complained, pieces };
}

const CHINESE = '国防部长会议在哪里举行?';
const ENGLISH = 'Where was the Innovation and Entrepreneurship Competition held?';

describe('npm run ask', () => {
  it.each([
    [CHINESE, '来源', '“'],
    [ENGLISH, 'Sources', '“'],
  ])('prints the answer and its numbered sources: %s', async (question, heading, quote) => {
    const { code, printed, complained } = await ask([question]);
    expect(code).toBe(0);
    expect(complained).toBe('');
    const [text = '', sources = ''] = printed.split(`\n${heading}\n`);
    expect(text).toMatch(/\[1\]\n$/);
    expect(sources).toMatch(/^\[1\] .+ · .+ · 2025-\d\d-\d\d \d\d:\d\d\n {4}/);
    expect(sources).toContain(quote);
  });

  it('writes while the answer comes where someone watches, and the same text', async () => {
    const [watched, piped] = [await ask([CHINESE], { isTerminal: true }), await ask([CHINESE])];
    expect(watched.printed).toBe(piped.printed);
    expect(watched.pieces.length).toBeGreaterThan(piped.pieces.length);
  });

  it('takes a question without quotation marks', async () => {
    const application = createMemoryApplication();
    await ask(['Where', 'was', 'it', '--language', 'en'], { application });
    expect(application.asked[0]?.messages).toEqual([{ role: 'user', content: 'Where was it' }]);
  });

  it('hands the filters and the day on', async () => {
    const application = createMemoryApplication();
    const words = ['--from', '2025-06-01', '--to=2025-06-30', '--source', '环球时报'];
    await ask([CHINESE, ...words, '--today', '2025-07-01'], { application });
    expect(application.asked[0]).toMatchObject({
      filters: { from: '2025-06-01', to: '2025-06-30', source: '环球时报' },
      today: '2025-07-01',
    });
  });

  it('prints one JSON object with --json, with reasons where they are asked for', async () => {
    const { printed } = await ask([CHINESE, '--json'], { isTerminal: true });
    const answer = JSON.parse(printed) as Answer;
    expect(answer.citations[0]?.quote).not.toBe('');
    const explained = JSON.parse((await ask([CHINESE, '--json', '--explain'])).printed);
    expect(explained.search.results[0].explanation).toHaveLength(1);
  });

  it('says why each passage ranks with --explain', async () => {
    const { printed } = await ask([CHINESE, '--explain']);
    expect(printed).toContain('\n排序说明\n1. ');
    expect(printed).toContain(`   - 含有“${CHINESE}”`);
  });

  it('prints its usage', async () => {
    const { code, printed } = await ask(['--help']);
    expect(code).toBe(0);
    expect(printed).toContain('npm run ask -- "question"');
  });
});

describe('what goes wrong', () => {
  it.each([
    [[], 'The question is empty'],
    [['  '], 'The question is empty'],
    [['a question', '--form', '2025-06-01'], '--form'],
    [['a question', '--from', '1 June'], '--from takes a day'],
    [['a question', '--from', '2025-02-30'], '--from takes a day'],
    [['a question', '--to'], '--to'],
    [['a question', '--language', 'fr'], '--language takes zh or en'],
    [['a question', '--from', '2025-07-02', '--to', '2025-07-01'], 'ends before it starts'],
    [['长'.repeat(5_000)], 'The question is too long'],
  ])('in the words %j ends with 2 and a way on', async (words, expected) => {
    const { code, printed, complained } = await ask(words);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(complained).toContain(expected);
    expect(complained).not.toMatch(/\n\s+at /);
  });

  it('a refusal ends with 1', async () => {
    expect((await ask(['zzz'])).code).toBe(1);
  });

  it('a failure ends with 1, and says what to do', async () => {
    const problem = new YinzhengError('index-damaged', 'A file is cut off.').toProblem();
    const application = createMemoryApplication({
      async *answer() {
        yield { type: 'error', problem };
      },
    });
    const { code, complained } = await ask([CHINESE], { application });
    expect(code).toBe(1);
    expect(complained).toContain('npm run index -- --force');
  });

  it('a missing index ends with 1, and says what to run', async () => {
    let code = 0;
    let complained = '';
    code = await runAsk([CHINESE], {
      open: () => Promise.reject(new YinzhengError('index-missing', 'None was built.')),
      trace: () => Promise.reject(new Error('No trace was asked for.')),
      print: () => undefined,
      writeError: (text) => {
        complained += text;
      },
      isTerminal: false,
      signal: new AbortController().signal,
    });
    expect(code).toBe(1);
    expect(complained).toContain('Run: npm run index');
  });

  it('escape sequences in an article do not reach the terminal', async () => {
    const memory = createMemoryApplication();
    const application = createMemoryApplication({
      async *answer(request) {
        for await (const event of memory.answer(request)) {
          if (event.type === 'block-delta') yield { ...event, text: `\u001b[2J${event.text}` };
          else yield event;
        }
      },
    });
    const { printed } = await ask([CHINESE], { application, isTerminal: true });
    expect(printed).not.toContain('\u001b');
    expect(printed).toContain('[1]');
  });

  it('tells a reader who watches that what was written is void', async () => {
    const memory = createMemoryApplication();
    const application = createMemoryApplication({
      async *answer(request) {
        for await (const event of memory.answer(request)) {
          yield event;
          if (event.type !== 'sources') continue;
          yield { type: 'block-delta', id: 'b1', text: '会议在北' };
          const notice = { code: 'model-interrupted', text: '模型中断,以下为原文摘录。' } as const;
          yield { type: 'notice', notice, replace: true };
        }
      },
    });
    const { printed } = await ask([CHINESE], { application, isTerminal: true });
    expect(printed).toMatch(/^会议在北\n说明: 模型中断,以下为原文摘录。\n.+\[1\]\n/s);
  });
});
