import { beforeAll, describe, expect, it } from 'vitest';
import { runSummarize } from '../../scripts/summarize-command.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Application } from '../../src/core/application.ts';
import type { EventPage, TimelinePage } from '../../src/core/news-event.ts';
import { type EventCollection, loadSeeds, openCollection } from '../events/event-collection.ts';
import { createMemoryApplication } from '../serve/memory-application.ts';

let seeds: EventCollection;
let application: Application;
let meeting: string;

beforeAll(async () => {
  seeds = await openCollection(await loadSeeds());
  application = { ...createMemoryApplication(), ...seeds.services };
  meeting = seeds.index.events.find(({ articleIds }) => articleIds.length === 4)?.id ?? '';
});

async function summarize(...words: string[]) {
  let printed = '';
  let complained = '';
  const code = await runSummarize(words, {
    open: async () => application,
    print: (text) => {
      printed += text;
    },
    writeError: (text) => {
      complained += text;
    },
    signal: new AbortController().signal,
  });
  return { code, printed, complained };
}

describe('npm run summarize', () => {
  it('lists the events with the ids to ask by', async () => {
    const { code, printed } = await summarize('--events', '--language', 'zh');
    expect(code).toBe(0);
    expect(printed).toContain('2025-06-25 – 2025-06-26');
    expect(printed).toContain(`4篇文章，3个来源 · ${meeting}`);
    const page = JSON.parse((await summarize('--events', '--format=json')).printed) as EventPage;
    expect(page.total).toBe(4);
  });

  it.each([
    ['zh', '最新（截至2025年6月26日）', '来源'],
    ['en', 'Latest, as of June 26, 2025', 'Sources'],
  ])('prints a summary and its numbered sources: %s', async (language, heading, sources) => {
    const { code, printed, complained } = await summarize(
      '--event',
      meeting,
      '--language',
      language,
    );
    expect([code, complained]).toEqual([0, '']);
    expect(printed).toContain(`**${heading}**`);
    expect(printed).toContain(`\n${sources}\n[1] `);
  });

  it('exports Markdown whose every footnote is defined once and quotes its article', async () => {
    const { printed } = await summarize('--event', meeting, '--format', 'markdown');
    const defined = [...printed.matchAll(/^\[\^(\d+)\]: .*“(.+)” · (.+):(\d+)–(\d+)$/gm)];
    const used = new Set(Array.from(printed.matchAll(/\[\^(\d+)\](?!:)/g), ([, marker]) => marker));
    expect(defined.map(([, marker]) => marker)).toEqual(defined.map((_, index) => `${index + 1}`));
    expect(new Set(defined.map(([, marker]) => marker))).toEqual(used);
    for (const [, , quote, id, start, end] of defined) {
      const body = seeds.articles.find((one) => one.id === id)?.body ?? '';
      expect(body.slice(Number(start), Number(end)).replace(/\s+/gu, ' ').trim()).toBe(quote);
    }
  });

  it('exports JSON with everything an answer has', async () => {
    const { printed } = await summarize('--topic', '沈阳友好城市论坛', '--format', 'json');
    const answer = JSON.parse(printed) as Answer;
    expect(answer).toMatchObject({ kind: 'summary', language: 'en', abstained: false });
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it('prints a timeline, in each format', async () => {
    const { code, printed } = await summarize('--timeline', '--event', meeting);
    expect(code).toBe(0);
    expect(printed).toMatch(/2025-06-26 \(26日\)\n {4}26日,上海合作组织/);
    const markdown = await summarize('--timeline', '--event', meeting, '--format=markdown');
    expect(markdown.printed).toMatch(/- \*\*2025-06-26\*\* \(26日\) .+ \[\^\d+\]/);
    const page = await summarize('--timeline', '--from', '2025-07-01', '--format=json');
    const { entries } = JSON.parse(page.printed) as TimelinePage;
    expect(entries.every(({ date }) => date.to >= '2025-07-01')).toBe(true);
  });

  it('says in words why there is nothing, and leaves with 1', async () => {
    const refused = await summarize('火星探测器', '--language', 'zh');
    expect(refused.code).toBe(1);
    expect(refused.printed).toContain('没有谈到');
    const unknown = await summarize('--event', 'nothing');
    expect(unknown.code).toBe(1);
    expect(unknown.complained).toContain('No such event');
    const empty = await summarize('--timeline', '--topic', '火星探测器');
    expect(empty.code).toBe(1);
  });

  it.each([
    [[], 'An event, a topic or a period'],
    [['--event'], '--event'],
    [['--topic', 'x', '--length', 'epic'], '--length takes brief, standard, full'],
    [['--from', 'July'], '--from takes a day'],
    [['--from', '2025-07-02', '--to', '2025-07-01'], 'ends before it starts'],
    [['--colour', 'x'], '--colour'],
  ])('leaves with 2 when it is misused: %j', async (words, complaint) => {
    const { code, complained } = await summarize(...words);
    expect(code).toBe(2);
    expect(complained).toContain(complaint);
  });

  it('explains itself', async () => {
    const { code, printed } = await summarize('--help');
    expect(code).toBe(0);
    expect(printed).toContain('npm run summarize -- --event ID');
  });
});
