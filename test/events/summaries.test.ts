import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { Article, Language } from '../../src/core/article.ts';
import { viewBlocks } from '../../src/core/block-views.ts';
import { CompositionWriter } from '../../src/core/composition-writer.ts';
import type { SummaryLength, SummaryRequest } from '../../src/core/news-event.ts';
import { createBriefComposer } from '../../src/events/brief-composer.ts';
import { createEventServices } from '../../src/events/event-services.ts';
import { findReferenceMarks } from '../../src/language/discourse/reference-marks.ts';
import { expectWholeStream, streamedMarkdown } from '../core/streamed-blocks.ts';
import {
  answerOf,
  article,
  type EventCollection,
  loadSeeds,
  openCollection,
  readEvents,
} from './event-collection.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const LENGTHS: readonly SummaryLength[] = ['brief', 'standard', 'full'];

let seeds: EventCollection;

beforeAll(async () => {
  seeds = await openCollection(await loadSeeds());
});

async function summarize(request: Partial<SummaryRequest>, { services } = seeds): Promise<Answer> {
  const whole = { language: 'zh', length: 'standard', ...request } as const;
  return answerOf(await readEvents(services.summarize(whole)));
}

function meetingId(): string {
  const meeting = seeds.index.events.find(({ articleIds }) => articleIds.length === 4);
  if (meeting === undefined) throw new Error('the seeds have the meeting');
  return meeting.id;
}

/** Every line is cited, every citation stands in its article, and nothing is called unsupported. */
function expectProven(answer: Answer, articles: readonly Article[]): void {
  expect(answer.sentences.length).toBeGreaterThan(0);
  const markers = new Set(answer.citations.map(({ marker }) => marker));
  expect(answer.citations.map(({ marker }) => marker)).toEqual(
    answer.citations.map((_, index) => index + 1),
  );
  for (const { articleId, start, end, quote } of answer.citations) {
    const source = articles.find(({ id }) => id === articleId);
    expect(source?.body.slice(start, end)).toBe(quote);
  }
  for (const sentence of answer.sentences) {
    expect(sentence.citations.length).toBeGreaterThan(0);
    for (const marker of sentence.citations) expect(markers).toContain(marker);
    expect(sentence.support.verdict).toBe('supported');
    expect(answer.answer).toContain(sentence.text);
  }
  const lines = answer.answer.split('\n').filter((line) => line.startsWith('- '));
  const counted = answer.blocks.flatMap((block) => (block.kind === 'ledger' ? block.rows : []));
  expect(lines).toHaveLength(answer.sentences.length + counted.length);
  for (const line of lines) expect(line).toMatch(/\[\d+\]/);
}

