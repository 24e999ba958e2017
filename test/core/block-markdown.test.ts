import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompositionEvent } from '../../src/core/answer-event.ts';
import type { Article } from '../../src/core/article.ts';
import type { BlockContent } from '../../src/core/block.ts';
import { renderBlocks } from '../../src/core/block-markdown.ts';
import { CompositionWriter } from '../../src/core/composition-writer.ts';
import { expectWholeStream, streamedMarkdown } from './streamed-blocks.ts';

const outlet = { name: '环球时报', zh: '环球时报', en: 'Global Times' };
const article: Article = {
  id: 'a',
  title: '防长会',
  outlet,
  publishedAt: '2025-06-26T22:46',
  language: 'zh',
  body: '会议在青岛举行。董军主持会议。',
  url: null,
  truncated: false,
  origin: { path: 'a.txt', position: 0 },
  copyOf: null,
};

function compose(contents: readonly BlockContent[], language: 'zh' | 'en') {
  const writer = new CompositionWriter(language);
  writer.cite(article, { start: 0, end: 8 });
  writer.cite(article, { start: 8, end: 15 });
  const events: CompositionEvent[] = contents.flatMap((content) => [...writer.write(content)]);
  const ending = { outcome: 'answered', layout: 'list', refusal: null, suggestions: [] } as const;
  events.push(...writer.finish(ending));
  const last = events.at(-1);
  if (last?.type !== 'composed') throw new Error('no composition');
  return { events, composition: last.composition };
}

const text = fc.string({
  unit: fc.constantFrom('青', '岛', 'a', ' ', '*', '_', '[', ']', '1', '<'),
});
const citations = fc.subarray([1, 2]);
const statement = {
  placement: fc.constantFrom('paragraph' as const, 'run-on' as const, 'item' as const),
  heading: fc.constantFrom(null, 'b1', 'b2'),
  text,
  citations,
  dates: fc.constant([]),
  corroboration: fc.constantFrom(null, { sources: 2, citations: [1, 2] }),
};
const content: fc.Arbitrary<BlockContent> = fc.oneof(
  fc.record({
    kind: fc.constant('short-answer' as const),
    text,
    original: fc.option(text),
    citations,
  }),
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({
    kind: fc.constant('quote' as const),
    lead: fc.option(fc.record({ text, strong: fc.boolean() })),
    ...statement,
  }),
  fc.record({
    kind: fc.constant('sentence' as const),
    isProvisional: fc.boolean(),
    support: fc.option(
      fc.constant({ verdict: 'partly', reason: '', rule: 'date', failed: null } as const),
    ),
    ...statement,
  }),
  fc.record({
    kind: fc.constant('conflict' as const),
    about: text,
    statements: fc.array(fc.record({ value: text, citation: fc.constantFrom(1, 2) })),
  }),
  fc.record({ kind: fc.constant('possible' as const), text }),
);

describe('an answer of any blocks', () => {
  it('streams to the same blocks and the same Markdown, and every marker in it is a citation', () => {
    fc.assert(
      fc.property(fc.array(content), fc.constantFrom('zh' as const, 'en' as const), (all, lang) => {
        const { events, composition } = compose(all, lang);
        expectWholeStream(events, composition);
        const rendered = renderBlocks(composition.blocks, composition.citations, lang);
        expect(streamedMarkdown(events, lang)).toBe(rendered);
        for (const [, marker] of rendered.matchAll(/(?<!\\)\[(\d+)\]/g)) {
          expect(['1', '2']).toContain(marker);
        }
      }),
    );
  });
});

describe('Markdown of blocks', () => {
  const quote = {
    kind: 'quote',
    placement: 'item',
    heading: null,
    lead: null,
    text: '会议在青岛举行。',
    citations: [1],
    dates: [{ expression: '26日', from: '2025-06-26', to: '2025-06-26', written: 'June 26, 2025' }],
    corroboration: null,
  } as const;
  const render = (contents: readonly BlockContent[], language: 'zh' | 'en') => {
    const { composition } = compose(contents, language);
    return renderBlocks(composition.blocks, composition.citations, language);
  };

  it('says whose a quote is where its language is not the reader’s', () => {
    expect(render([quote], 'en')).toBe(
      '- Global Times (June 26, 2025): “会议在青岛举行。” [1] (26日: June 26, 2025)',
    );
    expect(render([{ ...quote, dates: [] }], 'zh')).toBe('- 会议在青岛举行。 [1]');
  });

  it('puts the words of the article behind a short answer in the reader’s', () => {
    const short = {
      kind: 'short-answer',
      text: 'Dong Jun',
      original: '董军',
      citations: [1, 2],
    } as const;
    expect(render([short], 'en')).toBe('**Dong Jun** (董军) [1][2]');
  });

  it('shows both sides of a conflict with outlet and day', () => {
    const conflict = {
      kind: 'conflict',
      about: '“死亡”的数字',
      statements: [
        { value: '12人', citation: 1 },
        { value: '15人', citation: 2 },
      ],
    } as const;
    expect(render([conflict], 'zh')).toBe(
      '来源说法不一（“死亡”的数字）：12人（环球时报，2025年6月26日） [1]；15人（环球时报，2025年6月26日） [2]。',
    );
  });

  it('gives a ledger a row a source', () => {
    const ledger = {
      kind: 'ledger',
      about: 'Dead',
      rows: [
        { value: '12', who: 'Xinhua', asOf: '2025-06-26', citation: 1 },
        { value: '15', who: 'Reuters', asOf: null, citation: 2 },
      ],
    } as const;
    expect(render([ledger], 'en')).toBe(
      '**Dead**\n\n- 12 · Xinhua · June 26, 2025 [1]\n- 15 · Reuters [2]',
    );
  });
});
