import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/core/block.ts';
import type { Citation } from '../../src/core/citation.ts';
import { newTurn } from '../../web/src/state/turn.ts';
import {
  answerAsMarkdown,
  answerAsText,
  conversationAsJson,
  conversationAsMarkdown,
} from '../../web/src/text/footnotes.ts';

const cite = (marker: number, quote: string): Citation => ({
  marker,
  articleId: 'a',
  title: '就维护地区和平，上合防长会达成共识',
  source: '环球时报',
  publishedAt: '2025-06-26T22:46',
  language: 'zh',
  start: 0,
  end: quote.length,
  quote,
});
const sentence = (id: string, text: string, citations: readonly number[]): Block => ({
  id,
  kind: 'sentence',
  placement: 'run-on',
  heading: null,
  text,
  citations,
  support: null,
  isProvisional: false,
  dates: [],
  corroboration: null,
});
const turn = {
  ...newTurn('t', '会议在哪里举行？'),
  language: 'zh' as const,
  blocks: [
    { id: 'b1', kind: 'short-answer', text: '青岛', original: null, citations: [1] },
    { ...sentence('b2', '会议在*青岛*举行。', [1]), placement: 'paragraph' },
    sentence('b3', '10国参加。', [2]),
    sentence('b4', '另见[7]。', []),
  ] as readonly Block[],
  citations: [cite(1, '会议在青岛举行'), cite(2, '10国\n参加'), cite(3, '没有用到')],
};

describe('copying an answer', () => {
  it('keeps every citation that the text shows as a numbered note, and no other', () => {
    expect(answerAsText(turn, 'zh')).toBe(
      [
        '青岛 [1]',
        '',
        '会议在*青岛*举行。 [1]10国参加。 [2]另见[7]。',
        '',
        '[1] “会议在青岛举行” — 就维护地区和平，上合防长会达成共识，环球时报，2025年6月26日 22:46',
        '[2] “10国 参加” — 就维护地区和平，上合防长会达成共识，环球时报，2025年6月26日 22:46',
      ].join('\n'),
    );
  });

  it('makes Markdown footnotes, bold kept', () => {
    const markdown = answerAsMarkdown(turn, 'en');
    expect(markdown).toContain('**青岛** [^1]');
    expect(markdown).toContain('10国参加。 [^2]另见\\[7\\]。');
    expect(markdown).toMatch(/\n\[\^1\]: “会议在青岛举行” — .+, 环球时报, 26 June 2025, 22:46\n/u);
  });

  it('exports a conversation whose footnotes do not collide', () => {
    const conversation = {
      id: 'c',
      startedAt: 0,
      changedAt: 0,
      filters: {},
      turns: [turn, { ...turn, id: 'u', question: '谁参加了？' }],
    };
    const markdown = conversationAsMarkdown(conversation, 'zh');
    const labels = [...markdown.matchAll(/^\[\^([^\]]+)\]:/gmu)].map(([, label]) => label);
    expect(labels).toEqual(['1-1', '1-2', '2-1', '2-2']);
    expect(markdown).toContain('## 谁参加了？');
    expect(JSON.parse(conversationAsJson(conversation)).turns).toHaveLength(2);
  });
});