describe('a summary of an event', () => {
  it.each(LANGUAGES.flatMap((language) => LENGTHS.map((length) => [language, length] as const)))(
    'cites and checks every line of every event: %s, %s',
    async (language, length) => {
      for (const { id } of seeds.index.events) {
        expectProven(await summarize({ eventId: id, language, length }), seeds.articles);
      }
    },
  );

  it('says when, where and who, and covers the sides of the event under headings', async () => {
    const answer = await summarize({ eventId: meetingId() });
    const groups = answer.sentences.map(({ group }) => group);
    expect(groups[0]).toMatch(/^最新（截至2025年\d+月\d+日）$/);
    for (const group of ['经过', '各方表态']) expect(groups).toContain(group);
    expect(answer.sentences[0]?.text).toContain('国防部长会议在青岛举行');
    expect(answer.answer).toContain('2025年6月26日');
    const { sentences } = await summarize({ eventId: meetingId(), length: 'full' });
    const people = sentences.filter(({ group }) => group === '参与者');
    expect(people.map(({ text }) => text)).toContain('中国国防部长董军');
  });

  it('frames Chinese sentences in English for an English reader', async () => {
    const answer = await summarize({ eventId: meetingId(), language: 'en' });
    expect(answer.language).toBe('en');
    expect(answer.answer).toMatch(/^\*\*Latest, as of June \d+, 2025\*\*/);
    expect(answer.answer).toMatch(
      /- \(aid: June 26 · Shanghai Cooperation Organization.*\) “26日,/,
    );
  });

  it('tells which sources were cut off, and where', async () => {
    const { sentences } = await summarize({ eventId: meetingId(), length: 'full' });
    const open = sentences.filter(({ group }) => group === '未尽之处').map(({ text }) => text);
    const truncated = seeds.articles.slice(4, 8).filter((one) => one.truncated);
    expect(open).toHaveLength(truncated.length);
    expect(open).toContain('据新华社消息,与会各方一...');
  });

  it('grows with the length asked for', async () => {
    const counts: number[] = [];
    for (const length of LENGTHS) {
      counts.push((await summarize({ eventId: meetingId(), length })).sentences.length);
    }
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    expect(new Set(counts).size).toBe(counts.length);
  });

  it('says nothing twice', async () => {
    const { sentences } = await summarize({ eventId: meetingId(), length: 'full' });
    const findings = sentences.filter(
      ({ group }) => !['时间与地点', '参与者', '未尽之处'].includes(group ?? ''),
    );
    expect(new Set(findings.map(({ text }) => text)).size).toBe(findings.length);
  });

  it('never shows the reference marks of a brief', async () => {
    const competition = seeds.index.events.find(({ languages }) => languages.includes('en'));
    const answer = await summarize({ eventId: competition?.id, language: 'en', length: 'full' });
    for (const { text } of answer.sentences) expect(findReferenceMarks(text)).toEqual([]);
    const ours = answer.citations.map(({ marker }) => `[${marker}]`);
    for (const mark of answer.answer.match(/\[\d+\]/g) ?? []) expect(ours).toContain(mark);
  });

  it('streams the answer in the order of the protocol', async () => {
    const request = { eventId: meetingId(), language: 'zh', length: 'brief' } as const;
    const events = await readEvents(seeds.services.summarize(request));
    const answer = answerOf(events);
    expect(events.map(({ type }) => type).slice(0, 2)).toEqual(['meta', 'sources']);
    expectWholeStream(events, answer);
    expect(streamedMarkdown(events, answer.language)).toBe(answer.answer);
    expect(answer.blocks.filter(({ kind }) => kind === 'quote')).toHaveLength(
      answer.sentences.length,
    );
  });
});

describe('where sources differ', () => {
  const report = (count: number) =>
    `A factory fire in Springfield killed ${count} people on June 25, officials said. Firefighters needed six hours to control the fire in Springfield. The governor of the state visited the factory.`;
  const articles = [
    article('first', report(12), {
      publishedAt: '2025-06-25',
      title: 'Factory fire in Springfield',
    }),
    article('second', report(15), {
      publishedAt: '2025-06-26',
      title: 'Springfield factory fire kills 15',
    }),
  ];

  it('tells a toll as a series, the newest first of all, and no dispute between days', async () => {
    const collection = await openCollection(articles);
    const [event] = collection.index.events;
    const answer = await summarize({ eventId: event?.id, language: 'en' }, collection);
    expectProven(answer, articles);
    expect(answer.conflicts).toEqual([]);
    expect(answer.sentences[0]?.text).toContain('killed 15 people');
    const ledgers = answer.blocks.filter((block) => block.kind === 'ledger');
    expect(ledgers.map(({ rows }) => rows.map(({ value, asOf }) => [value, asOf]))).toEqual([
      [
        ['12 people', '2025-06-25'],
        ['15 people', '2025-06-26'],
      ],
    ]);
  });
});

