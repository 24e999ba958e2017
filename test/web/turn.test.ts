import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import type { QuoteBlock, SentenceBlock } from '../../src/core/block.ts';
import type { Citation } from '../../src/core/citation.ts';
import { messagesFor } from '../../web/src/state/conversation.ts';
import { applyAnswerEvent, newTurn, outcomeOf, type Turn } from '../../web/src/state/turn.ts';

const citation: Citation = {
  marker: 1,
  articleId: 'a',
  title: '就维护地区和平，上合防长会达成共识',
  source: '环球时报',
  publishedAt: '2025-06-26T22:46',
  language: 'zh',
  start: 0,
  end: 4,
  quote: '会议在青',
};
const statement = {
  placement: 'paragraph',
  heading: null,
  citations: [1],
  dates: [],
  corroboration: null,
} as const;
const sentence: SentenceBlock = {
  id: 'b1',
  kind: 'sentence',
  text: '',
  support: null,
  isProvisional: false,
  ...statement,
};
const quote: QuoteBlock = {
  id: 'b1',
  kind: 'quote',
  text: '会议在青岛。',
  lead: null,
  ...statement,
};
const support = { verdict: 'supported', reason: '相符', rule: 'coverage', failed: null } as const;
const delta = (text: string): AnswerEvent => ({ type: 'block-delta', id: 'b1', text });

const turnAfter = (...events: readonly AnswerEvent[]): Turn =>
  events.reduce(applyAnswerEvent, newTurn('t', '在哪里？'));

describe('a turn as its answer arrives', () => {
  it('joins the deltas of each block, and puts each check to its own', () => {
    const turn = turnAfter(
      { type: 'citation', citation },
      { type: 'block-start', block: sentence },
      delta('会议在'),
      delta('青岛。'),
      { type: 'block-end', id: 'b1' },
      { type: 'block-start', block: { ...sentence, id: 'b2' } },
      { type: 'check', id: 'b1', support, isProvisional: false },
    );
    expect(turn.blocks).toEqual([
      { ...sentence, text: '会议在青岛。', support, isProvisional: false },
      { ...sentence, id: 'b2' },
    ]);
    expect(turn.citations).toEqual([citation]);
  });

  it('drops what was streamed when the server takes it back, and says why above the text', () => {
    const notice = { code: 'model-interrupted', text: '模型中断，改用摘录。' } as const;
    const turn = turnAfter(
      { type: 'citation', citation },
      { type: 'block-start', block: sentence },
      delta('会议可能在'),
      { type: 'notice', notice, replace: true },
      { type: 'block-start', block: { ...quote, text: '' } },
      delta('会议在青岛。'),
    );
    expect(turn.blocks).toEqual([quote]);
    expect(turn.citations).toEqual([]);
    expect(turn.notices).toEqual([{ ...notice, beforeText: true }]);
  });

  it('keeps a late notice below the text, so that nothing read moves', () => {
    const notice = { code: 'sentences-dropped', text: '略去一句。' } as const;
    const turn = turnAfter(
      { type: 'block-start', block: quote },
      { type: 'notice', notice, replace: false },
    );
    expect(turn.notices).toEqual([{ ...notice, beforeText: false }]);
    expect(turn.blocks).toEqual([quote]);
  });

  it('knows a refusal and a possible answer before they have ended', () => {
    const refusal = { id: 'b1', kind: 'refusal', text: '', code: 'nothing-found' } as const;
    const possible = { id: 'b1', kind: 'possible', text: '' } as const;
    expect(outcomeOf(turnAfter({ type: 'block-start', block: refusal }))).toBe('not-found');
    expect(outcomeOf(turnAfter({ type: 'block-start', block: possible }))).toBe('possible');
    expect(outcomeOf(turnAfter({ type: 'block-start', block: quote }))).toBe('answered');
  });

  it('shows a notice once when the whole answer repeats it', () => {
    const notice = { code: 'date-range-applied', text: '按上周查找。' } as const;
    const answer = {
      id: 'x',
      language: 'zh',
      kind: 'where',
      question: '在哪里？',
      composer: 'extractive',
      model: null,
      outcome: 'answered',
      layout: 'paragraph',
      blocks: [quote],
      answer: '会议在青岛。 [1]',
      abstained: false,
      shortAnswer: null,
      sentences: [],
      citations: [citation],
      conflicts: [],
      refusal: null,
      notices: [notice],
      suggestions: [],
      dateRange: null,
      passages: [],
      timings: {},
    } satisfies Answer;
    const turn = turnAfter({ type: 'notice', notice, replace: false }, { type: 'done', answer });
    expect(turn.notices).toEqual([{ ...notice, beforeText: true }]);
    expect([turn.status, turn.blocks]).toEqual(['done', [quote]]);
  });

  it('tells the server in the next question which words answered', () => {
    const short = { id: 'b1', kind: 'short-answer', text: '青岛', original: null, citations: [1] };
    const turn = {
      ...newTurn('t', '在哪里？'),
      blocks: [{ ...short, kind: 'short-answer' } as const],
    };
    expect(messagesFor([turn], '谁主持？')[1]).toEqual({
      role: 'assistant',
      content: '青岛',
      blocks: [{ kind: 'short-answer', text: '青岛' }],
    });
  });
});
