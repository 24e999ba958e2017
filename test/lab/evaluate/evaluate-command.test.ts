import { describe, expect, it } from 'vitest';
import { sumUpFigures } from '../../../lab/evaluate/answer-figures.ts';
import type { Evaluation } from '../../../lab/evaluate/compose-evaluation.ts';
import { runEvaluate } from '../../../lab/evaluate/evaluate-command.ts';
import type { EventsReport } from '../../../lab/evaluate/events.ts';

const report = {
  queries: 2,
  'nDCG@10': 0.75,
  'MRR@10': 0.7,
  'hit@1': 0.5,
  'hit@5': 1,
  'hit@10': 1,
  p50Ms: 1.5,
  p99Ms: 3,
};

const cell = (value: number, difference: number, cpuMs: number) => ({
  figures: { 'MRR@10': { value, difference, standardError: 0.004 } },
  cpuMs,
});

const ablation: Awaited<ReturnType<Evaluation['ablation']>> = {
  collections: [{ name: 'news', questions: 150, measures: ['MRR@10'] }],
  rows: [
    { without: null, cells: [cell(0.9, 0, 2)] },
    { without: 'ranking: names list', cells: [cell(0.88, -0.02, 1)] },
    { without: 'text: bigrams', cells: [cell(0.903, 0.003, 2)] },
  ],
};

const scores = { largestShare: 0.9, recall: 0.8, precision: 0.95 };
const grouping = {
  stories: [{ story: 'flood', articles: 12, pieces: 2, ...scores }],
  mean: scores,
  pooled: scores,
};
const eventsReport: EventsReport = {
  events: 3,
  single: 1,
  stories: 1,
  seconds: 2,
  secondsAgain: 1,
  byEvents: grouping,
  byStories: grouping,
  briefs: [
    {
      story: 'flood',
      language: 'zh',
      unseen: false,
      characters: 480,
      facts: 4,
      held: 3,
      missing: ['14人遇难'],
      repeated: 0,
    },
  ],
  facts: { zh: 0.75 },
  unseenFacts: { zh: 0 },
};

async function run(...words: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const opened: string[] = [];
  const evaluation: Evaluation = {
    feedback: async () => ({
      useful: { questions: 0, asBefore: 0 },
      wrong: { questions: 0, asBefore: 0 },
      lost: [],
      stillWrong: [],
    }),
    questions: async (path, onOutcome) => {
      opened.push(`questions ${path}`);
      void onOutcome;
      return {
        passed: 1,
        total: 2,
        all: sumUpFigures([]),
        byKind: {},
        byPair: {},
        falseWords: [],
        failed: ['b'],
        citations: 3,
        inexactCitations: 0,
      };
    },
    retrieval: async (folder) => {
      opened.push(`retrieval ${folder}`);
      return report;
    },
    ablation: async (folders, onMeasured) => {
      opened.push(`ablation ${folders.join(' ')}`);
      onMeasured(null, 'news');
      return ablation;
    },
    events: async (folder) => {
      opened.push(`events ${folder}`);
      return eventsReport;
    },
    rgb: async () => {
      throw new Error('not asked for');
    },
    claims: async () => {
      throw new Error('not asked for');
    },
    answers: async () => {
      throw new Error('not asked for');
    },
    reading: async () => {
      throw new Error('not asked for');
    },
  };
  const exitCode = await runEvaluate(words, {
    open: async () => evaluation,
    print: (text) => out.push(text),
    writeError: (text) => errors.push(text),
  });
  return { exitCode, out: out.join(''), errors: errors.join(''), opened };
}

describe('npm run evaluate', () => {
  it('prints one JSON object and nothing else', async () => {
    const { exitCode, out, opened } = await run('--retrieval', 'folder', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(report);
    expect(opened).toEqual(['retrieval folder']);
  });

  it('prints a table for people', async () => {
    const { out } = await run('--questions', 'file.jsonl');
    expect(out).toMatch(/passed\s.*1/);
    expect(out).toMatch(/failed\s.*b/);
  });

  it('prints how stories are grouped, and what their briefs leave out', async () => {
    const { out, opened } = await run('--events', 'folder');
    expect(opened).toEqual(['events folder']);
    expect(out).toMatch(/flood\s.*12\s.*0\.90.*0\.95/);
    expect(out).toMatch(/flood \(zh\).*480.*14人遇难/);
    expect(out).toMatch(/facts held, zh\s.*0\.75/);
  });

  it('prints what each rule is worth, and which differences may be chance', async () => {
    const { exitCode, out, errors, opened } = await run('--ablation', 'news', 'more');
    expect(exitCode).toBe(0);
    expect(opened).toEqual(['ablation news more']);
    expect(errors).toContain('news without nothing');
    expect(out).toMatch(/nothing.* \.9000 .* 1\.00 /);
    expect(out).toMatch(/names list.* -\.0200\* .* 0\.50 /);
    expect(out).toMatch(/bigrams.* \+\.0030 {2}/);
    const asJson = await run('--ablation', 'news', '--json');
    expect(JSON.parse(asJson.out)).toEqual(ablation);
  });

  it.each([
    [[]],
    [['--questions', 'a', '--rgb', 'b']],
    [['--ablation', 'a', '--rgb', 'b']],
    [['--retrieval', 'a', 'b']],
    [['--unknown']],
    [['--rgb']],
  ])('explains wrong usage: %j', async (words) => {
    const { exitCode, out, errors } = await run(...words);
    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(errors).not.toBe('');
  });

  it('shows how it is used', async () => {
    const { exitCode, out } = await run('--help');
    expect(exitCode).toBe(0);
    expect(out).toContain('--rgb FILE');
  });
});