describe('a summary of a topic or a period', () => {
  it.each([
    ['zh', '上合组织国防部长会议'],
    ['en', 'SCO defense ministers meeting in Qingdao'],
  ] as const)('takes a topic for the event it is about: %s', async (language, topic) => {
    const answer = await summarize({ topic, language });
    expectProven(answer, seeds.articles);
    expect(answer.answer).toContain('董军');
  });

  it.each([
    ['zh', '火星探测器着陆', '没有谈到'],
    ['en', 'the football world cup', 'No article speaks of'],
  ] as const)('refuses a topic that no article is about: %s', async (language, topic, words) => {
    const answer = await summarize({ topic, language });
    expect(answer.abstained).toBe(true);
    expect(answer.citations).toEqual([]);
    expect(answer.refusal?.explanation).toContain(words);
    expect(answer.refusal?.covers).toEqual({ from: '2025-06-17', to: '2025-07-07' });
    expect(answer.suggestions.length).toBeGreaterThan(0);
  });

  it('tells a period by its events', async () => {
    const answer = await summarize({ from: '2025-07-01', to: '2025-07-31' });
    expectProven(answer, seeds.articles);
    const dates = answer.citations.map(({ publishedAt }) => publishedAt?.slice(0, 7));
    expect(new Set(dates)).toEqual(new Set(['2025-07']));
    expect(answer.answer).toContain('沈阳');
  });

  it('says that a period without articles has none', async () => {
    const answer = await summarize({ from: '2030-01-01', to: '2030-12-31', language: 'en' });
    expect(answer.refusal?.code).toBe('no-articles-in-dates');
    expect(answer.refusal?.explanation).toContain('2030-01-01');
  });
});

describe('a request that cannot be met', () => {
  const base = { language: 'en', length: 'brief' } as const;

  it.each([
    [{ eventId: 'nothing' }, 'event-not-found'],
    [{ from: '2025-07-02', to: '2025-07-01' }, 'inverted-range'],
    [{}, 'invalid-request'],
  ])('is refused before the first event: %j', (request, code) => {
    const { services } = seeds;
    expect(() => services.summarize({ ...base, ...request })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('in chat', () => {
  it.each([
    ['总结一下上合组织国防部长会议', 'summary', 'zh', '最新'],
    ['What happened at the SCO defense ministers meeting in Qingdao?', 'summary', 'en', 'Latest'],
    ['上合组织国防部长会议的时间线', 'timeline', 'zh', '2025年6月26日'],
  ] as const)('%s', async (asked, kind, language, expected) => {
    const composer = createBriefComposer(seeds.parts);
    const retrieval = await seeds.parts.retriever.retrieve({
      text: asked,
      language,
      filters: {},
      limit: 12,
      today: '2025-07-10',
    });
    const question = { asked, standalone: asked, language, kind };
    const events = composer.compose({
      question,
      retrieval,
      filters: {},
      conversation: [],
      collection: seeds.articles,
      today: '2025-07-10',
    });
    for await (const event of events) {
      if (event.type !== 'composed') continue;
      const { answer, abstained } = viewBlocks(event.composition, language);
      expect(abstained).toBe(false);
      expect(answer).toContain(expected);
      expect(answer).toContain('董军');
    }
  });
});

describe('with a model', () => {
  it('does not hide from the transport that it failed', async () => {
    const services = createEventServices({
      ...seeds.parts,
      prose: {
        model: 'scripted',
        // biome-ignore lint/correctness/useYield: it fails before it has anything to tell
        async *compose() {
          throw new TypeError('cause of the failure');
        },
      },
    });
    const request = { eventId: meetingId(), language: 'en', length: 'brief' } as const;
    await expect(readEvents(services.summarize(request))).rejects.toThrow('cause of the failure');
  });

  it('hands the passages of the event to it and passes its words on', async () => {
    let sources: readonly string[] = [];
    const services = createEventServices({
      ...seeds.parts,
      prose: {
        model: 'scripted',
        async *compose({ retrieval }) {
          sources = retrieval.passages.map((passage) => passage.article.id);
          const writer = new CompositionWriter('en');
          yield* writer.write({
            kind: 'sentence',
            placement: 'paragraph',
            heading: null,
            text: 'Prose.',
            citations: [],
            support: null,
            isProvisional: false,
            dates: [],
            corroboration: null,
          });
          const layout = 'paragraph';
          const ending = { outcome: 'answered', layout, refusal: null, suggestions: [] } as const;
          yield* writer.finish(ending, 'model');
        },
      },
    });
    const request = { eventId: meetingId(), language: 'en', length: 'brief' } as const;
    const answer = answerOf(await readEvents(services.summarize(request)));
    expect(answer).toMatchObject({ answer: 'Prose.', composer: 'model', kind: 'summary' });
    expect(new Set(sources).size).toBe(4);
  });
});
